"""A value with a computed factor is explained down to the fuel of the plant."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kbdesk.models.inventory import EntryKey
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.services import electricity_mix
from kbdesk.services import heat_networks
from kbdesk.services.explaining import explain_cell
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.services.plant_reading import read_plant
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

HEAT = EntryKey(2020, "residential", "district_heat")
POWER = EntryKey(2020, "residential", "electricity")
CHP = TypedPlant("CHP", "district_heat", (("natural_gas", "100"),), heat="60", electricity="30", temperature="66.45")
BOILER = TypedPlant("Boiler", "district_heat", (("biomass", "10"),), heat="9")


@pytest.fixture
def texts(project: Project) -> Texts:
    return project.reference.texts("en")


def test_that_heat_is_explained_down_to_the_fuels(project: Project, texts: Texts) -> None:
    data_entry.record_quantity(project, HEAT, "50", ".")
    assert not any(line.startswith("CHP: ") for line in explain_cell(project, HEAT, texts))
    for typed in (CHP, BOILER):
        heat_networks.record_plant(project, read_plant(typed, 2020, texts))
    heat_networks.use_as_local_factor(project, 2020, "district_heat", texts)
    lines = explain_cell(project, HEAT, texts)
    assert any(line.startswith("CHP: Natural gas: 100 MWh × ") for line in lines)
    assert any(line.startswith("Boiler: Heat takes 100") for line in lines)
    assert any(line.startswith("All plants of the network: ") for line in lines)
    plant = project.inventory.plants["CHP", 2020]
    heat_networks.record_plant(project, replace(plant, heat_mwh=Decimal(61)), plant)
    assert "What it was computed from gives another factor now: renew it under base data." in explain_cell(
        project, HEAT, texts
    )


def test_that_electricity_is_explained_down_to_the_consumption(project: Project, texts: Texts) -> None:
    base_data.change_rules(project, factor_set="com-ipcc-co2-2024")
    electricity_mix.record_amount(project, 2020, "renewable_mwh", "1633", texts)
    electricity_mix.use_as_local_factor(project, 2020, texts)
    assert any(line.startswith("The rest, 14,697 MWh") for line in explain_cell(project, POWER, texts))
    electricity_mix.record_amount(project, 2020, "renewable_mwh", "1700", texts)
    assert any("gives another factor now" in line for line in explain_cell(project, POWER, texts))
    base_data.record_local_factor(project, 2020, "electricity", "0.4", ".", "typed")
    assert not any("gives another factor now" in line for line in explain_cell(project, POWER, texts))
