from decimal import Decimal

import pytest

from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import PublishedResult
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import typical_inventory


def test_that_a_value_and_a_notation_key_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="exclude each other"):
        Entry(EntryKey(2018, "residential", "biomass"), text="5", notation_key=NotationKey.NO)


def test_that_every_record_is_identified_by_its_place() -> None:
    identities = [
        DUDENHOFEN.identity,
        entry(2018, "residential", "biomass", "5").identity,
        BaseDatum(2018, Indicator.POPULATION, Decimal(1)).identity,
        LocalFactor(2018, "biomass", Decimal(1)).identity,
        PublishedResult(2018, Decimal(1)).identity,
        PublishedResult(2018, Decimal(1), "residential").identity,
    ]
    assert len(set(identities)) == len(identities)
    assert {len(identity) for identity in identities} == {1, 3, 4}


def test_that_two_versions_of_a_value_have_the_same_identity() -> None:
    assert entry(2018, "tertiary", "lpg", "5").identity == entry(2018, "tertiary", "lpg", "7").identity


def test_that_the_inventory_years_are_those_with_entries() -> None:
    known = typical_inventory()
    assert known.years == (2010, 2020)
    assert known.population(2010) == 5780
    assert known.population(2011) is None
