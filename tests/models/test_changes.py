from dataclasses import replace
from datetime import UTC
from datetime import datetime
from decimal import Decimal

import pytest

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import minimal_inventory

RECORDS: list[Record] = [
    entry(2018, "residential", "biomass", "5"),
    BaseDatum(2018, Indicator.HOUSEHOLDS, Decimal(2500)),
    LocalFactor(2018, "district_heat", Decimal("0.1")),
    PublishedResult(1990, Decimal(60000)),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_that_what_is_created_is_there_and_what_is_taken_back_is_gone(record: Record) -> None:
    before = minimal_inventory()
    after = apply_edits(before, [Edit(None, record)])
    assert after != before
    assert apply_edits(after, [Edit(record, None)]) == before
    assert apply_edits(before, [Edit(record, None)]) == before


def test_that_a_changed_municipality_replaces_the_old_one_and_stays() -> None:
    renamed = replace(DUDENHOFEN, name="Dudenhofen (Pfalz)")
    after = apply_edits(minimal_inventory(), [Edit(DUDENHOFEN, renamed)])
    assert after.municipality == renamed
    assert apply_edits(after, [Edit(renamed, None)]).municipality == renamed


def test_that_later_edits_of_a_step_build_on_earlier_ones() -> None:
    first = entry(2018, "residential", "biomass", "5")
    second = replace(first, text="6", quantity=Decimal(6))
    after = apply_edits(minimal_inventory(), [Edit(None, first), Edit(first, second)])
    assert after.entries[first.key] == second


def test_that_applying_edits_leaves_the_old_inventory_as_it_was() -> None:
    before = minimal_inventory()
    apply_edits(before, [Edit(None, record) for record in RECORDS])
    assert before == minimal_inventory()


def test_that_an_edit_is_about_a_record() -> None:
    record = RECORDS[0]
    assert Edit(None, record).identity == Edit(record, None).identity == ("entry", "2018", "residential", "biomass")
    with pytest.raises(ValueError, match="one side"):
        _ = Edit(None, None).record


def test_that_a_change_names_the_entries_it_touches() -> None:
    edits = tuple(Edit(None, record) for record in RECORDS)
    change = Change(1, StepKind.EDIT, "import", (), edits, datetime(2025, 1, 1, tzinfo=UTC), "office")
    assert change.touched() == frozenset({entry(2018, "residential", "biomass", "5").key})
