"""The key that commits a value: saved, recomputed, checked and painted, in the window with the largest document."""

from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.panels.grid_panel import GridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.theme import Theme
from tests.benchmarks.conftest import Measured
from tests.ui import keyboard

ROUNDS = 60


@pytest.fixture
def window(qapp: QApplication, desk: Desk, largest: Project) -> Iterator[MainWindow]:
    """The window with the largest document."""
    theme = Theme(desk.reference.resources / "icons", QApplication.palette())
    shown = MainWindow(desk, desk.reference.texts("en"), theme, FileDialogs())
    shown.take_project(largest)
    shown.show()
    shown.activateWindow()
    yield shown
    shown.close()
    shown.deleteLater()


def bench_a_value_committed_in_the_window(measured: Measured, window: MainWindow) -> None:
    """Typing goes before; what counts is the Enter key until everything visible is painted."""
    window.show_place(DataEntryPlace.id)
    place = window.frame.stack.shown
    assert isinstance(place, DataEntryPlace)
    panel = place.show_panel("year")
    assert isinstance(panel, GridPanel)
    view, project, numbers = panel.grid.view, window.project, map(str, count(1000))
    view.setFocus()
    QApplication.processEvents()
    done: list[str] = []

    def type_value() -> None:
        view.go_to_first()
        done.append(next(numbers))
        keyboard.typed(done[-1])
        QApplication.processEvents()

    def commit() -> None:
        keyboard.press(Qt.Key.Key_Return)
        QApplication.processEvents()

    measured(
        "one value committed in the window, 35 years", 50, commit, rounds=ROUNDS, figure="p95", before_each=type_value
    )
    assert project is not None
    assert done[-1] in {entry.text for entry in project.inventory.entries.values()}
