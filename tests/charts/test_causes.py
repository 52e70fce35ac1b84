"""The waterfall begins and ends at the totals, says the main cause, and does not judge what cannot be compared."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import CauseBars
from kbdesk.charts.data import Quantity
from kbdesk.errors import UserError
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.inventory import Inventory
from kbdesk.models.weather_series import DegreeDays
from kbdesk.models.weather_series import choose_degree_days
from kbdesk.models.weather_series import heated_sectors
from kbdesk.models.weather_series import read_degree_days
from kbdesk.models.weather_series import read_space_heat
from kbdesk.paths import resources_dir
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import chart
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years


def causes(of: Inventory, year: int | None = None) -> CauseBars:
    found = chart("causes", of, year)
    assert isinstance(found, CauseBars)
    return found


def test_that_the_bars_lead_from_the_first_total_to_the_last() -> None:
    found = causes(muenster())
    first, *_, last = found.bars
    assert (first.label, last.label) == ("1990", "2015")
    assert all(bar.is_total == (bar in (first, last)) for bar in found.bars)
    assert [bar.start for bar in found.bars[1:-1]] == [bar.end for bar in found.bars[:-2]]
    assert found.bars[-2].end == pytest.approx(last.end)


def test_that_the_sentence_names_the_largest_cause_in_the_direction_of_the_change() -> None:
    assert causes(muenster()).sentence == (
        "2015 against 1990: −22\u202f% – the largest cause is “Emission factors” (−469,383 t)."
    )
    assert "“Energy per inhabitant”" in causes(thirty_five_years()).sentence


def test_that_a_chosen_year_is_explained_against_the_base_year() -> None:
    assert [bar.label for bar in causes(muenster(), 2005).bars if bar.is_total] == ["1990", "2005"]


def test_that_what_only_one_year_knows_is_said_and_not_called_a_cause() -> None:
    found = causes(mixed())
    assert found.sentence.startswith("2023 and 2010 cannot be compared yet")
    assert "2023 is incomplete." in found.notes
    assert any(bar.label == "Recorded in one year only" for bar in found.bars)


def test_that_causes_that_balance_out_are_said_so() -> None:
    same = [entry(year, "residential", "natural_gas", "1000") for year in (2010, 2020)]
    assert causes(inventory(same, population={2010: 100, 2020: 110})).sentence == (
        "2020 as 2010: the causes balance out."
    )


@pytest.mark.parametrize("of", [minimal_inventory, bielefeld])
def test_that_one_year_or_published_totals_have_no_causes(of: Callable[[], Inventory]) -> None:
    found = causes(of())
    assert found.empty
    assert found.sentence == "The causes of a change show with a second year of own values."


def test_that_without_inhabitants_it_is_said_where_their_effect_is() -> None:
    of = inventory([entry(year, "residential", "natural_gas", str(3000 - year)) for year in (2010, 2020)])
    assert "Without the inhabitants of both years their effect is part of the energy." in causes(of).notes


def test_that_another_year_to_compare_with_is_used_and_an_unknown_one_refused() -> None:
    later = compute_chart("causes", replace(request(muenster(), 2015), from_year=2005), texts())
    assert isinstance(later, CauseBars)
    assert [bar.label for bar in later.bars if bar.is_total] == ["2005", "2015"]
    with pytest.raises(UserError) as caught:
        compute_chart("causes", replace(request(muenster(), 2015), from_year=2007), texts())
    assert caught.value.code == "compare.no_year"


def test_that_a_row_of_the_table_leads_from_one_year_to_the_other() -> None:
    found = causes(thirty_five_years())
    assert found.header[0] == "Part"
    assert {str(row[0]) for row in found.cells} == {"Total", "Sector", "Energy carrier"}
    for row in found.cells:
        first, *steps, last = [cell.value or 0.0 for cell in row if isinstance(cell, Quantity)]
        assert first + sum(steps) == pytest.approx(last, abs=4)
    of_sectors = [row[2] for row in found.cells if row[0] == "Sector"]
    whole = found.cells[0][2]
    assert isinstance(whole, Quantity)
    assert sum(q.value or 0 for q in of_sectors if isinstance(q, Quantity)) == pytest.approx(whole.value)


def heating(of: Inventory) -> HeatingWeather:
    national = read_degree_days(resources_dir() / "national" / "heating_degree_days.csv", of.municipality.country)
    shares = {c: line.share for c, line in read_space_heat(resources_dir() / "weather" / "space_heat.csv").items()}
    return HeatingWeather(choose_degree_days({}, national, None), shares, heated_sectors(codebook()))


def test_that_the_weather_has_a_bar_where_it_is_known_and_a_note_where_not() -> None:
    of = thirty_five_years()
    known = replace(request(of), heating=heating(of))
    found = compute_chart("causes", known, texts())
    assert isinstance(found, CauseBars)
    assert "Weather" in {bar.label for bar in found.bars}
    assert known.heating is not None
    without = replace(known.heating, degree_days=DegreeDays({}, None))
    other = compute_chart("causes", replace(known, heating=without), texts())
    assert isinstance(other, CauseBars)
    assert "Weather" not in {bar.label for bar in other.bars}
    assert "The weather is part of the energy, as degree days or their mean are missing: 1990, 2024." in other.notes


def test_that_a_change_across_a_break_is_not_called_a_saving() -> None:
    cells = [entry(year, "residential", "natural_gas", mwh) for year, mwh in ((2010, "1000"), (2020, "700"))]
    marked = Break(2015, BreakKind.METHOD, "new tool")
    of = replace(inventory(cells, population={2010: 9, 2020: 9}), answers={marked.question: marked.answer})
    found = causes(of)
    assert found.sentence.endswith("how much of it is real cannot be told across the break of 2015.")
    (unreal,) = [bar for bar in found.bars if not bar.real]
    assert unreal.label == "Method, boundary or data"
    assert unreal.size_label in words_of(drawn(found))


def test_that_every_bar_is_drawn_with_its_name_and_size() -> None:
    found = causes(muenster())
    words = words_of(drawn(found))
    for bar in found.bars:
        assert bar.size_label in words
        assert bar.label in {word.replace("\n", " ") for word in words}
    assert all(a.end == b.start for a, b in pairwise(found.bars[:-1]))


def test_that_a_change_from_nothing_is_told_in_tonnes() -> None:
    cells = [entry(2010, "residential", "electricity", "0"), entry(2020, "residential", "electricity", "100")]
    found = causes(inventory(cells, population={2010: 5000, 2020: 5000}))
    assert found.sentence.startswith("2020 against 2010: +44 t – the largest cause is")
