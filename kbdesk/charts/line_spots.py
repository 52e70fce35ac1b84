"""The values of line charts: of each year the measured one, the corrected one, and what the targets ask for."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Mark
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.spots import Behind
from kbdesk.charts.spots import Box
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.texts.texts import Texts

_DECIMALS = 2
_PER_INHABITANT = ("per-inhabitant", "weather")
_TOTALS = ("total", "measures")
_Path = tuple[str, tuple[tuple[int, float], ...], Behind | None]
"""A line over the years with its name, and what is behind it; nothing is behind targets and trends."""


def line_spots(chart: LineChart, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    """First the series, then a second one, then every target in the years of the series and at its end."""
    say = partial(_amount, chart, texts, _tonnes(chart, request))
    published = {support.year for support in request.supports if support.published}
    names = {mark.mark: mark.label for mark in chart.marks}
    for point in chart.points:
        behind = Behind.BASE_DATA if point.year in published else Behind.VALUES
        target = SpotTarget(point.year, behind=behind)
        yield _spot(0, point.year, point.value, _words(point, say(point.value), names[point.mark]), target)
    number = 1
    if chart.second is not None:
        for point in chart.second.points:
            words = _words(point, say(point.value), chart.second.label)
            target = SpotTarget(point.year, behind=Behind.BASE_DATA)
            yield _spot(1, point.year, point.value, words, target)
        number = 2
    lines: list[_Path] = [(target.label, target.points, None) for target in chart.targets]
    if chart.trend is not None:
        lines.append((chart.trend.label, tuple((round(x), y) for x, y in chart.trend.points), None))
    if chart.wedge is not None:
        lines.append((chart.wedge.label, chart.wedge.lower, Behind.MEASURES))
    years = {point.year for point in chart.points}
    for series, (label, points, behind_it) in enumerate(lines, start=number):
        for year in sorted(years | {points[-1][0]}):
            if (value := _at(points, year)) is not None:
                words = " · ".join((str(year), label, say(value)))
                yield _spot(series, year, value, words, SpotTarget(year, behind=behind_it) if behind_it else None)


def _tonnes(chart: LineChart, request: ChartRequest) -> float:
    """How many tonnes a unit of the axis of totals is."""
    values = {point.year: point.value for point in chart.points}
    found = (float(s.emissions_t) / value for s in request.supports if (value := values.get(s.year)))
    return next(found, 1.0)


def _amount(chart: LineChart, texts: Texts, tonnes: float, value: float) -> str:
    """The value with its unit."""
    if chart.kind in _PER_INHABITANT:
        return texts.tr("{value} t per inhabitant", value=texts.numbers.fixed(value, _DECIMALS))
    if chart.kind in _TOTALS:
        return f"{texts.numbers.integer(value * tonnes)} t"
    return f"{texts.numbers.fixed(value, _DECIMALS)} ({chart.y_label})"


def _words(point: LinePoint, amount: str, name: str) -> str:
    at_least = "≥ " if point.mark is Mark.INCOMPLETE else ""
    return " · ".join((str(point.year), f"{at_least}{amount}", name))


def _spot(series: int, year: int, value: float, text: str, target: SpotTarget | None) -> Spot:
    return Spot(series, year, text, value, Box(year, value, year, value), target)


def _at(points: tuple[tuple[int, float], ...], year: int) -> float | None:
    """The value of a path in a year, between its corners on the straight line; ``None`` outside."""
    for (start, low), (end, high) in pairwise(points):
        if start <= year <= end and end > start:
            return low + (high - low) * (year - start) / (end - start)
    return None
