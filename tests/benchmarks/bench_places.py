"""An officer with 35 years and every place open: each key that commits a value, each place that is opened."""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Record
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.panels.panel import EntryPanel
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.theme import Theme
from tests.benchmarks.conftest import Measured
from tests.builders import DUDENHOFEN
from tests.builders import full_inventory
from tests.ui import keyboard

ROUNDS, OPENINGS = 60, 9
KEY_MS, DURABLE_KEY_MS, PLACE_MS = 16, 50, 150
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory takes no time to write to
CELL = EntryKey(2020, "residential", "natural_gas")
WITHOUT_DISK = pytest.param("memory", marks=pytest.mark.skipif(not MEMORY.is_dir(), reason="no disk in memory"))


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Where the document is: on the disk, or in memory."""
    if getattr(request, "param", "disk") == "disk":
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as made:
        yield Path(made)


@pytest.fixture
def window(qapp: QApplication, desk: Desk, folder: Path) -> Iterator[MainWindow]:
    """The window with 35 years in which every place and every way of entering values was shown."""
    theme = Theme(desk.reference.resources / "icons", QApplication.palette())
    shown = MainWindow(desk, desk.reference.texts("en"), theme, FileDialogs())
    shown.take_project(filled(desk, folder / "Largest.kbdesk"))
    shown.resize(1400, 900)
    shown.show()
    shown.activateWindow()
    QTest.qWaitForWindowActive(shown)
    for place in PLACES:
        shown.show_place(place.id)
        QApplication.processEvents()
    for registered in PANELS:
        panel_of(shown, registered.id)
        QApplication.processEvents()
    yield shown
    shown.close()
    shown.deleteLater()
    # Without this every benchmark would also carry the windows of those before it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def filled(desk: Desk, path: Path) -> Project:
    project, full = desk.create(path, DUDENHOFEN), full_inventory()
    records: list[Record] = [*full.entries.values(), *full.base_data.values()]
    project.commit("import", {"file": "full", "count": str(len(records))}, [Edit(None, r) for r in records])
    return project


def panel_of(window: MainWindow, panel_id: str) -> EntryPanel:
    window.show_place(DataEntryPlace.id)
    place = window.frame.stack.shown
    assert isinstance(place, DataEntryPlace)
    return place.show_panel(panel_id)


@pytest.mark.parametrize("panel_id", [panel.id for panel in PANELS])
@pytest.mark.parametrize("folder", [WITHOUT_DISK, "disk"], indirect=True)
def bench_a_key_that_commits_a_value(
    measured: Measured, request: pytest.FixtureRequest, window: MainWindow, panel_id: str
) -> None:
    """Typing goes before; what counts is the Enter key until everything visible is painted."""
    panel, numbers = panel_of(window, panel_id), map(str, count(2000))
    on_disk = "memory" not in request.node.callspec.id
    done: list[str] = []

    def type_value() -> None:
        assert panel.show_target(CELL)
        QApplication.processEvents()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.selectAll()
        done.append(next(numbers))
        keyboard.typed(done[-1])
        QApplication.processEvents()

    def commit() -> None:
        keyboard.press(Qt.Key.Key_Return)
        QApplication.processEvents()

    measured(
        f"value committed, all places open, {panel_id}, {'with' if on_disk else 'without'} disk",
        DURABLE_KEY_MS if on_disk else KEY_MS,
        commit,
        rounds=ROUNDS,
        figure="p95",
        before_each=type_value,
    )
    assert window.project is not None
    assert window.project.inventory.entries[CELL].text == done[-1]


@pytest.mark.parametrize("place_id", [place.id for place in PLACES])
def bench_a_place_opened(measured: Measured, window: MainWindow, place_id: str) -> None:
    """What counts is building it, showing it and painting it."""
    context, registered = window.context, next(place for place in PLACES if place.id == place_id)
    assert context is not None
    opened: list[QWidget] = []

    def close() -> None:
        opened.pop().deleteLater()
        QApplication.processEvents()

    def show() -> None:
        place = registered.load()(context)
        place.refresh(None)
        place.resize(1200, 800)
        place.show()
        QApplication.processEvents()
        opened.append(place)

    measured(f"place opened, 35 years: {place_id}", PLACE_MS, show, rounds=OPENINGS, after_each=close)


@pytest.mark.parametrize("place_id", [place.id for place in PLACES])
def bench_a_place_shown_again(measured: Measured, window: MainWindow, place_id: str) -> None:
    """It was open; a value was changed elsewhere meanwhile."""
    numbers = map(str, count(5000))
    other = next(place.id for place in PLACES if place.id != place_id)

    def change_elsewhere() -> None:
        window.show_place(other)
        context = window.context
        assert context is not None
        context.run(lambda: data_entry.record_quantity(context.project, CELL, next(numbers), "."), window)
        QApplication.processEvents()

    def show() -> None:
        window.show_place(place_id)
        QApplication.processEvents()

    measured(
        f"place shown again after a change: {place_id}", PLACE_MS, show, rounds=OPENINGS, before_each=change_elsewhere
    )
