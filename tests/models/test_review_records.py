"""Checks of what stands around a value: keys, answers, grades, sources, bills, digits."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.sources import Source
from tests.models.reviewing import all_found
from tests.models.reviewing import codes
from tests.models.reviewing import found
from tests.models.reviewing import key
from tests.models.reviewing import of
from tests.models.reviewing import values

GAS = ("residential", "natural_gas")
OIL = ("residential", "heating_oil")
NO_GAS = {"card.gas_grid": Answer("card.gas_grid", NO)}


def keyed(notation_key: NotationKey, place: tuple[str, str] = GAS, year: int = 2022, **more: object) -> Entry:
    return Entry(EntryKey(year, *place), notation_key=notation_key, **more)  # type: ignore[arg-type]


def test_that_a_value_to_come_is_an_open_item_with_the_last_one() -> None:
    expected = [Entry(key(2022, *GAS), unit="MWh", source="letter", origin=Origin.CARRIED)]
    assert codes(found(expected)) == ["entry.expected"]
    open_item = of(found(values(2021, (*GAS, "30123")), expected), "entry.expected_after")
    assert (open_item.level, open_item.key) == (Level.NOTE, key(2022, *GAS))
    assert dict(open_item.parameters) == {"last": Decimal(30123), "last_year": "2021"}
    assert codes(found([replace(expected[0], origin=Origin.TYPED)])) == ["entry.no_value"]


def test_that_a_key_carried_forward_is_to_be_confirmed_unless_an_answer_says_it() -> None:
    carried = keyed(NotationKey.NO, origin=Origin.CARRIED)
    open_item = of(found([carried]), "entry.carried_key")
    assert (open_item.level, open_item.fix) == (Level.NOTE, Fix(FixKind.CONFIRM, (carried.key,)))
    assert found([carried], answers=NO_GAS) == ()
    assert found([replace(carried, origin=Origin.TYPED)]) == ()
    assert "entry.carried_key" in codes(found([replace(carried, notation_key=NotationKey.NE)], answers=NO_GAS))


def test_that_a_value_of_what_does_not_exist_is_a_warning() -> None:
    assert codes(found(values(2022, (*GAS, "30123")), answers=NO_GAS)) == ["entry.absent"]
    assert found(values(2022, (*GAS, "0")), answers=NO_GAS) == ()
    assert found(values(2022, (*OIL, "10123")), answers=NO_GAS) == ()
    assert found(values(2022, (*GAS, "30123")), answers={"card.gas_grid": Answer("card.gas_grid", "yes")}) == ()


def test_that_it_is_said_where_a_value_is_included() -> None:
    elsewhere = keyed(NotationKey.IE, ("municipal_other", "electricity"))
    assert codes(found([elsewhere])) == ["entry.contained_unknown"]
    named = replace(elsewhere, contained_in="tertiary/electricity")
    assert codes(found([named])) == ["entry.contained_nowhere"]
    assert found([named], values(2022, ("tertiary", "electricity", "16123"))) == ()
    assert found([replace(named, contained_in="tertiary")], values(2022, ("tertiary", "lpg", "161"))) == ()
    assert codes(found([named], values(2022, ("tertiary", "lpg", "161")))) == ["entry.contained_nowhere"]


def test_that_a_part_is_not_larger_than_the_whole() -> None:
    named = keyed(NotationKey.IE, ("municipal_other", "electricity"), contained_in="tertiary/electricity")
    whole = values(2022, ("tertiary", "electricity", "6123"))
    assert found(values(2021, ("municipal_other", "electricity", "6123")), [named], whole) == ()
    larger = found(values(2021, ("municipal_other", "electricity", "6124")), [named], whole)
    assert of(larger, "entry.container_smaller").related == (key(2022, "tertiary"),)


def test_that_keys_that_leave_a_gap_need_a_reason() -> None:
    gaps = [keyed(NotationKey.NE), keyed(NotationKey.C, OIL)]
    warning = of(found(gaps), "inventory.reason_missing")
    assert (warning.level, warning.parameters, len(warning.related)) == (Level.WARNING, (("count", "2"),), 2)
    assert found([replace(gap, note="asked in May") for gap in gaps]) == ()
    assert found([keyed(NotationKey.NO)]) == ()


@pytest.mark.parametrize(
    ("kind", "day", "grade", "expected"),
    [
        ("estimate", "2023-02-14", Grade.A, ["entry.grade_unlikely"]),
        ("estimate", "2023-02-14", Grade.C, []),
        ("operator", "2023-02-14", Grade.A, []),
        ("operator", "2022-12-31", Grade.A, []),
        ("operator", "2021-12-31", Grade.A, ["source.earlier"]),
        ("", "", Grade.A, []),
    ],
)
def test_that_grade_and_day_of_the_source_fit(kind: str, day: str, grade: Grade, expected: list[str]) -> None:
    sources = {"s1": Source("s1", "Stadtwerke", kind, date=day)}
    entries = values(2022, (*GAS, "30120"), source_id="s1", grade=grade)
    assert codes(found(entries, sources=sources)) == expected
    assert found(values(2022, (*GAS, "30123"), source_id="gone")) == ()


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        ([("2021-10-01", "2022-09-30"), ("2022-10-01", "2023-09-30")], None),
        ([("2021-10-01", "2022-09-30")], "92"),
        ([("2022-03-01", "2022-12-31"), ("2021-01-01", "2021-12-31")], "59"),
        ([("2021-10-01", "2022-06-30"), ("2022-06-01", "2022-07-31"), ("2022-09-01", "2023-01-31")], "31"),
        ([("2023-01-01", "2023-12-31")], "365"),
        ([], "365"),
    ],
)
def test_that_bills_cover_the_whole_year(periods: list[tuple[str, str]], missing: str | None) -> None:
    bills = {str(n): _bill(str(n), *period) for n, period in enumerate(periods)}
    warnings = found(values(2022, (*GAS, "30123"), origin=Origin.BILLS), bills=bills)
    assert [dict(f.parameters)["days"] for f in warnings] == ([] if missing is None else [missing])
    assert found(values(2022, (*GAS, "30123")), bills=bills) == ()


def test_that_round_numbers_are_one_note_a_year() -> None:
    rounds = all_found(values(2022, (*GAS, "30000"), (*OIL, "12000"), ("tertiary", "lpg", "900")))
    note = of(rounds, "entry.round")
    assert (note.level, note.parameters) == (Level.NOTE, (("count", "2"),))
    assert note.related == (key(2022, *GAS), key(2022, *OIL))
    assert "entry.round" not in codes(all_found(values(2022, (*GAS, "30000"), grade=Grade.C)))
    assert "entry.round" not in codes(all_found(values(2022, (*GAS, "30100"))))


def test_that_an_estimate_has_few_digits() -> None:
    def digits(text: str, **more: Any) -> list[Finding]:
        return [f for f in all_found(values(2022, (*GAS, text), **more)) if f.code == "entry.too_precise"]

    assert len(digits("30123", grade=Grade.C)) == 1
    assert digits("30120", grade=Grade.D) == digits("30123", grade=Grade.B) == []
    assert digits("30123", grade=Grade.D, origin=Origin.START) == []


def test_that_national_figures_among_the_largest_emissions_are_named() -> None:
    large = (*GAS, "30120"), (*OIL, "12120"), ("tertiary", "natural_gas", "9120")
    small = values(2022, ("tertiary", "heating_oil", "1120"), grade=Grade.D)
    assert found(values(2022, *large), small) == ()
    weak = of(found(values(2022, *large, grade=Grade.D), small), "inventory.weak")
    assert (weak.parameters, len(weak.related)) == ((("count", "3"),), 3)


def test_that_a_calorific_value_of_oil_is_the_net_one() -> None:
    def oil(mwh_per_litre: str, unit: str = "l") -> list[str]:
        parameters = (("mwh_per_unit", Decimal(mwh_per_litre)),)
        return codes(found([replace(e, parameters=parameters) for e in values(2022, (*OIL, "900000"), unit=unit)]))

    assert oil("0.0097") == oil("0.0108") == []
    assert oil("0.01082") == ["oil.calorific_value"]
    assert oil("0.0096") == ["oil.calorific_value"]


def test_that_local_factors_are_plausible() -> None:
    def local(carrier: str, factor: str) -> list[str]:
        place = ("residential", carrier)
        text = "15123" if carrier == "electricity" else "30123"
        known = [LocalFactor(2018, carrier, Decimal(factor), "works")]
        return codes(found(values(2018, (*place, text)), local=known))

    assert local("natural_gas", "0.15") == []
    assert local("natural_gas", "0.149") == ["factor.fossil_low"]
    assert local("biomass", "0.02") == []
    assert local("electricity", "0.9") == []
    assert local("electricity", "1.3") == ["factor.electricity_high"]


def _bill(id_: str, first: str, last: str) -> Bill:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Bill(id_, *GAS, *days, "100", Decimal(100), "MWh")
