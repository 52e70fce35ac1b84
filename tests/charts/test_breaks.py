"""A break between the years shown is said and marked; a chart without one stays as it was."""

from dataclasses import replace

import pytest

from kbdesk.charts.data import Chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import StackedBars
from kbdesk.charts.data import WindowBars
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.inventory import Inventory
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import outside
from tests.charts.draw.drawn import overlaps
from tests.charts.draw.drawn import words_of
from tests.charts.examples import chart
from tests.charts.examples import line
from tests.charts.examples import muenster
from tests.charts.examples import stack
from tests.charts.examples import thirty_five_years
from tests.charts.examples import windows

OVER_YEARS = ("per-inhabitant", "total", "sectors", "carriers", "windows", "weather", "causes", "multiples")
SENTENCE = "2005: break – traffic counted anew."


def broken(of: Inventory, *years: int, sector: str = "") -> Inventory:
    marked = [Break(year, BreakKind.METHOD, "traffic counted anew", sector) for year in years]
    return replace(of, answers={each.question: each.answer for each in marked})


@pytest.mark.parametrize("kind", OVER_YEARS)
def test_that_every_chart_over_years_says_it_in_notes_and_to_those_who_hear(kind: str) -> None:
    found = chart(kind, broken(muenster(), 2005))
    assert SENTENCE in found.notes
    assert SENTENCE in found.alt_text


def test_that_the_sector_is_named_that_a_break_concerns() -> None:
    assert (
        "2005: break in “Residential buildings” – traffic counted anew."
        in line(broken(muenster(), 2005, sector="residential")).notes
    )


def test_that_the_line_is_marked_before_the_year_of_the_break() -> None:
    (marked,) = line(broken(muenster(), 2005)).breaks
    assert (marked.place, marked.low) == (2004.5, True)


def test_that_bars_part_at_a_break() -> None:
    plain, found = stack("sectors", muenster()), stack("sectors", broken(muenster(), 2005))
    (marked,) = found.breaks
    before, after = (next(bar.place for bar in found.bars if bar.year == year) for year in (2000, 2005))
    assert before < marked.place < after
    assert after - before > next(bar.place for bar in plain.bars if bar.year == 2005) - before


def test_that_two_breaks_between_the_same_bars_are_one_mark() -> None:
    assert len(stack("sectors", broken(muenster(), 2004, 2005)).breaks) == 1


def test_that_a_window_across_a_break_says_so_in_picture_and_table() -> None:
    found = windows(broken(muenster(), 2005))
    across = {bar.label for bar in found.bars if "across a break" in bar.verdict}
    assert across == {"2000–2005"}
    assert {row[0] for row in found.table().rows if "across a break" in row[-1]} == across


@pytest.mark.parametrize("year", [1990, 2016])
def test_that_a_break_outside_the_years_shown_is_not_mentioned(year: int) -> None:
    for kind in ("per-inhabitant", "sectors", "windows"):
        assert chart(kind, broken(muenster(), year)) == chart(kind, muenster())


def _charts() -> list[Chart]:
    of = broken(thirty_five_years(), 2001, 2012, 2019)
    return [line(of), stack("carriers", of), windows(of)]


@pytest.mark.parametrize("of", _charts(), ids=lambda each: each.kind)
def test_that_breaks_are_drawn_without_touching_a_word(of: LineChart | StackedBars | WindowBars) -> None:
    figure = drawn(of)
    assert overlaps(figure) == []
    assert outside(figure) == []
    dashed = [each for each in axes_of(figure).lines if each.get_gid() == "break"]
    assert len(dashed) == len(of.breaks)
    assert words_of(figure).count("break") == len(of.breaks)


def test_that_breaks_of_which_the_same_is_said_have_one_sentence() -> None:
    found = line(broken(thirty_five_years(), *range(1992, 2025, 2)))
    (said,) = [note for note in found.notes if "traffic counted anew" in note]
    assert said.startswith("1992, 1994, 1996, ")
    assert said.endswith("2024: break – traffic counted anew.")
