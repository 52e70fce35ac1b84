"""Stacked bars: parts in one order, white lines between them, totals on top, labels beside the last split bar."""

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from kbdesk.charts.data import StackClass
from kbdesk.charts.data import StackedBars
from kbdesk.charts.draw.breaks import draw_breaks
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spots import STACK_WIDTH
from kbdesk.charts.spreading import spread
from kbdesk.charts.style import PATTERNS
from kbdesk.charts.style import WEAK_PATTERN
from kbdesk.charts.style import Palette

_Piece = tuple[float, float, float]
"""Place, bottom and top of one piece of a bar."""
_LABEL = 0.92
_LABEL_SHARE = 0.19
_SMALLEST = 0.62
_FEWEST_HALF = 1.3
"""Room for at least three bars or so, that one bar be no wall."""


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
    axes = sheet.axes(data.axis, data.y_label, right=wide + 2.6 * sheet.size, below=1.9 * sheet.size)
    middle = data.bars[-1].place / 2
    reach = max(middle, _FEWEST_HALF) + 0.55
    axes.set_xlim(middle - reach, middle + reach)
    draw_breaks(data.breaks, sheet, axes)
    _pieces(data, sheet.palette, axes)
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


def _pieces(data: StackedBars, palette: Palette, axes: Axes) -> None:
    """All pieces of one look as one patch: a patch with a pattern is slow to paint."""
    sure: dict[str, list[_Piece]] = {c.id: [] for c in data.classes}
    weak: dict[str, list[_Piece]] = {c.id: [] for c in data.classes}
    unsplit: list[_Piece] = []
    for bar in data.bars:
        for part, start, end in bar.pieces:
            middle = end - part.weak
            sure[part.class_id].append((bar.place, min(start, middle), max(start, middle)))
            weak[part.class_id].append((bar.place, min(middle, end), max(middle, end)))
        unsplit.append((bar.place, bar.split_top, bar.top))
    for part_class in data.classes:
        colour = palette.classes[part_class.colour]
        _paint(axes, part_class.id, sure[part_class.id], part_look(palette, part_class))
        _paint(axes, f"{part_class.id} weak", weak[part_class.id], weak_look(palette, colour))
    _paint(axes, "unsplit", unsplit, open_look(palette))


def _paint(axes: Axes, name: str, pieces: list[_Piece], look: dict[str, object]) -> None:
    outlines = [_outline(*piece) for piece in pieces if piece[2] > piece[1]]
    if outlines:
        patch = PathPatch(Path.make_compound_path(*outlines))
        patch.set(zorder=2, gid=name, **look)
        axes.add_artist(patch)


def _outline(place: float, bottom: float, top: float) -> Path:
    left, right = place - STACK_WIDTH / 2, place + STACK_WIDTH / 2
    return Path([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)], closed=True)


def _totals(data: StackedBars, sheet: Sheet, axes: Axes) -> None:
    left, _, right, _ = sheet.box(axes)
    low, high = axes.get_xlim()
    pitch = (right - left) / (high - low)
    widest = max(sheet.width_of(bar.total_label, bold=True) for bar in data.bars)
    scale = max(_SMALLEST, min(1.0, 0.9 * pitch / widest))
    for bar in data.bars:
        axes.annotate(
            bar.total_label,
            (bar.place, bar.top),
            xytext=(0, 0.3 * sheet.size),
            textcoords="offset points",
            ha="center",
            va="bottom",
            color=sheet.palette.text,
            fontproperties=sheet.font(scale, bold=True),
            annotation_clip=False,
        )
    years = max(_SMALLEST, min(0.95, 0.9 * pitch / sheet.width_of("2000")))
    sheet.write_below(axes, [bar.place for bar in data.bars], [bar.label for bar in data.bars], years)


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
    pieces = next((bar.pieces for bar in reversed(data.bars) if bar.parts), ())
    found = {piece.part.class_id: (piece.start, piece.end) for piece in pieces}
    low, high = data.axis.low, data.axis.high
    middles, below = [], 0.0
    for part_class in data.classes:
        start, end = found.get(part_class.id, (below, below))
        middles.append(((start + end) / 2 - low) / (high - low))
        below = max(below, end)
    return middles
