from dataclasses import replace
from itertools import pairwise

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.models.commitments import Basis
from kbdesk.models.progress import assess
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years
from tests.charts.examples import windows
from tests.models.cases import case


def test_that_bielefeld_has_its_published_changes() -> None:
    found = {bar.label: bar for bar in windows(bielefeld()).bars}
    for span, change in case("bielefeld_progress")["expected"]["five_year_change_total"].items():
        assert found[span.replace("-", "–")].change == pytest.approx(float(change), abs=0.0005)
    assert found["2000–2005"].verdict == "reached"
    assert found["2005–2010"].verdict == "not reached"
    assert found["2005–2010"].change_label == "−1.0\u202f%"


def test_that_the_sentence_judges_the_latest_window_and_counts_the_rest() -> None:
    assert windows(muenster()).sentence == (
        "2010–2015: −6.9\u202f% in five years – the goal of −10\u202f% was not reached. Reached in 2 of 9 windows."
    )
    assert windows(bielefeld()).sentence == (
        "2015–2018: −14.9\u202f% in five years – the goal of −10\u202f% was reached. Reached in 2 of 6 windows."
    )


def test_that_a_chosen_year_is_the_end_of_the_window_spoken_of() -> None:
    assert windows(muenster(), 2005).sentence.startswith("2000–2005: −3.4\u202f% in five years")
    assert windows(muenster(), 1990).sentence.startswith("2010–2015: ")


def test_that_windows_of_other_length_are_said_to_be_scaled() -> None:
    scaled = "Windows of other length are scaled to five years."
    assert scaled in windows(muenster()).notes
    even = inventory([entry(y, "residential", "natural_gas", str(9000 - y)) for y in (2000, 2005, 2010)])
    assert scaled not in windows(even).notes


def test_that_of_many_windows_those_that_follow_on_one_another_are_shown() -> None:
    found = windows(thirty_five_years())
    labels = [bar.label for bar in found.bars]
    assert labels[-3:] == ["2009–2014", "2014–2019", "2019–2024"]
    assert "7 of 32 windows shown: those that follow on one another." in found.notes
    earlier = [bar.label for bar in windows(thirty_five_years(), 2012).bars]
    assert "2007–2012" in earlier
    assert earlier[-1] == "2017–2022"
    assert all(a[-4:] == b[:4] for a, b in pairwise(earlier))


def test_that_incomplete_years_are_left_out_and_named() -> None:
    of = inventory(
        [
            *(entry(y, "residential", "natural_gas", str(19000 - 3 * y)) for y in (2000, 2005, 2010)),
            entry(2010, "residential", "heating_oil", ""),
        ]
    )
    found = windows(of)
    assert [bar.label for bar in found.bars] == ["2000–2005"]
    assert "Left out, because incomplete: 2010." in found.notes
    assert found.sentence == "2000–2005: −0.1\u202f% in five years – the goal of −10\u202f% was not reached."


def test_that_too_few_years_are_no_window() -> None:
    found = windows(mixed())
    assert found.empty
    assert found.sentence == (
        "No five-year window can be judged yet: it takes two complete years, three to seven years apart."
    )


def test_that_without_the_commitment_there_are_no_windows() -> None:
    assert compute_chart("windows", request(muenster(), ids=["ca-2.5t"]), texts()).empty


def test_that_the_table_says_what_the_bars_do() -> None:
    header, rows = windows(bielefeld()).table()
    assert header == ("Five-year window", "Change in five years", "Goal", "Result")
    assert rows[2] == ("2000–2005", "−12.3\u202f%", "−10\u202f%", "reached")


def test_that_a_rate_per_inhabitant_is_called_so() -> None:
    asked = request(muenster(), ids=["ca-ten-percent"])
    rate = replace(asked.progress[0].commitment, basis=Basis.PER_INHABITANT)
    own = assess(rate, asked.supports, 1990)
    found = compute_chart("windows", replace(asked, progress=[own]), texts())
    assert found.title == "Change of emissions per inhabitant in five years: Münster"


def test_that_a_base_year_after_all_figures_is_said() -> None:
    cells = [entry(year, "residential", "natural_gas", "9000") for year in (2010, 2015, 2020)]
    late = inventory(
        cells, municipality=replace(DUDENHOFEN, base_year=2025), population=dict.fromkeys((2010, 2015, 2020), 900)
    )
    assert windows(late).sentence == "No five-year window can be judged: there are no figures from 2025 on."
    assert any("since that base year" in note for note in windows(late).notes)
