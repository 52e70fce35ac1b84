from dataclasses import replace
from decimal import Decimal

from kbdesk.models.changes import Edit
from kbdesk.models.changes import apply_edits
from kbdesk.models.consequences import with_consequences
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.second_looks import SecondLook
from tests.builders import entry
from tests.builders import typical_inventory

HEAT = ("residential", "district_heat")
LOOKS = [SecondLook(2020, sector, "Head of office", "2021-03-01") for sector in ("residential", "tertiary")]
GAS = EntryKey(2020, "residential", "natural_gas")


def looked_at() -> Inventory:
    return replace(typical_inventory(), second_looks={(look.year, look.sector): look for look in LOOKS})


def followed(
    *edits: Edit, absent: tuple[tuple[str, str], ...] = (), years: tuple[int, ...] = (2010, 2020)
) -> Inventory:
    there = looked_at()
    return apply_edits(there, with_consequences(there, edits, absent, years))


def test_that_any_edit_of_a_value_takes_back_the_look_at_its_sector_only() -> None:
    gas = typical_inventory().entries[GAS]
    for after in (replace(gas, note="asked"), replace(gas, text="1", quantity=Decimal(1)), None):
        assert list(followed(Edit(gas, after)).second_looks) == [(2020, "tertiary")]


def test_that_the_same_sector_of_another_year_is_left_alone() -> None:
    assert len(followed(Edit(None, entry(2021, "residential", "lpg", "5"))).second_looks) == len(LOOKS)


def test_that_base_data_take_no_look_back() -> None:
    assert len(followed(Edit(None, BaseDatum(2020, Indicator.HOUSEHOLDS, Decimal(5)))).second_looks) == len(LOOKS)


def test_that_a_look_recorded_in_the_same_step_stays() -> None:
    gas = typical_inventory().entries[GAS]
    newer = replace(LOOKS[0], who="Council")
    found = followed(Edit(gas, replace(gas, note="asked")), Edit(LOOKS[0], newer))
    assert found.second_looks[2020, "residential"] == newer


def test_that_a_look_is_taken_back_once_in_a_step_of_many_edits() -> None:
    gas, power = (typical_inventory().entries[GAS._replace(carrier=c)] for c in ("natural_gas", "electricity"))
    edits = with_consequences(looked_at(), [Edit(gas, None), Edit(power, None)], (), (2020,))
    assert sum(isinstance(edit.record, SecondLook) for edit in edits) == 1


def test_that_the_first_entry_of_a_year_brings_what_does_not_exist() -> None:
    made = entry(2023, "residential", "electricity", "5")
    found = followed(Edit(None, made), absent=(HEAT, ("residential", "electricity")))
    assert found.entries[EntryKey(2023, *HEAT)] == Entry(
        EntryKey(2023, *HEAT), notation_key=NotationKey.NO, origin=Origin.CARRIED
    )
    assert found.entries[made.key] == made


def test_that_a_year_that_has_entries_gets_no_keys_by_itself() -> None:
    found = followed(Edit(None, entry(2020, "residential", "lpg", "5")), absent=(HEAT,))
    assert EntryKey(2020, *HEAT) not in found.entries
