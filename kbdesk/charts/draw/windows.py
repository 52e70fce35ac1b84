"""Five-year windows: one bar each from zero, the line of the goal, and under each bar whether it was reached."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kbdesk.charts.data import WindowBar
from kbdesk.charts.data import WindowBars
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spots import BAR_WIDTH

REACHED, MISSED = "✓", "✗"
_LABEL = 0.92
_SMALLEST = 0.7
_FITS = 0.93
"""The share of the distance between bars that a label may fill."""
_FEWEST = 4
"""Room for at least so many bars, so that one bar is not a wall."""


def draw_windows(data: WindowBars, sheet: Sheet) -> None:
    """Draw the bars, their labels, and the goal."""
    slots = max(len(data.bars), _FEWEST)
    room = sheet.width_of(data.goal_label, _LABEL) + 1.6 * sheet.size
    pitch = (sheet.right - sheet.left - room - 4.5 * sheet.size) / slots
    scale = max(_SMALLEST, min(_LABEL, 0.9 * _LABEL * pitch / max(sheet.width_of(b.label, _LABEL) for b in data.bars)))
    words = _words(data.bars, sheet, pitch, scale)
    lines = max(word.count("\n") + 1 for word in words)
    axes = sheet.axes(data.axis, data.y_label, right=room, below=sheet.line(scale) * lines + 1.2 * sheet.size)
    middle = (len(data.bars) - 1) / 2
    axes.set_xlim(middle - slots / 2 - 0.1, middle + slots / 2 + 0.1)
    axes.axhline(0, color=sheet.palette.muted, linewidth=1.0, zorder=3)
    for place, bar in enumerate(data.bars):
        _bar(sheet, axes, place, bar, pitch)
    _goal(data, sheet, axes)
    sheet.write_below(axes, range(len(data.bars)), words, scale, _below(data, sheet, axes))


def _words(bars: Sequence[WindowBar], sheet: Sheet, pitch: float, scale: float) -> list[str]:
    """Under each bar the window, the sign and the verdict, in as many lines as the width of a bar asks for."""
    windows = [bar.label for bar in bars]
    if max(sheet.width_of(window, scale) for window in windows) > _FITS * pitch:
        windows = [window.replace("–", "–\n") for window in windows]
    verdicts = [f"{REACHED if bar.met else MISSED} {bar.verdict}" for bar in bars]
    if max(sheet.width_of(verdict, scale) for verdict in verdicts) > _FITS * pitch:
        wrapped = (sheet.wrapped(bar.verdict, _FITS * pitch, scale) for bar in bars)
        verdicts = [f"{verdict[0]}\n{word}" for verdict, word in zip(verdicts, wrapped, strict=True)]
    return [f"{window}\n{verdict}" for window, verdict in zip(windows, verdicts, strict=True)]


def _bar(sheet: Sheet, axes: Axes, place: int, bar: WindowBar, pitch: float) -> None:
    palette = sheet.palette
    piece = Rectangle((place - BAR_WIDTH / 2, 0.0), BAR_WIDTH, bar.change)
    piece.set(
        facecolor=palette.reached if bar.met else palette.missed,
        edgecolor=palette.background,
        linewidth=0.8,
        zorder=2,
    )
    axes.add_artist(piece)
    scale = max(_SMALLEST, min(1.0, 0.88 * pitch / sheet.width_of(bar.change_label, bold=True)))
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


def _below(data: WindowBars, sheet: Sheet, axes: Axes) -> float:
    """How far the label of the longest bar reaches out of low axes [pt]."""
    _, bottom, _, top = sheet.box(axes)
    longest = min(bar.change for bar in data.bars)
    free = (top - bottom) * (longest - data.axis.low) / (data.axis.high - data.axis.low)
    return max(0.0, 1.7 * sheet.size - free)
