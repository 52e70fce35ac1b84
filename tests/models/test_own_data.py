from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Origin
from kbdesk.models.own_data import is_own
from kbdesk.models.own_data import own_data_share
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules


def share_of(*entries: Entry) -> Decimal | None:
    (result,) = compute_inventory(inventory(entries), rules()).values()
    return own_data_share(result.cells)


@pytest.mark.parametrize(
    ("grade", "source", "origin", "own"),
    [
        (Grade.A, "", Origin.TYPED, True),
        (Grade.B, "", Origin.IMPORT, True),
        (Grade.C, "letter", Origin.TYPED, False),
        (Grade.D, "letter", Origin.TYPED, False),
        (None, "letter", Origin.TYPED, True),
        (None, "", Origin.TYPED, False),
        (None, "national average", Origin.START, False),
        (Grade.A, "", Origin.START, False),
    ],
)
def test_that_a_value_is_own_by_its_grade_or_else_by_its_source(
    grade: Grade | None, source: str, origin: Origin, *, own: bool
) -> None:
    assert is_own(entry(2022, "residential", "electricity", "1", grade=grade, source=source, origin=origin)) is own


def test_that_a_source_record_makes_a_value_own() -> None:
    assert is_own(entry(2022, "residential", "electricity", "1", grade=None, source_id="s1"))


def test_that_the_share_is_one_of_emissions_not_of_values() -> None:
    gas = entry(2022, "residential", "natural_gas", "3000", grade=Grade.A)
    little = entry(2022, "tertiary", "natural_gas", "1000", grade=Grade.D)
    assert share_of(gas, little) == Decimal("0.75")


def test_that_what_is_missing_counts_on_neither_side() -> None:
    waiting = Entry(EntryKey(2022, "tertiary", "natural_gas"), unit="MWh", origin=Origin.CARRIED)
    assert share_of(entry(2022, "residential", "natural_gas", "10"), waiting) == 1
    assert share_of(waiting) is None
    assert share_of(entry(2022, "residential", "natural_gas", "0")) is None


@given(strategies.lists(strategies.tuples(strategies.integers(0, 10**6), strategies.sampled_from([*Grade, None]))))
def test_that_the_share_lies_between_nothing_and_everything(values: list[tuple[int, Grade | None]]) -> None:
    carriers = list(rules().codebook.carriers)
    cells = [
        entry(2022, "residential", carrier, str(mwh), grade=grade)
        for carrier, (mwh, grade) in zip(carriers, values, strict=False)
    ]
    if cells:
        share = share_of(*cells)
        assert share is None or 0 <= share <= 1
