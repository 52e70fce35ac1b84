"""Plants are entered by the keyboard, their factor is used with one key, and the place says what is in use."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.plant_dialog import PlantDialog
from kbdesk.ui.places.base_data import BaseDataPlace
from tests.builders import entry
from tests.builders import inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key
HEATED = [entry(2019, "residential", "district_heat", "3900"), entry(2020, "residential", "district_heat", "4000")]


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, inventory(HEATED, population={2020: 6030}), 2020) as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> BaseDataPlace:
    shown = BaseDataPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1000, 800)
    return shown


def opened(qtbot: QtBot, place: BaseDataPlace) -> PlantDialog:
    dialog = place.networks.findChildren(PlantDialog)[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focus_of(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    typed(text)


def fill_plant(dialog: PlantDialog, name: str = "CHP Nord") -> None:
    """From field to field with Enter, as on a form of paper."""
    dialog.fields.name.setFocus()
    typed(name)
    dialog.fields.fuels[0].amount.setFocus()
    typed("10,000")
    dialog.fields.heat.setFocus()
    typed("5400")
    press(Key.Key_Return)
    assert dialog.fields.sold.hasFocus()
    press(Key.Key_Return)
    assert dialog.fields.electricity.hasFocus()
    typed("3200")
    focus_of(dialog.fields.temperature, "99.85")


def test_that_a_plant_is_entered_and_its_factor_used_by_the_keyboard(
    qtbot: QtBot, place: BaseDataPlace, context: Context
) -> None:
    assert "the standard of the factor set" in place.networks.states[0].word
    place.networks.adds[0].setFocus()
    press(Key.Key_Space)
    dialog = opened(qtbot, place)
    assert "has no heat" in dialog.result_text.text()
    fill_plant(dialog)
    assert "Heat takes 28.9" in dialog.result_text.text()
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    plant = context.project.inventory.plants["CHP Nord", 2020]
    assert (plant.heat_mwh, plant.electricity_mwh) == (Decimal(5400), Decimal(3200))
    (line,) = place.networks.lines
    assert line.balance.text() == "CHP Nord: Natural gas 10,000 MWh → heat 5,400 MWh, electricity 3,200 MWh"
    assert line.sentence.text().startswith("Heat takes 28.9")
    line.how.setFocus()
    press(Key.Key_Space)
    assert line.steps.isVisible()
    assert "z = 1 − 283 K ÷ 373 K" in line.steps.text()
    place.networks.uses[0].setFocus()
    press(Key.Key_Space)
    assert (2020, "district_heat") in context.project.inventory.local_factors
    assert "computed from own plant data" in place.networks.states[0].word
    assert not place.networks.uses
    assert place.networks.adds[0].hasFocus()
    place.refresh(context.project.undo())
    assert len(place.networks.uses) == 1
    place.refresh(context.project.undo())
    assert not place.networks.lines


def test_that_a_factor_that_no_longer_fits_is_told_and_renewed(
    qtbot: QtBot, place: BaseDataPlace, context: Context
) -> None:
    place.networks.adds[0].click()
    fill_plant(opened(qtbot, place))
    opened(qtbot, place).accept()
    place.networks.uses[0].click()
    place.networks.lines[0].edit.click()
    dialog = opened(qtbot, place)
    assert dialog.fields.heat.text() == "5400"
    focus_of(dialog.fields.heat, "6000")
    dialog.accept()
    assert "no longer fits" in place.networks.states[0].word
    place.networks.uses[0].click()
    assert "computed from own plant data" in place.networks.states[0].word
    place.networks.lines[0].delete.click()
    assert "no longer give one" in place.networks.states[0].word


def test_that_the_plants_of_another_year_are_offered_without_their_amounts(
    qtbot: QtBot, place: BaseDataPlace, context: Context
) -> None:
    place.networks.adds[0].click()
    fill_plant(opened(qtbot, place))
    opened(qtbot, place).accept()
    place.show_year(2019)
    assert not place.networks.lines
    assert place.networks.adds[1].text() == "Enter CHP Nord (as in 2020) …"
    place.networks.adds[1].click()
    dialog = opened(qtbot, place)
    assert (dialog.typed.name, dialog.typed.heat, dialog.typed.temperature) == ("CHP Nord", "", "99.85")
    assert dialog.typed.fuels == (("natural_gas", ""),)
    dialog.reject()
    assert context.project.undoable is not None
    assert context.project.undoable.action == "plant.added"


def test_that_what_is_typed_is_not_lost_by_one_escape(qtbot: QtBot, place: BaseDataPlace) -> None:
    place.networks.adds[0].click()
    dialog = opened(qtbot, place)
    dialog.fields.name.setFocus()
    typed("CHP")
    press(Key.Key_Escape)
    assert dialog.isVisible()
    assert "not saved yet" in dialog.message.text()
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_a_refused_plant_says_why_and_goes_to_the_field(qtbot: QtBot, place: BaseDataPlace) -> None:
    place.networks.adds[0].click()
    dialog = opened(qtbot, place)
    dialog.accept()
    assert "has no name" in dialog.message.text()
    assert dialog.fields.name.hasFocus()
    typed("CHP")
    focus_of(dialog.fields.electricity, "much")
    dialog.fields.name.setFocus()
    dialog.accept()
    assert "“much” is not a number" in dialog.message.text()
    assert dialog.fields.electricity.hasFocus()
    dialog.reject()
    dialog.reject()


def test_that_fuels_are_added_and_only_the_used_split_shows_its_fields(qtbot: QtBot, place: BaseDataPlace) -> None:
    place.networks.adds[0].click()
    dialog = opened(qtbot, place)
    fields = dialog.fields
    fields.add_fuel.click()
    assert len(fields.fuels) == 2
    assert fields.fuels[0].carrier.value != fields.fuels[1].carrier.value
    assert fields.temperature.isVisible()
    assert not fields.heat_efficiency.isVisible()
    fields.split.setFocus()
    QTest.keyClick(fields.split, Key.Key_End)
    assert fields.heat_efficiency.isVisible()
    assert not fields.temperature.isVisible()
    assert not nameless(dialog)
    dialog.reject()
    dialog.reject()


def test_that_links_lead_to_the_parts_of_the_place(place: BaseDataPlace) -> None:
    names = [button.text() for button in place.jumps.buttons]
    place.jumps.buttons[names.index("Heat networks and own plants")].setFocus()
    press(Key.Key_Space)
    assert place.networks.adds[0].hasFocus()
    for button in place.jumps.buttons:
        button.click()
    assert not nameless(place)


def test_that_a_year_without_networks_says_so(place: BaseDataPlace, context: Context) -> None:
    place.show_year(2010)
    assert not place.networks.states
    assert len(place.networks.adds) == 1
    project = context.project
    key = HEATED[0].key._replace(year=2010, carrier="local_heat")
    place.refresh(data_entry.record_quantity(project, key, "5", "."))
    assert "Local heat network 2010" in place.networks.states[0].word
