import numpy as np
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import Theme
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import muenster
from tests.charts.examples import windows


def bars(figure_axes: object) -> list[Rectangle]:
    children = getattr(figure_axes, "get_children")()  # noqa: B009 - the axes' own patch is among them
    return [child for child in children if isinstance(child, Rectangle) and child.get_width() < 1]


def test_that_each_window_is_one_bar_from_zero() -> None:
    found = windows(bielefeld())
    rectangles = bars(axes_of(drawn(found)))
    assert len(rectangles) == len(found.bars) == 6
    assert {rectangle.get_y() for rectangle in rectangles} == {0.0}
    assert [rectangle.get_height() for rectangle in rectangles] == [bar.change for bar in found.bars]


def test_that_reached_and_not_reached_differ_in_colour_sign_and_word() -> None:
    found = windows(bielefeld())
    figure = drawn(found)
    palette = PALETTES[Theme.LIGHT]
    colours = [to_hex(rectangle.get_facecolor()).upper() for rectangle in bars(axes_of(figure))]
    assert colours == [palette.reached if bar.met else palette.missed for bar in found.bars]
    ticks = [text for text in words_of(figure) if text.endswith("reached")]
    assert ticks[0] == "1990–1995 ✗ not reached"
    assert ticks[2] == "2000–2005 ✓ reached"


def test_that_the_goal_is_a_labelled_line_at_minus_ten_percent() -> None:
    figure = drawn(windows(muenster()))
    lines = [np.asarray(line.get_ydata()).tolist() for line in axes_of(figure).lines]
    assert [-0.1, -0.1] in lines
    assert "Goal: −10\u202f%" in words_of(figure)


def test_that_each_bar_has_its_value() -> None:
    words = words_of(drawn(windows(muenster())))
    assert {"+0.5\u202f%", "−11.3\u202f%", "−6.9\u202f%"} <= set(words)
