from decimal import Decimal

import pytest

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.commitments import read_commitments
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.progress import Point
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.models.progress import Verdict
from kbdesk.models.progress import assess
from kbdesk.models.progress import published_totals
from kbdesk.models.progress import support_years
from kbdesk.models.progress import target_path
from kbdesk.models.progress import trend
from kbdesk.models.progress import trend_reaches
from kbdesk.models.progress import windows
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules
from tests.models.cases import case
from tests.models.cases import decimal

COMMITMENTS = {c.id: c for c in read_commitments(resources_dir() / "commitments" / "commitments.csv")}
BIELEFELD = case("bielefeld_progress")
EXPECTED = BIELEFELD["expected"]


def bielefeld() -> Inventory:
    return inventory(
        municipality=Municipality("DE", "Bielefeld", "05711000", 1990, "bisko"),
        population={int(year): people for year, people in BIELEFELD["population"].items()},
        published=[
            PublishedResult(int(year), decimal(found["Gesamt"]) * 1000)
            for year, found in BIELEFELD["emissions_kt"].items()
        ],
    )


def progress_of_bielefeld(commitment: str) -> Progress:
    return assess(COMMITMENTS[commitment], support_years(bielefeld(), {}, codebook()), 1990)


def support(year: int, tonnes: str, people: int | None = 1000, *, complete: bool = True) -> SupportYear:
    population = None if people is None else Decimal(people)
    return SupportYear(year, Decimal(tonnes), population, published=False, complete=complete)


def test_that_bielefeld_has_its_published_five_year_changes() -> None:
    found = {f"{w.from_year}-{w.to_year}": w for w in progress_of_bielefeld("ca-ten-percent").windows}
    for span, change in EXPECTED["five_year_change_total"].items():
        assert abs(found[span].change_per_five_years - float(change)) <= 0.0005
    assert found["2000-2005"].met
    assert not found["2005-2010"].met


def test_that_bielefeld_has_its_published_emissions_per_inhabitant() -> None:
    for found in support_years(bielefeld(), {}, codebook()):
        per_head = found.value(COMMITMENTS["ca-2.5t"].basis)
        assert per_head is not None
        assert abs(per_head - float(EXPECTED["per_capita_t"][str(found.year)])) <= 0.0005


def test_that_bielefeld_has_its_published_changes_against_1990() -> None:
    points = {s.year: s for s in support_years(bielefeld(), {}, codebook())}
    for basis_id, name in (("ca-ten-percent", "change_vs_1990"), ("ca-half-2030", "per_capita_change_vs_1990")):
        basis = COMMITMENTS[basis_id].basis
        base = points[1990].value(basis)
        for year, change in EXPECTED[name].items():
            value = points[int(year)].value(basis)
            assert base is not None
            assert value is not None
            assert abs(value / base - 1 - float(change)) <= 0.0005


def test_that_bielefeld_has_its_target_path() -> None:
    path = dict(progress_of_bielefeld("ca-ten-percent").path)
    for year, kt in EXPECTED["ca_path_compound_kt"].items():
        assert abs(path[int(year)] / 1000 - float(kt)) <= 0.06
    half = dict(progress_of_bielefeld("ca-half-2030").path)
    assert abs(half[2030] - float(EXPECTED["halving_target_2030_t_per_capita"])) <= 0.0005


def test_that_bielefeld_is_where_its_figures_say() -> None:
    level = progress_of_bielefeld("ca-2.5t")
    assert level.verdict is Verdict.OFF_TRACK
    assert level.latest_year == 2018
    assert level.distance is not None
    assert abs(level.distance - float(EXPECTED["gap_to_2_5_t_in_2018"])) <= 0.0005
    assert progress_of_bielefeld("ca-ten-percent").verdict is Verdict.OFF_TRACK
    assert progress_of_bielefeld("ca-half-2030").verdict is Verdict.ON_TRACK
    assert progress_of_bielefeld("ca-95-2050").verdict is Verdict.OFF_TRACK
    assert not level.base_year_replaced


def test_that_bielefelds_irregular_last_step_is_scaled_to_five_years() -> None:
    last = progress_of_bielefeld("ca-ten-percent").windows[-1]
    assert (last.from_year, last.to_year) == (2015, 2018)
    assert last.change_per_five_years == pytest.approx((2316 / 2552) ** (5 / 3) - 1)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([2000, 2003, 2005], [(2000, 2003), (2000, 2005)]),
        ([2000, 2004, 2009], [(2000, 2004), (2004, 2009)]),
        ([2000, 2002], []),
        ([2000, 2008], []),
        ([1999, 2001, 2005], [(1999, 2005), (2001, 2005)][:1]),
    ],
)
def test_that_windows_reach_back_about_five_years(years: list[int], expected: list[tuple[int, int]]) -> None:
    found = windows([Point(year, 100.0) for year in years])
    assert [(w.from_year, w.to_year) for w in found] == expected


def test_that_windows_need_emissions_above_zero_to_start_from() -> None:
    assert windows([Point(2000, 0.0), Point(2005, 5.0)]) == ()
    assert windows([Point(2000, 5.0), Point(2005, -1.0)]) == ()
    assert windows([Point(2000, 5.0), Point(2005, 0.0)])[0].change_per_five_years == -1.0


def test_that_exactly_ten_percent_in_five_years_are_enough() -> None:
    assert windows([Point(2000, 1000.0), Point(2005, 900.0)])[0].met
    assert not windows([Point(2000, 1000.0), Point(2005, 901.0)])[0].met


def test_that_the_trend_follows_the_last_five_support_years() -> None:
    line = trend([Point(1990, 900.0), *(Point(2000 + i, 100.0 - 2 * i) for i in range(5))])
    assert line is not None
    assert line[0] == pytest.approx(-2.0)
    assert trend([Point(2000, 1.0), Point(2001, 2.0)]) is None


def test_that_the_trend_says_when_the_goal_is_reached() -> None:
    falling = [Point(2000 + i, 10.0 - i * 0.5) for i in range(4)]
    assert trend_reaches(falling, 2.5) == 2015
    assert trend_reaches(falling, 100.0) == 2003
    assert trend_reaches(falling, None) is None
    assert trend_reaches([Point(2000 + i, 5.0) for i in range(4)], 2.5) is None


def test_that_own_inventories_go_before_published_results() -> None:
    known = inventory(
        [entry(2018, "residential", "electricity", "1000"), entry(2019, "residential", "district_cooling", "5")],
        population={2018: 100, 1990: 90},
        published=[PublishedResult(2018, Decimal(1)), PublishedResult(1990, Decimal(800))],
    )
    found = support_years(known, compute_inventory(known, rules()), codebook())
    assert [(s.year, s.published) for s in found] == [(1990, True), (2018, False)]
    assert found[1].emissions_t == Decimal("544.000")


def test_that_published_sectors_are_summed_where_no_total_is_published() -> None:
    known = inventory(
        published=[
            PublishedResult(1990, Decimal(5), "residential"),
            PublishedResult(1990, Decimal(7), "tertiary"),
            PublishedResult(1995, Decimal(5), "residential"),
            PublishedResult(1995, Decimal(9)),
        ]
    )
    found = published_totals(known, codebook())
    assert {year: each.emissions_t for year, each in found.items()} == {1990: Decimal(12), 1995: Decimal(9)}
    assert not found[1990].covering
    assert found[1995].covering


@pytest.mark.parametrize(
    ("sectors", "covering"),
    [
        (("road_passenger",), False),
        (("residential", "tertiary"), False),
        (("residential", "tertiary", "industry", "transport_unallocated"), True),
        (("buildings_unallocated",), True),
    ],
)
def test_that_too_few_published_sectors_are_no_total_to_judge_by(sectors: tuple[str, ...], *, covering: bool) -> None:
    parts = [PublishedResult(2019, Decimal(10), sector) for sector in sectors]
    known = inventory(published=[PublishedResult(1990, Decimal(1000)), *parts])
    supports = support_years(known, {}, codebook())
    found = assess(COMMITMENTS["ca-ten-percent"], supports, 1990)
    assert supports[-1].covering is covering
    assert (found.verdict is Verdict.NOT_ASSESSABLE) is not covering


def test_that_nothing_can_be_reduced_from_a_base_year_without_emissions() -> None:
    supports = [support(1990, "0"), support(2010, "95")]
    assert assess(COMMITMENTS["ca-ten-percent"], supports, 1990).verdict is Verdict.NOT_ASSESSABLE
    assert assess(COMMITMENTS["ca-95-2050"], supports, 1990).verdict is Verdict.NOT_ASSESSABLE


def test_that_published_direct_emissions_are_in_no_total() -> None:
    waste = [PublishedResult(year, Decimal(50), "waste_disposal") for year in (1990, 1995)]
    known = inventory(published=[*waste, PublishedResult(1990, Decimal(5), "residential")])
    assert {y: total.emissions_t for y, total in published_totals(known, codebook()).items()} == {1990: Decimal(5)}


def test_that_the_earliest_year_serves_where_the_base_year_is_missing() -> None:
    found = assess(COMMITMENTS["ca-ten-percent"], [support(2005, "100"), support(2010, "95")], 1990)
    assert (found.base_year, found.base_year_replaced) == (2005, True)
    assert found.path[0] == (2005, 100.0)


def test_that_without_support_years_nothing_can_be_assessed() -> None:
    found = assess(COMMITMENTS["ca-half-2030"], [], 1990)
    assert found.verdict is Verdict.NOT_ASSESSABLE
    assert (found.distance, found.distance_percent, found.path) == (None, None, ())


def test_that_without_inhabitants_only_totals_are_assessed() -> None:
    years = [support(1990, "100", None), support(2020, "40", None)]
    assert assess(COMMITMENTS["ca-half-2030"], years, 1990).verdict is Verdict.NOT_ASSESSABLE
    assert assess(COMMITMENTS["ca-ten-percent"], years, 1990).verdict is Verdict.ON_TRACK


def test_that_the_base_year_alone_is_no_progress_but_a_level_can_be_judged() -> None:
    alone = [support(2020, "5000")]
    assert assess(COMMITMENTS["ca-half-2030"], alone, 1990).verdict is Verdict.NOT_ASSESSABLE
    assert assess(COMMITMENTS["ca-2.5t"], alone, 1990).verdict is Verdict.OFF_TRACK
    assert assess(COMMITMENTS["ca-2.5t"], [support(2020, "2500")], 1990).verdict is Verdict.REACHED


def test_that_an_incomplete_year_proves_only_that_it_is_too_high() -> None:
    base = support(1990, "10000")
    high, low = support(2020, "9900", complete=False), support(2020, "100", complete=False)
    assert assess(COMMITMENTS["ca-half-2030"], [base, high], 1990).verdict is Verdict.OFF_TRACK
    assert assess(COMMITMENTS["ca-half-2030"], [base, low], 1990).verdict is Verdict.NOT_ASSESSABLE
    uncertain = support(1990, "10000", complete=False)
    late = support(2020, "9900")
    assert assess(COMMITMENTS["ca-half-2030"], [uncertain, late], 1990).verdict is Verdict.NOT_ASSESSABLE
    assert assess(COMMITMENTS["ca-2.5t"], [uncertain, late], 1990).verdict is Verdict.OFF_TRACK


def test_that_a_reduction_is_reached_when_its_end_is() -> None:
    years = [support(1990, "10000"), support(2015, "4900")]
    found = assess(COMMITMENTS["ca-half-2030"], years, 1990)
    assert found.verdict is Verdict.REACHED
    assert found.distance_percent is not None
    assert found.distance_percent < 0


def test_that_the_yearly_change_still_needed_leads_to_the_target() -> None:
    found = assess(COMMITMENTS["ca-half-2030"], [support(1990, "10000"), support(2020, "8000")], 1990)
    assert found.required_change_per_year is not None
    assert 8.0 * (1 + found.required_change_per_year) ** 10 == pytest.approx(5.0)
    late = assess(COMMITMENTS["ca-half-2030"], [support(1990, "10000"), support(2031, "8000")], 1990)
    assert late.required_change_per_year is None
    zero = assess(COMMITMENTS["ca-half-2030"], [support(1990, "10000"), support(2020, "0")], 1990)
    assert zero.required_change_per_year is None


def test_that_a_path_ends_at_its_target_year_or_2050() -> None:
    assert target_path(COMMITMENTS["ca-half-2030"], 1990, 1.0)[-1][0] == 2030
    assert target_path(COMMITMENTS["ca-ten-percent"], 1990, 1.0)[-1][0] == 2050
    ((year, value),) = target_path(COMMITMENTS["com-2020"], 2022, 1.0)
    assert year == 2022
    assert value == pytest.approx(0.8)


def test_that_a_neutral_goal_has_no_distance_in_percent() -> None:
    found = assess(COMMITMENTS["com-2050"], [support(1990, "10000"), support(2051, "5")], 1990)
    assert found.target == 0.0
    assert found.distance == 5.0
    assert found.distance_percent is None


def _judged(commitment: str, *years: tuple[int, str, int]) -> Progress:
    """A commitment held against years of (year, sector, MWh) with 1,000 inhabitants each."""
    cells = [entry(year, sector, "heating_oil", str(mwh)) for year, sector, mwh in years]
    known = inventory(cells, population={year: 1000 for year, _, _ in years})
    supports = support_years(known, compute_inventory(known, rules()), codebook())
    return assess(COMMITMENTS[commitment], supports, 1990)


def test_that_a_year_of_few_sectors_reaches_no_level() -> None:
    assert _judged("ca-2.5t", (2020, "residential", 10)).verdict is Verdict.NOT_ASSESSABLE
    assert _judged("ca-2.5t", (2020, "buildings_unallocated", 10)).verdict is Verdict.REACHED
    assert _judged("ca-2.5t", (2020, "residential", 90_000)).verdict is Verdict.OFF_TRACK


def test_that_like_is_compared_with_like() -> None:
    few, many = "residential", "buildings_unallocated"
    assert _judged("ca-half-2030", (1990, few, 1000), (2020, few, 500)).verdict is Verdict.REACHED
    assert _judged("ca-half-2030", (1990, many, 1000), (2020, few, 500)).verdict is Verdict.NOT_ASSESSABLE
    assert _judged("ca-half-2030", (1990, few, 1000), (2020, many, 5000)).verdict is Verdict.NOT_ASSESSABLE
    assert _judged("ca-half-2030", (1990, few, 1000), (2020, few, 990)).verdict is Verdict.OFF_TRACK


def test_that_windows_leave_out_years_that_cover_less() -> None:
    few, many = "residential", "buildings_unallocated"
    found = _judged("ca-ten-percent", (1990, many, 1000), (1995, few, 100), (2000, many, 800), (2005, many, 790))
    assert [(w.from_year, w.to_year) for w in found.windows] == [(2000, 2005)]


def test_that_a_level_is_judged_without_a_base_year() -> None:
    supports = [
        SupportYear(year, Decimal(60_000), Decimal(6_000), published=False, complete=True) for year in (2010, 2020)
    ]
    found = assess(COMMITMENTS["ca-2.5t"], supports, 2025)
    assert (found.verdict, found.latest_year, found.base_year_replaced) == (Verdict.OFF_TRACK, 2020, False)
    assert assess(COMMITMENTS["ca-ten-percent"], supports, 2025).verdict is Verdict.NOT_ASSESSABLE
