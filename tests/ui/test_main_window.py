"""The window as a whole: documents, places, years, languages, undo, messages, closing."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.services import base_data
from kbdesk.services.desk import Desk
from kbdesk.ui.dialogs.carry_forward_dialog import CarryForwardDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import START
from kbdesk.ui.place_registry import place_keys
from kbdesk.ui.places.base_data import BaseDataPlace
from kbdesk.ui.theme import Meaning
from tests.e2e.person import pressed
from tests.ui.conftest import nameless
from tests.ui.shell import area
from tests.ui.shell import button
from tests.ui.shell import record_area

Key = Qt.Key
Modifier = Qt.KeyboardModifier


def test_that_without_a_document_only_the_start_place_is_shown(window: MainWindow) -> None:
    assert window.windowTitle() == "kbdesk"
    assert window.frame.place_id == START
    assert window.frame.places.isHidden()
    assert window.frame.years.isVisible() is False
    assert window.context is None
    assert not any(action.isEnabled() for action in window.frame.menus.needing_document)
    for place in PLACES:
        window.show_place(place.id)
        assert window.frame.place_id == START


def test_that_commands_for_documents_do_nothing_without_one(window: MainWindow) -> None:
    for command in (window.undo, window.redo, window.import_table, window.save_copy, window.back_up):
        command()
    window.step_year(1)
    assert window.messages.text == ""


def test_that_the_sample_opens_on_the_overview(sample: MainWindow, qtbot: QtBot) -> None:
    assert sample.windowTitle() == "Münster.kbdesk — kbdesk"
    assert sample.frame.place_id == "overview"
    assert sample.context is not None
    assert sample.context.year == 2015
    qtbot.waitUntil(lambda: "Münster.kbdesk" in sample.frame.status.text)
    assert sample.frame.status.text.startswith("Saved")
    assert "backup today" in sample.frame.status.text


def test_that_a_second_sample_leaves_the_first_alone(sample: MainWindow, desk: Desk) -> None:
    assert sample.open_sample()
    assert sample.windowTitle() == "Münster 2.kbdesk — kbdesk"
    assert sorted(path.name for path in desk.data_dir.documents.glob("*.kbdesk")) == [
        "Münster 2.kbdesk",
        "Münster.kbdesk",
    ]


@pytest.mark.parametrize("number", range(1, len(PLACES) + 2))
def test_that_ctrl_and_a_number_shows_a_place(sample: MainWindow, qtbot: QtBot, number: int) -> None:
    QTest.keyClick(sample, *pressed(place_keys(number)))
    ids = (START, *(place.id for place in PLACES))
    assert sample.frame.place_id == ids[number - 1]
    current = sample.frame.places.currentItem()
    assert current is not None
    assert sample.frame.places.currentRow() == number - 1


def test_that_arrow_keys_move_through_the_places(sample: MainWindow, qtbot: QtBot) -> None:
    sample.frame.places.setFocus()
    QTest.keyClick(sample.frame.places, Key.Key_Down)
    assert sample.frame.place_id == PLACES[1].id


def test_that_the_list_says_how_far_places_are(sample: MainWindow, qtbot: QtBot) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    item = sample.frame.places.item(4)
    qtbot.waitUntil(lambda: item.data(role) == "Base data, complete")


def test_that_the_list_follows_the_year(sample: MainWindow, qtbot: QtBot) -> None:
    places = sample.frame.places
    qtbot.waitUntil(lambda: places.item(3).toolTip() == "Data entry, 7 values")
    sample.frame.show_year(2025)
    qtbot.waitUntil(lambda: places.item(3).toolTip() == "Data entry, no values yet")


def test_that_places_are_built_when_first_shown_and_kept(sample: MainWindow) -> None:
    assert sample.frame.stack.built("base_data") is None
    sample.show_place("base_data")
    first = sample.frame.stack.shown
    sample.show_place("overview")
    sample.show_place("base_data")
    assert sample.frame.stack.shown is first


def test_that_years_go_back_and_forward_but_not_beyond(sample: MainWindow, qtbot: QtBot) -> None:
    context = sample.context
    assert context is not None
    QTest.keyClick(sample, Key.Key_PageUp, Modifier.ControlModifier)
    assert context.year == 2014
    for _ in range(3):
        QTest.keyClick(sample, Key.Key_PageDown, Modifier.ControlModifier)
    assert context.year == 2015


def test_that_the_year_is_chosen_from_the_list(sample: MainWindow) -> None:
    box = sample.frame.years.findChild(QComboBox)
    assert box is not None
    box.activated.emit(box.findData(1990))
    assert sample.context is not None
    assert sample.context.year == 1990
    assert box.currentText() == "1990"


def test_that_a_year_can_be_added(sample: MainWindow, qtbot: QtBot) -> None:
    box = sample.frame.years.findChild(QComboBox)
    assert box is not None
    box.activated.emit(box.count() - 1)
    dialog = sample.findChild(CarryForwardDialog)
    assert dialog is not None
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, "2016-2018")
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert sample.context is not None
    assert (sample.context.year, sample.frame.place_id) == (2016, "overview")
    assert {2016, 2017, 2018} <= set(sample.frame.years.years)
    assert sample.frame.menus.undo.text().startswith("Undo: 2016–2018 begun after 2015")


def test_that_another_place_is_shown_with_its_year_when_asked_for(sample: MainWindow) -> None:
    context = sample.context
    assert context is not None
    context.bus.place_wanted.emit("data_entry", 2010)
    assert (sample.frame.place_id, context.year) == ("data_entry", 2010)
    context.bus.place_wanted.emit("data_entry", EntryKey(2010, "residential", "electricity"))
    assert sample.frame.place_id == "data_entry"


def test_that_undo_and_redo_say_what_they_do(sample: MainWindow, qtbot: QtBot) -> None:
    record_area(sample)
    undo = sample.frame.menus.undo
    assert undo.text().startswith("Undo: Area")
    assert undo.toolTip() == undo.text()
    QTest.keyClick(sample, Key.Key_Z, Modifier.ControlModifier)
    assert area(sample) is None
    assert sample.frame.status.currentMessage().startswith("Taken back: Area")
    assert sample.frame.menus.redo.text().startswith("Redo: Area")
    QTest.keyClick(sample, Key.Key_Y, Modifier.ControlModifier)
    assert area(sample) == Decimal("303.28")
    assert not sample.frame.menus.redo.isEnabled()


def test_that_ctrl_z_reaches_the_document_from_an_untouched_field(sample: MainWindow, qtbot: QtBot) -> None:
    from kbdesk.ui.widgets.undo_guard import UndoGuard

    guard = UndoGuard()
    QApplication.instance().installEventFilter(guard)  # type: ignore[union-attr]  # there is one in a test
    field = QLineEdit("kept", sample.frame)
    field.show()
    field.setFocus()
    record_area(sample)
    QTest.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
    assert area(sample) is None
    QTest.keyClicks(field, "typed")
    QTest.keyClick(field, Key.Key_Z, Modifier.ControlModifier)
    assert field.text() == "kept"
    assert sample.frame.menus.redo.isEnabled()


def test_that_the_language_changes_at_once_and_stays(sample: MainWindow, desk: Desk) -> None:
    sample.show_place("base_data", 2010)
    chosen: list[str] = []
    sample.language_chosen.connect(chosen.append)
    sample.use_language("de")
    assert chosen == ["de"]
    assert desk.settings.load().language == "de"
    assert sample.texts.language == "de"
    assert sample.frame.place_id == "base_data"
    assert sample.context is not None
    assert sample.context.year == 2010
    assert sample.context.texts.language == "de"


def test_that_typed_values_survive_a_change_of_language(sample: MainWindow, qtbot: QtBot) -> None:
    type_inhabitants(sample, qtbot, "300000")
    sample.use_language("de")
    assert sample.project is not None
    assert sample.project.inventory.population(2015) == 300000


def type_inhabitants(window: MainWindow, qtbot: QtBot, text: str) -> None:
    window.show_place("base_data", 2015)
    place = window.frame.stack.shown
    assert isinstance(place, BaseDataPlace)
    place.show_year(2015)
    place.base.table.setFocus()
    QTest.keyClick(place.base.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)


@pytest.mark.parametrize("leave", ["close", "close_document", "keep_typed", "back_up"])
def test_that_a_value_being_typed_is_saved(sample: MainWindow, qtbot: QtBot, desk: Desk, leave: str) -> None:
    assert sample.project is not None
    path = sample.project.path
    type_inhabitants(sample, qtbot, "299708")
    getattr(sample, leave)()
    with desk.open(path, read_only=True) as project:
        assert project.inventory.population(2015) == 299708


def test_that_closing_the_document_shows_the_start_place(sample: MainWindow, desk: Desk) -> None:
    assert sample.project is not None
    path = sample.project.path
    sample.close_document()
    assert sample.windowTitle() == "kbdesk"
    assert sample.frame.place_id == START
    with desk.open(path) as project:
        assert not project.document.read_only


def test_that_a_document_that_cannot_be_opened_leaves_the_open_one(sample: MainWindow, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.kbdesk"
    foreign.write_bytes(b"This is no document." * 100)
    assert not sample.open_document(foreign)
    assert sample.messages.meaning is Meaning.ERROR
    assert "foreign.kbdesk" in sample.messages.text
    assert sample.windowTitle() == "Münster.kbdesk — kbdesk"


def test_that_the_open_document_is_not_opened_twice(sample: MainWindow) -> None:
    project = sample.project
    assert project is not None
    sample.show_place("progress")
    assert sample.open_document(project.path)
    assert sample.project is project
    assert sample.frame.place_id == "overview"


def test_that_a_busy_document_opens_for_reading_and_says_so(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with desk.create_sample(desk.data_dir.root.parent / "busy.kbdesk") as other:
        assert not window.open_document(other.path)
        assert window.messages.meaning is Meaning.ERROR
        QTest.mouseClick(button(window.messages, "Open for reading"), Qt.MouseButton.LeftButton)
        assert window.windowTitle() == "busy.kbdesk — kbdesk"
        assert "reading only" in window.messages.text
        record = window.context
        assert record is not None
        assert not record.run(lambda: base_data.record_base_datum(record.project, 2015, Indicator.AREA_KM2, "303", "."))
        assert window.messages.meaning is Meaning.ERROR


def test_that_a_failure_is_said_and_the_window_stays(sample: MainWindow, tmp_path: Path) -> None:
    sample.report_failure(tmp_path / "kbdesk.log")
    assert sample.messages.meaning is Meaning.ERROR
    assert "kbdesk.log" in sample.messages.text
    assert sample.isVisible()
    sample.show_place("base_data")
    assert sample.frame.place_id == "base_data"


def test_that_unanswered_questions_for_files_change_nothing(sample: MainWindow) -> None:
    for command in (sample.open_document, sample.import_table, sample.save_copy):
        command()
    assert sample.windowTitle() == "Münster.kbdesk — kbdesk"
    assert sample.messages.text == ""


def test_that_cut_copy_and_paste_go_to_the_focused_field(window: MainWindow) -> None:
    field = QLineEdit("412 345", window.frame)
    field.show()
    field.setFocus()
    field.selectAll()
    window.edit_focused("cut")
    assert field.text() == ""
    window.edit_focused("paste")
    assert field.text() == "412 345"


def test_that_another_palette_is_followed(sample: MainWindow) -> None:
    sample.show_place("base_data")
    dark = QPalette(sample.palette())
    for role, colour in ((QPalette.ColorRole.Base, "#1e1e1e"), (QPalette.ColorRole.Text, "#f0f0f0")):
        dark.setColor(role, colour)
    sample.setPalette(dark)
    assert sample.theme.dark
    assert sample.frame.place_id == "base_data"


def test_that_every_control_of_the_shell_has_a_name(sample: MainWindow) -> None:
    sample.messages.show_info("Something to know")
    sample.show_place(START)
    assert nameless(sample) == []


def test_that_the_window_fits_a_small_screen(sample: MainWindow) -> None:
    assert sample.minimumSizeHint().width() <= 1100
    assert sample.minimumSizeHint().height() <= 700


def test_that_a_document_without_values_opens_with_the_last_full_year(window: MainWindow, desk: Desk) -> None:
    from kbdesk.models.changes import Edit
    from tests.builders import DUDENHOFEN

    path = desk.data_dir.root.parent / "new.kbdesk"
    with desk.create(path, DUDENHOFEN) as project:
        datum = BaseDatum(2020, Indicator.POPULATION, Decimal(6061))
        project.commit("base.datum", {"year": "2020", "indicator": "population", "value": "6061"}, [Edit(None, datum)])
    bare = desk.data_dir.root.parent / "bare.kbdesk"
    desk.create(bare, DUDENHOFEN).close()
    assert window.open_document(path)
    assert window.context is not None
    assert window.context.year == 2025
    assert window.open_document(bare)
    assert window.context.year == 2025


def test_that_recent_documents_are_in_the_menu(sample: MainWindow, tmp_path: Path) -> None:
    assert sample.project is not None
    other = tmp_path / "Second & third.kbdesk"
    first = sample.project.path
    sample.close_document()
    shutil.copyfile(first, other)
    assert sample.open_document(other)
    actions = sample.frame.menus.recent.actions()
    assert [action.text() for action in actions] == ["Second && third", "Münster"]
    actions[1].trigger()
    assert sample.windowTitle() == "Münster.kbdesk — kbdesk"
