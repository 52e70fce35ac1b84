import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme
from tests.charts.draw.drawn import axes_of
from tests.charts.draw.drawn import drawn
from tests.charts.draw.drawn import texts_of
from tests.charts.draw.drawn import words_of
from tests.charts.examples import mixed
from tests.charts.test_quality import graded
from tests.charts.test_quality import quality


def patches(figure: Figure) -> dict[str, PathPatch]:
    return {str(p.get_gid()): p for p in axes_of(figure).findobj(PathPatch) if isinstance(p, PathPatch)}


def spans(figure: Figure, name: str) -> list[tuple[float, float]]:
    """Start and end of each piece painted under a name."""
    polygons = [np.asarray(polygon)[:, 0] for polygon in patches(figure)[name].get_path().to_polygons()]
    return [(float(xs.min()), float(xs.max())) for xs in polygons]


def test_that_bars_lie_from_zero_and_their_pieces_follow_one_another() -> None:
    figure = drawn(quality(graded()))
    assert axes_of(figure).get_xlim() == (0.0, 1.0)
    assert [start for start, _ in spans(figure, "A")] == [0.0, 0.0]
    assert spans(figure, "B")[0][0] == pytest.approx(spans(figure, "A")[0][1])
    assert spans(figure, "D")[0][1] == pytest.approx(1.0)


@pytest.mark.parametrize("theme", Theme)
def test_that_each_grade_has_its_colour_and_start_values_are_hatched(theme: Theme) -> None:
    palette, found = PALETTES[theme], quality(mixed())
    drawn_patches = patches(drawn(found, ChartStyle(theme)))
    for part in found.classes:
        name = part.id if part.id in drawn_patches else f"{part.id} weak"
        ink = drawn_patches[name].get_facecolor() if name == part.id else drawn_patches[name].get_edgecolor()
        assert to_hex(ink).upper() == palette.classes[part.colour]
    assert drawn_patches["C weak"].get_hatch() == WEAK_PATTERN


def test_that_rows_stand_in_order_with_name_letter_and_score() -> None:
    figure = drawn(quality(graded()))
    heights = {text.get_text(): text.get_window_extent().y0 for text in texts_of(figure)}
    names = ["All sectors", "Households", "Commerce and services", "Transport"]
    assert sorted(names, key=lambda name: -heights[name]) == names
    assert {"A", "B", "D", "66\u202f%", "Score", "100\u202f%"} <= set(words_of(figure))
