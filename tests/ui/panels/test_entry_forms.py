"""Values entered in forms, on a real document, with the keyboard."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Edit
from kbdesk.models.entry_forms import FormGroup
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services import sources
from kbdesk.services.form_filling import ValueState
from kbdesk.ui.context import Context
from kbdesk.ui.forms.value_row import ValueRow
from kbdesk.ui.panels.entry_forms import EntryFormsPanel
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key
YEAR = 2020
POWER = EntryKey(YEAR, "residential", "electricity")
GAS = EntryKey(YEAR, "residential", "natural_gas")
HEAT = EntryKey(YEAR, "residential", "district_heat")
WOOD = EntryKey(YEAR, "residential", "biomass")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), YEAR, numbers="de") as opened:
        yield opened


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> EntryFormsPanel:
    shown = EntryFormsPanel(context, context.run)
    context.bus.document_changed.connect(lambda change, _initiator: shown.refresh(change))
    show_active(qtbot, shown, 1040, 640)
    return shown


def row_at(panel: EntryFormsPanel, key: EntryKey) -> ValueRow:
    assert panel.show_target(key)
    row = panel.page.row_of(key)
    assert row is not None
    return row


def recorded(context: Context, key: EntryKey) -> Entry:
    return context.project.inventory.entries[key]


def state_of(panel: EntryFormsPanel, form_id: str) -> str:
    items = [panel.list.list.item(at) for at in range(panel.list.list.count())]
    names = {form.id: panel.context.texts.trc("form", form.label) for form in panel.context.project.reference.forms}
    said = next(item for item in items if item.text() == names[form_id])
    return str(said.data(Qt.ItemDataRole.AccessibleTextRole)).partition(", ")[2]


def test_that_enter_saves_and_goes_to_the_next_value(panel: EntryFormsPanel, context: Context) -> None:
    row_at(panel, POWER)
    typed("9.800,5")
    press(Key.Key_Return)
    assert recorded(context, POWER).quantity == Decimal("9800.5")
    assert panel.current_key() == GAS
    press(Key.Key_Up)
    assert panel.current_key() == POWER


def test_that_a_value_stands_on_the_form_of_its_sector_and_of_its_supplier(
    panel: EntryFormsPanel, context: Context
) -> None:
    row_at(panel, POWER)
    typed("9801")
    press(Key.Key_Return)
    panel.list.groups[FormGroup.SUPPLIER].click()
    assert panel.form.id == "grid_electricity"
    row = panel.page.row_of(POWER)
    assert row is not None
    assert row.quantity.line.text() == "9801"
    assert row.parts.label.text() == "Residential buildings"


def test_that_the_list_says_what_is_missing_and_follows(panel: EntryFormsPanel) -> None:
    row_at(panel, HEAT)
    assert state_of(panel, "households") == "8 of 11 missing"
    typed("12")
    press(Key.Key_Return)
    assert state_of(panel, "households") == "7 of 11 missing"
    assert panel.page.head.progress.text() == "7 of 11 missing"


def test_that_a_missing_value_says_why_with_one_click(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, HEAT)
    assert row.state is ValueState.MISSING
    row.reason.buttons[NotationKey.NO].click()
    assert recorded(context, HEAT).notation_key is NotationKey.NO
    assert row.parts.state.text() == "not here"
    row.reason.take_back.click()
    assert HEAT not in context.project.inventory.entries
    assert row.reason.buttons[NotationKey.NO].isVisible()


def test_that_contained_elsewhere_asks_where_and_why(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, HEAT)
    row.reason.buttons[NotationKey.IE].click()
    assert row.reason.where.isVisible()
    where = row.reason.where.findData("tertiary/district_heat")
    row.reason.where.setCurrentIndex(where)
    row.reason.where.activated.emit(where)
    row.reason.why.setFocus()
    QTest.keyClicks(row.reason.why, "one meter for all")
    press(Key.Key_Tab)
    entry = recorded(context, HEAT)
    assert (entry.contained_in, entry.note) == ("tertiary/district_heat", "one meter for all")


def test_that_a_number_takes_the_place_of_a_reason(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, HEAT)
    row.reason.buttons[NotationKey.NE].click()
    row.quantity.line.setFocus()
    typed("1200")
    assert row.quantity.answer.isVisible()
    assert not row.reason.isVisible()
    press(Key.Key_Return)
    entry = recorded(context, HEAT)
    assert (entry.quantity, entry.notation_key) == (Decimal(1200), None)


def test_that_the_row_shows_energy_earlier_year_and_what_is_usual(panel: EntryFormsPanel) -> None:
    row = row_at(panel, GAS)
    assert row.quantity.echo.text().startswith("= 38.000 MWh = 6.302 kWh per inhabitant")
    assert "usual" in row.quantity.echo.text()
    assert row.parts.newer.text() == "2010  45.600"
    assert row.parts.change.text() == "−16,7\u202f%"


def test_that_cubic_metres_ask_for_what_the_bill_says_and_show_the_sum(
    panel: EntryFormsPanel, context: Context
) -> None:
    row = row_at(panel, GAS)
    typed("412.345 m³")
    press(Key.Key_Return)
    assert "Still needed" in row.quantity.echo.text()
    for name, text in (("hs_kwh_per_m3", "11,2"), ("state_number", "0,9674")):
        line = row.unit_fields.parameters[name]
        assert line.isVisible()
        line.setFocus()
        QTest.keyClicks(line, text)
        press(Key.Key_Tab)
    assert row.parts.conversion.text() == "412.345 m³ × 0,9674 × 11,2 kWh/m³ × 0,902 = 4.030 MWh"
    assert row.parts.how.isVisible()
    row.parts.how.click()
    assert panel.page.details is not None
    assert panel.page.details.isVisible()


def test_that_nobody_assumes_gross_or_net(panel: EntryFormsPanel, context: Context) -> None:
    gas = EntryKey(YEAR, "industry", "natural_gas")
    row = row_at(panel, gas)
    typed("412345 kWh")
    press(Key.Key_Return)
    assert recorded(context, gas).unit == ""
    assert row.parts.state.text() == "basis?"
    gross, net = row.unit_fields.basis
    assert not gross.isChecked()
    assert not net.isChecked()
    gross.click()
    assert recorded(context, gas).unit == "kWh_hs"
    assert row.quantity.echo.text().startswith("= 371,9 MWh")
    assert "read as gross (Hs)" in row.quantity.echo.text()
    net.click()
    assert recorded(context, gas).unit == "kWh"
    assert context.project.undoable is not None


def test_that_a_basis_chosen_before_the_value_is_taken_with_it(panel: EntryFormsPanel, context: Context) -> None:
    gas = EntryKey(YEAR, "industry", "natural_gas")
    row = row_at(panel, gas)
    row.unit_fields.basis[0].click()
    assert gas not in context.project.inventory.entries
    row.quantity.line.setFocus()
    typed("412345")
    press(Key.Key_Return)
    assert recorded(context, gas).unit == "kWh_hs"


@pytest.mark.parametrize(
    ("text", "offer", "value"),
    [("1.234", "Meant 1,234?", Decimal("1.234")), ("412 Tsd. kWh", "Take 412.000 kWh", Decimal(412000))],
)
def test_that_the_other_reading_is_one_click_away(
    panel: EntryFormsPanel, context: Context, text: str, offer: str, value: Decimal
) -> None:
    row = row_at(panel, POWER)
    typed(text)
    assert row.quantity.other.text() == offer
    row.quantity.other.click()
    assert recorded(context, POWER).quantity == value


def test_that_text_that_is_no_number_is_kept_and_said_so(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, POWER)
    typed("about 9800")
    press(Key.Key_Return)
    assert recorded(context, POWER).text == "about 9800"
    assert row.parts.state.text() == "not a number"
    assert row.quantity.line.text() == "about 9800"


def test_that_the_source_chosen_at_the_top_is_taken_with_its_grade(panel: EntryFormsPanel, context: Context) -> None:
    kind = next(each for each in context.project.reference.source_kinds.values() if each.grade is Grade.A)
    made = sources.new_source(context.project, supplier="Stadtwerke", title="letter", kind=kind.id)
    context.run(lambda: sources.add_source(context.project, made))
    panel.list.groups[FormGroup.SUPPLIER].click()
    picker = panel.page.head.picker
    assert picker is not None
    picker.source_chosen.emit(made.id)
    key = EntryKey(YEAR, "industry", "electricity")
    row = row_at(panel, key)
    typed("7000")
    press(Key.Key_Return)
    entry = recorded(context, key)
    assert (entry.source_id, entry.grade) == (made.id, Grade.A)
    assert row.evidence.text() == "A · Stadtwerke, letter"
    context.project.undo()
    assert key not in context.project.inventory.entries


def test_that_f8_goes_through_what_is_open_over_all_forms(panel: EntryFormsPanel) -> None:
    visited = []
    for _ in range(14):
        assert panel.go_to_next_open()
        visited.append(panel.current_key())
    assert len(set(visited)) == len(visited)
    assert EntryKey(YEAR, "residential", "district_heat") in visited


def test_that_ctrl_enter_unfolds_the_details_and_goes_back(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, GAS)
    panel.toggle_details()
    details = panel.page.details
    assert details is not None
    assert details.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert details.isAncestorOf(focused)
    details.form.note.setFocus()
    QTest.keyClicks(details.form.note, "without the school")
    panel.toggle_details()
    assert not details.isVisible()
    assert recorded(context, GAS).note == "without the school"
    assert QApplication.focusWidget() is row.quantity.line


def test_that_what_does_not_exist_here_stands_at_the_end_and_can_be_opened(
    panel: EntryFormsPanel, context: Context
) -> None:
    answers = [Edit(None, Answer("card.agriculture", NO))]
    change = context.project.commit("entry.fill", {"count": "1", "value": ""}, answers)
    panel.refresh(change)
    last = panel.list.list.item(panel.list.list.count() - 1)
    assert last.text() == "Agriculture and forestry"
    assert state_of(panel, "agriculture") == "not here"
    row = row_at(panel, EntryKey(YEAR, "agriculture", "diesel"))
    typed("12000")
    press(Key.Key_Return)
    assert row.state is not ValueState.ABSENT
    assert state_of(panel, "agriculture") != "not here"


def test_that_further_carriers_are_opened_and_stay_with_a_value(panel: EntryFormsPanel, context: Context) -> None:
    peat = EntryKey(YEAR, "residential", "peat")
    row_at(panel, POWER)
    assert panel.page.row_of(peat) is None
    panel.page.more_wanted.emit(("residential", "peat"))
    typed("3")
    press(Key.Key_Return)
    assert recorded(context, peat).unit == "t"
    panel.show_year(2010)
    panel.show_year(YEAR)
    assert panel.page.row_of(peat) is not None


def test_that_the_filter_finds_forms_and_values(panel: EntryFormsPanel) -> None:
    panel.focus_filter()
    typed("lpg")
    shown = [row.key.carrier for row in panel.page.rows if row.isVisible() and row.key is not None]
    assert set(shown) == {"lpg"}
    press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), type(panel.page.rows[0].quantity.line))
    panel.list.filter.clear()
    assert panel.list.list.count() > 5


def test_that_a_change_of_year_keeps_what_was_typed(panel: EntryFormsPanel, context: Context) -> None:
    row_at(panel, POWER)
    typed("9999")
    panel.show_year(2010)
    assert recorded(context, POWER).text == "9999"
    assert panel.current_key() == POWER._replace(year=2010)
    assert "2010" in panel.page.head.title.text()


def test_that_a_change_made_elsewhere_is_shown(panel: EntryFormsPanel, context: Context) -> None:
    row = row_at(panel, WOOD)
    panel.refresh(data_entry.record_quantity(context.project, WOOD, "40", ","))
    assert row.quantity.line.text() == "40"
    panel.refresh(context.project.undo())
    assert row.quantity.line.text() == ""


@pytest.mark.parametrize("form_id", ["municipal", "households", "grid_gas", "direct"])
def test_that_every_field_has_a_name_of_its_own(panel: EntryFormsPanel, form_id: str) -> None:
    panel.page.show_form(next(f for f in panel.context.project.reference.forms if f.id == form_id), YEAR, {})
    assert nameless(panel) == []
    names = [row.quantity.line.accessibleName() for row in panel.page.rows]
    assert len(set(names)) == len(names)
    assert all(name.endswith(f", {YEAR}") for name in names)


def test_that_at_large_text_everything_stands_below_each_other(qtbot: QtBot, panel: EntryFormsPanel) -> None:
    row = row_at(panel, GAS)
    panel.resize(520, 480)
    qtbot.waitUntil(lambda: row.parts.older.y() > row.quantity.line.y())
    qtbot.waitUntil(lambda: panel.page.widget().width() <= panel.page.viewport().width())


def test_that_fields_are_not_laid_out_again_while_typing(panel: EntryFormsPanel) -> None:
    row = row_at(panel, POWER)
    typed("9")
    QApplication.processEvents()
    page = panel.page.widget()
    asked = LayoutRequests(page)
    page.installEventFilter(asked)
    typed("876")
    QApplication.processEvents()
    page.removeEventFilter(asked)
    assert row.quantity.echo.text().startswith("= 9.876 MWh")
    assert asked.count == 0


class LayoutRequests(QObject):
    """Counts how often a widget is asked for a new layout."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False
