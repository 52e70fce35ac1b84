from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.traffic_dialog import TrafficDialog
from kbdesk.ui.forms.form_head import FormHead
from tests.builders import entry
from tests.builders import inventory
from tests.ui.conftest import nameless
from tests.ui.open_document import open_document

PETROL_CARS = EntryKey(2022, "road_passenger", "gasoline")


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    found = inventory([entry(2022, "residential", "electricity", "9650")], population={2022: 6030})
    with open_document(tmp_path, data_dir, found, 2022) as opened:
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> TrafficDialog:
    made = TrafficDialog(context, 2022, context.messages)
    made.show()
    return made


def test_that_kilometres_typed_become_the_value_of_the_year(dialog: TrafficDialog, context: Context) -> None:
    cars = dialog.lines[1]
    km, used = cars.fields[2]
    km.setText("10")
    km.textEdited.emit("10")
    assert cars.energy.text() == "incomplete"
    assert "the consumption on 100 km is missing" in dialog.sums.text()
    used.setText("7")
    used.textEdited.emit("7")
    assert cars.energy.text() == "= 6,139 MWh"
    assert dialog.sums.text().endswith("Petrol (gasoline): 6,139 MWh")
    dialog.accept()
    found = context.project.inventory.entries[PETROL_CARS]
    assert found.origin is Origin.TRAFFIC
    assert found.quantity == 6139


def test_that_a_typed_value_is_named_and_replaced_only_when_wanted(context: Context, qtbot: QtBot) -> None:
    data_entry.record_quantity(context.project, PETROL_CARS, "5000", ".")
    made = TrafficDialog(context, 2022, context.messages)
    made.show()
    for field, text in zip(made.lines[1].fields[0], ("10", "7"), strict=True):
        field.setText(text)
        field.textEdited.emit(text)
    assert "Already typed and kept" in made.sums.text()
    assert made.over.isVisible()
    made.over.setChecked(True)
    made.accept()
    assert context.project.inventory.entries[PETROL_CARS].quantity == 6139


def test_that_what_cannot_be_read_is_said_and_the_dialog_stays(dialog: TrafficDialog) -> None:
    dialog.lines[0].fields[0][0].setText("many")
    dialog.accept()
    assert dialog.isVisible()
    assert "Motorcycles" in dialog.message.text()
    assert dialog.lines[0].fields[0][0].text() == "many"
    dialog.reject()


def test_that_lines_come_and_go(dialog: TrafficDialog) -> None:
    before = len(dialog.lines)
    dialog.another.click()
    assert len(dialog.lines) == before + 1
    dialog.lines[-1].remove.click()
    assert len(dialog.lines) == before
    dialog.reject()


def test_that_every_field_has_a_name(dialog: TrafficDialog) -> None:
    assert nameless(dialog) == []
    dialog.reject()


def test_that_forms_with_road_traffic_offer_it(context: Context, qtbot: QtBot) -> None:
    head = FormHead(context)
    qtbot.addWidget(head)
    offered = []
    for form in context.project.reference.forms:
        head.show_form(form, 2022)
        if not head.traffic.isHidden():
            offered.append(form.id)
    assert offered == ["public_transport", "road", "traffic", "bus_company"]
