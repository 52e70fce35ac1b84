"""Plants are recorded, renamed and deleted in steps; their factor is used, and told when it no longer fits."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import EntryKey
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.services import heat_networks
from kbdesk.services.explaining import explain_cell
from kbdesk.services.heat_networks import Route
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.services.plant_reading import read_plant
from kbdesk.services.project import Project
from kbdesk.texts.plant_texts import plant_sentences
from kbdesk.texts.texts import Texts

CheckState = Callable[[Callable[[], Change | None]], Change]
NORD = TypedPlant(
    "CHP Nord",
    "district_heat",
    (("natural_gas", "10000"), ("biogas", "")),
    heat="5,400",
    electricity="3200",
    temperature="99.85",
    source="operator's report",
)


@pytest.fixture
def texts(project: Project) -> Texts:
    return project.reference.texts("en")


def recorded(project: Project, typed: TypedPlant = NORD, year: int = 2020) -> PlantYear:
    plant = read_plant(typed, year, project.reference.texts("en"))
    heat_networks.record_plant(project, plant)
    return plant


def test_that_a_plant_is_recorded_as_typed(project: Project, check_state: CheckState, texts: Texts) -> None:
    plant = read_plant(NORD, 2020, texts)
    change = check_state(lambda: heat_networks.record_plant(project, plant))
    assert change.action == "plant.added"
    assert plant.fuels == (("natural_gas", Decimal(10000)),)
    assert (plant.heat_mwh, plant.sold_mwh, plant.split) == (Decimal(5400), None, None)
    check_state(lambda: heat_networks.record_plant(project, replace(plant, heat_mwh=Decimal(5500)), plant))
    check_state(lambda: heat_networks.remove_plant(project, replace(plant, heat_mwh=Decimal(5500))))
    assert not project.inventory.plants


def test_that_a_new_name_is_given_in_every_year(project: Project, check_state: CheckState) -> None:
    first, second = recorded(project), recorded(project, year=2010)
    check_state(lambda: heat_networks.record_plant(project, replace(first, plant="Heizkraftwerk Nord"), first))
    assert set(project.inventory.plants) == {("Heizkraftwerk Nord", 2020), ("Heizkraftwerk Nord", 2010)}
    assert project.inventory.plants["Heizkraftwerk Nord", 2010].fuels == second.fuels


def test_that_two_plants_of_a_year_have_two_names(project: Project) -> None:
    plant = recorded(project)
    with pytest.raises(UserError, match=r"plant\.name_taken"):
        heat_networks.record_plant(project, plant)
    other = recorded(project, NORD._replace(name="South"))
    with pytest.raises(UserError, match=r"plant\.name_taken"):
        heat_networks.record_plant(project, replace(other, plant="CHP Nord"), other)


def test_that_the_plants_factor_becomes_the_local_one_and_explains_itself(
    project: Project, check_state: CheckState, texts: Texts
) -> None:
    data_entry.record_quantity(project, EntryKey(2020, "residential", "district_heat"), "4000", ".")
    (before,) = heat_networks.networks(project, 2020)
    assert (before.route, before.factor.t_per_mwh) == (Route.STANDARD, Decimal("0.26"))
    recorded(project)
    (computed,) = heat_networks.networks(project, 2020)
    assert computed.route is Route.STANDARD
    assert computed.can_be_used
    check_state(lambda: heat_networks.use_as_local_factor(project, 2020, "district_heat", texts))
    (used,) = heat_networks.networks(project, 2020)
    assert used.route is Route.PLANTS
    assert not used.is_outdated
    assert not used.can_be_used
    # f = 3200 / 8600 and z = 1 - 283 / 373: heat bears 28.93 % of 10,000 MWh of gas.
    factor = project.inventory.local_factors[2020, "district_heat"]
    gas = heat_networks.fuel_factor(project, 2020, "natural_gas").t_per_mwh
    assert gas is not None
    assert float(factor.t_per_mwh) == pytest.approx(0.28930 * float(gas) * 10000 / 5400, rel=1e-3)
    for words in ("CHP Nord 2020", "exergetic, T = 373 K", "mean of flow and return", "10,000 MWh", "BISKO"):
        assert words in factor.source
    cell = project.cell(EntryKey(2020, "residential", "district_heat"))
    assert cell is not None
    assert cell.factor.status is FactorStatus.LOCAL
    assert any("CHP Nord 2020" in line for line in explain_cell(project, cell.key, texts))


def test_that_a_recorded_factor_that_no_longer_fits_is_told(project: Project, texts: Texts) -> None:
    plant = recorded(project)
    heat_networks.use_as_local_factor(project, 2020, "district_heat", texts)
    heat_networks.record_plant(project, replace(plant, heat_mwh=Decimal(6000)), plant)
    assert heat_networks.network(project, 2020, "district_heat").is_outdated
    project.undo()
    assert not heat_networks.network(project, 2020, "district_heat").is_outdated
    base_data.change_rules(project, factor_set="com-ipcc-co2-2024")
    assert heat_networks.network(project, 2020, "district_heat").is_outdated
    heat_networks.use_as_local_factor(project, 2020, "district_heat", texts)
    assert "by efficiency, heat 90 %" in project.inventory.local_factors[2020, "district_heat"].source.replace(
        "\u202f", " "
    )
    heat_networks.remove_plant(project, plant)
    assert heat_networks.network(project, 2020, "district_heat").is_outdated


def test_that_a_typed_factor_is_not_held_against_the_plants(project: Project, texts: Texts) -> None:
    recorded(project)
    base_data.record_local_factor(project, 2020, "district_heat", "0.180", ".", "certificate of the operator")
    state = heat_networks.network(project, 2020, "district_heat")
    assert (state.route, state.is_outdated, state.can_be_used) == (Route.TYPED, False, True)
    heat_networks.use_as_local_factor(project, 2020, "district_heat", texts)
    base_data.record_local_factor(project, 2020, "district_heat", "0.190", ".")
    assert heat_networks.network(project, 2020, "district_heat").route is Route.TYPED


def test_that_a_plant_without_fuel_gives_no_factor_but_a_sentence(project: Project, texts: Texts) -> None:
    recorded(project, NORD._replace(fuels=()))
    state = heat_networks.network(project, 2020, "district_heat")
    assert state.computed is None
    assert state.refusal is not None
    assert "CHP Nord 2020 has no fuel" in texts.error(state.refusal)
    with pytest.raises(UserError, match=r"plant\.no_fuel"):
        heat_networks.use_as_local_factor(project, 2020, "district_heat", texts)


def test_that_a_network_without_plants_records_nothing(project: Project, texts: Texts) -> None:
    assert heat_networks.networks(project, 2020) == ()
    assert heat_networks.use_as_local_factor(project, 2020, "local_heat", texts) is None


def test_that_plants_of_other_years_are_offered_from_the_nearest(project: Project) -> None:
    recorded(project, year=2005)
    recorded(project, NORD._replace(heat="6000"), year=2011)
    recorded(project, NORD._replace(name="Boiler", electricity=""), year=2020)
    offered = heat_networks.plants_elsewhere(project, 2020)
    assert [(plant.plant, plant.year) for plant in offered] == [("CHP Nord", 2011)]


def test_that_a_plant_is_told_step_by_step(project: Project, texts: Texts) -> None:
    plant = recorded(project, NORD._replace(sold="5000", fuels=(("natural_gas", "9000"), ("biogas", "1000"))))
    lines = plant_sentences(heat_networks.heat_of(project, plant), texts)
    assert lines[0].startswith("Natural gas: 9,000 MWh × ")
    assert lines[2].startswith("Fuels together: ")
    assert "z = 1 − 283 K ÷ 373 K = 0.2413 (mean of flow and return, 99.85 °C)" in lines[3]
    assert lines[-1].startswith("Heat takes 28.9")
    assert "÷ 5,000 MWh = " in lines[-1]
    efficient = plant_sentences(heat_networks.heat_of(project, replace(plant, split=Split.EFFICIENCY)), texts)
    assert any(line.startswith("Fuel for separate production") for line in efficient)
    heat_only = plant_sentences(heat_networks.heat_of(project, replace(plant, electricity_mwh=None)), texts)
    assert "The plant makes no electricity: heat bears all emissions." in heat_only


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": "  "}, "plant.no_name"),
        ({"heat": "much"}, "plant.not_a_number"),
        ({"electricity": "-3"}, "plant.negative"),
        ({"heat_efficiency": "0"}, "plant.efficiency"),
        ({"power_efficiency": "400"}, "plant.efficiency"),
        ({"fuels": (("peat", "1"), ("peat", "2"))}, "plant.fuel_twice"),
        ({"fuels": (("peat", "x"),)}, "plant.not_a_number"),
    ],
)
def test_that_what_cannot_be_is_refused_with_a_sentence(wrong: dict[str, Any], code: str, texts: Texts) -> None:
    with pytest.raises(UserError) as refused:
        read_plant(NORD._replace(**wrong), 2020, texts)
    assert refused.value.code == code
    assert "{" not in texts.error(refused.value)


def test_that_efficiencies_are_typed_in_percent(texts: Texts) -> None:
    plant = read_plant(NORD._replace(heat_efficiency="88", power_efficiency="42.5"), 2020, texts)
    assert (plant.heat_efficiency, plant.power_efficiency) == (Decimal("0.88"), Decimal("0.425"))
