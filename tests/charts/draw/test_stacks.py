import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import pieces
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import stack


def test_that_every_bar_starts_at_zero_and_reaches_its_total() -> None:
    found = stack("carriers", muenster())
    figure = drawn(found)
    assert axes_of(figure).get_ylim()[0] == 0
    first, *_, last = found.classes
    assert [bottom for bottom, _ in pieces(figure, first.id)] == [0.0] * 10
    tops = [top for _, top in pieces(figure, last.id)]
    assert tops == pytest.approx([bar.total for bar in found.bars])


def test_that_each_class_has_a_piece_a_bar_in_its_colour_with_a_separating_line() -> None:
    found = stack("carriers", muenster())
    for theme in Theme:
        palette = PALETTES[theme]
        figure = drawn(found, ChartStyle(theme))
        patches = {str(p.get_gid()): p for p in axes_of(figure).findobj(PathPatch) if isinstance(p, PathPatch)}
        for part_class in found.classes:
            assert len(list(pieces(figure, part_class.id))) == 10
            patch = patches[part_class.id]
            assert to_hex(patch.get_facecolor()).upper() == palette.classes[part_class.colour]
            assert to_hex(patch.get_edgecolor()).upper() == palette.background


def test_that_weak_values_are_hatched_and_a_total_without_split_is_open() -> None:
    figure = drawn(stack("sectors", mixed()))
    patches = {str(p.get_gid()): p for p in axes_of(figure).findobj(PathPatch) if isinstance(p, PathPatch)}
    assert patches["households weak"].get_hatch() == WEAK_PATTERN
    assert patches["services weak"].get_hatch() == WEAK_PATTERN
    assert patches["unsplit"].get_hatch() is None
    ((bottom, top),) = pieces(figure, "unsplit")
    assert (bottom, top) == pytest.approx((0.0, 71.0))
    assert to_hex(patches["unsplit"].get_facecolor()).upper() == "#FFFFFF"


def test_that_totals_years_and_classes_are_labelled() -> None:
    words = words_of(drawn(stack("sectors", mixed())))
    for label in ("71.0", "≥ 11.3", "1990", "2023", "Households", "hatched: start values or grade D"):
        assert label in words
    assert "open: only the total is known" in words_of(drawn(stack("sectors", bielefeld())))


def test_that_class_labels_stand_in_the_order_of_the_stack() -> None:
    found = stack("carriers", muenster())
    figure = drawn(found)
    heights = {text.get_text(): text.get_window_extent().y0 for text in texts_of(figure)}
    found_heights = [heights[part_class.label] for part_class in found.classes]
    assert found_heights == sorted(found_heights)
