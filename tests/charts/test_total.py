from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import Mark
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.progress import assess
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years
from tests.models.cases import case

DEFAULT = ("ca-ten-percent", "ca-half-2030", "ca-2.5t", "ca-95-2050")


def total(of: Inventory, year: int | None = None, ids: Iterable[str] = DEFAULT) -> LineChart:
    found = compute_chart("total", request(of, year, ids=ids), texts())
    assert isinstance(found, LineChart)
    return found


def rate(found: LineChart) -> TargetLine:
    return next(target for target in found.targets if target.look is TargetLook.RATE)


def test_that_bielefeld_is_held_against_the_compounding_path_of_the_worked_case() -> None:
    found = total(bielefeld())
    assert found.sentence == (
        "2018: emissions 39\u202f% below 1990 – 203 thousand t above the path of −10\u202f% every 5 years."
    )
    path = dict(rate(found).points)
    for year, kilotonnes in case("bielefeld_progress")["expected"]["ca_path_compound_kt"].items():
        assert path[int(year)] == pytest.approx(float(kilotonnes), abs=0.06)
    published = case("bielefeld_progress")["emissions_kt"]
    assert {p.year: p.value for p in found.points} == {int(y): float(v["Gesamt"]) for y, v in published.items()}


def test_that_muenster_is_held_against_its_own_base_year() -> None:
    found = total(muenster())
    assert found.sentence == (
        "2015: emissions 22\u202f% below 1990 – 485 thousand t above the path of −10\u202f% every 5 years."
    )
    values = {point.year: point.value for point in found.points}
    for year, kilotonnes in case("muenster_1990_2015")["expected"]["total_kt"].items():
        assert values[int(year)] == pytest.approx(float(kilotonnes), abs=2)
    assert dict(rate(found).points)[2015] == pytest.approx(values[1990] * 0.9**5)


def test_that_targets_on_the_total_are_named_with_their_values_and_others_are_left_out() -> None:
    assert [target.label for target in total(bielefeld()).targets] == [
        "−10\u202f% every 5 years: 1,076 thousand t",
        "−95\u202f% by 2050: 191 thousand t",
    ]
    covenant = total(bielefeld(), ids=("com-2030-40", "com-2050", "ca-half-2030"))
    assert [target.label for target in covenant.targets] == [
        "−40\u202f% by 2030: 2,287 thousand t",
        "−100\u202f% by 2050: 0 t",
    ]


def test_that_a_reduction_is_spoken_of_where_the_rate_is_not_held() -> None:
    assert total(bielefeld(), ids=("com-2030-40",)).sentence == (
        "2018: emissions 39\u202f% below 1990 – 428 thousand t below the path to −40\u202f% by 2030."
    )
    assert total(bielefeld(), ids=("com-2020",)).sentence == (
        "2018: emissions 39\u202f% below 1990 – −20\u202f% by 2020 is reached."
    )


def council_target(value: str, by: int) -> Commitment:
    return Commitment(
        id="own-t1",
        name="Council target",
        wording="",
        since="2024",
        basis=Basis.TOTAL,
        kind=CommitmentKind.REDUCTION,
        value=Decimal(value),
        period_years=0,
        base_year=1990,
        target_year=by,
        source="resolution",
    )


def test_that_an_own_target_is_drawn_and_spoken_of() -> None:
    asked = request(muenster())
    own = assess(council_target("0.65", 2035), asked.supports, 1990)
    found = compute_chart("total", replace(asked, progress=[own]), texts())
    assert isinstance(found, LineChart)
    assert [target.label for target in found.targets] == ["−65\u202f% by 2035: 881 thousand t"]
    assert found.sentence.endswith("above the path to −65\u202f% by 2035.")
    assert found.last_year == 2035


def test_that_the_trend_follows_the_last_five_years_to_the_end_of_the_targets() -> None:
    found = total(bielefeld())
    assert found.trend is not None
    (first, _), (last, end) = found.trend.points
    assert (first, last) == (2000, 2050)
    # by hand: the median of the ten slopes between 2000, 2005, 2010, 2015 and 2018 is -47.96 kt a year,
    # the median of what the five years leave over puts the line at 809.6 kt in 2050
    slope = (found.trend.points[1][1] - found.trend.points[0][1]) / 50
    years, values = [2000, 2005, 2010, 2015, 2018], [3240.0, 2843.0, 2814.0, 2552.0, 2316.0]
    slopes = sorted((values[b] - values[a]) / (years[b] - years[a]) for a in range(5) for b in range(a + 1, 5))
    assert slope == pytest.approx((slopes[4] + slopes[5]) / 2)
    assert end == pytest.approx(sorted(v - slope * y for v, y in zip(values, years, strict=True))[2] + slope * 2050)
    assert found.trend.label == "At the pace of the last years: 810 thousand t"
    assert "Dotted: the pace of 2000–2018 drawn on, no forecast." in found.notes
    assert found.trend.label in found.alt_text


def test_that_a_trend_across_a_break_says_so() -> None:
    marked = Break(2013, BreakKind.METHOD, "traffic counted anew")
    across = total(replace(muenster(), answers={marked.question: marked.answer}))
    assert "Dotted: the pace of 2011–2015 drawn on, across a break in the series; no forecast." in across.notes
    earlier = Break(2005, BreakKind.METHOD, "traffic counted anew")
    before = total(replace(muenster(), answers={earlier.question: earlier.answer}))
    assert "Dotted: the pace of 2011–2015 drawn on, no forecast." in before.notes


def test_that_the_trend_never_falls_below_nothing() -> None:
    entries = [
        entry(year, "residential", "natural_gas", str(mwh)) for year, mwh in ((2010, 900), (2015, 500), (2020, 90))
    ]
    trend = total(inventory(entries, population={2010: 10})).trend
    assert trend is not None
    assert [round(year) for year, _ in trend.points] == [2010, 2021, 2050]
    assert [value for _, value in trend.points][1:] == [0.0, 0.0]
    assert trend.label == "At the pace of the last years: 0 t"


@pytest.mark.parametrize("of", [minimal_inventory, mixed])
def test_that_without_three_comparable_years_there_is_no_trend(of: object) -> None:
    found = total(of())  # type: ignore[operator]  # one of the examples
    assert found.trend is None
    assert not any("Dotted" in note for note in found.notes)


def test_that_without_1990_the_earliest_inventory_is_the_base_and_nothing_is_judged_by_itself() -> None:
    found = total(minimal_inventory())
    assert found.sentence == "2022: 4,873 t CO2e."
    assert "There are no figures for 1990: 2022 is the base year." in found.notes


def test_that_two_inventories_are_compared() -> None:
    entries = [entry(2010, "residential", "natural_gas", "1000"), entry(2020, "residential", "natural_gas", "700")]
    found = total(inventory(entries))
    assert found.sentence == (
        "2020: emissions 30\u202f% below 2010 – 27.2 t below the path of −10\u202f% every 5 years."
    )
    assert found.trend is None


def test_that_years_without_inhabitants_are_shown_and_years_without_figures_are_not() -> None:
    entries = [entry(year, "residential", "natural_gas", "1000") for year in (1990, 2005, 2020)]
    found = total(inventory(entries, population={1990: 10, 2020: 20}))
    assert [point.year for point in found.points] == [1990, 2005, 2020]
    assert "Years without a mark have no figures; a thin line only joins the marks." in found.notes
    assert found.sentence.startswith("2020: emissions as in 1990 – ")


def test_that_growth_of_the_inhabitants_is_said() -> None:
    entries = [entry(year, "residential", "natural_gas", "1000") for year in (1990, 2020)]
    found = total(inventory(entries, population={1990: 1000, 2020: 1250}))
    assert "1990–2020: inhabitants +25\u202f%, emissions per inhabitant −20\u202f%." in found.notes
    unknown = total(inventory(entries, population={2020: 1250}))
    assert not any("inhabitants" in note for note in unknown.notes)


def test_that_an_incomplete_year_is_a_lower_bound() -> None:
    found = total(mixed())
    assert found.sentence == "2023: too incomplete to be judged."
    assert found.points[-1].mark is Mark.INCOMPLETE
    assert found.points[-1].label == "≥ 11.3"
    alone = inventory([entry(2020, "residential", "natural_gas", "9"), entry(2020, "residential", "lpg", "")])
    assert total(alone).sentence == "2020: incomplete figures."
    high = inventory(
        [entry(2020, "residential", "natural_gas", "90000"), entry(2020, "residential", "lpg", "")],
        published=[PublishedResult(1990, Decimal(20000))],
    )
    assert total(high).sentence == (
        "2020: incomplete figures – at least 11,601 t above the path of −10\u202f% every 5 years."
    )


def test_that_published_results_have_open_marks() -> None:
    assert {point.mark for point in total(bielefeld()).points} == {Mark.PUBLISHED}


def test_that_every_one_of_thirty_five_years_is_a_mark() -> None:
    found = total(thirty_five_years(), 2000)
    assert len(found.points) == 35
    assert found.sentence.startswith("2000: ")
    assert [point.year for point in found.points if point.label] == [1990, 2000]
    assert not any("Years without" in note for note in found.notes)


def test_that_without_commitments_the_line_stands_alone() -> None:
    found = total(muenster(), ids=("none",))
    assert found.sentence == "2015: emissions 22\u202f% below 1990."
    assert (found.targets, found.trend, found.last_year) == ((), None, 2016)


def test_that_the_table_has_every_year_the_change_and_the_paths() -> None:
    header, rows = total(bielefeld()).table()
    assert header[:4] == ("Year", "t CO2e", "Change since the base year", "Kind of figure")
    assert rows[0] == ("1990", "3,811,000", "–", "published result", "3,811,000", "3,811,000")
    assert rows[6][:3] == ("2018", "2,316,000", "−39.2\u202f%")
    assert rows[-1] == ("2050", "–", "–", "target value", "1,076,339", "190,550")
