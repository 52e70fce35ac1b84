"""The wedge between two lines: what is expected to be taken off, striped, with its lower edge as a line."""

from matplotlib.axes import Axes

from kbdesk.charts.data import Wedge
from kbdesk.charts.draw.sheet import Sheet

WEDGE_COLOUR = 0
_STRIPES = "---"
"""Level stripes: slanted ones are start values, here and everywhere."""


def draw_wedge(wedge: Wedge, sheet: Sheet, axes: Axes) -> None:
    """Draw the area and its lower edge."""
    years = [year for year, _ in wedge.upper]
    colour = sheet.palette.classes[WEDGE_COLOUR]
    axes.fill_between(
        years,
        [value for _, value in wedge.lower],
        [value for _, value in wedge.upper],
        facecolor=sheet.palette.tint,
        edgecolor=sheet.palette.muted,
        hatch=_STRIPES,
        linewidth=0.0,
        zorder=2.5,
    )
    values = [value for _, value in wedge.lower]
    axes.plot(years, values, color=colour, linewidth=sheet.size * 0.16, zorder=3.6, label=wedge.label)
