from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.heat_pumps import SEASONAL_PERFORMANCE_FACTOR
from kbdesk.models.heat_pumps import heat_pump_electricity
from kbdesk.models.heat_pumps import shares_taken_off
from tests.models.cases import case
from tests.models.cases import decimal

CASES = case("unit_heat_pump")["cases"]
AMOUNTS = st.none() | st.integers(-5, 5000).map(Decimal)


@pytest.mark.parametrize("example", [c for c in CASES if "ef_env" in c], ids=str)
def test_that_the_factor_examples_hold(example: dict[str, Decimal]) -> None:
    assert example["jaz"] == SEASONAL_PERFORMANCE_FACTOR
    assert decimal(example["ef_el"]) / example["jaz"] == example["ef_env"]


@pytest.mark.parametrize("example", [c for c in CASES if "heat_mwh" in c], ids=str)
def test_that_the_electricity_example_holds(example: dict[str, Decimal]) -> None:
    found = heat_pump_electricity(example["heat_mwh"], example["jaz"])
    assert round(found, 3) == example["subtract_electricity_mwh"]


def test_that_the_first_meter_bears_the_heat_pumps_and_the_second_the_rest() -> None:
    assert shares_taken_off(Decimal(320), [Decimal(1000), Decimal(50)]) == (Decimal(100), None)
    assert shares_taken_off(Decimal(320), [Decimal(30), Decimal(900)]) == (Decimal(30), Decimal(70))
    assert shares_taken_off(Decimal(320), [None, Decimal(900)]) == (None, Decimal(100))


def test_that_without_ambient_heat_nothing_is_taken_off() -> None:
    for heat in (None, Decimal(0), Decimal(-3)):
        assert shares_taken_off(heat, [Decimal(1000)]) == (None,)


@given(AMOUNTS, st.lists(AMOUNTS, max_size=3))
def test_that_never_more_is_taken_off_than_was_metered(heat: Decimal | None, metered: list[Decimal | None]) -> None:
    shares = shares_taken_off(heat, metered)
    assert len(shares) == len(metered)
    for share, amount in zip(shares, metered, strict=True):
        assert share is None or (amount is not None and 0 < share <= amount)
    needed = heat_pump_electricity(max(heat or Decimal(0), Decimal(0)))
    available = sum((amount for amount in metered if amount is not None and amount > 0), Decimal(0))
    assert sum((share for share in shares if share), Decimal(0)) == min(needed, available)


def test_that_a_performance_factor_is_positive() -> None:
    with pytest.raises(UserError) as caught:
        heat_pump_electricity(Decimal(1), Decimal(0))
    assert caught.value.code == "heat_pump.performance_factor"
