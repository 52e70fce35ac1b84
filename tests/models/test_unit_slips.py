"""The unit detector: what is implausible as it stands and plausible in another unit."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.findings import Finding
from kbdesk.models.findings import FixKind
from kbdesk.models.numbers import read_number
from kbdesk.models.readings import plain_text
from tests.builders import full_inventory
from tests.builders import review
from tests.models.reviewing import codes
from tests.models.reviewing import found
from tests.models.reviewing import key
from tests.models.reviewing import of
from tests.models.reviewing import values

POWER = ("residential", "electricity")
OIL = ("residential", "heating_oil")
WOOD = ("residential", "biomass")


def fixed(finding: Finding) -> tuple[str, str]:
    assert finding.fix is not None
    return finding.fix.kind, finding.fix.value


@pytest.mark.parametrize(
    ("place", "text", "unit", "meant"),
    [
        (POWER, "15000", "kWh", "MWh"),
        (POWER, "15", "MWh", "GWh"),
        (POWER, "15000000", "MWh", "kWh"),
        (("residential", "natural_gas"), "30000", "kWh_hs", "MWh_hs"),
        (("residential", "natural_gas"), "30000", "kWh", "MWh"),
        (OIL, "12000", "l", "MWh"),
    ],
)
def test_that_a_value_without_a_past_is_held_against_what_is_usual(
    place: tuple[str, str], text: str, unit: str, meant: str
) -> None:
    warning = of(found(values(2022, (*place, text), unit=unit)), "value.unit")
    assert fixed(warning) == (FixKind.UNIT, meant)
    assert warning.fix is not None
    assert warning.fix.keys == (warning.key,)
    right = values(2022, (*place, text), unit=meant)
    assert found(right) == ()


def test_that_the_effect_is_what_is_at_stake() -> None:
    warning = of(found(values(2022, (*POWER, "15000"), unit="kWh")), "value.unit")
    right = found(values(2022, (*POWER, "15000")), people=100)
    assert warning.effect_t == of(right, "value.usual").effect_t


def test_that_a_value_is_held_against_its_last_one_first() -> None:
    place = ("industry", "electricity")
    last = values(2021, (*place, "412"))
    slip = of(found(last, values(2022, (*place, "412345"))), "value.unit_after")
    assert fixed(slip) == (FixKind.UNIT, "kWh")
    assert dict(slip.parameters)["last"] == Decimal(412)
    joules = of(found(last, values(2022, (*place, "1500"), unit="MWh")), "value.unit_after")
    assert fixed(joules) == (FixKind.UNIT, "GJ")
    assert "value.unit_after" not in codes(found(last, values(2022, (*place, "1750"))))


def test_that_stacked_and_loose_wood_are_told_apart_by_the_last_value() -> None:
    last, now = values(2021, (*WOOD, "1000"), unit="rm_beech"), values(2022, (*WOOD, "2730"), unit="rm_beech")
    assert fixed(of(found(last, now), "value.unit_after"))[1] == "srm_chips_soft"


def test_that_a_text_with_two_readings_may_mean_the_other() -> None:
    english = [replace(e, quantity=Decimal("15.120"), text="15.120") for e in values(2022, (*POWER, "15"))]
    warning = of(found(english), "value.reading")
    assert fixed(warning) == (FixKind.QUANTITY, "15120")
    german = [replace(e, quantity=Decimal(15120000), text="15120,000") for e in values(2022, (*POWER, "15"))]
    assert fixed(of(found(german), "value.unit"))[1] == "kWh"


def test_that_several_values_of_a_carrier_in_one_wrong_unit_are_one_finding() -> None:
    cells = (*POWER, "15000"), ("tertiary", "electricity", "14000"), ("industry", "electricity", "9000")
    (warning,) = found(values(2022, *cells, unit="kWh"))
    assert (warning.code, warning.sector, warning.carrier) == ("carrier.unit", "", "electricity")
    assert fixed(warning) == (FixKind.UNIT, "MWh")
    assert warning.related == tuple(key(2022, sector, carrier) for sector, carrier, _ in _in_order(cells))
    assert warning.fix is not None
    assert warning.fix.keys == warning.related
    right = values(2022, *cells)
    assert found(right) == ()


def test_that_a_few_small_values_of_a_year_begun_are_no_slip() -> None:
    begun = values(2022, ("street_lighting", "electricity", "20000"), ("municipal_other", "electricity", "9000"))
    assert found([replace(each, unit="kWh") for each in begun]) == ()


def test_that_the_right_value_after_a_wrong_one_is_not_suspected() -> None:
    wrong, right = values(2021, (*POWER, "15000000")), values(2022, (*POWER, "15100"))
    assert [f.code for f in found(wrong, right) if f.year == 2022 and f.fix] == []


def test_that_nothing_is_proposed_where_no_unit_explains_it() -> None:
    assert codes(found(values(2022, (*POWER, "29000")))) == ["value.usual"]
    assert codes(found(values(2022, (*POWER, "15000"), unit="kWh"), people={})) == ["population.missing"]


@given(st.decimals("0.001", "999999", places=3), st.sampled_from([".", ","]), st.sampled_from(["", "kWh"]))
def test_that_a_corrected_number_has_one_reading(number: Decimal, mark: str, unit: str) -> None:
    text = plain_text(number, f"1{mark}234", unit)
    for decimal_mark in (".", ","):
        read = read_number(text, decimal_mark)
        assert (read.value, read.alternative, read.unit_text) == (number, None, unit)


def test_that_the_largest_document_is_gone_through() -> None:
    assert review(full_inventory(range(2018, 2021)))


def _in_order(cells: tuple[tuple[str, str, str], ...]) -> list[tuple[str, str, str]]:
    order = ["tertiary", "residential", "industry"]
    return sorted(cells, key=lambda cell: order.index(cell[0]))
