from decimal import Decimal

import pytest

from kbdesk.models.calculation import FactorFinder
from kbdesk.models.national import NationalEnergy
from kbdesk.models.national import NationalTables
from kbdesk.models.national import Span
from kbdesk.models.national import read_national
from kbdesk.models.national_sectors import NationalComparison
from kbdesk.models.national_sectors import NationalSectors
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import rules

HOUSEHOLDS = frozenset({"residential"})
SERVICES = frozenset({"tertiary", "agriculture", "municipal_buildings"})
PLACES = {
    ("households", "*"): ("residential", "*"),
    ("services", "*"): ("tertiary", "*"),
    ("agriculture", "*"): ("agriculture", "*"),
}


def tables(*weak: Span) -> NationalTables:
    energy = [
        NationalEnergy(2010, "households", "electricity", Decimal(2000), "s"),
        NationalEnergy(2010, "households", "natural_gas", Decimal(6000), "s"),
        NationalEnergy(2020, "households", "electricity", Decimal(3000), "t"),
        NationalEnergy(2010, "services", "electricity", Decimal(1000), "s"),
        NationalEnergy(2010, "agriculture", "diesel", Decimal(500), "s"),
    ]
    coverage = [
        Span("households", 2010, 2010, "complete"),
        Span("households", 2020, 2020, "electricity_only"),
        Span("services", 2010, 2010, "complete"),
    ]
    people = {2010: Decimal(1000), 2020: Decimal(1000)}
    return NationalTables("XX", energy, people, coverage, weak, PLACES, {"s": "Statistics", "t": "Other"})


def test_that_all_carriers_of_a_complete_year_are_taken_per_inhabitant() -> None:
    found = NationalSectors(tables(), codebook()).find(HOUSEHOLDS, 2010)
    assert found is not None
    assert found.energy == {"electricity": Decimal(2), "natural_gas": Decimal(6)}
    assert (found.mwh_per_inhabitant, found.year, found.sources) == (Decimal(8), 2010, ("Statistics",))


def test_that_a_year_with_electricity_alone_gives_way_to_the_nearest_complete_one() -> None:
    found = NationalSectors(tables(), codebook()).find(HOUSEHOLDS, 2020)
    assert found is not None
    assert found.year == 2010


def test_that_every_national_sector_has_to_be_complete() -> None:
    assert NationalSectors(tables(), codebook()).find(SERVICES, 2010) is None


def test_that_farms_that_are_counted_among_commerce_are_not_missed() -> None:
    found = NationalSectors(tables(Span("agriculture", 2000, 2015, "no", "")), codebook()).find(SERVICES, 2010)
    assert found is not None
    assert found.energy == {"electricity": Decimal(1)}


def test_that_what_is_not_to_be_used_is_no_average() -> None:
    unusable = NationalSectors(tables(Span("households", 1990, 2100, "no", "")), codebook())
    assert unusable.find(HOUSEHOLDS, 2010) is None


@pytest.mark.parametrize("sectors", [frozenset({"industry"}), frozenset[str]()])
def test_that_sectors_without_a_table_have_no_average(sectors: frozenset[str]) -> None:
    assert NationalSectors(tables(), codebook()).find(sectors, 2010) is None
    assert NationalSectors(None, codebook()).find(HOUSEHOLDS, 2010) is None


def test_that_emissions_are_missing_where_one_carrier_has_no_factor() -> None:
    """The Covenant's sets have no factor for heat networks: none is taken for granted."""
    german = NationalSectors(read_national(resources_dir() / "national", "DE"), codebook())
    average = german.find(HOUSEHOLDS, 2015)
    assert average is not None
    bisko = NationalComparison("DE", german, FactorFinder(rules("bisko"), "DE", {}))
    covenant = NationalComparison("DE", german, FactorFinder(rules("com-lca-co2e-2024"), "DE", {}))
    emissions = bisko.emissions_t(average, 2015)
    assert emissions is not None
    assert 2 < emissions < 3
    assert covenant.emissions_t(average, 2015) is None
