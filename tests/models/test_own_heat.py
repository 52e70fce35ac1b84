"""The factor of a heat network from its plants: published splits, sums that hold, and what is refused."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.factors import MISSING
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorStatus
from kbdesk.models.own_heat import kelvin
from kbdesk.models.own_heat import network_heat
from kbdesk.models.own_heat import plant_heat
from kbdesk.models.own_heat import split_of_set
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from tests.models.cases import case

CASES = case("unit_chp_exergy")
GAS = Factor(Decimal("0.247"), FactorStatus.EXACT, "bisko", "test")
PLANT = PlantYear(
    "CHP Nord",
    2022,
    "district_heat",
    (("natural_gas", Decimal(10000)),),
    heat_mwh=Decimal(5400),
    electricity_mwh=Decimal(3200),
    temperature_c=Decimal("66.45"),
)
amounts = st.decimals("0.1", "100000", places=1)


def gas(carrier: str) -> Factor:
    return GAS if carrier == "natural_gas" else MISSING


@pytest.mark.parametrize("example", [e for e in CASES["cases"] if e["electricity_fraction"] < 1], ids=str)
def test_that_the_published_exergetic_splits_come_out(example: dict[str, float]) -> None:
    electricity = Decimal(str(example["electricity_fraction"])) * 1000
    plant = PlantYear(
        "p",
        2022,
        "district_heat",
        PLANT.fuels,
        heat_mwh=1000 - electricity,
        electricity_mwh=electricity,
        temperature_c=Decimal(str(example["t_supply_k"])) - kelvin(Decimal(0)),
    )
    found = plant_heat(plant, Split.EXERGETIC, gas)
    assert float(found.allocation.heat) == pytest.approx(float(example["share_heat"]), abs=1e-6)
    assert float(found.allocation.electricity) == pytest.approx(float(example["share_electricity"]), abs=1e-6)


def test_that_the_example_of_the_method_paper_gives_three_quarters_to_electricity() -> None:
    """100 MWh of gas, 30 MWh of electricity, 60 MWh of heat at 339.6 K: about 75 to 25 (ifeu)."""
    plant = PlantYear(
        "p",
        2022,
        "local_heat",
        (("natural_gas", Decimal(100)),),
        Decimal(60),
        None,
        Decimal(30),
        None,
        Decimal("66.45"),
    )
    found = plant_heat(plant, Split.EXERGETIC, gas)
    assert float(found.allocation.heat) == pytest.approx(0.25, abs=0.001)
    network = network_heat([plant], Split.EXERGETIC, gas)
    assert network is not None
    assert float(network.t_per_mwh) == pytest.approx(0.25 * 24.7 / 60, rel=0.005)


def test_that_the_set_decides_the_split_unless_the_plant_names_one() -> None:
    assert split_of_set("bisko") is Split.EXERGETIC
    assert split_of_set("com-ipcc-co2-2024") is Split.EFFICIENCY
    found = plant_heat(PLANT, Split.EFFICIENCY, gas)
    assert found.split is Split.EFFICIENCY
    assert found.allocation.heat == (Decimal(5400) / Decimal("0.9")) / (
        Decimal(5400) / Decimal("0.9") + Decimal(3200) / Decimal("0.4")
    )
    named = plant_heat(replace(PLANT, split=Split.EXERGETIC), Split.EFFICIENCY, gas)
    assert named.split is Split.EXERGETIC


@given(amounts, amounts, amounts, st.sampled_from(Split), st.decimals("11", "180", places=1))
def test_that_heat_and_electricity_bear_all_emissions(
    fuel: Decimal, heat: Decimal, electricity: Decimal, split: Split, celsius: Decimal
) -> None:
    plant = PlantYear(
        "p", 2022, "local_heat", (("natural_gas", fuel),), heat, None, electricity, split, temperature_c=celsius
    )
    found = plant_heat(plant, Split.EXERGETIC, gas)
    assert float(found.heat_t + found.electricity_t) == pytest.approx(float(found.emissions_t))
    assert 0 < found.allocation.heat < 1


@given(amounts, amounts)
def test_that_a_plant_without_electricity_gives_heat_everything(fuel: Decimal, heat: Decimal) -> None:
    plant = PlantYear("p", 2022, "local_heat", (("natural_gas", fuel),), heat)
    network = network_heat([plant], Split.EXERGETIC, gas)
    assert network is not None
    assert network.plants[0].split is None
    assert network.t_per_mwh == round(fuel * Decimal("0.247") / heat, 6)


@given(amounts, amounts, st.decimals("0.01", "1", places=2))
def test_that_losses_of_the_network_raise_the_factor(fuel: Decimal, heat: Decimal, part: Decimal) -> None:
    all_sold = network_heat([PlantYear("p", 2022, "local_heat", (("natural_gas", fuel),), heat)], Split.EXERGETIC, gas)
    some = network_heat(
        [PlantYear("p", 2022, "local_heat", (("natural_gas", fuel),), heat, heat * part)], Split.EXERGETIC, gas
    )
    assert all_sold is not None
    assert some is not None
    assert some.t_per_mwh >= all_sold.t_per_mwh


def test_that_two_plants_of_a_network_are_weighed_by_their_heat() -> None:
    boiler = PlantYear("Boiler", 2022, "district_heat", (("natural_gas", Decimal(1000)),), Decimal(900))
    network = network_heat([PLANT, boiler], Split.EXERGETIC, gas)
    assert network is not None
    chp, only_heat = network.plants
    assert network.t_per_mwh == round((chp.heat_t + only_heat.heat_t) / Decimal(6300), 6)
    assert network_heat([], Split.EXERGETIC, gas) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"fuels": ()}, "plant.no_fuel"),
        ({"fuels": (("natural_gas", Decimal(0)),)}, "plant.no_fuel"),
        ({"fuels": (("peat", Decimal(5)),)}, "plant.no_factor"),
        ({"heat_mwh": None}, "plant.no_heat"),
        ({"heat_mwh": Decimal(0)}, "plant.no_heat"),
        ({"sold_mwh": Decimal(5401)}, "plant.sold"),
        ({"sold_mwh": Decimal(0)}, "plant.sold"),
        ({"temperature_c": None}, "plant.no_temperature"),
        ({"temperature_c": Decimal(9)}, "plant.too_cold"),
    ],
)
def test_that_what_is_lacking_is_named(change: dict[str, Any], code: str) -> None:
    plant = replace(PLANT, **change)
    with pytest.raises(UserError) as refused:
        plant_heat(plant, Split.EXERGETIC, gas)
    assert refused.value.code == code
    assert refused.value.parameters["plant"] == "CHP Nord"
