"""Where the values of a drawn picture lie, so that a pointer finds them."""

from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spots import Frame
from kbdesk.charts.spots import Layout
from kbdesk.charts.spots import Place


def layout(sheet: Sheet) -> Layout:
    """The axes of the sheet, and what was noted while it was drawn."""
    return Layout(_frame(sheet), dict(sheet.noted))


def _frame(sheet: Sheet) -> Frame | None:
    for axes in sheet.figure.axes:
        box = axes.get_position()
        (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
        return Frame(Place(box.x0, 1 - box.y1, box.x1, 1 - box.y0), left, low, right, high)
    return None
