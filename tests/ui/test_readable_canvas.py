"""Reading a picture in the window: with the arrow keys, with the pointer, and from there to the data."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.places.progress import ProgressPlace
from tests.builders import typical_inventory
from tests.ui.keyboard import press
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

HINT = "Arrow keys or pointer read the values; Enter or a click leads to the data."


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        yield shared


def drawn(qtbot: QtBot, context: Context, kind: str) -> ChartPanel:
    place = ProgressPlace(context)
    place.refresh(None)
    place.show_target(kind)
    show_active(qtbot, place, 1000, 800)
    panel = place.panel(kind)
    qtbot.waitUntil(lambda: panel.canvas.layout_drawn is not None)
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    return panel


def test_that_arrow_keys_read_the_values_in_words(qtbot: QtBot, context: Context) -> None:
    panel = drawn(qtbot, context, "per-inhabitant")
    assert panel.reading.text() == HINT
    press(Qt.Key.Key_Right)
    assert panel.reading.text().startswith("2010 · ")
    press(Qt.Key.Key_Right)
    assert panel.reading.text().startswith("2020 · ")
    assert panel.canvas.accessibleName().endswith(panel.reading.text())
    press(Qt.Key.Key_Home)
    assert panel.reading.text().startswith("2010 · ")
    press(Qt.Key.Key_Escape)
    assert panel.reading.text() == HINT
    assert panel.chart is not None
    assert panel.canvas.accessibleName() == panel.chart.title


def test_that_enter_leads_to_the_cell_behind_a_part(qtbot: QtBot, context: Context) -> None:
    drawn(qtbot, context, "carriers")
    wanted: list[tuple[str, object]] = []
    context.bus.place_wanted.connect(lambda place, target: wanted.append((place, target)))
    press(Qt.Key.Key_Return)
    assert not wanted
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    ((place, target),) = wanted
    assert place == "data_entry"
    assert isinstance(target, EntryKey)
    assert target.year == 2020


def test_that_the_pointer_reads_what_it_is_at_and_a_click_leads_there(qtbot: QtBot, context: Context) -> None:
    panel = drawn(qtbot, context, "sectors")
    canvas = panel.canvas
    wanted: list[tuple[str, object]] = []
    context.bus.place_wanted.connect(lambda place, target: wanted.append((place, target)))
    for at, spot in enumerate(canvas.spots):
        middle = canvas.place_of(spot).center().toPoint()
        QTest.mouseMove(canvas, middle)
        if canvas.place_of(spot).height() > 20:
            assert panel.reading.text() == spot.text, at
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert len(wanted) == 1
    QTest.mouseMove(canvas, QPoint(2, 2))
    assert panel.reading.text() == HINT


def test_that_a_value_that_is_read_is_marked(qtbot: QtBot, context: Context) -> None:
    panel = drawn(qtbot, context, "sectors")
    before = panel.canvas.grab().toImage()
    press(Qt.Key.Key_Right)
    assert panel.canvas.grab().toImage() != before


def test_that_a_changed_document_has_nothing_read(qtbot: QtBot, context: Context) -> None:
    panel = drawn(qtbot, context, "per-inhabitant")
    press(Qt.Key.Key_Right)
    heard: list[object] = []
    panel.canvas.spot_read.connect(heard.append)
    panel.canvas.show_chart(None)
    assert heard == [None]
    assert panel.canvas.spots == ()


def test_that_the_window_shows_the_data_behind_a_value(qtbot: QtBot, sample: MainWindow) -> None:
    sample.show_place("progress", "carriers")
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    canvas = place.panel("carriers").canvas
    qtbot.waitUntil(lambda: canvas.layout_drawn is not None)
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    shown = sample.frame.stack.shown
    assert isinstance(shown, DataEntryPlace)
    key = shown.panel.current_key()
    assert key is not None
    assert (key.year, key.carrier) == (1990, "electricity")
