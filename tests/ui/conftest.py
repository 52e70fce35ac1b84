"""The whole window for a test: opened, shown, and closed without a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Theme

TODAY = date(2026, 3, 1)


class AnsweredFileDialogs(FileDialogs):
    """Answers questions for files with what the test prepared."""

    def __init__(self) -> None:
        self.answer: Path | None = None

    @override
    def document_to_open(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        return self.answer

    @override
    def document_to_make(self, parent: QWidget, texts: Texts, proposed: Path) -> Path | None:
        return self.answer

    @override
    def table_to_import(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        return self.answer


@pytest.fixture
def desk(data_dir: DataDir) -> Desk:
    """The program on a day that stays."""
    return Desk(Reference(resources_dir()), data_dir, lambda: TODAY)


@pytest.fixture
def files() -> AnsweredFileDialogs:
    """What will be answered to questions for files."""
    return AnsweredFileDialogs()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, files: AnsweredFileDialogs) -> Iterator[MainWindow]:
    """The window without a document."""
    theme = Theme(desk.reference.resources / "icons", QApplication.palette())
    shown = MainWindow(desk, desk.reference.texts("en"), theme, files)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def sample(window: MainWindow) -> MainWindow:
    """The window with the sample municipality."""
    assert window.open_sample()
    return window


def nameless(parent: QWidget) -> list[QWidget]:
    """The visible controls reached by Tab that have no name for assistive technology."""
    found = []
    for control in parent.findChildren(QWidget):
        inner = isinstance(control.parentWidget(), QAbstractSpinBox | QComboBox)
        reached = control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner
        if reached and not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name):
            found.append(control)
    return found
