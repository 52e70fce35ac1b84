"""Breaks in the series: a fine dashed line from the years to the top, with a small word beside it."""

from collections.abc import Iterable

from matplotlib.axes import Axes

from kbdesk.charts.data import BreakMark
from kbdesk.charts.draw.sheet import Sheet

_LABEL = 0.76


def draw_breaks(marks: Iterable[BreakMark], sheet: Sheet, axes: Axes) -> None:
    """Draw the marks below everything else."""
    for mark in marks:
        axes.axvline(
            mark.place,
            color=sheet.palette.muted,
            linewidth=0.09 * sheet.size,
            linestyle=(0, (4, 3)),
            zorder=1.5,
            gid="break",
        )
        axes.annotate(
            mark.label,
            (mark.place, 0.0 if mark.low else 1.0),
            xycoords=axes.get_xaxis_transform(),
            xytext=(0, (0.4 if mark.low else -0.4) * sheet.size),
            textcoords="offset points",
            rotation=90,
            ha="center",
            va="bottom" if mark.low else "top",
            color=sheet.palette.muted,
            fontproperties=sheet.font(_LABEL),
            zorder=1.6,
            annotation_clip=False,
            bbox={"facecolor": sheet.palette.background, "edgecolor": "none", "pad": 1.0},
        )
