"""A part of a whole as one lying bar on top, and below it the part by kind over the years."""

from matplotlib.patches import Rectangle

from kbdesk.charts.data import ShareBars
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.draw.stacks import draw_stacks

OWN_COLOUR = 1
_LABEL = 1.0
_THICK = 1.3
"""In letters."""


def draw_share(data: ShareBars, sheet: Sheet) -> None:
    """Draw the share, if it can be said, and the bars of the years."""
    if data.share is not None:
        _write_labels(data, sheet)
        _draw_bar(data.share, sheet)
    draw_stacks(data.stack, sheet)


def _write_labels(data: ShareBars, sheet: Sheet) -> None:
    """Both above the bar, the rest at its right end; below one another where there is no room."""
    wide = sheet.width_of(data.share_label, _LABEL, bold=True) + sheet.width_of(data.rest_label, _LABEL) + sheet.size
    side_by_side = wide <= sheet.right - sheet.left
    first = sheet.top
    sheet.write_top(data.share_label, _LABEL, bold=True)
    if side_by_side:
        sheet.write(sheet.right, first, data.rest_label, _LABEL, va="top", ha="right", color=sheet.palette.muted)
    else:
        sheet.write_top(data.rest_label, _LABEL, color=sheet.palette.muted)
    sheet.top -= 0.2 * sheet.size


def _draw_bar(share: float, sheet: Sheet) -> None:
    thick, palette = _THICK * sheet.size, sheet.palette
    left, wide, low = sheet.left / sheet.width, (sheet.right - sheet.left) / sheet.width, sheet.top - thick
    looks = (
        ("rest", 0.0, 1.0, {"facecolor": palette.tint, "edgecolor": palette.muted, "linewidth": 0.8}),
        ("own", 0.0, share, {"facecolor": palette.classes[OWN_COLOUR], "linewidth": 0.0}),
    )
    for name, start, length, look in looks:
        piece = Rectangle((left + start * wide, low / sheet.height), length * wide, thick / sheet.height)
        piece.set(gid=name, **look)
        piece.set_transform(sheet.figure.transFigure)
        sheet.figure.add_artist(piece)
    sheet.top = low - 0.5 * sheet.size
