"""Data entry with keyboard, clipboard and form, on a real document."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtCore import QPointF
from PySide6.QtCore import QRect
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.changes import Change
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.panels.year_grid import YearGridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from tests.builders import typical_inventory
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key
GAS = EntryKey(2020, "residential", "natural_gas")
LIGHTS = EntryKey(2020, "street_lighting", "electricity")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020, numbers="de") as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> DataEntryPlace:
    shown = DataEntryPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1100, 800)
    shown.panel.setFocus()
    return shown


@pytest.fixture
def panel(place: DataEntryPlace) -> YearGridPanel:
    shown = place.panel
    assert isinstance(shown, YearGridPanel)
    return shown


def recorded(context: Context, key: EntryKey) -> Entry | None:
    return context.project.inventory.entries.get(key)


def text_of(context: Context, key: EntryKey) -> str:
    entry = recorded(context, key)
    return entry.text if entry else ""


def follow(place: DataEntryPlace, change: Change | None) -> None:
    assert change is not None
    place.refresh(change)


def test_that_typing_replaces_and_enter_saves_and_goes_to_the_next_row(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(LIGHTS)
    typed("1.234,5")
    press(Key.Key_Return)
    entry = recorded(context, LIGHTS)
    assert entry is not None
    assert (entry.text, entry.quantity) == ("1.234,5", Decimal("1234.5"))
    assert panel.grid.current_key() == EntryKey(2020, "municipal_other", "electricity")


def test_that_enter_skips_headings_and_closed_cells(panel: YearGridPanel) -> None:
    panel.grid.go_to(EntryKey(2020, "municipal_other", "electricity"))
    press(Key.Key_Return)
    assert panel.grid.current_key() == EntryKey(2020, "tertiary", "electricity")
    press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.grid.current_key() == EntryKey(2020, "municipal_other", "electricity")


def test_that_tab_goes_to_the_next_field_also_from_an_editor(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(LIGHTS)
    typed("7")
    press(Key.Key_Tab)
    assert text_of(context, LIGHTS) == "7"
    assert panel.grid.current_key() == EntryKey(2020, "street_lighting", "district_heat")
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.grid.current_key() == LIGHTS


def test_that_tab_leaves_the_grid_behind_its_last_cell(panel: YearGridPanel) -> None:
    panel.grid.go_to(EntryKey(2020, "other_non_energy", DIRECT))
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is not panel.grid.view


def test_that_escape_restores_what_was_there(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(GAS)
    press(Key.Key_F2)
    typed("999")
    press(Key.Key_Escape)
    assert text_of(context, GAS) == "38000"
    assert context.project.undoable is not None
    assert context.project.undoable.action == "import"


def test_that_leaving_the_field_with_the_mouse_saves(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(LIGHTS)
    typed("131")
    panel.details.form.source.setFocus()
    assert text_of(context, LIGHTS) == "131"


def test_that_a_change_of_year_saves_an_open_editor_first(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(LIGHTS)
    typed("132")
    place.show_year(2010)
    assert text_of(context, LIGHTS) == "132"
    assert panel.grid.current_key() == LIGHTS._replace(year=2010)
    assert panel.model.index_of(LIGHTS._replace(year=2010)).data() == "144"
    assert "2010" in panel.heading.text()


def test_that_delete_clears_the_selected_values_in_one_step(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(GAS)
    press(Key.Key_Delete)
    assert recorded(context, GAS) is None
    follow(place, context.project.undo())
    assert panel.model.index_of(GAS).data() == "38.000"


def test_that_a_draft_is_kept_and_shown_with_its_mark(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(LIGHTS)
    typed("about 100")
    press(Key.Key_Return)
    entry = recorded(context, LIGHTS)
    assert entry is not None
    assert entry.is_draft
    face = panel.model.face(LIGHTS)
    assert (face.kind, face.text) == (CellKind.DRAFT, "about 100")
    assert "about 100" in str(panel.model.index_of(LIGHTS).data(Qt.ItemDataRole.ToolTipRole))
    assert place.state(context) is not None


def test_that_a_notation_key_replaces_a_value_and_undo_brings_it_back(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(GAS)
    reason = panel.details.form.reason
    reason.buttons[NotationKey.NO].click()
    entry = recorded(context, GAS)
    assert entry is not None
    assert (entry.text, entry.notation_key) == ("", NotationKey.NO)
    assert panel.model.index_of(GAS).data() == "does not exist here"
    follow(place, context.project.undo())
    assert panel.model.index_of(GAS).data() == "38.000"
    assert reason.buttons[NotationKey.NO].isVisible()
    assert panel.details.form.quantity.line.text() == "38000"


def choose(combo: QComboBox, value: str) -> None:
    index = combo.findData(value)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_that_a_german_block_is_pasted_in_one_undo_step(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(EntryKey(2020, "municipal_buildings", "electricity"))
    QGuiApplication.clipboard().setText("1.234,5\t2\t3\r\n4\t5,5\t6\r\n7\t8\t9\r\n")
    press(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    key = EntryKey(2020, "municipal_buildings", "electricity")
    entry = recorded(context, key)
    assert entry is not None
    assert (entry.quantity, entry.origin) == (Decimal("1234.5"), Origin.PASTED)
    assert text_of(context, EntryKey(2020, "street_lighting", "district_heat")) == "5,5"
    assert text_of(context, EntryKey(2020, "municipal_other", "natural_gas")) == "9"
    assert context.project.undoable is not None
    assert context.project.undoable.action == "entry.paste"
    follow(place, context.project.undo())
    assert text_of(context, key) == "410"


def test_that_headings_nobody_knows_are_left_out(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(EntryKey(2020, "municipal_buildings", "electricity"))
    QGuiApplication.clipboard().setText("\tA\nSchule\t11\nRathaus\t12")
    panel.clipboard.paste()
    assert text_of(context, EntryKey(2020, "municipal_buildings", "electricity")) == "11"
    assert text_of(context, LIGHTS) == "12"
    assert "left out" in context.messages.text


def test_that_a_block_that_does_not_fit_is_refused_in_one_sentence(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(EntryKey(2020, "road_passenger", "diesel"))
    before = context.project.inventory
    QGuiApplication.clipboard().setText("\n".join(map(str, range(1, 15))))
    panel.clipboard.paste()
    assert context.messages.text.startswith("Nothing was pasted")
    assert context.project.inventory == before


def test_that_a_copied_block_is_what_was_typed(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(EntryKey(2020, "tertiary", "electricity"))
    panel.grid.view.selectionModel().select(
        panel.model.index_of(EntryKey(2020, "residential", "electricity")),
        panel.grid.view.selectionModel().SelectionFlag.Select,
    )
    panel.clipboard.copy()
    assert QGuiApplication.clipboard().text() == "6100\n9700"


def test_that_ctrl_d_takes_source_and_note_but_never_the_number(panel: YearGridPanel, context: Context) -> None:
    above = EntryKey(2020, "municipal_buildings", "electricity")
    data_entry.record_source(context.project, above, "Bill of the town hall")
    data_entry.record_note(context.project, above, "without the pool")
    panel.grid.go_to(LIGHTS)
    press(Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    entry = recorded(context, LIGHTS)
    assert entry is not None
    assert (entry.text, entry.source, entry.note) == ("120", "Bill of the town hall", "without the pool")


def test_that_f8_goes_round_all_open_cells(place: DataEntryPlace, panel: YearGridPanel, context: Context) -> None:
    draft, unknown = EntryKey(2020, "tertiary", "biomass"), EntryKey(2020, "residential", "district_heat")
    change = data_entry.record_quantity(context.project, draft, "abc", ",")
    follow(place, change)
    follow(place, data_entry.record_notation_key(context.project, unknown, NotationKey.NE))
    panel.grid.view.go_to_first()
    visited = []
    for _ in range(3):
        place.go_to_next_open()
        visited.append(panel.grid.current_key())
    assert visited == [draft, unknown, draft]
    panel.filter.setText("transport")
    place.go_to_next_open()
    assert panel.grid.current_key() in (draft, unknown)


def test_that_f8_says_so_where_nothing_is_open(place: DataEntryPlace, context: Context) -> None:
    place.go_to_next_open()
    assert context.messages.text == "Nothing is open in 2020."


def test_that_ctrl_enter_moves_to_the_details(panel: YearGridPanel) -> None:
    panel.grid.go_to(GAS)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is panel.details.form.quantity.line


def wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes no names
    )
    QApplication.sendEvent(widget, event)


def test_that_the_wheel_changes_nothing(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(GAS)
    before, form = context.project.inventory, panel.details.form
    for field in (form.unit, form.grade, form.source.combo):
        chosen = field.value
        field.setFocus()
        wheel(field)
        assert field.value == chosen
    wheel(form.quantity.line)
    wheel(panel.grid.view.viewport())
    assert context.project.inventory == before


def test_that_the_details_do_everything_the_grid_can(qtbot: QtBot, panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(GAS)
    form = panel.details.form
    choose(form.unit, "m3")
    fill(form.quantity.line, "412.345")
    fill(form.parameters["hs_kwh_per_m3"], "11,2")
    fill(form.parameters["state_number"], "0,9674")
    choose(form.grade, Grade.A)
    fill(form.source.place, "Gas letter")
    fill(form.note, "estimated meter")
    entry = recorded(context, GAS)
    assert entry is not None
    assert (entry.unit, entry.quantity, entry.grade) == ("m3", Decimal(412345), Grade.A)
    assert dict(entry.parameters)["hs_kwh_per_m3"] == Decimal("11.2")
    assert (entry.source, entry.note) == ("Gas letter", "estimated meter")
    assert "MWh" in form.quantity.echo.text()
    story = panel.details.story
    qtbot.waitUntil(lambda: "995" in story.toPlainText())
    told = dict(story.told)
    assert len(told["History"]) >= 7
    assert told["Earlier values"][0].startswith("2010: 45.600 MWh")


def test_that_a_doubtful_number_offers_its_other_reading(panel: YearGridPanel, context: Context) -> None:
    panel.grid.go_to(LIGHTS)
    quantity = panel.details.form.quantity
    quantity.line.setFocus()
    quantity.line.selectAll()
    QTest.keyClicks(quantity.line, "1.234")
    assert quantity.other.isVisible()
    assert quantity.other.text() == "Meant 1,234?"
    quantity.other.click()
    entry = recorded(context, LIGHTS)
    assert entry is not None
    assert entry.quantity == Decimal("1.234")


def test_that_the_echo_follows_while_typing(panel: YearGridPanel) -> None:
    panel.grid.go_to(LIGHTS)
    quantity = panel.details.form.quantity
    quantity.line.setFocus()
    quantity.line.selectAll()
    QTest.keyClicks(quantity.line, "603")
    assert quantity.echo.text() == "= 603,0 MWh = 100,0 kWh per inhabitant"
    QTest.keyClicks(quantity.line, "?")
    assert "not a number" in quantity.echo.text()
    assert quantity.echo.icon()


def test_that_words_that_are_no_unit_are_pointed_out(panel: YearGridPanel) -> None:
    panel.grid.go_to(LIGHTS)
    quantity = panel.details.form.quantity
    quantity.line.setText("12 apples")
    assert "“apples” is no unit" in quantity.echo.text()
    quantity.line.setText("12 MWh")
    assert quantity.echo.text().startswith("= 12,00 MWh")
    assert not quantity.echo.icon()


def test_that_a_refused_parameter_stays_in_its_field(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    follow(place, data_entry.record_unit(context.project, GAS, "m3"))
    panel.grid.go_to(GAS)
    line = panel.details.form.parameters["hs_kwh_per_m3"]
    fill(line, "eleven")
    assert line.text() == "eleven"
    assert line.is_refused
    assert "eleven" in context.messages.text
    panel.grid.go_to(LIGHTS)
    panel.grid.go_to(GAS)
    assert line.text() == "eleven"
    line.setFocus()
    press(Key.Key_Escape)
    panel.grid.go_to(LIGHTS)
    panel.grid.go_to(GAS)
    assert line.text() == ""


def test_that_text_typed_for_one_cell_is_saved_before_the_next_is_shown(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(LIGHTS)
    note = panel.details.form.note
    note.setFocus()
    QTest.keyClicks(note, "half the year")
    place.show_target(GAS)
    entry = recorded(context, LIGHTS)
    assert entry is not None
    assert entry.note == "half the year"
    assert note.text() == ""


def test_that_a_target_is_shown_even_where_it_was_filtered_out(place: DataEntryPlace, panel: YearGridPanel) -> None:
    panel.filter.setText("transport")
    target = EntryKey(2010, "residential", "peat")
    years: list[int] = []
    place.context.bus.year_chosen.connect(years.append)
    place.show_target(target)
    assert years == [2010]
    assert panel.grid.current_key() == target
    assert not panel.grid.view.isColumnHidden(panel.model.index_of(target).column())


def test_that_the_filter_finds_sectors_groups_and_carriers(place: DataEntryPlace, panel: YearGridPanel) -> None:
    shown = rows_and_columns(panel)
    panel.filter.setText("resid")
    assert rows_and_columns(panel)[0] == {"Buildings, businesses, agriculture", "Residential buildings"}
    panel.filter.setText("peat")
    assert rows_and_columns(panel)[1] == {"Peat"}
    panel.filter.setText("no such thing")
    assert "Nothing fits" in place.context.messages.text
    panel.filter.clear()
    assert rows_and_columns(panel) == shown
    panel.all_carriers.setChecked(True)
    assert len(rows_and_columns(panel)[1]) == panel.model.columnCount()


def rows_and_columns(panel: YearGridPanel) -> tuple[set[str], set[str]]:
    view, header = panel.grid.view, panel.model.headerData
    rows = {str(header(row, Qt.Orientation.Vertical)) for row in view.visible_rows()}
    columns = {str(header(column, Qt.Orientation.Horizontal)) for column in view.visible_columns()}
    return rows, columns


def test_that_every_cell_and_field_has_a_name(panel: YearGridPanel) -> None:
    spoken = panel.model.index_of(GAS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Residential buildings, Natural gas, 2020: 38.000 MWh"
    form = panel.details.form
    for field in (form.quantity.line, form.unit, form.grade, form.source.combo, form.source.place, form.note):
        assert field.accessibleName()
    assert panel.grid.view.accessibleName()
    assert panel.filter.accessibleName()


def test_that_the_state_counts_values_and_open_items(place: DataEntryPlace, context: Context) -> None:
    assert place.state(context) is not None
    state = DataEntryPlace.state(context)
    assert state is not None
    assert state.word == "9 values"
    follow(place, data_entry.record_quantity(context.project, LIGHTS, "many", ","))
    state = DataEntryPlace.state(context)
    assert state is not None
    assert state.word == "1 open"


def test_that_totals_follow_a_change(place: DataEntryPlace, panel: YearGridPanel, context: Context) -> None:
    side = panel.grid.sums[0]
    row = panel.model.index_of(GAS).row()
    assert side.index(row, 0).data() == "59.700"
    follow(place, data_entry.record_quantity(context.project, GAS, "40000", ","))
    assert side.index(row, 0).data() == "61.700"
    follow(place, data_entry.record_notation_key(context.project, GAS, NotationKey.NE))
    assert side.index(row, 0).data() == "≥\u202f21.700"


def test_that_a_value_in_a_hidden_column_shows_the_column(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    key = EntryKey(2020, "residential", "peat")
    column = panel.model.index_of(key).column()
    assert panel.grid.view.isColumnHidden(column)
    follow(place, data_entry.record_quantity(context.project, key, "3", ","))
    assert not panel.grid.view.isColumnHidden(column)


def test_that_only_the_sectors_carriers_can_be_typed_in(panel: YearGridPanel) -> None:
    closed = panel.model.index_of(EntryKey(2020, "road_passenger", "heating_oil"))
    assert not closed.flags() & Qt.ItemFlag.ItemIsEnabled
    assert closed.data(EntryRole.KEY) is None


def test_that_a_year_with_values_begins_at_its_first(panel: YearGridPanel, context: Context) -> None:
    first = panel.grid.current_key()
    assert first in context.project.inventory.entries
    rows = [panel.model.index_of(key).row() for key in context.project.inventory.entries if key.year == 2020]
    assert panel.grid.view.currentIndex().row() == min(rows)


def test_that_the_totals_are_told_per_inhabitant(place: DataEntryPlace, panel: YearGridPanel, context: Context) -> None:
    before = panel.share.text()
    assert "MWh and" in before
    assert "t per inhabitant" in before
    follow(place, data_entry.record_quantity(context.project, GAS, "1", ","))
    assert panel.share.text() != before


def test_that_names_of_carriers_are_never_cut_off(panel: YearGridPanel) -> None:
    panel.all_carriers.setChecked(True)
    header, metrics = panel.grid.view.horizontalHeader(), panel.grid.fontMetrics()
    for column in range(panel.model.columnCount()):
        room = QRect(0, 0, panel.grid.view.columnWidth(column) - 4, 1000)
        text = str(panel.model.headerData(column, Qt.Orientation.Horizontal))
        assert metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() <= header.height(), text


def test_that_only_the_fields_a_unit_needs_take_room(
    place: DataEntryPlace, panel: YearGridPanel, context: Context
) -> None:
    panel.grid.go_to(LIGHTS)
    form = panel.details.form
    assert not any(line.isVisible() for line in form.parameters.values())
    low = form.sizeHint().height()
    follow(place, data_entry.record_quantity(context.project, GAS, "412345 m3", ","))
    panel.grid.go_to(GAS)
    assert form.parameters["hs_kwh_per_m3"].isVisible()
    assert form.sizeHint().height() > low


def test_that_at_large_text_values_keep_their_room(place: DataEntryPlace, panel: YearGridPanel, qtbot: QtBot) -> None:
    form, wide = panel.details.form, panel.grid.view.width()
    place.setFixedSize(440, 360)
    qtbot.waitUntil(lambda: panel.grid.view.width() < wide)
    assert panel.grid.view.width() > wide // 3
    panel.grid.go_to(GAS)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    line = form.quantity.line
    assert place.rect().contains(line.mapTo(place, line.rect().center()))
    place.setFixedSize(1100, 800)
    qtbot.waitUntil(lambda: panel.grid.view.width() == wide)
