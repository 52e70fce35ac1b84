"""Where a series goes if nothing changes: the trend of the last years, drawn on to the last year of the chart.

The trend is that of ``kbdesk.models.progress``, so that picture and table of commitments say the same.
"""

from collections.abc import Callable
from collections.abc import Sequence

from kbdesk.charts.data import TrendLine
from kbdesk.charts.request import ChartRequest
from kbdesk.models.breaks import breaks_between
from kbdesk.models.breaks import read_breaks
from kbdesk.models.commitments import Basis
from kbdesk.models.progress import TREND_YEARS
from kbdesk.models.progress import Point
from kbdesk.models.progress import comparable
from kbdesk.models.progress import trend
from kbdesk.texts.texts import Texts

_BELOW_NOTHING = 1e-9


def trend_line(
    request: ChartRequest, texts: Texts, basis: Basis, last: int, written: Callable[[float], str]
) -> TrendLine | None:
    """The line [t or t per inhabitant] to the last year, never below zero; ``None`` below three comparable years."""
    points = trend_points(request, basis)
    found = trend(points)
    if found is None or last <= points[-1].year:
        return None
    slope, start = found
    first = points[-TREND_YEARS:][0].year
    corners = [(float(first), slope * first + start), (float(last), slope * last + start)]
    if corners[-1][1] < -_BELOW_NOTHING and corners[0][1] > 0:
        corners[1:] = [(-start / slope, 0.0), (float(last), 0.0)]
    if any(value < -_BELOW_NOTHING for _, value in corners):
        return None
    label = texts.tr("At the pace of the last years: {value}", value=written(max(corners[-1][1], 0.0)))
    return TrendLine(label, tuple(corners))


def trend_points(request: ChartRequest, basis: Basis) -> list[Point]:
    """The years the trend may follow: complete, not before the base year, alike in what they cover."""
    points = [Point(s.year, v, s.complete, s.covering) for s in request.supports if (v := s.value(basis)) is not None]
    base_year = next((p.year for p in points if p.year >= request.inventory.municipality.base_year), None)
    return comparable(points, base_year) if base_year is not None else []


def trend_note(request: ChartRequest, texts: Texts, basis: Basis) -> str:
    """Which years the trend follows, that it is no forecast, and whether a break lies between them."""
    years = [point.year for point in trend_points(request, basis)][-TREND_YEARS:]
    if breaks_between(read_breaks(request.inventory.answers), years[0], years[-1]):
        return texts.tr(
            "Dotted: the pace of {first}–{last} drawn on, across a break in the series; no forecast.",
            first=str(years[0]),
            last=str(years[-1]),
        )
    return texts.tr(
        "Dotted: the pace of {first}–{last} drawn on, no forecast.", first=str(years[0]), last=str(years[-1])
    )


def values_of(line: TrendLine | None) -> Sequence[float]:
    """The heights the axis has to hold."""
    return [value for _, value in line.points] if line else []
