"""Tables in the shapes in which offices have them."""

from decimal import Decimal

import pytest

from kbdesk.exchange.import_plan import RowState
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import Indicator
from tests import builders
from tests.exchange.examples import TABLES
from tests.exchange.examples import plan
from tests.exchange.examples import problems

FILES = {
    "german_excel_cp1252": ("cp1252", ";", 2),
    "unicode_text_utf16": ("utf-16", "\t", 2),
    "english_utf8_bom": ("utf-8", ",", 1),
    "published_totals": ("utf-8", ",", 2),
}


@pytest.mark.parametrize("name", FILES)
def test_that_tables_of_offices_are_read(name: str) -> None:
    found = plan(TABLES / f"{name}.csv")
    assert problems(found) == []
    assert (found.encoding, found.separator, found.count(RowState.NEW)) == FILES[name]


def test_that_their_numbers_are_understood() -> None:
    inventory = builders.inventory()
    for name in FILES:
        inventory = apply_edits(inventory, plan(TABLES / f"{name}.csv").edits)
    assert sorted(e.quantity or 0 for e in inventory.entries.values()) == [Decimal("1250.25"), Decimal("9650412.5")]
    assert inventory.population(2020) == 6030
    assert inventory.base_data[2020, Indicator.AREA_KM2].value == Decimal("12.71")
    assert inventory.local_factors[2020, "district_heat"].t_per_mwh == Decimal("0.0710")
    assert inventory.published[1990, ""].emissions_t == 2_400_000
