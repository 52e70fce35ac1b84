"""Bills typed as printed: what the years get is seen before it is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.bills import SplitMethod
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services import sources
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.bills_dialog import BillsDialog
from kbdesk.ui.widgets.bill_row import BillRow
from tests.builders import inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

GAS_2022 = EntryKey(2022, "municipal_buildings", "natural_gas")


@pytest.fixture
def context(tmp_path: Path, data_dir: DataDir, qtbot: QtBot) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, inventory(population={2022: 6030}), 2022) as opened:
        yield opened


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    show_active(qtbot, window, 1100, 700)
    return window


@pytest.fixture
def dialog(context: Context, parent: QWidget) -> BillsDialog:
    return shown(context, parent)


def shown(context: Context, parent: QWidget, key: EntryKey = GAS_2022) -> BillsDialog:
    made = BillsDialog(context, key, parent)
    made.open()
    return made


def type_bill(row: BillRow, first: str, last: str, quantity: str, *, z: str = "", hs: str = "") -> None:
    fields = (row.first, row.last, row.quantity, row.state_number, row.calorific_value)
    for line, text in zip(fields, (first, last, quantity, z, hs), strict=True):
        line.setText(text)


def said(dialog: BillsDialog) -> list[str]:
    return [label.text() for label in dialog.years.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_that_a_gas_year_is_split_visibly_and_rightly(dialog: BillsDialog, context: Context) -> None:
    type_bill(dialog.rows[0], "1.10.2021", "30.9.2022", "412,345 kWh gross")
    assert [box.text() for box in dialog.years.boxes.values()] == ["2021: 103,934 kWh gross", "2022: 308,411 kWh gross"]
    assert said(dialog)[-2:] == [
        "1 Oct 2021 – 30 Sept 2022: 412,345 kWh gross × 273/365 days = 308,411 kWh gross",
        "The bills cover 273 of 365 days of the year.",
    ]
    assert dialog.years.chosen == {2022}, "the year the dialog was opened for"
    row = dialog.add_row()
    assert (row.first.text(), row.last.text()) == ("1 Oct 2022", "30 Sept 2023")
    row.quantity.setText("380000")
    assert "308,411 + 95,781 = 404,192 kWh gross" in said(dialog)
    dialog.accept()
    assert context.project.inventory.entries[GAS_2022].text == "404192"
    assert context.project.inventory.entries[GAS_2022].origin is Origin.BILLS
    assert list(context.project.inventory.entries) == [GAS_2022]
    context.project.undo()
    assert context.project.inventory.entries == {}
    assert context.project.inventory.bills == {}


def test_that_degree_days_are_a_choice(dialog: BillsDialog, context: Context) -> None:
    type_bill(dialog.rows[0], "1.10.2021", "30.9.2022", "412345 kWh gross")
    dialog.method.setCurrentIndex(dialog.method.findData(SplitMethod.DEGREE_DAYS.value))
    dialog.method.activated.emit(dialog.method.currentIndex())
    assert dialog.years.boxes[2022].text() == "2022: 263,901 kWh gross"
    assert "412,345 kWh gross × 640/1,000 degree days = 263,901 kWh gross" in " ".join(said(dialog))
    dialog.accept()
    (bill,) = context.project.inventory.bills.values()
    assert bill.method is SplitMethod.DEGREE_DAYS


def test_that_a_unit_typed_behind_the_number_is_taken(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1.1.2022", "31.12.2022", "41234 m³", z="0.9674", hs="11.2")
    assert dialog.rows[0].unit.value == "m3"
    assert dialog.years.boxes[2022].text() == "2022: 41,234 m³"


def test_that_gross_or_net_is_asked_for(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1.1.2022", "31.12.2022", "500 MWh")
    assert dialog.rows[0].unit.currentText() == "gross or net?"
    assert "Gross (Hs) or net (Hi)?" in dialog.problem.text()
    dialog.rows[0].unit.setCurrentIndex(dialog.rows[0].unit.findData("kWh_hs"))
    dialog.rows[0].unit.activated.emit(dialog.rows[0].unit.currentIndex())
    assert dialog.years.boxes[2022].text() == "2022: 500 MWh gross"


def test_that_a_number_with_two_readings_offers_the_other(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1.1.2022", "31.12.2022", "412.345")
    dialog.rows[0].unit.setCurrentIndex(dialog.rows[0].unit.findData("kWh_hs"))
    assert dialog.rows[0].other.text() == "Meant 412,345?"
    dialog.rows[0].other.click()
    assert dialog.years.boxes[2022].text().startswith("2022: 412,345 ")


def test_that_what_was_understood_of_the_days_is_said(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1/10/2021", "30/9/2022", "1 GJ")
    assert dialog.rows[0].echo.text() == "1 October 2021 – 30 September 2022 · 365 days"


@pytest.mark.parametrize(
    ("first", "last", "quantity", "sentence"),
    [
        ("1.10.2021", "30.2.2022", "1", "“30.2.2022” is not a day"),
        ("1.10.2021", "30.9.2021", "1 GJ", "ends before it begins"),
        ("1.10.2021", "30.9.2022", "much", "“much” is not a number"),
        ("1.10.2021", "", "1", "needs both days"),
    ],
)
def test_that_nothing_is_taken_of_a_bill_that_is_wrong(
    dialog: BillsDialog, context: Context, first: str, last: str, quantity: str, sentence: str
) -> None:
    type_bill(dialog.rows[0], first, last, quantity)
    dialog.accept()
    assert dialog.isVisible()
    assert sentence in dialog.problem.text()
    assert context.project.inventory.bills == {}
    dialog.reject()
    dialog.reject()


def test_that_bills_with_days_in_common_are_refused_unless_meters_differ(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1.1.2022", "31.12.2022", "100 kWh gross")
    row = dialog.add_row()
    type_bill(row, "1.12.2022", "30.11.2023", "200")
    assert "days in common" in dialog.problem.text()
    row.meter.setText("school")
    assert dialog.problem.text() == ""


def test_that_a_value_that_would_be_replaced_is_said(context: Context, parent: QWidget) -> None:
    data_entry.record_quantity(context.project, GAS_2022._replace(year=2021), "90 MWh gross", ".")
    dialog = shown(context, parent)
    type_bill(dialog.rows[0], "1.1.2021", "31.12.2022", "200 MWh gross")
    assert "This replaces the value 90 MWh gross." in said(dialog)
    assert dialog.years.chosen == {2022}, "nothing typed is replaced unasked"
    dialog.years.boxes[2021].click()
    dialog.accept()
    assert context.project.inventory.entries[GAS_2022._replace(year=2021)].text == "100"


def test_that_recorded_bills_come_back_and_can_be_removed(context: Context, parent: QWidget) -> None:
    source = sources.new_source(context.project, supplier="Stadtwerke", kind="bill")
    sources.add_source(context.project, source)
    first = shown(context, parent)
    type_bill(first.rows[0], "1.1.2022", "31.12.2022", "41234 m³", z="0.9674", hs="11.2")
    first.rows[0].source.setCurrentIndex(first.rows[0].source.findData(source.id))
    first.accept()
    again = shown(context, parent)
    typed_again = again.rows[0].typed
    assert typed_again[:6] == ("1 Jan 2022", "31 Dec 2022", "41234 m³", "m3", "0.9674", "11.2")
    assert typed_again.source_id == source.id
    assert context.project.inventory.entries[GAS_2022].source_id == source.id
    again.rows[0].remove.click()
    assert "taken back" in again.problem.text()
    again.accept()
    assert context.project.inventory.bills == {}
    assert GAS_2022 not in context.project.inventory.entries


def test_that_esc_leaves_at_once_where_nothing_was_typed(dialog: BillsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_esc_says_once_what_would_be_lost(dialog: BillsDialog, context: Context) -> None:
    dialog.rows[0].quantity.setText("1")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not recorded yet" in dialog.problem.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.project.inventory.bills == {}


def test_that_a_bill_is_typed_with_the_keyboard_alone(qtbot: QtBot, dialog: BillsDialog, context: Context) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.rows[0].first.setFocus()
    typed("1.1.2022")
    press(Qt.Key.Key_Return)
    typed("31.12.2022")
    press(Qt.Key.Key_Tab)
    typed("500 MWh gross")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert context.project.inventory.entries[GAS_2022].text == "500"


def test_that_every_control_has_a_name(dialog: BillsDialog) -> None:
    type_bill(dialog.rows[0], "1.10.2021", "30.9.2022", "412345")
    assert nameless(dialog) == []
    assert dialog.rows[0].quantity.accessibleName() == "Quantity, bill 1"


def test_that_electricity_asks_for_no_gas_values(context: Context, parent: QWidget) -> None:
    dialog = shown(context, parent, EntryKey(2022, "street_lighting", "electricity"))
    assert not dialog.rows[0].state_number.isVisible()
    assert dialog.rows[0].quantity.isVisible()
