from dataclasses import replace
from decimal import Decimal

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import Mark
from kbdesk.charts.data import TargetLook
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.progress import assess
from tests.builders import entry
from tests.builders import inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import line
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years
from tests.models.cases import case


def test_that_muenster_stands_as_published_and_a_little_above_the_path_to_half() -> None:
    found = line(muenster())
    assert found.sentence == "2015: 6.5 t per inhabitant – 0.2 t above the path to half by 2030."
    published = case("muenster_1990_2015")["expected"]["per_capita_t"]
    values = {point.year: point.value for point in found.points}
    for year, value in published.items():
        assert values[int(year)] == pytest.approx(float(value), abs=0.06)


def test_that_bielefeld_stands_below_the_path_with_open_marks() -> None:
    found = line(bielefeld())
    assert found.sentence == "2018: 6.9 t per inhabitant – 0.8 t below the path to half by 2030."
    assert {point.mark for point in found.points} == {Mark.PUBLISHED}
    assert [(name.mark, name.label) for name in found.marks] == [(Mark.PUBLISHED, "published result")]
    expected = case("bielefeld_progress")["expected"]["per_capita_t"]
    for point in found.points:
        assert point.value == pytest.approx(float(expected[str(point.year)]), abs=0.0006)


def test_that_the_three_targets_are_named_at_their_ends() -> None:
    found = line(bielefeld())
    assert [target.label for target in found.targets] == [
        "−10\u202f% every 5 years: 5.1 t",
        "Half by 2030: 6.0 t",
        "Goal: 2.5 t per inhabitant",
    ]
    assert [target.look for target in found.targets] == [TargetLook.RATE, TargetLook.REDUCTION, TargetLook.LEVEL]
    halving = case("bielefeld_progress")["expected"]["halving_target_2030_t_per_capita"]
    assert found.targets[1].end[0] == 2030
    assert found.targets[1].end[1] == pytest.approx(float(halving), abs=0.0006)
    assert found.goal_area == 2.5


def test_that_the_path_of_the_rate_is_said_to_be_applied_per_inhabitant() -> None:
    assert (
        "The reduction every five years counts total emissions; here it is applied to emissions per inhabitant."
        in line(bielefeld()).notes
    )
    level = compute_chart("per-inhabitant", request(bielefeld(), ids=["ca-2.5t"]), texts())
    assert not any("reduction" in note for note in level.notes)


def test_that_every_target_label_is_in_the_table_beside_the_years() -> None:
    header, rows = line(muenster()).table()
    assert header[:5] == ("Year", "t CO2e per inhabitant", "t CO2e", "Inhabitants", "Kind of figure")
    assert header[5:] == ("−10\u202f% every 5 years: 3.9 t", "Half by 2030: 4.6 t", "Goal: 2.5 t per inhabitant")
    assert [row[0] for row in rows] == [
        *("1990", "1995", "2000", "2005", "2010", "2011", "2012", "2013", "2014", "2015"),
        "2030",
    ]
    assert rows[-1] == ("2030", "–", "–", "–", "target value", "3.94", "4.57", "2.50")
    assert rows[0][3:5] == ("275,150", "own inventory")


def test_that_the_chosen_year_is_spoken_of_and_labelled() -> None:
    found = line(muenster(), 2010)
    assert found.sentence == "2010: 7.4 t per inhabitant – 0.6 t above the path to half by 2030."
    assert [point.year for point in found.points if point.label] == [1990, 2010]


def test_that_an_incomplete_year_is_a_lower_bound() -> None:
    found = line(mixed())
    assert found.sentence == "2023: at least 1.9 t per inhabitant – too incomplete to be judged."
    assert found.points[-1].mark is Mark.INCOMPLETE
    assert found.points[-1].label == "≥ 1.9 t"
    marks = [Mark.OWN, Mark.PUBLISHED, Mark.INCOMPLETE]
    assert [name.mark for name in found.marks] == marks


def test_that_above_stays_above_where_parts_are_missing() -> None:
    entries = [entry(2020, "residential", "natural_gas", "100000"), entry(2020, "residential", "heating_oil", "")]
    of = inventory(entries, population={1990: 6000, 2020: 6000}, published=[PublishedResult(1990, Decimal(36000))])
    assert line(of).sentence == ("2020: at least 4.1 t per inhabitant – at least 0.4 t above the path to half by 2030.")


def test_that_an_incomplete_base_year_is_no_measure() -> None:
    entries = [entry(year, "residential", "natural_gas", "100000") for year in (1990, 2020)]
    entries.append(entry(1990, "residential", "heating_oil", ""))
    of = inventory(entries, population={1990: 6000, 2020: 6000})
    assert line(of).sentence == "2020: 4.1 t per inhabitant – 1.6 t above the goal of 2.5 t."


def test_that_years_without_inhabitants_are_named_and_not_drawn() -> None:
    entries = [entry(year, "residential", "natural_gas", "90000") for year in (2000, 2010, 2020)]
    found = line(inventory(entries, population={2000: 6000, 2020: 6000}))
    assert [point.year for point in found.points] == [2000, 2020]
    assert "Not shown, because the inhabitants are missing: 2010." in found.notes
    assert "Years without a mark have no figures; a thin line only joins the marks." in found.notes


def test_that_without_any_inhabitants_it_says_what_is_missing() -> None:
    found = line(inventory([entry(2020, "residential", "natural_gas", "90000")]))
    assert found.sentence == "The number of inhabitants is missing: emissions per inhabitant cannot be shown yet."
    assert found.empty
    assert found.targets == ()
    assert found.goal_area is None


def test_that_one_year_alone_is_held_against_the_level() -> None:
    found = line(inventory([entry(2022, "residential", "natural_gas", "90000")], population={2022: 6000}))
    assert found.sentence == "2022: 3.7 t per inhabitant – 1.2 t above the goal of 2.5 t."
    assert (found.first_year, found.last_year) == (2022, 2030)


def test_that_a_goal_that_is_reached_is_called_reached() -> None:
    entries = [
        entry(1990, "residential", "natural_gas", "90000"),
        entry(2020, "residential", "natural_gas", "40000"),
    ]
    of = inventory(entries, population={1990: 6000, 2020: 6000})
    assert line(of).sentence == "2020: 1.6 t per inhabitant – half by 2030 is reached."


def test_that_a_year_close_to_the_path_has_two_decimals_and_on_it_none() -> None:
    entries = [
        entry(1990, "residential", "natural_gas", "90000"),
        entry(2010, "residential", "natural_gas", "68000"),
        entry(2020, "residential", "natural_gas", "56250"),
    ]
    of = inventory(entries, population={1990: 6000, 2010: 6000, 2020: 6000})
    assert line(of, 2010).sentence == "2010: 2.8 t per inhabitant – 0.02 t above the path to half by 2030."
    assert line(of).sentence == "2020: 2.3 t per inhabitant – exactly on the path to half by 2030."


def test_that_the_line_ends_where_the_targets_do() -> None:
    assert line(muenster()).last_year == 2030
    entries = [entry(year, "residential", "natural_gas", "90000") for year in (1990, 2029)]
    late = line(inventory(entries, population={1990: 6000, 2029: 6000}))
    assert late.last_year == 2050
    half = next(target for target in late.targets if target.look is TargetLook.REDUCTION)
    assert [year for year, _ in half.points] == [1990, 2030, 2050]
    assert half.points[1][1] == half.points[2][1]


def test_that_without_commitments_the_line_stands_alone() -> None:
    found = compute_chart("per-inhabitant", request(muenster(), ids=["none"]), texts())
    assert isinstance(found, LineChart)
    assert found.sentence == "2015: 6.5 t per inhabitant."
    assert (found.targets, found.first_year, found.last_year) == ((), 1990, 2016)
    assert "Targets" not in found.alt_text


def test_that_the_alternative_text_holds_every_value_and_target() -> None:
    text = line(muenster()).alt_text
    assert text.startswith("Line chart. 2015: 6.5 t per inhabitant")
    assert "1990: 9.1; 1995: 8.8;" in text
    assert text.endswith("Targets: −10\u202f% every 5 years: 3.9 t; Half by 2030: 4.6 t; Goal: 2.5 t per inhabitant.")


def test_that_the_trend_is_named_and_said_to_be_no_forecast() -> None:
    found = line(muenster())
    assert found.trend is not None
    assert found.trend.label == "At the pace of the last years: 4.6 t"
    assert found.trend.end[0] == 2030
    assert "Dotted: the pace of 2011–2015 drawn on, no forecast." in found.notes
    assert "At the pace of the last years: 4.6 t." in found.alt_text
    assert line(mixed()).trend is None


def test_that_nothing_is_put_where_there_are_no_figures() -> None:
    assert len(line(thirty_five_years()).points) == 35
    assert [point.year for point in line(bielefeld()).points] == [1990, 1995, 2000, 2005, 2010, 2015, 2018]


def test_that_numbers_are_written_as_the_locale_does() -> None:
    found = compute_chart("per-inhabitant", request(muenster()), texts("de"))
    assert found.sentence.startswith("2015: 6,5 t")
    assert found.table().rows[0][1:4] == ("9,14", "2.516.033", "275.150")


def council_target(value: str, by: int) -> Commitment:
    return Commitment(
        id="council",
        name="Council target",
        wording="",
        since="2024",
        basis=Basis.PER_INHABITANT,
        kind=CommitmentKind.REDUCTION,
        value=Decimal(value),
        period_years=0,
        base_year=1990,
        target_year=by,
        source="resolution",
    )


@pytest.mark.parametrize(
    ("value", "sentence", "label"),
    [
        (
            "0.8",
            "2015: 6.5 t per inhabitant – 1.9 t above the path to −80\u202f% by 2030.",
            "−80\u202f% by 2030: 1.8 t",
        ),
        ("0.2", "2015: 6.5 t per inhabitant – −20\u202f% by 2030 is reached.", "−20\u202f% by 2030: 7.3 t"),
        (
            "0.45",
            "2015: 6.5 t per inhabitant – 0.1 t below the path to −45\u202f% by 2030.",
            "−45\u202f% by 2030: 5.0 t",
        ),
    ],
)
def test_that_a_target_of_the_council_is_spoken_of_by_its_figures(value: str, sentence: str, label: str) -> None:
    asked = request(muenster())
    own = assess(council_target(value, 2030), asked.supports, 1990)
    found = compute_chart("per-inhabitant", replace(asked, progress=[own]), texts())
    assert isinstance(found, LineChart)
    assert found.sentence == sentence
    assert [target.label for target in found.targets] == [label]
