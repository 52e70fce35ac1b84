"""Drawing a chart in memory and looking at what is on the figure."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from kbdesk.charts.data import Chart
from kbdesk.charts.draw import draw_chart
from kbdesk.charts.style import ChartStyle

DPI = 100


def drawn(data: Chart, style: ChartStyle | None = None, size: tuple[float, float] = (9.5, 5.9)) -> Figure:
    """The chart on a figure, painted."""
    figure = Figure(figsize=size, dpi=DPI)
    canvas: Any = FigureCanvasAgg(figure)
    draw_chart(data, figure, style or ChartStyle())
    canvas.draw()
    return figure


def axes_of(figure: Figure) -> Axes:
    (axes,) = figure.axes
    return axes


def texts_of(figure: Figure) -> list[Text]:
    """Every text that is seen, frame, labels and ticks."""
    return [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text() and text.get_visible()]


def words_of(figure: Figure) -> list[str]:
    return [text.get_text().replace("\n", " ").replace("\u00a0", " ") for text in texts_of(figure)]


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of texts that touch."""
    boxes = [(text.get_text(), _box(text)) for text in texts_of(figure)]
    return [
        (first, second)
        for n, (first, one) in enumerate(boxes)
        for second, other in boxes[n + 1 :]
        if one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
    ]


def outside(figure: Figure) -> list[str]:
    """Texts that are cut off by the edge of the picture."""
    width, height = figure.bbox.width, figure.bbox.height
    return [
        text.get_text()
        for text in texts_of(figure)
        if (box := text.get_window_extent()).x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]


def pieces(figure: Figure, name: str) -> Iterator[tuple[float, float]]:
    """Bottom and top of each piece painted under a name."""
    for patch in axes_of(figure).findobj(PathPatch):
        if isinstance(patch, PathPatch) and patch.get_gid() == name:
            for polygon in patch.get_path().to_polygons():
                heights = np.asarray(polygon)[:, 1]
                yield float(heights.min()), float(heights.max())


def _box(text: Text) -> Bbox:
    """What is inked, without the room between lines."""
    box = text.get_window_extent()
    return Bbox.from_extents(box.x0 + 1, box.y0 + 1.5, box.x1 - 1, box.y1 - 1.5)
