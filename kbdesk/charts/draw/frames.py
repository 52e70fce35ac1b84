"""Where the axes of a drawn picture lie, so that a pointer finds the values."""

from collections.abc import Iterator

from matplotlib.figure import Figure

from kbdesk.charts.spots import Frame
from kbdesk.charts.spots import Place


def frames(figure: Figure) -> Iterator[Frame]:
    """The axes of the figure in the order in which they were added."""
    for axes in figure.axes:
        box = axes.get_position()
        (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
        yield Frame(Place(box.x0, 1 - box.y1, box.x1, 1 - box.y0), left, low, right, high)
