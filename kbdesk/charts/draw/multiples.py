"""Small multiples: panels in rows over the same years, each with its name, its line and its first and last value."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from kbdesk.charts.data import Panel
from kbdesk.charts.data import PanelPoint
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.data import Tick
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.spreading import spread

_COLUMNS = (1, 1, 2, 3, 2, 3, 3, 4, 4, 3, 4, 4, 4)
"""How many panels stand beside one another, by their number."""
_NAME, _VALUE, _YEAR = 0.9, 0.84, 0.8
_SMALLEST = 0.62
_MOST_NAME_LINES = 2
_BETWEEN = 1.8
"""The distance of panels beside one another in letters."""
_BELOW = 0.7
"""The distance of rows in letters."""
_LEAST_HEIGHT = 1.4
"""Panels lower than so many letters show no values: the table has them."""
_MARKER, _LEAST_MARKER, _KEY_MARKER = 0.42, 0.2, 0.62
_LINE, _HAIR_LINE = 0.12, 0.05
_INSET = 0.4
"""The room in a panel beside its line in letters, for the halves of marks."""
_CLEAR = 0.4
"""The distance of a value from its line in letters."""


class _Look(NamedTuple):
    """How a year is marked: filled, open where most of it is weak, a triangle where parts of it are missing."""

    marker: str
    filled: bool


_SURE, _WEAK, _INCOMPLETE = _Look("o", filled=True), _Look("o", filled=False), _Look("^", filled=False)


_Place = tuple[float, float]


class _Join(NamedTuple):
    """From one year to the next."""

    ends: tuple[_Place, _Place]
    colour: str


class _Grid(NamedTuple):
    """The measures all panels share and the upper edge of each row [pt]; names and values stand above the panels."""

    columns: int
    width: float
    height: float
    names: tuple[str, ...]
    name_scale: float
    tops: tuple[float, ...]
    above: tuple[float, ...]
    labelled: bool


class _Field(NamedTuple):
    """Where one panel's line is drawn [pt], over which years and values."""

    left: float
    bottom: float
    width: float
    height: float
    years: tuple[int, int]
    values: tuple[float, float]

    def x(self, year: float) -> float:
        first, last = self.years
        return self.left + self.width * ((year - first) / (last - first) if last > first else 0.5)

    def y(self, value: float) -> float:
        low, high = self.values
        return self.bottom + self.height * (value - low) / (high - low)


def draw_multiples(data: SmallMultiples, sheet: Sheet) -> None:
    """Draw all panels on axes in points, their lines and marks in few pieces."""
    colour = sheet.palette.muted
    signs = ((_WEAK, data.weak_label), (_INCOMPLETE, data.incomplete_label))
    sheet.write_key([(_marks(sheet, look, colour, _KEY_MARKER * sheet.size), label) for look, label in signs if label])
    sheet.write_top(data.y_label, 0.88, color=colour)
    sheet.top -= 0.4 * sheet.size
    ticks = max(sheet.width_of(t.label, _YEAR) for t in data.axis.ticks) + 0.5 * sheet.size if data.same_scale else 0.0
    left = sheet.left + ticks
    grid = _grid(data, sheet, sheet.right - left)
    axes = sheet.plain_axes()
    fields = [_field(data, sheet, grid, left, place) for place in range(len(data.panels))]
    _levels(data, sheet, axes, fields, grid)
    _lines(data, sheet, axes, fields)
    _points(data, sheet, axes, fields)
    for place, (panel, field) in enumerate(zip(data.panels, fields, strict=True)):
        for point in panel.points:
            x, y = field.x(point.year), field.y(point.value)
            sheet.note(place, point.year, x, y, x, y)
        _write_name(sheet, grid, field, place)
        if grid.labelled:
            _values(sheet, panel, field)
        if place + grid.columns >= len(data.panels):
            _years(data, sheet, field)


def _grid(data: SmallMultiples, sheet: Sheet, wide: float) -> _Grid:
    count = len(data.panels)
    columns = _COLUMNS[count]
    width = (wide - (columns - 1) * _BETWEEN * sheet.size) / columns
    names, scale = _names(data.panels, sheet, width)
    rows = [names[at : at + columns] for at in range(0, count, columns)]
    named = [sheet.line(scale) * max(name.count("\n") + 1 for name in row) for row in rows]
    years = sheet.line(_YEAR) + 0.4 * sheet.size
    free = sheet.top - sheet.bottom - years - sum(named) - (len(rows) - 1) * _BELOW * sheet.size
    value = sheet.line(_VALUE) + 0.3 * sheet.size
    labelled = free / len(rows) - value >= _LEAST_HEIGHT * sheet.size
    above = [name + (value if labelled else 0.2 * sheet.size) for name in named]
    height = max((free + sum(named) - sum(above)) / len(rows), 0.5 * sheet.size)
    tops, top = [], sheet.top
    for each in above:
        tops.append(top)
        top -= each + height + _BELOW * sheet.size
    return _Grid(columns, width, height, names, scale, tuple(tops), tuple(above), labelled)


def _names(panels: Sequence[Panel], sheet: Sheet, width: float) -> tuple[tuple[str, ...], float]:
    """The names in at most two lines, in smaller type where they need it."""
    scale = _NAME
    while True:
        names = tuple(sheet.wrapped(panel.label, width, scale, bold=True) for panel in panels)
        fits = all(
            name.count("\n") < _MOST_NAME_LINES and sheet.width_of(name, scale, bold=True) <= width for name in names
        )
        if fits or scale <= _SMALLEST:
            return names, scale
        scale -= 0.04


def _field(data: SmallMultiples, sheet: Sheet, grid: _Grid, left: float, place: int) -> _Field:
    row, column = divmod(place, grid.columns)
    panel = data.panels[place]
    inset = _INSET * sheet.size
    return _Field(
        left + column * (grid.width + _BETWEEN * sheet.size) + inset,
        grid.tops[row] - grid.above[row] - grid.height,
        grid.width - 2 * inset,
        grid.height,
        (data.first_year, data.last_year),
        (panel.low, panel.high),
    )


def _levels(data: SmallMultiples, sheet: Sheet, axes: Axes, fields: Sequence[_Field], grid: _Grid) -> None:
    """The zero line of each panel; where all have the same axis, its ticks too, named in the first column."""
    inset = _INSET * sheet.size
    ticks = _ticks(data, sheet, grid) if data.same_scale else ()
    levels = [(field, value) for field in fields for value in {0.0, *(tick.value for tick in ticks)}]
    lines = LineCollection(
        [[(f.left - inset, f.y(value)), (f.left + f.width + inset, f.y(value))] for f, value in levels],
        colors=[sheet.palette.muted if value == 0 else sheet.palette.grid for _, value in levels],
        linewidths=0.8,
        zorder=0.6,
    )
    axes.add_collection(lines, autolim=False)
    for field in fields[:: grid.columns]:
        for tick in ticks:
            x = field.left - inset - 0.5 * sheet.size
            sheet.write(x, field.y(tick.value), tick.label, _YEAR, ha="right", va="center_baseline")


def _ticks(data: SmallMultiples, sheet: Sheet, grid: _Grid) -> tuple[Tick, ...]:
    """As many ticks as have room above one another, zero among them."""
    ticks = data.axis.ticks
    every = max(1, math.ceil(1.3 * len(ticks) * sheet.line(_YEAR) / grid.height))
    zero = next(n for n, tick in enumerate(ticks) if tick.value == 0)
    return tuple(tick for n, tick in enumerate(ticks) if (n - zero) % every == 0)


def _write_name(sheet: Sheet, grid: _Grid, field: _Field, place: int) -> None:
    top = grid.tops[place // grid.columns]
    x = field.left - _INSET * sheet.size
    sheet.write(x, top, grid.names[place], grid.name_scale, bold=True, va="top", ha="left")


def _lines(data: SmallMultiples, sheet: Sheet, axes: Axes, fields: Sequence[_Field]) -> None:
    """Years that follow on one another are joined; over years without figures there is but a hair line."""
    joins: dict[bool, list[_Join]] = {True: [], False: []}
    for panel, field in zip(data.panels, fields, strict=True):
        colour = sheet.palette.classes[panel.colour]
        for first, last in (step for run in panel.runs for step in pairwise(run)):
            near = last.year == first.year + 1
            ends = ((field.x(first.year), field.y(first.value)), (field.x(last.year), field.y(last.value)))
            joins[near].append(_Join(ends, colour if near else sheet.palette.muted))
    for near, width in ((True, _LINE), (False, _HAIR_LINE)):
        drawn = LineCollection([j.ends for j in joins[near]], colors=[j.colour for j in joins[near]])
        drawn.set(linewidths=width * sheet.size, zorder=4, gid="near" if near else "far")
        axes.add_collection(drawn, autolim=False)


def _points(data: SmallMultiples, sheet: Sheet, axes: Axes, fields: Sequence[_Field]) -> None:
    """The marks of all years; those that look the same are one piece, which is faster."""
    places: dict[tuple[_Look, int], list[_Place]] = {}
    for panel, field in zip(data.panels, fields, strict=True):
        for point in panel.points:
            places.setdefault((_look(point), panel.colour), []).append((field.x(point.year), field.y(point.value)))
    for (look, number), shown in places.items():
        marks = _marks(sheet, look, sheet.palette.classes[number], _diameter(sheet, fields[0]))
        marks.set_data(*zip(*shown, strict=True))
        marks.set_zorder(5)
        axes.add_artist(marks)


def _look(point: PanelPoint) -> _Look:
    if not point.complete:
        return _INCOMPLETE
    return _WEAK if point.weak else _SURE


def _marks(sheet: Sheet, look: _Look, colour: str, diameter: float) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=look.marker,
        markersize=diameter,
        markeredgewidth=sheet.size * 0.09,
        markeredgecolor=colour,
        markerfacecolor=colour if look.filled else sheet.palette.background,
    )


def _diameter(sheet: Sheet, field: _Field) -> float:
    """Marks as large as fit beside each other [pt]."""
    first, last = field.years
    pitch = field.width / max(last - first, 1)
    return max(_LEAST_MARKER * sheet.size, min(_MARKER * sheet.size, 0.7 * pitch))


def _values(sheet: Sheet, panel: Panel, field: _Field) -> None:
    """The first and the last value at the ends of the line, beside each other; without room for both only the last."""
    named = [point for point in panel.points if point.label]
    room = field.width + 2 * _INSET * sheet.size
    scale = _VALUE
    while len(named) > 1 and scale > _SMALLEST and _wide(sheet, named, scale) > room:
        scale -= 0.04
    if _wide(sheet, named, scale) > room:
        named = named[-1:]
    widths = [sheet.width_of(point.label, scale) + 0.6 * sheet.size for point in named]
    middles = spread([field.x(point.year) for point in named], widths, *_edges(sheet, field))
    for point, middle, width in zip(named, middles, widths, strict=True):
        y, anchor = _clear_place(sheet, panel, field, field.y(point.value), (middle - width / 2, middle + width / 2))
        sheet.write(middle, y, point.label, scale, ha="center", va=anchor)


def _clear_place(sheet: Sheet, panel: Panel, field: _Field, own: float, span: tuple[float, float]) -> tuple[float, str]:
    """Above the line or below it, whichever is nearer to the point without hiding any of the line."""
    low, high = _reach(panel, field, own, *span)
    above, below = high + _CLEAR * sheet.size, low - _CLEAR * sheet.size
    fits_below = below - sheet.line(_VALUE) >= field.bottom
    if fits_below and own - below < above - own - 0.5 * sheet.size:
        return below, "top"
    return min(above, field.bottom + field.height + 0.3 * sheet.size), "bottom"


def _wide(sheet: Sheet, named: Sequence[PanelPoint], scale: float) -> float:
    return sum(sheet.width_of(point.label, scale) + 0.6 * sheet.size for point in named)


def _reach(panel: Panel, field: _Field, own: float, left: float, right: float) -> tuple[float, float]:
    """How low and how high the line reaches between two places."""
    reached = [own]
    for run in panel.runs:
        places = [(field.x(point.year), field.y(point.value)) for point in run]
        reached += [y for x, y in places if left <= x <= right]
        for (x0, y0), (x1, y1) in pairwise(places):
            reached += [y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x in (left, right) if x0 <= x <= x1]
    return min(reached), max(reached)


def _edges(sheet: Sheet, field: _Field) -> tuple[float, float]:
    """Where a panel begins and ends, with the room beside its line."""
    return field.left - _INSET * sheet.size, field.left + field.width + _INSET * sheet.size


def _years(data: SmallMultiples, sheet: Sheet, field: _Field) -> None:
    """The first and the last year below a panel."""
    years = sorted({data.first_year, data.last_year})
    widths = [sheet.width_of(str(year), _YEAR) + 0.4 * sheet.size for year in years]
    places = spread([field.x(year) for year in years], widths, *_edges(sheet, field))
    colour = sheet.palette.muted
    for year, place in zip(years, places, strict=True):
        sheet.write(place, field.bottom - 0.4 * sheet.size, str(year), _YEAR, ha="center", va="top", color=colour)
