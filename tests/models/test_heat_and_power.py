from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.heat_and_power import efficiency_split
from kbdesk.models.heat_and_power import exergetic_split
from kbdesk.models.heat_and_power import exergy_of_heat
from kbdesk.models.heat_and_power import heat_factor
from tests.models.cases import case
from tests.models.cases import decimal

CASE = case("unit_chp_exergy")
SHARES = st.decimals(0, 1, places=4)
AMOUNTS = st.decimals("0.001", 10**6, places=3)


@pytest.mark.parametrize("example", CASE["cases"], ids=str)
def test_that_the_exergetic_examples_hold(example: dict[str, Any]) -> None:
    z = exergy_of_heat(decimal(example["t_supply_k"]))
    split = exergetic_split(decimal(example["electricity_fraction"]), z)
    assert abs(z - example["z_heat"]) < Decimal("1e-6")
    assert abs(split.electricity - decimal(example["share_electricity"])) < Decimal("1e-6")
    assert abs(split.heat - decimal(example["share_heat"])) < Decimal("1e-6")


def test_that_the_published_example_needs_the_mean_temperature() -> None:
    split = exergetic_split(Decimal(30) / 90, Decimal(1) / 6)
    assert round(split.electricity, 4) == decimal(CASE["worked_example"]["with_z_one_sixth"]["share_electricity"])
    assert round(exergy_of_heat(Decimal("339.6")), 3) == round(Decimal(1) / 6, 3)


def test_that_the_covenants_split_counts_separate_production() -> None:
    split = efficiency_split(Decimal(40), Decimal(90))
    assert (split.electricity, split.heat) == (Decimal("0.5"), Decimal("0.5"))
    assert efficiency_split(Decimal(0), Decimal(90)).heat == 1
    own = efficiency_split(Decimal(50), Decimal(90), Decimal("0.9"), Decimal("0.5"))
    assert own.heat == Decimal("0.5")


def test_that_the_factor_of_heat_is_its_share_of_the_emissions() -> None:
    split = efficiency_split(Decimal(40), Decimal(90))
    assert heat_factor(Decimal(36), Decimal(90), split) == Decimal("0.2")


@given(SHARES, st.decimals("284", "500", places=1))
def test_that_exergetic_shares_sum_to_one(fraction: Decimal, temperature: Decimal) -> None:
    split = exergetic_split(fraction, exergy_of_heat(temperature))
    assert split.electricity + split.heat == 1
    assert split.electricity >= fraction or abs(split.electricity - fraction) < Decimal("1e-20")


@given(AMOUNTS, AMOUNTS)
def test_that_efficiency_shares_sum_to_one(electricity: Decimal, heat: Decimal) -> None:
    split = efficiency_split(electricity, heat)
    assert split.electricity + split.heat == 1
    assert 0 <= split.heat <= 1


@pytest.mark.parametrize("temperature", ["283", "90", "0"])
def test_that_degrees_celsius_are_refused(temperature: str) -> None:
    with pytest.raises(UserError) as caught:
        exergy_of_heat(Decimal(temperature))
    assert caught.value.code == "heat_and_power.temperature_too_low"


@pytest.mark.parametrize("share", ["-0.1", "1.1"])
def test_that_a_share_lies_between_0_and_1(share: str) -> None:
    with pytest.raises(UserError) as caught:
        exergetic_split(Decimal(share), Decimal("0.2"))
    assert caught.value.code == "heat_and_power.no_share"


@pytest.mark.parametrize(("electricity", "heat"), [("0", "0"), ("-1", "5"), ("5", "-1")])
def test_that_a_plant_delivers_something(electricity: str, heat: str) -> None:
    with pytest.raises(UserError) as caught:
        efficiency_split(Decimal(electricity), Decimal(heat))
    assert caught.value.code == "heat_and_power.no_output"


def test_that_efficiencies_are_positive_and_a_factor_needs_heat() -> None:
    with pytest.raises(UserError) as caught:
        efficiency_split(Decimal(1), Decimal(1), Decimal(0))
    assert caught.value.code == "heat_and_power.no_efficiency"
    with pytest.raises(UserError) as caught:
        heat_factor(Decimal(1), Decimal(0), efficiency_split(Decimal(1), Decimal(1)))
    assert caught.value.code == "heat_and_power.no_output"
