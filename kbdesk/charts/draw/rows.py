"""Lying bars in rows: names at the left, bars from zero, words at their ends, the value axis at the bottom."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from kbdesk.charts.data import BarRow
from kbdesk.charts.data import RowBar
from kbdesk.charts.data import RowBars
from kbdesk.charts.data import RowPiece
from kbdesk.charts.data import StackClass
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.draw.stacks import open_look
from kbdesk.charts.draw.stacks import part_look
from kbdesk.charts.draw.stacks import weak_look
from kbdesk.charts.grades import OPEN_COLOUR
from kbdesk.charts.style import Palette

THICKNESS = 0.78
"""How much of the height of a row its bars take together."""
FILLED = 0.92
"""How much of its slot a bar fills: a little air is left between two bars of a row."""
_THICKEST = 3.2
"""In letters: few rows are no walls."""
_NAME, _END, _INSIDE, _TICK, _HEADER = 0.95, 0.95, 0.9, 0.9, 0.88
_SMALLEST = 0.55
_NAME_SHARE = 0.27
"""The share of the sheet's width that names of rows may take."""
_FITS, _INK = 0.98, 0.85
"""How much of its row a name may fill, and how much of a line is inked."""


class _Slot(NamedTuple):
    """The place of one bar on the vertical axis: its middle and its thickness, in rows from the top."""

    bar: RowBar
    row: BarRow
    middle: float
    thick: float


def draw_rows(data: RowBars, sheet: Sheet) -> None:
    """Draw the bars with the key of their classes, names, ends and axis."""
    key = [(_swatch(row_look(sheet.palette, c)), c.label) for c in data.classes]
    if data.weak_label:
        key.append((_swatch(weak_look(sheet.palette, sheet.palette.muted)), data.weak_label))
    sheet.write_key(key)
    bars = max(len(row.bars) for row in data.rows)
    names, scale = _names(data, sheet, bars)
    axes = _axes(data, sheet, max(sheet.width_of(n, scale, bold=True) for n in names))
    slots = _slots(data, sheet, axes)
    for number, row in enumerate(data.rows):
        _name(sheet, axes, names[number], number + 0.5, scale, strong=row.strong)
    _paint_all(data, slots, sheet, axes)
    _note(slots, sheet, axes)
    for slot in slots:
        _letters(data, slot, sheet, axes)
        _end(slot, sheet, axes, min(_END, scale * _END / _NAME))


def row_look(palette: Palette, part: StackClass) -> dict[str, object]:
    """How a piece of a class is drawn; without a colour it is open."""
    return open_look(palette) if part.colour == OPEN_COLOUR else part_look(palette, part)


def _swatch(look: dict[str, object]) -> Rectangle:
    swatch = Rectangle((0.0, 0.0), 1.0, 1.0)
    swatch.set(**look)
    return swatch


def _names(data: RowBars, sheet: Sheet, bars: int) -> tuple[list[str], float]:
    """The names in lines, in the largest type in which each fits its row and each bar has a line at its end."""
    free = (sheet.top - sheet.bottom - 4.2 * sheet.size) / len(data.rows)
    scale = _NAME
    while True:
        names = [sheet.wrapped(row.label, _NAME_SHARE * sheet.width, scale, bold=row.strong) for row in data.rows]
        lines = max(name.count("\n") + 1 for name in names)
        fits = max(lines / _FITS, bars * _INK / THICKNESS) * sheet.line(scale) <= free
        if fits or scale <= _SMALLEST:
            return names, scale
        scale = max(_SMALLEST, scale * 0.95)


def _axes(data: RowBars, sheet: Sheet, names: float) -> Axes:
    """Axes between the names and the room for the words at the ends."""
    sheet.write_top(data.y_label, _HEADER, color=sheet.palette.muted)
    ends = [bar.label for row in data.rows for bar in row.bars if bar.pieces]
    room = max((sheet.width_of(end, _END, bold=True) for end in ends), default=0.0) + 0.8 * sheet.size
    header = sheet.width_of(data.end_header, _HEADER)
    left, right = sheet.left + names + 0.8 * sheet.size, sheet.right - max(room, header + 0.5 * sheet.size)
    bottom, top = sheet.bottom + 1.9 * sheet.size, sheet.top - 0.4 * sheet.size
    axes = sheet.figure.add_axes(
        (
            left / sheet.width,
            bottom / sheet.height,
            max(right - left, sheet.size) / sheet.width,
            max(top - bottom, sheet.size) / sheet.height,
        )
    )
    axes.set_axis_off()
    axes.set_xlim(data.axis.low, data.axis.high)
    axes.set_ylim(len(data.rows), 0)
    if data.end_header:
        place = top + 0.4 * sheet.size + sheet.line(_HEADER)
        sheet.write(right + 0.5 * sheet.size, place, data.end_header, _HEADER, va="top", color=sheet.palette.muted)
    _ticks(data, sheet, axes)
    return axes


def _ticks(data: RowBars, sheet: Sheet, axes: Axes) -> None:
    """A light line and a label for each tick; where they are too many for the width, for every second or third."""
    left, _, right, _ = sheet.box(axes)
    wide = max(sheet.width_of(tick.label, _TICK) for tick in data.axis.ticks) + sheet.size
    every = max(1, -int(-(len(data.axis.ticks) * wide) // max(right - left, wide)))
    zero = next(n for n, tick in enumerate(data.axis.ticks) if tick.value == 0)
    ticks = [tick for n, tick in enumerate(data.axis.ticks) if (n - zero) % every == 0]
    sheet.write_below(axes, [tick.value for tick in ticks], [tick.label for tick in ticks])
    lines = LineCollection(
        [[(tick.value, 0.0), (tick.value, 1.0)] for tick in ticks],
        colors=[sheet.palette.muted if tick.value == 0 else sheet.palette.grid for tick in ticks],
        linewidths=0.8,
        transform=axes.get_xaxis_transform(),
        zorder=0.6,
        clip_on=False,
    )
    axes.add_collection(lines, autolim=False)


def _slots(data: RowBars, sheet: Sheet, axes: Axes) -> list[_Slot]:
    _, bottom, _, top = sheet.box(axes)
    row_height = (top - bottom) / len(data.rows)
    found = []
    for number, row in enumerate(data.rows):
        thick = min(THICKNESS / len(row.bars), _THICKEST * sheet.size / row_height)
        first = number + 0.5 - thick * (len(row.bars) - 1) / 2
        found += [_Slot(bar, row, first + thick * n, thick) for n, bar in enumerate(row.bars)]
    return found


def _name(sheet: Sheet, axes: Axes, name: str, place: float, scale: float, *, strong: bool) -> None:
    left = sheet.box(axes)[0] - 0.7 * sheet.size
    sheet.write(left, _height(sheet, axes, place), name, scale, bold=strong, va="center", ha="right", linespacing=1.1)


def _height(sheet: Sheet, axes: Axes, place: float) -> float:
    _, bottom, _, top = sheet.box(axes)
    return top - (top - bottom) * place / axes.get_ylim()[0]


def _paint_all(data: RowBars, slots: Sequence[_Slot], sheet: Sheet, axes: Axes) -> None:
    """All pieces of one look as one patch: a patch with a pattern is slow to paint."""
    sure: dict[str, list[Path]] = {c.id: [] for c in data.classes}
    weak: dict[str, list[Path]] = {c.id: [] for c in data.classes}
    for slot in slots:
        for piece, start in _starts(slot.bar):
            middle, end = start + piece.value - piece.weak, start + piece.value
            if middle > start:
                sure[piece.class_id].append(_outline(slot, start, middle))
            if piece.weak > 0:
                weak[piece.class_id].append(_outline(slot, middle, end))
    for part in data.classes:
        _paint(axes, part.id, sure[part.id], row_look(sheet.palette, part))
        _paint(axes, f"{part.id} weak", weak[part.id], weak_look(sheet.palette, _colour(sheet.palette, part)))


def _note(slots: Sequence[_Slot], sheet: Sheet, axes: Axes) -> None:
    """Bar by bar from the top, piece by piece."""
    left, _, right, _ = sheet.box(axes)
    first, last = axes.get_xlim()
    for number, slot in enumerate(slots):
        half = slot.thick * FILLED / 2
        low, high = (_height(sheet, axes, slot.middle + side * half) for side in (1, -1))
        for piece_number, (piece, start) in enumerate(_starts(slot.bar)):
            ends = (start, start + piece.value)
            xs = sorted(left + (right - left) * (end - first) / (last - first) for end in ends)
            sheet.note(number, piece_number, xs[0], low, xs[1], high)


def _starts(bar: RowBar) -> Iterator[tuple[RowPiece, float]]:
    start = 0.0
    for piece in bar.pieces:
        yield piece, start
        start += piece.value


def _colour(palette: Palette, part: StackClass) -> str:
    return palette.text if part.colour == OPEN_COLOUR else palette.classes[part.colour]


def _outline(slot: _Slot, start: float, end: float) -> Path:
    low, high = slot.middle - slot.thick * FILLED / 2, slot.middle + slot.thick * FILLED / 2
    return Path([(start, low), (end, low), (end, high), (start, high), (start, low)], closed=True)


def _paint(axes: Axes, name: str, outlines: list[Path], look: dict[str, object]) -> None:
    if outlines:
        patch = PathPatch(Path.make_compound_path(*outlines))
        patch.set(zorder=2, gid=name, **look)
        axes.add_artist(patch)


def _letters(data: RowBars, slot: _Slot, sheet: Sheet, axes: Axes) -> None:
    """What stands inside the pieces, where they are wide and thick enough."""
    left, bottom, right, top = sheet.box(axes)
    per_value = (right - left) / (data.axis.high - data.axis.low)
    thick = slot.thick * FILLED * (top - bottom) / len(data.rows)
    for piece, start in _starts(slot.bar):
        sure = piece.value - piece.weak
        wanted = sheet.width_of(piece.label, _INSIDE, bold=True) + sheet.size
        if not piece.label or sheet.line(_INSIDE) > thick or max(sure, piece.weak) * per_value < wanted:
            continue
        place = start + sure / 2 if sure * per_value >= wanted else start + sure + piece.weak / 2
        sheet.write(
            left + (place - data.axis.low) * per_value,
            _height(sheet, axes, slot.middle),
            piece.label,
            _INSIDE,
            bold=True,
            ha="center",
            va="center_baseline",
            bbox={"facecolor": sheet.palette.background, "edgecolor": "none", "pad": 1.0},
        )


def _end(slot: _Slot, sheet: Sheet, axes: Axes, scale: float) -> None:
    """The words at the end of a bar; where there is no bar they stand in its place."""
    left, _, right, _ = sheet.box(axes)
    low, high = axes.get_xlim()
    reach = left + (right - left) * (slot.bar.value - low) / (high - low)
    sheet.write(
        max(reach, left) + 0.5 * sheet.size,
        _height(sheet, axes, slot.middle),
        slot.bar.label,
        scale,
        bold=bool(slot.bar.pieces),
        ha="left",
        va="center_baseline",
        color=sheet.palette.text if slot.bar.pieces else sheet.palette.muted,
    )
