"""How many of the four key sectors a year covers."""

import pytest

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.coverage import covered_key_sectors
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import review
from tests.builders import rules
from tests.builders import typical_inventory


def _covered(*entries: Entry) -> frozenset[str]:
    return covered_key_sectors(compute_inventory(inventory(entries), rules())[2020], codebook())


def test_that_amounts_that_cannot_be_split_cover_all_buildings() -> None:
    assert _covered(entry(2020, "buildings_unallocated", "electricity", "1")) == {
        "municipal",
        "tertiary",
        "residential",
    }


@pytest.mark.parametrize("sector", ["industry", "industry_ets", "agriculture"])
def test_that_industry_and_agriculture_are_no_key_sectors(sector: str) -> None:
    assert _covered(entry(2020, sector, "electricity", "1")) == frozenset()


def test_that_what_does_not_occur_is_covered_and_what_is_not_known_is_not() -> None:
    absent = Entry(EntryKey(2020, "residential", "electricity"), notation_key=NotationKey.NO)
    unknown = Entry(EntryKey(2020, "tertiary", "electricity"), notation_key=NotationKey.NE)
    stranger = Entry(EntryKey(2020, "moon", "electricity"), notation_key=NotationKey.NO)
    assert _covered(absent, unknown, stranger) == {"residential"}


def test_that_a_year_with_one_sector_is_warned_about_and_a_typical_one_is_not() -> None:
    assert "inventory.partial" in {finding.code for finding in review(minimal_inventory())}
    assert "inventory.partial" not in {finding.code for finding in review(typical_inventory())}
