"""Stacked bars: parts in one order, white lines between them, totals on top, labels beside the last split bar."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackClass
from kbdesk.charts.data import StackedBars
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spreading import spread
from kbdesk.charts.style import PATTERNS
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import Palette

BAR_WIDTH = 0.74
_LABEL = 0.92
_LABEL_SHARE = 0.25
_SMALLEST = 0.62


def draw_stacks(data: StackedBars, sheet: Sheet) -> None:
    """Draw the bars, their totals and the labels of the classes."""
    key = []
    if data.weak_label:
        key.append((_swatch(weak_look(sheet.palette, sheet.palette.muted)), data.weak_label))
    if data.unsplit_label:
        key.append((_swatch(open_look(sheet.palette)), data.unsplit_label))
    sheet.write_key(key)
    labels = [sheet.wrapped(c.label, _LABEL_SHARE * sheet.width, _LABEL) for c in data.classes]
    wide = max((sheet.width_of(label, _LABEL) for label in labels), default=0.0)
    axes = sheet.axes(data.axis, data.y_label, right=wide + 2.6 * sheet.size, below=1.8 * sheet.size)
    axes.set_xlim(data.bars[0].place - 0.6, max(data.bars[-1].place, 3.0) + 0.5)
    for bar in data.bars:
        _bar(data, sheet.palette, axes, bar)
    _totals(data, sheet, axes)
    _class_labels(data, sheet, axes, labels)


def part_look(palette: Palette, part: StackClass) -> dict[str, object]:
    """How a part of a class is drawn: its colour, a fine pattern, a separating line."""
    return {
        "facecolor": palette.classes[part.colour],
        "edgecolor": palette.background,
        "hatch": PATTERNS[part.colour] or None,
        "hatchcolor": palette.background,
        "linewidth": 1.0,
    }


def weak_look(palette: Palette, colour: str) -> dict[str, object]:
    """How start values and grade D are drawn: hatched in the class's colour on the background."""
    return {
        "facecolor": palette.background,
        "edgecolor": colour,
        "hatch": WEAK_PATTERN,
        "hatchcolor": colour,
        "linewidth": 1.0,
    }


def open_look(palette: Palette) -> dict[str, object]:
    """How an amount without a known split is drawn: open."""
    return {"facecolor": palette.background, "edgecolor": palette.text, "linewidth": 1.2}


def _swatch(look: dict[str, object]) -> Rectangle:
    swatch = Rectangle((0.0, 0.0), 1.0, 1.0)
    swatch.set(**look)
    return swatch


def _bar(data: StackedBars, palette: Palette, axes: Axes, bar: StackBar) -> None:
    classes = {c.id: c for c in data.classes}
    bottom = 0.0
    for part in bar.parts:
        part_class = classes[part.class_id]
        for value, look in (
            (part.value - part.weak, part_look(palette, part_class)),
            (part.weak, weak_look(palette, palette.classes[part_class.colour])),
        ):
            if value > 0:
                _piece(axes, bar, bottom, value, look)
                bottom += value
    if bar.unsplit > 0:
        _piece(axes, bar, bottom, bar.unsplit, open_look(palette))


def _piece(axes: Axes, bar: StackBar, bottom: float, value: float, look: dict[str, object]) -> None:
    piece = Rectangle((bar.place - BAR_WIDTH / 2, bottom), BAR_WIDTH, value)
    piece.set(zorder=2, **look)
    axes.add_patch(piece)


def _totals(data: StackedBars, sheet: Sheet, axes: Axes) -> None:
    left, _, right, _ = sheet.box(axes)
    low, high = axes.get_xlim()
    pitch = (right - left) / (high - low)
    widest = max(sheet.width_of(bar.total_label, bold=True) for bar in data.bars)
    scale = max(_SMALLEST, min(1.0, 0.95 * pitch / widest))
    for bar in data.bars:
        axes.annotate(
            bar.total_label,
            (bar.place, bar.total),
            xytext=(0, 0.3 * sheet.size),
            textcoords="offset points",
            ha="center",
            va="bottom",
            color=sheet.palette.text,
            fontproperties=sheet.font(scale, bold=True),
            annotation_clip=False,
        )
    axes.set_xticks([bar.place for bar in data.bars], labels=[bar.label for bar in data.bars])
    years = min(1.0, 0.9 * pitch / sheet.width_of("2000"))
    sheet.dress(axes.get_xticklabels(), max(_SMALLEST, min(0.95, years)))


def _class_labels(data: StackedBars, sheet: Sheet, axes: Axes, labels: list[str]) -> None:
    """Beside the last split bar, each label level with its part where there is room."""
    _, bottom, right, top = sheet.box(axes)
    heights = [sheet.line(_LABEL) * (label.count("\n") + 1) * 1.1 for label in labels]
    wanted = [bottom + (top - bottom) * share for share in _middles(data)]
    places = spread(wanted, heights, bottom, top + sheet.size)
    for part_class, label, place in zip(data.classes, labels, places, strict=True):
        sheet.place_sign(_swatch(part_look(sheet.palette, part_class)), right + 1.0 * sheet.size, place)
        sheet.write(right + 1.9 * sheet.size, place, label, _LABEL, va="center", ha="left")


def _middles(data: StackedBars) -> list[float]:
    """Where each class lies in the last split bar, as a share of the axis; what it lacks keeps its order."""
    values = next(({p.class_id: p.value for p in bar.parts} for bar in reversed(data.bars) if bar.parts), {})
    middles, below = [], 0.0
    for part_class in data.classes:
        value = values.get(part_class.id, 0.0)
        middles.append((below + value / 2) / data.axis.high)
        below += value
    return middles
