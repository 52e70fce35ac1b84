"""Two lines, the second dashed: what was measured, and what it had been in mean weather; never a verdict."""

from dataclasses import replace

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.request import ChartRequest
from kbdesk.models.inventory import Inventory
from kbdesk.models.weather_series import DegreeDays
from kbdesk.models.weather_series import WeatherSeries
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts


def weather(of: Inventory, year: int | None = None) -> LineChart:
    return shown(request(of, year))


def shown(asked: ChartRequest) -> LineChart:
    found = compute_chart("weather", asked, texts())
    assert isinstance(found, LineChart)
    return found


def test_that_the_sentence_says_how_mild_the_year_was_and_both_values() -> None:
    found = weather(typical_inventory())
    assert found.sentence.startswith("2020 was 11\u202f% milder than the mean of 1991–2020: corrected ")
    assert found.second is not None
    assert [p.year for p in found.second.points] == [2010, 2020]
    assert found.second.points[-1].value > found.points[-1].value
    cold = weather(typical_inventory(), 2010)
    assert "colder than the mean of 1991–2020" in cold.sentence


def test_that_measured_values_are_those_of_the_other_chart() -> None:
    found = weather(muenster())
    other = compute_chart("per-inhabitant", request(muenster()), texts())
    assert isinstance(other, LineChart)
    assert [(p.year, p.value) for p in found.points] == [(p.year, p.value) for p in other.points]


def test_that_commitments_are_not_judged_by_it() -> None:
    found = weather(muenster())
    assert found.targets == ()
    assert "Commitments are judged by the values as measured." in found.notes


def test_that_bisko_calls_it_side_information() -> None:
    told = "BISKO counts without weather correction: the corrected values are side information."
    assert told in weather(typical_inventory()).notes
    other = replace(typical_inventory(), municipality=replace(DUDENHOFEN, factor_set="com-lca-co2e-2024"))
    assert told not in weather(other).notes


def test_that_a_year_without_degree_days_is_named() -> None:
    of = inventory(
        [entry(year, "residential", "natural_gas", "1000") for year in (2020, 2025)], population={2020: 90, 2025: 95}
    )
    found = weather(of)
    assert any(note.endswith("missing: 2025. Enter them under base data.") for note in found.notes)
    assert found.second is not None
    assert [p.year for p in found.second.points] == [2020]
    assert weather(of, 2025).sentence == "The weather cannot be taken into account: no degree days of 2025."


def test_that_a_country_without_degree_days_has_one_line_and_says_so() -> None:
    none = WeatherSeries(DegreeDays({}, None), {}, (2010, 2020))
    found = shown(replace(request(typical_inventory()), weather=none))
    assert found.second is None
    assert found.sentence == "The weather cannot be taken into account: no degree days of 2010, 2020."


def test_that_published_totals_are_never_corrected() -> None:
    found = weather(bielefeld())
    assert found.second is None
    assert len(found.points) > 1


@pytest.mark.parametrize("of", [typical_inventory, muenster, mixed])
def test_that_both_lines_are_told_apart_by_words_and_dashes(of: object) -> None:
    assert callable(of)
    found = weather(of())
    figure = drawn(found)
    assert "corrected for the weather (dashed)" in words_of(figure)
    dashed = [line for axes in figure.axes for line in axes.lines if line.is_dashed()]
    assert len(dashed) == 1
