"""Five-year windows: one bar each from zero, the line of the goal, and under each bar whether it was reached."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kbdesk.charts.data import WindowBar
from kbdesk.charts.data import WindowBars
from kbdesk.charts.draw.sheet import Sheet

BAR_WIDTH = 0.62
REACHED, MISSED = "✓", "✗"
_LABEL = 0.92
_SMALLEST = 0.66
_FEWEST = 4
"""Room for at least so many bars, so that one bar is not a wall."""


def draw_windows(data: WindowBars, sheet: Sheet) -> None:
    """Draw the bars, their labels, and the goal."""
    slots = max(len(data.bars), _FEWEST)
    room = sheet.width_of(data.goal_label, _LABEL) + 1.6 * sheet.size
    pitch = (sheet.right - sheet.left - room - 4.5 * sheet.size) / slots
    words = [_words(bar, sheet, pitch) for bar in data.bars]
    lines = max(word.count("\n") + 1 for word in words)
    axes = sheet.axes(data.axis, data.y_label, right=room, below=sheet.line(_LABEL) * lines + sheet.size)
    axes.set_xlim(-0.6, slots - 0.4)
    axes.axhline(0, color=sheet.palette.muted, linewidth=1.0, zorder=3)
    for place, bar in enumerate(data.bars):
        _bar(sheet, axes, place, bar, pitch)
    _goal(data, sheet, axes)
    axes.set_xticks(range(len(data.bars)), labels=words)
    sheet.dress(axes.get_xticklabels(), _LABEL)
    for label in axes.get_xticklabels():
        label.set_linespacing(1.25)


def _words(bar: WindowBar, sheet: Sheet, pitch: float) -> str:
    """The window and the verdict, in as many lines as the bar's width asks for."""
    window = bar.label if sheet.width_of(bar.label, _LABEL) < 0.96 * pitch else bar.label.replace("–", "–\n")
    verdict = f"{REACHED if bar.met else MISSED}\u00a0{bar.verdict}"
    return f"{window}\n{sheet.wrapped(verdict, 0.94 * pitch, _LABEL)}"


def _bar(sheet: Sheet, axes: Axes, place: int, bar: WindowBar, pitch: float) -> None:
    palette = sheet.palette
    piece = Rectangle((place - BAR_WIDTH / 2, 0.0), BAR_WIDTH, bar.change)
    piece.set(
        facecolor=palette.reached if bar.met else palette.missed,
        edgecolor=palette.background,
        hatch=None if bar.met else "////",
        hatchcolor=palette.background,
        linewidth=0.8,
        zorder=2,
    )
    axes.add_patch(piece)
    scale = max(_SMALLEST, min(1.0, 0.95 * pitch / sheet.width_of(bar.change_label, bold=True)))
    down = bar.change < 0
    axes.annotate(
        bar.change_label,
        (place, bar.change),
        xytext=(0, (-0.35 if down else 0.35) * sheet.size),
        textcoords="offset points",
        ha="center",
        va="top" if down else "bottom",
        color=palette.text,
        fontproperties=sheet.font(scale, bold=True),
        zorder=5,
        annotation_clip=False,
        bbox={"facecolor": palette.background, "edgecolor": "none", "pad": 0.8, "alpha": 0.85},
    )


def _goal(data: WindowBars, sheet: Sheet, axes: Axes) -> None:
    axes.axhline(data.goal, color=sheet.palette.text, linewidth=1.4, linestyle=(0, (5, 2.5)), zorder=4)
    _, bottom, right, top = sheet.box(axes)
    share = (data.goal - data.axis.low) / (data.axis.high - data.axis.low)
    place = bottom + (top - bottom) * share
    sheet.write(right + 0.6 * sheet.size, place, data.goal_label, _LABEL, bold=True, va="center", ha="left")
