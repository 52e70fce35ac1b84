"""Small multiples as they are drawn: the same years, gaps, marks for what is less sure, first and last value."""

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import Theme
from kbdesk.models.inventory import Inventory
from tests.builders import entry
from tests.builders import inventory
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years


def multiples(of: Inventory) -> SmallMultiples:
    found = compute_chart("multiples", request(of), texts())
    assert isinstance(found, SmallMultiples)
    return found


def joins(figure: Figure, name: str) -> int:
    (lines,) = [c for c in axes_of(figure).collections if isinstance(c, LineCollection) and c.get_gid() == name]
    return len(lines.get_segments())


def marks(figure: Figure) -> list[Line2D]:
    return [line for line in axes_of(figure).get_children() if isinstance(line, Line2D)]


def test_that_every_year_with_a_value_has_one_mark() -> None:
    for of in (muenster(), mixed(), thirty_five_years(), largest()):
        found = multiples(of)
        shown = sum(len(np.asarray(line.get_xdata())) for line in marks(drawn(found)))
        assert shown == sum(len(panel.points) for panel in found.panels)


def test_that_years_that_follow_are_joined_and_others_only_by_a_hair_line() -> None:
    figure = drawn(multiples(thirty_five_years()))
    assert (joins(figure, "near"), joins(figure, "far")) == (9 * 34, 0)
    figure = drawn(multiples(mixed()))
    assert joins(figure, "near") == 0
    assert joins(figure, "far") == 8


def test_that_a_gap_is_not_joined() -> None:
    cells = [entry(year, "residential", "natural_gas", "50") for year in (2018, 2020)]
    cells += [entry(year, "residential", "electricity", "50") for year in (2018, 2019, 2020)]
    figure = drawn(multiples(inventory(cells)))
    assert (joins(figure, "near"), joins(figure, "far")) == (2, 0)


@pytest.mark.parametrize("theme", Theme)
def test_that_weak_years_are_open_and_incomplete_ones_triangles(theme: Theme) -> None:
    figure = drawn(multiples(mixed()))
    kinds = {
        (str(line.get_marker()), to_hex(line.get_markerfacecolor()).upper() == "#FFFFFF") for line in marks(figure)
    }
    assert kinds == {("o", False), ("o", True), ("^", True)}
    words = words_of(figure)
    assert {"open: mostly start values or grade D", "incomplete: at least this much"} <= set(words)
    assert len(PALETTES[theme].classes) > max(panel.colour for panel in multiples(mixed()).panels)


def test_that_panels_are_named_and_their_ends_labelled() -> None:
    words = words_of(drawn(multiples(muenster())))
    for word in ("Natural gas", "Electricity for heating (separate meter)", "1,872", "1,797", "1990", "2015"):
        assert word in words


def test_that_panels_of_a_column_stand_below_one_another_on_the_same_years() -> None:
    figure = drawn(multiples(thirty_five_years()))
    places = {text.get_text(): text.get_window_extent() for text in texts_of(figure)}
    assert places["Natural gas"].x0 == pytest.approx(places["Diesel"].x0, abs=1.5)
    assert places["Natural gas"].y0 > places["Diesel"].y1
    columns = {round(float(x), 3) for line in marks(figure) for x in np.asarray(line.get_xdata())}
    assert len(columns) == 3 * 35


def test_that_only_a_common_value_axis_has_ticks() -> None:
    assert "2,000" in words_of(drawn(multiples(muenster())))
    own = multiples(thirty_five_years())
    figure = drawn(own)
    ticks = {tick.label for tick in own.axis.ticks} - {point.label for panel in own.panels for point in panel.points}
    assert not ticks & set(words_of(figure))


def test_that_in_a_low_picture_the_lines_stay_and_the_values_go() -> None:
    words = words_of(drawn(multiples(thirty_five_years()), size=(5.4, 2.6)))
    assert "Natural gas" in words
    assert "54,500" not in words
