"""Single values against their last value and what is usual: a figure that is found, and one that just is not."""

from decimal import Decimal

import pytest

from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.inventory import Origin
from tests.models.reviewing import codes
from tests.models.reviewing import found
from tests.models.reviewing import key
from tests.models.reviewing import of
from tests.models.reviewing import values

POWER = ("residential", "electricity")
GAS = ("residential", "natural_gas")
OIL = ("residential", "heating_oil")
HEAT = ("tertiary", "district_heat")


def pair(place: tuple[str, str], before: str, now: str, unit: str = "MWh", last_unit: str = "MWh") -> list[str]:
    earlier, later = values(2021, (*place, before), unit=last_unit), values(2022, (*place, now), unit=unit)
    return codes(f for f in found(earlier, later) if f.year == 2022 and not f.code.endswith(".ratio"))


def test_that_a_jump_of_a_grid_bound_value_is_a_warning_with_both_values() -> None:
    assert pair(POWER, "15000", "18000") == []
    assert pair(POWER, "15000", "18001") == ["value.jump"]
    assert pair(POWER, "15000", "11999") == ["value.jump"]
    (jump,) = (f for f in found(values(2021, (*POWER, "15000")), values(2022, (*POWER, "19500"))) if f.sector)
    assert dict(jump.parameters) == {
        "value": Decimal(19500),
        "last": Decimal(15000),
        "last_year": "2021",
        "change": "+30",
    }


def test_that_a_small_amount_may_jump() -> None:
    assert pair(HEAT, "400", "600") == []
    assert pair(HEAT, "400", "601") == ["value.jump"]


def test_that_deliveries_may_differ_more() -> None:
    assert pair(OIL, "10000", "14000") == []
    assert pair(OIL, "10000", "14001") == ["value.jump_delivered"]


def test_that_years_far_apart_may_differ_more_too() -> None:
    def over_years(now: str) -> list[str]:
        return codes(f for f in found(values(2015, (*POWER, "9000")), values(2020, (*POWER, now))) if f.sector)

    assert over_years("15300") == []
    assert over_years("15301") == ["value.change"]
    assert over_years("2699") != []


def test_that_a_value_is_compared_with_the_nearest_of_the_two_years_before() -> None:
    years = values(2019, (*POWER, "9000")), values(2020, (*OIL, "9000")), values(2021, (*POWER, "15000"))
    assert "value.jump" in codes(found(*years))
    forgotten = values(2018, (*POWER, "9000")), values(2019, (*OIL, "9000")), values(2020, (*OIL, "9100"))
    assert "value.jump" not in codes(found(*forgotten, values(2021, (*POWER, "15000"))))


def test_that_the_same_digits_as_last_year_are_suspected_unless_they_are_few() -> None:
    assert pair(POWER, "15120", "15120") == ["value.repeated"]
    assert pair(POWER, "15100", "15100") == ["value.repeated"]
    assert pair(POWER, "15000", "15000") == []
    assert pair(POWER, "15120", "15121") == []


def test_that_estimates_of_the_start_inventory_may_repeat_and_be_tiny() -> None:
    tiny = ("tertiary", "heating_oil", "0.123")
    first, second = values(2021, tiny, origin=Origin.START), values(2022, tiny, origin=Origin.START)
    assert found(first, second) == ()


def test_that_a_value_far_from_what_is_usual_is_a_warning() -> None:
    assert found(values(2022, (*POWER, "27300"))) == ()
    unusual = of(found(values(2022, (*POWER, "27400"))), "value.usual")
    assert dict(unusual.parameters) == {"kwh": Decimal(2740), "low": Decimal(455), "high": Decimal(2710)}
    assert found(values(2022, (*POWER, "4360"))) == ()
    assert codes(found(values(2022, (*POWER, "4340")))) == ["value.usual"]


def test_that_heating_fuels_replace_one_another() -> None:
    assert found(values(2022, (*GAS, "135000"))) == ()
    assert codes(found(values(2022, (*GAS, "135700")))) == ["value.usual"]
    assert found(values(2022, (*GAS, "300"))) == ()


def test_that_less_than_a_megawatt_hour_is_hardly_right() -> None:
    assert codes(found(values(2022, ("industry", "heating_oil", "0.99")))) == ["value.tiny"]
    assert found(values(2022, ("industry", "heating_oil", "1"))) == ()
    assert found(values(2022, ("industry", "heating_oil", "0"))) == ()


@pytest.mark.parametrize(("now", "expected"), [("1520", ["value.decimal_slip"]), ("152000", ["value.decimal_slip"])])
def test_that_a_digit_too_few_or_too_many_is_said(now: str, expected: list[str]) -> None:
    place = ("industry", "electricity")
    assert pair(place, "15000", now) == expected


def test_that_gas_in_another_basis_than_last_year_can_be_put_right() -> None:
    last = values(2021, (*GAS, "20000000"), unit="kWh_hs")
    gross_as_net = found(last, values(2022, (*GAS, "20400000"), unit="kWh"))
    assert of(gross_as_net, "gas.basis_changed").fix == Fix(FixKind.UNIT, (key(2022, *GAS),), "kWh_hs")
    net_as_gross = found(values(2021, (*GAS, "20000"), unit="MWh"), values(2022, (*GAS, "19700"), unit="MWh_hs"))
    assert of(net_as_gross, "gas.basis_changed").fix == Fix(FixKind.UNIT, (key(2022, *GAS),), "MWh")
    assert "gas.basis_changed" not in codes(found(last, values(2022, (*GAS, "18900000"), unit="kWh")))


def test_that_gas_in_the_same_basis_must_differ_by_just_the_quotient() -> None:
    assert pair(GAS, "18040000", "20000000", "kWh", "kWh") == ["gas.basis"]
    assert pair(GAS, "18040000", "20150000", "kWh", "kWh") == ["gas.basis"]
    assert pair(GAS, "18040000", "20300000", "kWh", "kWh") == []
    assert pair(OIL, "18040", "20000") == []
