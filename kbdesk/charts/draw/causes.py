"""A waterfall: the two totals stand on zero, each cause hangs between the level before and after it."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kbdesk.charts.data import CauseBar
from kbdesk.charts.data import CauseBars
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spots import BAR_WIDTH

_LABELS = (0.92, 0.86, 0.8, 0.74, 0.68, 0.62)
"""The sizes of the names."""
_SMALLEST = 0.62
_FITS = 0.95
"""The share of the distance between bars that a label may fill."""
_TOTAL_COLOUR = 3


def draw_causes(data: CauseBars, sheet: Sheet) -> None:
    """Draw the bars with their sizes, thin lines from level to level, and the names below."""
    pitch = (sheet.right - sheet.left - 6.0 * sheet.size) / len(data.bars)
    names, scale = _names(data, sheet, pitch)
    lines = max(name.count("\n") + 1 for name in names)
    axes = sheet.axes(
        data.axis, data.y_label, right=0.5 * sheet.size, below=sheet.line(scale) * lines + 1.2 * sheet.size
    )
    axes.set_xlim(-0.6, len(data.bars) - 0.4)
    axes.axhline(0, color=sheet.palette.muted, linewidth=1.0, zorder=3)
    for place, bar in enumerate(data.bars):
        _bar(sheet, axes, place, bar, pitch)
    for place, (bar, _) in enumerate(pairwise(data.bars)):
        across = (place + BAR_WIDTH / 2, place + 1 - BAR_WIDTH / 2)
        axes.plot(across, (bar.end, bar.end), color=sheet.palette.muted, linewidth=0.8, zorder=1)
    sheet.write_below(axes, range(len(data.bars)), names, scale)


def _names(data: CauseBars, sheet: Sheet, pitch: float) -> tuple[list[str], float]:
    """The names in the largest type in which none touches the next; a long word may reach into a neighbour's room."""
    for scale in _LABELS:
        names = [sheet.wrapped(bar.label, _FITS * pitch, scale) for bar in data.bars]
        widths = [sheet.width_of(name, scale) for name in names]
        if all(one + other <= 2 * _FITS * pitch for one, other in pairwise(widths)):
            break
    return names, scale


def _bar(sheet: Sheet, axes: Axes, place: int, bar: CauseBar, pitch: float) -> None:
    palette = sheet.palette
    colour = (
        palette.classes[_TOTAL_COLOUR] if bar.is_total else palette.missed if bar.end > bar.start else palette.reached
    )
    piece = Rectangle((place - BAR_WIDTH / 2, min(bar.start, bar.end)), BAR_WIDTH, abs(bar.end - bar.start))
    if bar.real:
        piece.set(facecolor=colour, edgecolor=palette.background, linewidth=0.8, zorder=2)
    else:  # open: no one knows how much of it happened
        piece.set(facecolor=palette.background, edgecolor=palette.muted, linewidth=0.12 * sheet.size, zorder=2)
    axes.add_artist(piece)
    scale = max(_SMALLEST, min(1.0, 0.92 * pitch / sheet.width_of(bar.size_label, bold=True)))
    axes.annotate(
        bar.size_label,
        (place, max(bar.start, bar.end)),
        xytext=(0, 0.35 * sheet.size),
        textcoords="offset points",
        ha="center",
        va="bottom",
        color=palette.text,
        fontproperties=sheet.font(scale, bold=True),
        zorder=5,
        annotation_clip=False,
    )
