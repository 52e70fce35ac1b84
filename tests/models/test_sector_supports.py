"""A target of a sector is judged by the emissions of that sector alone."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.progress import SupportYear
from kbdesk.models.progress import Verdict
from kbdesk.models.progress import assess
from kbdesk.models.sector_supports import GROUPS
from kbdesk.models.sector_supports import sector_supports
from kbdesk.models.sector_supports import sectors_of
from kbdesk.models.targets import Target
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

PEOPLE = {2010: 1000, 2018: 1000}


def supports(target: str, *entries: Entry, published: tuple[PublishedResult, ...] = ()) -> tuple[SupportYear, ...]:
    of = inventory(entries, population=PEOPLE, published=published)
    return sector_supports(of, compute_inventory(of, rules()), codebook(), target)


def test_that_a_bisko_sector_holds_its_sectors_and_every_sector_with_energy_is_in_one() -> None:
    assert sectors_of("PH", codebook()) == {"residential"}
    assert sectors_of("GHD", codebook()) == {"tertiary", "agriculture"}
    assert sectors_of("road_freight", codebook()) == {"road_freight"}
    assert sectors_of("nowhere", codebook()) == sectors_of("", codebook()) == frozenset()
    grouped = {sector for group in GROUPS for sector in sectors_of(group, codebook())}
    assert {s.id for s in codebook().sectors.values() if s.bisko} - grouped == {"buildings_unallocated"}


def test_that_only_the_emissions_of_the_sector_count() -> None:
    cells = [entry(2018, "residential", "electricity", "1000"), entry(2018, "tertiary", "electricity", "9000")]
    assert supports("PH", *cells) == (
        SupportYear(2018, Decimal("544.000"), Decimal(1000), published=False, complete=True),
    )
    assert supports("V", *cells) == ()


def test_that_a_missing_value_or_an_amount_that_is_not_split_makes_a_lower_bound() -> None:
    power = entry(2018, "residential", "electricity", "1000")
    gas = Entry(EntryKey(2018, "residential", "natural_gas"), notation_key=NotationKey.NE)
    unsplit = entry(2018, "buildings_unallocated", "natural_gas", "50")
    other = entry(2018, "transport_unallocated", "diesel", "50")
    assert [support.complete for support in supports("PH", power, other)] == [True]
    assert [support.complete for support in supports("PH", power, gas)] == [False]
    assert [support.complete for support in supports("PH", power, unsplit)] == [False]
    assert [support.complete for support in supports("V", power, other)] == [True], "it is part of all transport"


def test_that_published_results_of_the_sector_serve_where_there_is_no_inventory() -> None:
    published = (
        PublishedResult(1990, Decimal(700), "residential"),
        PublishedResult(1990, Decimal(900), "industry"),
        PublishedResult(2018, Decimal(1), "residential"),
    )
    found = supports("PH", entry(2018, "residential", "electricity", "1000"), published=published)
    assert [(s.year, s.emissions_t, s.published) for s in found] == [
        (1990, Decimal(700), True),
        (2018, Decimal("544.000"), False),
    ]


def test_that_the_fleet_has_targets_of_its_own_and_is_not_added_to_transport() -> None:
    cells = [entry(2018, "municipal_fleet", "diesel", "100"), entry(2018, "road_passenger", "diesel", "1000")]
    (fleet,), (transport,) = supports("municipal_fleet", *cells), supports("V", *cells)
    assert transport.emissions_t == fleet.emissions_t * 10


def test_that_a_sector_target_is_judged_by_its_sector() -> None:
    half = Target("t1", "Half", Basis.TOTAL, CommitmentKind.REDUCTION, Decimal("0.5"), 2010, 2030, sector="PH")
    assert half.as_commitment().sector == "PH"
    cells = [entry(2010, "residential", "natural_gas", "1000"), entry(2018, "residential", "natural_gas", "700")]
    more = [entry(2018, "industry", "natural_gas", "90000")]
    found = assess(half.as_commitment(), supports("PH", *cells, *more), 1990)
    assert (found.verdict, found.base_year, found.latest_year) == (Verdict.ON_TRACK, 2010, 2018)


@given(st.dictionaries(st.sampled_from([s.id for s in codebook().sectors.values() if s.bisko]), st.integers(1, 10**6)))
def test_that_bisko_sectors_and_what_is_not_split_sum_to_the_total(amounts: dict[str, int]) -> None:
    cells = [entry(2018, sector, "natural_gas", str(mwh)) for sector, mwh in amounts.items()]
    of = inventory(cells, population=PEOPLE)
    results = compute_inventory(of, rules())
    found = [s for group in (*GROUPS, "buildings_unallocated") for s in sector_supports(of, results, codebook(), group)]
    total = results[2018].emissions_t.value if results else None
    assert sum(s.emissions_t for s in found) == (total or 0)
