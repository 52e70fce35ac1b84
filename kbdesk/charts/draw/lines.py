"""The line chart: support years as marks on a thin line, targets with their labels at the right end."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Mark
from kbdesk.charts.data import SecondLine
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.charts.data import TrendLine
from kbdesk.charts.data import Wedge
from kbdesk.charts.draw.breaks import draw_breaks
from kbdesk.charts.draw.sheet import Sheet
from kbdesk.charts.draw.wedges import WEDGE_COLOUR
from kbdesk.charts.draw.wedges import draw_wedge
from kbdesk.charts.spreading import spread

SERIES_COLOUR = 1
SECOND_COLOUR = 4
TARGET_COLOURS = {TargetLook.LEVEL: 2, TargetLook.REDUCTION: 5, TargetLook.RATE: 4}
_DASHES: dict[TargetLook, object] = {
    TargetLook.LEVEL: "-",
    TargetLook.REDUCTION: (0, (6, 2)),
    TargetLook.RATE: (0, (3.5, 1.2, 1, 1.2)),
}
_DOTS = (0, (0.01, 2.2))
"""The trend alone is dotted."""
_MARKERS = {Mark.OWN: "o", Mark.PUBLISHED: "o", Mark.INCOMPLETE: "^"}
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_LABELS = (0.92, 0.84, 0.76, 0.68)
"""The sizes of the labels at the ends of lines: the largest in which all of them stand above one another."""
_LABEL_LINE = 1.04
_ABOVE_AND_BELOW = 2.2
"""What of the free height is no room for labels, in letters."""
_MARKER, _LEAST_MARKER = 0.62, 0.35
_LABEL_ROOM = 3.0
"""The room right of two lines, for the labels of their last points, in letters."""
_LABEL_SHARE = 0.25
"""The share of the sheet's width that labels of targets may take."""


def draw_lines(data: LineChart, sheet: Sheet) -> None:
    """Draw the series, its targets, and the years."""
    signs = [(_marker(sheet, name.mark, _MARKER * sheet.size), name.label) for name in data.marks]
    if data.second is not None:
        signs.append((_second_marker(sheet, _MARKER * sheet.size), data.second.label))
    if data.second is not None or any(name.mark is not Mark.OWN for name in data.marks):
        sheet.write_key(signs)
    labels, scale = _fitting_labels(data, sheet)
    wide = max((sheet.width_of(label, scale) for label in labels), default=0.0)
    room = wide + 2.2 * sheet.size if labels else (_LABEL_ROOM if data.second else 1.0) * sheet.size
    axes = sheet.axes(data.axis, data.y_label, right=room, below=1.9 * sheet.size)
    margin = 0.02 * (data.last_year - data.first_year)
    axes.set_xlim(data.first_year - margin, data.last_year + (0 if labels else margin))
    _years(data, sheet, axes)
    if data.goal_area is not None:
        axes.axhspan(0, data.goal_area, color=sheet.palette.tint, linewidth=0, zorder=0.5)
    draw_breaks(data.breaks, sheet, axes)
    _targets(data, sheet, axes)
    if data.wedge is not None:
        draw_wedge(data.wedge, sheet, axes)
    if data.trend is not None:
        _trend(data.trend, sheet, axes)
    _end_labels(data, sheet, axes, labels, scale)
    _series(data, sheet, axes)
    if data.second is not None:
        _second(data, data.second, sheet, axes)


def _lines_with_ends(data: LineChart) -> tuple[TargetLine | TrendLine | Wedge, ...]:
    return (*data.targets, *(line for line in (data.trend, data.wedge) if line is not None))


def _colour_of(line: TargetLine | TrendLine | Wedge) -> int:
    if isinstance(line, TargetLine):
        return TARGET_COLOURS[line.look]
    return WEDGE_COLOUR if isinstance(line, Wedge) else SERIES_COLOUR


def _trend(line: TrendLine, sheet: Sheet, axes: Axes) -> None:
    """The series drawn on: in its colour, without marks."""
    years, values = zip(*line.points, strict=True)
    axes.plot(
        years,
        values,
        linestyle=_DOTS,
        dash_capstyle="round",
        color=sheet.palette.classes[SERIES_COLOUR],
        linewidth=sheet.size * 0.2,
        zorder=3.5,
        label=line.label,
    )


def _second_marker(sheet: Sheet, diameter: float) -> Line2D:
    colour = sheet.palette.classes[SECOND_COLOUR]
    return Line2D(
        [],
        [],
        linestyle="none",
        marker="s",
        markersize=diameter,
        markeredgewidth=sheet.size * 0.14,
        markeredgecolor=colour,
        markerfacecolor=sheet.palette.background,
    )


def _second(data: LineChart, line: SecondLine, sheet: Sheet, axes: Axes) -> None:
    """The dashed line: no target, and told from the first line by marks and colour as well."""
    years, values = [p.year for p in line.points], [p.value for p in line.points]
    colour = sheet.palette.classes[SECOND_COLOUR]
    axes.plot(years, values, linestyle=(0, (5, 2.5)), color=colour, linewidth=sheet.size * 0.14, zorder=4.5)
    marks = _second_marker(sheet, _diameter(data, sheet, axes))
    marks.set_data(years, values)
    marks.set(zorder=5.5, clip_on=False, label=line.label)
    axes.add_line(marks)
    for point in line.points:
        if point.label:
            _point_label(data, sheet, axes, point)


def _marker(sheet: Sheet, mark: Mark, diameter: float) -> Line2D:
    colour = sheet.palette.classes[SERIES_COLOUR]
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=_MARKERS[mark],
        markersize=diameter,
        markeredgewidth=sheet.size * 0.14,
        markeredgecolor=colour,
        markerfacecolor=colour if mark is Mark.OWN else sheet.palette.background,
    )


def _years(data: LineChart, sheet: Sheet, axes: Axes) -> None:
    left, _, right, _ = sheet.box(axes)
    pitch = (right - left) / (data.last_year - data.first_year)
    wide = sheet.width_of("2000", 0.9) * 1.6
    step = next((s for s in _YEAR_STEPS if s * pitch >= wide), _YEAR_STEPS[-1])
    years = [year for year in range(data.first_year, data.last_year + 1) if year % step == 0]
    sheet.write_below(axes, years, [str(year) for year in years])


def _targets(data: LineChart, sheet: Sheet, axes: Axes) -> None:
    for target in data.targets:
        colour = sheet.palette.classes[TARGET_COLOURS[target.look]]
        years, values = zip(*target.points, strict=True)
        width = sheet.size * 0.15
        if target.look is TargetLook.LEVEL:
            axes.axhline(values[0], color=colour, linewidth=width, label=target.label)
            continue
        axes.plot(years, values, linestyle=_DASHES[target.look], color=colour, linewidth=width, label=target.label)
        if target.look is TargetLook.REDUCTION:
            axes.plot(*target.points[1], marker="D", markersize=sheet.size * 0.5, color=colour, clip_on=False, zorder=4)


def _fitting_labels(data: LineChart, sheet: Sheet) -> tuple[list[str], float]:
    free = sheet.top - sheet.bottom - _ABOVE_AND_BELOW * sheet.size
    for scale in _LABELS:
        labels = [sheet.wrapped(line.label, _LABEL_SHARE * sheet.width, scale) for line in _lines_with_ends(data)]
        if sum(_height(sheet, label, scale) for label in labels) <= free:
            break
    return labels, scale


def _height(sheet: Sheet, label: str, scale: float) -> float:
    return sheet.line(scale) * (label.count("\n") + 1) * _LABEL_LINE


def _end_labels(data: LineChart, sheet: Sheet, axes: Axes, labels: list[str], scale: float) -> None:
    """Each label beside the end of its line, moved apart where they would overlap, joined to the end by a hair line."""
    _, bottom, right, top = sheet.box(axes)
    lines = _lines_with_ends(data)
    per_unit = (top - bottom) / (data.axis.high - data.axis.low)
    ends = [bottom + per_unit * (line.end[1] - data.axis.low) for line in lines]
    heights = [_height(sheet, label, scale) for label in labels]
    places = spread(ends, heights, bottom - sheet.size, top + sheet.size)
    for line, label, end, place in zip(lines, labels, ends, places, strict=True):
        x = right + 1.6 * sheet.size
        sheet.write(x, place, label, scale, va="center", ha="left")
        xs = [right + 0.4 * sheet.size, x - 0.45 * sheet.size]
        hair = Line2D(
            [xs[0] / sheet.width, xs[1] / sheet.width],
            [end / sheet.height, place / sheet.height],
            color=sheet.palette.classes[_colour_of(line)],
            linewidth=0.9,
        )
        hair.set_transform(sheet.figure.transFigure)
        sheet.figure.add_artist(hair)


def _series(data: LineChart, sheet: Sheet, axes: Axes) -> None:
    diameter = _diameter(data, sheet, axes)
    _joins(data, sheet, axes)
    for mark in data.marks:
        shown = [point for point in data.points if point.mark is mark.mark]
        line = _marker(sheet, mark.mark, diameter)
        line.set_data([p.year for p in shown], [p.value for p in shown])
        line.set(zorder=6, clip_on=False, label=mark.label)
        axes.add_line(line)
    for point in _labelled(data, sheet, axes):
        _point_label(data, sheet, axes, point)


def _labelled(data: LineChart, sheet: Sheet, axes: Axes) -> list[LinePoint]:
    """The points with a label; the last one has it, an earlier one where it has room beside the next."""
    left, _, right, _ = sheet.box(axes)
    low, high = axes.get_xlim()
    pitch = (right - left) / (high - low)
    found: list[LinePoint] = []
    for point in reversed([each for each in data.points if each.label]):
        room = (found[-1].year - point.year) * pitch if found else right
        wanted = sheet.width_of(point.label, 1.1, bold=True) + sheet.size
        if room >= wanted or point.label_below is not found[-1].label_below:
            found.append(point)
    return found


def _joins(data: LineChart, sheet: Sheet, axes: Axes) -> None:
    """Years that follow on one another are joined; over years without figures there is but a hair line."""
    pairs = list(pairwise((p.year, p.value) for p in data.points))
    for wide, width in ((False, 0.14), (True, 0.05)):
        lines = [pair for pair in pairs if (pair[1][0] - pair[0][0] > 1) is wide]
        colour = sheet.palette.muted if wide else sheet.palette.classes[SERIES_COLOUR]
        collection = LineCollection(lines, colors=colour, linewidths=sheet.size * width, zorder=5, capstyle="round")
        axes.add_collection(collection, autolim=False)


def _diameter(data: LineChart, sheet: Sheet, axes: Axes) -> float:
    """Marks as large as fit beside each other [pt]."""
    left, _, right, _ = sheet.box(axes)
    pitch = (right - left) / (data.last_year - data.first_year)
    return max(_LEAST_MARKER * sheet.size, min(_MARKER * sheet.size, 0.85 * pitch))


def _point_label(data: LineChart, sheet: Sheet, axes: Axes, point: LinePoint) -> None:
    first = point.year == data.first_year
    below = point.label_below
    axes.annotate(
        point.label,
        (point.year, _clear_of(data, sheet, axes, point)),
        xytext=(-0.3 * sheet.size, (-0.7 if below else 0.6) * sheet.size),
        textcoords="offset points",
        ha="left" if first or not below else "center",
        va="top" if below else "bottom",
        color=sheet.palette.text,
        fontproperties=sheet.font(1.1, bold=True),
        zorder=7,
        annotation_clip=False,
        bbox={"facecolor": sheet.palette.background, "edgecolor": "none", "pad": 1.0, "alpha": 0.85},
    )


def _clear_of(data: LineChart, sheet: Sheet, axes: Axes, point: LinePoint) -> float:
    """Above or below which value the label of a point must stand to hide none of the points beside it."""
    left, _, right, _ = sheet.box(axes)
    low, high = axes.get_xlim()
    years = (sheet.width_of(point.label, 1.1, bold=True) + sheet.size) * (high - low) / (right - left)
    points = (*data.points, *(data.second.points if data.second else ()))
    beside = [p.value for p in points if point.year <= p.year <= point.year + years]
    return min(beside) if point.label_below else max(beside)
