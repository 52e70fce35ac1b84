"""The waterfall begins and ends at the totals, says the main cause, and does not judge what cannot be compared."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from kbdesk.charts.data import CauseBars
from kbdesk.models.inventory import Inventory
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import chart
from tests.charts.examples import mixed
from tests.charts.examples import muenster
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


def test_that_every_bar_is_drawn_with_its_name_and_size() -> None:
    found = causes(muenster())
    words = words_of(drawn(found))
    for bar in found.bars:
        assert bar.size_label in words
        assert bar.label in {word.replace("\n", " ") for word in words}
    assert all(a.end == b.start for a, b in pairwise(found.bars[:-1]))
