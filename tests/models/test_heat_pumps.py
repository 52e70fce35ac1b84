from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.heat_pumps import SEASONAL_PERFORMANCE_FACTOR
from kbdesk.models.heat_pumps import heat_pump_electricity
from kbdesk.models.heat_pumps import without_heat_pumps
from tests.models.cases import case
from tests.models.cases import decimal

CASES = case("unit_heat_pump")["cases"]


@pytest.mark.parametrize("example", [c for c in CASES if "ef_env" in c], ids=str)
def test_that_the_factor_examples_hold(example: dict[str, Decimal]) -> None:
    assert example["jaz"] == SEASONAL_PERFORMANCE_FACTOR
    assert decimal(example["ef_el"]) / example["jaz"] == example["ef_env"]


@pytest.mark.parametrize("example", [c for c in CASES if "heat_mwh" in c], ids=str)
def test_that_the_electricity_example_holds(example: dict[str, Decimal]) -> None:
    found = heat_pump_electricity(example["heat_mwh"], example["jaz"])
    assert round(found, 3) == example["subtract_electricity_mwh"]


def test_that_the_heat_pumps_share_is_taken_off_what_was_metered() -> None:
    assert without_heat_pumps(Decimal(1000), Decimal(320)) == Decimal(900)
    assert without_heat_pumps(Decimal(100), Decimal(320)) == Decimal(0)


def test_that_missing_stays_missing() -> None:
    assert without_heat_pumps(None, Decimal(320)) is None
    assert without_heat_pumps(Decimal(1000), None) is None


def test_that_heat_pumps_cannot_use_more_than_was_metered() -> None:
    with pytest.raises(UserError) as caught:
        without_heat_pumps(Decimal(99), Decimal(320))
    assert caught.value.code == "heat_pump.more_than_metered"


def test_that_a_performance_factor_is_positive() -> None:
    with pytest.raises(UserError) as caught:
        heat_pump_electricity(Decimal(1), Decimal(0))
    assert caught.value.code == "heat_pump.performance_factor"
