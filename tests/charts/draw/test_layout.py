"""A value is found where it was drawn."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.draw import draw_chart
from kbdesk.charts.reading import chart_spots
from kbdesk.charts.style import ChartStyle
from tests.charts.draw.drawn import pieces
from tests.charts.examples import line
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import stack
from tests.charts.examples import texts


def figure() -> Figure:
    found = Figure(figsize=(9.5, 5.9), dpi=100)
    FigureCanvasAgg(found)
    return found


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_every_value_lies_inside_the_picture(kind: str) -> None:
    for of in (muenster(), mixed()):
        asked = request(of)
        chart = compute_chart(kind, asked, texts())
        drawn_layout = draw_chart(chart, figure(), ChartStyle())
        for spot in chart_spots(chart, asked, texts()):
            place = drawn_layout.place_of(spot)
            assert place is not None
            assert 0 <= place.left <= place.right <= 1
            assert 0 <= place.top <= place.bottom <= 1


def test_that_a_point_is_where_its_mark_is() -> None:
    chart, drawn = line(muenster()), figure()
    drawn_layout = draw_chart(chart, drawn, ChartStyle())
    spot = next(s for s in chart_spots(chart, request(muenster()), texts()) if s.column == chart.points[-1].year)
    place = drawn_layout.place_of(spot)
    assert place is not None
    x, y = place.middle
    on_screen = drawn.axes[0].transData.transform((chart.points[-1].year, chart.points[-1].value))
    assert (x * 950, (1 - y) * 590) == pytest.approx(tuple(on_screen), abs=0.5)


def test_that_a_part_is_as_high_as_it_is_drawn() -> None:
    chart, drawn = stack("carriers", muenster()), figure()
    draw_chart(chart, drawn, ChartStyle())
    boxes = [s.box for s in chart_spots(chart, request(muenster()), texts()) if s.series == 0]
    found = [box for box in boxes if box is not None]
    drawn_pieces = list(pieces(drawn, chart.classes[0].id))
    assert [box.low for box in found] == pytest.approx([low for low, _ in drawn_pieces])
    assert [box.high for box in found] == pytest.approx([high for _, high in drawn_pieces])


def test_that_a_lying_piece_is_as_long_as_it_is_drawn() -> None:
    asked = request(muenster())
    chart, drawn = compute_chart("quality", asked, texts()), figure()
    found = draw_chart(chart, drawn, ChartStyle())
    axes = drawn.axes[0]
    for spot in chart_spots(chart, asked, texts()):
        place = found.place_of(spot)
        assert place is not None
        wide = axes.get_position().width * spot.value
        assert place.right - place.left == pytest.approx(wide)
