import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D

from kbdesk.charts.draw.lines import SERIES_COLOUR
from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import Theme
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import line
from tests.charts.examples import mixed
from tests.charts.examples import muenster


def marked(of_label: str, lines: list[Line2D]) -> Line2D:
    (found,) = [drawn_line for drawn_line in lines if drawn_line.get_label() == of_label]
    return found


def test_that_each_support_year_has_its_mark_and_others_have_none() -> None:
    lines = list(axes_of(drawn(line(mixed()))).lines)
    own = marked("own inventory", lines)
    published = marked("published result", lines)
    incomplete = marked("incomplete: at least this much", lines)
    assert [np.asarray(found.get_xdata()).tolist() for found in (own, published, incomplete)] == [
        [2010, 2020],
        [1990],
        [2023],
    ]
    assert (own.get_marker(), published.get_marker(), incomplete.get_marker()) == ("o", "o", "^")


def test_that_published_and_incomplete_marks_are_open() -> None:
    palette = PALETTES[Theme.LIGHT]
    lines = list(axes_of(drawn(line(mixed()))).lines)
    faces = {found.get_label(): to_hex(found.get_markerfacecolor()).upper() for found in lines}
    assert faces["own inventory"] == palette.classes[SERIES_COLOUR]
    assert faces["published result"] == palette.background
    assert faces["incomplete: at least this much"] == palette.background


def test_that_the_axis_starts_at_zero_and_the_years_are_to_scale() -> None:
    figure = drawn(line(muenster()))
    axes = axes_of(figure)
    assert axes.get_ylim()[0] == 0
    left, right = axes.bbox.x0, axes.bbox.x1
    low, high = axes.get_xlim()
    years = [text for text in texts_of(figure) if text.get_text().isdigit() and len(text.get_text()) == 4]
    assert [text.get_text() for text in years][-1] == "2030"
    for text in years:
        middle = (text.get_window_extent().x0 + text.get_window_extent().x1) / 2
        place = left + (right - left) * (int(text.get_text()) - low) / (high - low)
        assert abs(middle - place) <= 1.5


def test_that_the_targets_are_lines_told_apart_by_more_than_colour() -> None:
    found = line(bielefeld())
    lines = list(axes_of(drawn(found)).lines)
    targets = [marked(target.label, lines) for target in found.targets]
    assert len({to_hex(target.get_color()) for target in targets}) == 3
    assert len({str(getattr(target, "_unscaled_dash_pattern")) for target in targets}) == 3  # noqa: B009 - no getter


def test_that_targets_and_the_first_and_last_value_are_labelled_directly() -> None:
    words = words_of(drawn(line(bielefeld())))
    for label in ("Half by 2030: 6.0 t", "Goal: 2.5 t per inhabitant", "11.9 t", "6.9 t"):
        assert label in words


def test_that_a_key_of_marks_is_there_only_where_one_is_not_plain() -> None:
    assert "own inventory" not in words_of(drawn(line(muenster())))
    assert "published result" in words_of(drawn(line(bielefeld())))


def test_that_the_trend_is_dotted_and_named_at_its_end() -> None:
    found = line(bielefeld())
    figure = drawn(found)
    assert found.trend is not None
    dotted = marked(found.trend.label, list(axes_of(figure).lines))
    assert dotted.get_dash_capstyle() == "round"
    assert to_hex(dotted.get_color()).upper() == PALETTES[Theme.LIGHT].classes[SERIES_COLOUR]
    assert np.asarray(dotted.get_xdata()).tolist() == [2000.0, 2030.0]
    assert "At the pace of the last years: 5.1 t" in words_of(figure)


def test_that_only_a_hair_line_leads_over_years_without_figures() -> None:
    palette = PALETTES[Theme.LIGHT]
    joins = {
        to_hex(np.asarray(one.get_color())[0].tolist()).upper(): len(one.get_segments())
        for one in axes_of(drawn(line(muenster()))).collections
        if isinstance(one, LineCollection) and one.get_zorder() == 5
    }
    assert joins == {palette.classes[SERIES_COLOUR]: 5, palette.muted: 4}
