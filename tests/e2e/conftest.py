"""The whole program in this process, as ``kbdesk.app`` builds it, but on a day that stays."""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.undo_guard import UndoGuard
from kbdesk.ui.widgets.wheel_guard import WheelGuard
from tests.e2e.person import PATIENCE_MS

OpenWindow = Callable[[str], MainWindow]


@pytest.fixture
def desk(data_dir: DataDir) -> Desk:
    """The program's data on a day that stays."""
    return Desk(Reference(resources_dir()), data_dir, lambda: date(2026, 3, 1))


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[OpenWindow]:
    """Opens the window in a language; dialogs for files are the real ones, which fail a test that meets one."""
    guards = (WheelGuard(qapp), UndoGuard(qapp))
    for guard in guards:
        qapp.installEventFilter(guard)
    opened: list[MainWindow] = []

    def show(language: str) -> MainWindow:
        theme = Theme(desk.reference.resources / "icons", QApplication.palette())
        window = MainWindow(desk, desk.reference.texts(language), theme, FileDialogs())
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
        return window

    yield show
    for window in opened:
        window.close()
        window.deleteLater()
    for guard in guards:
        qapp.removeEventFilter(guard)
        guard.deleteLater()
