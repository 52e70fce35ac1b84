"""Local electricity is typed by the keyboard; its factor stands beside the national one and is used with one key."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbdesk.paths import DataDir
from kbdesk.services import base_data
from kbdesk.services import heat_networks
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.services.plant_reading import read_plant
from kbdesk.ui.context import Context
from kbdesk.ui.places.base_data import BaseDataPlace
from tests.builders import typical_inventory
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key
COVENANT = "com-ipcc-co2-2024"


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> BaseDataPlace:
    shown = BaseDataPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1000, 800)
    return shown


def test_that_a_local_factor_is_entered_and_used_by_the_keyboard(place: BaseDataPlace, context: Context) -> None:
    form = place.electricity
    place.refresh(base_data.change_rules(context.project, factor_set=COVENANT))
    assert "Nothing is entered for 2020." in form.state.word
    assert not form.use.isVisible()
    form.first_field.setFocus()
    typed("1,633")
    press(Key.Key_Tab)
    assert form.fields["renewable_t"].hasFocus()
    assert context.project.inventory.electricity[2020].renewable_mwh == Decimal(1633)
    assert "The national factor is in use." in form.state.word
    form.how.setFocus()
    press(Key.Key_Space)
    assert "16,330 MWh" in form.steps.text()
    press(Key.Key_Tab)
    assert form.use.hasFocus()
    press(Key.Key_Space)
    assert "The local factor is in use." in form.state.word
    assert not form.use.isVisible()
    fill(form.fields["purchases_mwh"], "100")
    assert "no longer fits" in form.state.word
    assert form.use.isVisible()
    place.refresh(context.project.undo())
    place.refresh(context.project.undo())
    assert "The national factor is in use." in form.state.word


def test_that_the_local_mix_is_side_information_in_bisko(place: BaseDataPlace) -> None:
    fill(place.electricity.fields["renewable_mwh"], "1633")
    assert "side information only" in place.electricity.state.word
    assert not place.electricity.use.isVisible()


def test_that_a_refused_amount_stays_in_its_field(place: BaseDataPlace, context: Context) -> None:
    line = place.electricity.fields["sales_t"]
    fill(line, "5")
    assert line.text() == "5"
    assert line.is_refused
    assert not context.project.inventory.electricity


def test_that_each_year_has_its_own_amounts(place: BaseDataPlace, context: Context) -> None:
    form = place.electricity
    form.first_field.setFocus()
    typed("12.5")
    place.show_year(2010)
    assert context.project.inventory.electricity[2020].renewable_mwh == Decimal("12.5")
    assert form.first_field.text() == ""
    fill(form.source, "letter")
    place.show_year(2020)
    assert (form.first_field.text(), form.source.text()) == ("12.5", "")


def test_that_the_electricity_of_the_plants_is_taken(place: BaseDataPlace, context: Context) -> None:
    assert not place.electricity.take.isVisible()
    plant = TypedPlant("CHP", "local_heat", (("natural_gas", "100"),), heat="60", electricity="30", temperature="66.45")
    place.refresh(heat_networks.record_plant(context.project, read_plant(plant, 2020, context.texts)))
    place.electricity.take.setFocus()
    press(Key.Key_Space)
    assert place.electricity.fields["plants_mwh"].text() == "30"
    assert not place.electricity.take.isVisible()
