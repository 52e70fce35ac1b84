from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.measure_dialog import MeasureDialog
from kbdesk.ui.focused_edit import enter
from kbdesk.ui.places.measures import MeasuresPlace
from tests.builders import entry
from tests.builders import inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


@pytest.fixture
def context(tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    found = inventory([entry(2018, "residential", "electricity", "9650")], population={2018: 6030})
    with open_document(tmp_path, data_dir, found, 2018) as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> MeasuresPlace:
    made = MeasuresPlace(context)
    connected(context, made)
    made.refresh(None)
    show_active(qtbot, made, 900, 600)
    return made


def dialog() -> MeasureDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MeasureDialog) and w.isVisible()]
    return found


def test_that_a_measure_is_recorded_and_its_expectation_told(
    qtbot: QtBot, place: MeasuresPlace, context: Context
) -> None:
    assert place.empty.isVisible()
    place.new.click()
    asked = dialog()
    asked.title.setText("Heat network")
    asked.status.setCurrentIndex(asked.status.findData("decided"))
    asked.start_year.setText("2026")
    asked.end_year.setText("2028")
    asked.saving_t.setText("525")
    asked.accept()
    assert place.table.rows.rowCount() == 1
    assert "1 measure that is decided, running or done is expected to save 525 t a year by 2030." in place.sum.text()
    assert "That is 10.0\u202f% of the emissions of 2018." in place.sum.text()
    state = MeasuresPlace.state(context)
    assert state is not None
    assert state.word == "1 measure"


def test_that_what_cannot_be_is_said_in_the_dialog_and_nothing_is_lost(
    qtbot: QtBot, place: MeasuresPlace, context: Context
) -> None:
    place.new.click()
    asked = dialog()
    asked.title.setText("Bus line")
    asked.start_year.setText("soon")
    asked.accept()
    assert "“soon” is no year of a measure" in asked.message.text()
    assert asked.start_year.text() == "soon"
    asked.start_year.setText("2027")
    asked.accept()
    (kept,) = context.project.inventory.measures.values()
    assert (kept.title, kept.start_year) == ("Bus line", 2027)


def test_that_a_measure_that_is_not_saved_is_asked_for_once(place: MeasuresPlace) -> None:
    place.new.click()
    asked = dialog()
    asked.title.setText("Bus line")
    QTest.keyClick(asked.title, Qt.Key.Key_Escape)
    assert asked.isVisible()
    assert "Press Esc again" in asked.message.text()
    QTest.keyClick(asked.title, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_that_the_tab_key_reaches_the_buttons_and_the_keyboard_begins_in_the_table(
    place: MeasuresPlace, context: Context
) -> None:
    place.new.click()
    dialog().title.setText("LED")
    dialog().accept()
    enter(place)
    assert QApplication.focusWidget() is place.table
    assert place.focusProxy() is None
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is place.new


def test_that_enter_changes_the_chosen_measure_and_delete_removes_it(
    qtbot: QtBot, place: MeasuresPlace, context: Context
) -> None:
    place.new.click()
    dialog().title.setText("LED")
    dialog().accept()
    place.table.setFocus()
    press(Qt.Key.Key_Return)
    changed = dialog()
    assert changed.title.text() == "LED"
    changed.title.setText("LED lights")
    changed.accept()
    assert place.table.rows.index(0, 0).data() == "LED lights"
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert not context.project.inventory.measures
    assert place.empty.isVisible()
    place.refresh(context.project.undo())
    assert place.table.rows.rowCount() == 1


def test_that_the_picture_is_one_click_away(qtbot: QtBot, place: MeasuresPlace, context: Context) -> None:
    place.new.click()
    dialog().title.setText("LED")
    dialog().accept()
    with qtbot.waitSignal(context.bus.place_wanted) as told:
        place.picture.click()
    assert told.args == ["progress", "measures"]


def test_that_every_field_has_a_name(qtbot: QtBot, place: MeasuresPlace) -> None:
    place.new.click()
    assert nameless(place) == []
    assert nameless(dialog()) == []
    dialog().reject()


def test_that_what_was_typed_after_the_warning_is_asked_for_again(qtbot: QtBot, place: MeasuresPlace) -> None:
    place.new.click()
    asked = dialog()
    asked.title.setText("LED")
    asked.reject()
    asked.note.setText("quoted by the electrician")
    asked.reject()
    assert asked.isVisible()
    asked.reject()
    assert not asked.isVisible()
