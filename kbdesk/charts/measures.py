"""What measures are expected to save, as a wedge between the trend of total emissions and where they would lead.

All of it is expectation. The wedge begins at the latest support year: what measures had saved until then is in the
figures already. Without a trend it begins at the emissions of that year.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import Wedge
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.target_lines import at_year
from kbdesk.charts.tonnes import Scale
from kbdesk.charts.tonnes import tonnes_scale
from kbdesk.charts.total import total_chart
from kbdesk.models.measure_effects import additional_t
from kbdesk.models.measures import MeasureStatus
from kbdesk.texts.texts import Texts

_TABLE_STEP = 5
_HORIZON = 2030
_AHEAD = 10
_CLOSE = 1e-9


def measures_chart(request: ChartRequest, texts: Texts) -> LineChart:
    """Total emissions [t, thousand t or million t] with their targets, the trend, and what measures take off it."""
    whole = total_chart(request, texts)
    title = texts.tr("What measures are expected to save: {name}", name=request.inventory.municipality.name)
    scale = tonnes_scale(texts, request.gas, max((float(s.emissions_t) for s in request.supports), default=0.0))
    wedge = _wedge(request, texts, whole, scale)
    if wedge is None:
        sentence = _nothing(request, texts)
        alt_text = sentence if whole.empty else f"{sentence} {whole.alt_text}"
        return replace(whole, kind="measures", title=title, sentence=sentence, alt_text=alt_text)
    sentence = _sentence(request, texts, whole, wedge, scale)
    heights = [*(p.value for p in whole.points), *(v for _, v in wedge.upper), *(t.points[0][1] for t in whole.targets)]
    return replace(
        whole,
        kind="measures",
        title=title,
        sentence=sentence,
        alt_text=texts.tr("Line chart. {sentence} {wedge}.", sentence=sentence, wedge=wedge.label),
        notes=(*_notes(request, texts, whole), *whole.notes),
        axis=value_axis(texts.numbers, max(heights), min(heights)),
        header=_header(request, texts, whole.targets),
        cells=tuple(_rows(request, wedge, whole.targets, scale)),
        wedge=wedge,
    )


def _wedge(request: ChartRequest, texts: Texts, whole: LineChart, scale: Scale) -> Wedge | None:
    """The upper edge is the trend (or the last value), the lower one has the savings taken off, never below zero."""
    if not any(each.counts for each in request.measures) or not request.supports:
        return None
    latest = request.supports[-1]
    years = range(latest.year, whole.last_year + 1)
    level = float(latest.emissions_t) / scale.divisor
    upper = [(year, _trend_at(whole, year, level)) for year in years]
    lower = [(year, max(value - _saved(request, year) / scale.divisor, 0.0)) for year, value in upper]
    if all(one - other <= _CLOSE for (_, one), (_, other) in zip(upper, lower, strict=True)):
        return None
    amount = scale.amount(texts, lower[-1][1] * scale.divisor)
    return Wedge(texts.tr("With the measures: {amount} t (expected)", amount=amount), tuple(upper), tuple(lower))


def _trend_at(whole: LineChart, year: int, level: float) -> float:
    if whole.trend is None:
        return level
    for (start, low), (end, high) in pairwise(whole.trend.points):
        if start <= year <= end and end > start:
            return low + (high - low) * (year - start) / (end - start)
    return whole.trend.points[-1][1]


def _saved(request: ChartRequest, year: int) -> float:
    """What the measures are expected to save [t] in a year beyond the latest support year."""
    return float(additional_t(request.measures, year, request.supports[-1].year))


def _horizon(request: ChartRequest, whole: LineChart) -> int:
    """The year the sentence speaks of."""
    latest = request.supports[-1].year
    return min(whole.last_year, _HORIZON if latest < _HORIZON else latest + _AHEAD)


def _nothing(request: ChartRequest, texts: Texts) -> str:
    if not request.supports:
        return texts.tr("There are no emissions to show yet: they appear with the first values.")
    if any(each.counts for each in request.measures):
        return texts.tr("What the measures save is in the latest inventory already: nothing more is expected of them.")
    if request.measures:
        return texts.tr("No measure that is decided has a saving and a year yet: nothing can be expected.")
    return texts.tr("There is no measure yet: what is recorded under Measures is drawn here.")


def _sentence(request: ChartRequest, texts: Texts, whole: LineChart, wedge: Wedge, scale: Scale) -> str:
    year = _horizon(request, whole)
    top, bottom = dict(wedge.upper)[year], dict(wedge.lower)[year]
    saved = texts.numbers.integer((top - bottom) * scale.divisor)
    path = next((value for target in whole.targets if (value := at_year(target, year)) is not None), None)
    if path is None:
        return texts.tr("The measures are expected to save {tonnes} t in {year}.", tonnes=saved, year=str(year))
    if top <= path:
        return texts.tr(
            "The measures are expected to save {tonnes} t in {year}; the trend alone keeps to the path by then.",
            tonnes=saved,
            year=str(year),
        )
    if bottom <= path:
        return texts.tr(
            "With the measures the path is kept in {year}: they are expected to save {tonnes} t.",
            year=str(year),
            tonnes=saved,
        )
    return texts.tr(
        "The measures are expected to save {tonnes} t in {year}: {percent} of what lacks to the path.",
        tonnes=saved,
        year=str(year),
        percent=texts.numbers.percent((top - bottom) / (top - path), 0),
    )


def _notes(request: ChartRequest, texts: Texts, whole: LineChart) -> Iterator[str]:
    yield texts.tr("Striped: expected savings of measures that are decided, running or done; no results.")
    if whole.trend is None:
        yield texts.tr("Without a trend the savings are taken off the emissions of the latest year.")
    else:
        yield texts.tr("A measure that only goes on with what made the trend is counted twice.")
    ideas = sum(each.measure.status is MeasureStatus.IDEA for each in request.measures)
    if ideas:
        yield texts.trn("{count} idea is not counted.", "{count} ideas are not counted.", ideas)


def _header(request: ChartRequest, texts: Texts, targets: Sequence[TargetLine]) -> tuple[str, ...]:
    return (
        texts.tr("Year"),
        texts.tr("t {gas}", gas=request.gas),
        texts.tr("Without the measures [t]"),
        texts.tr("Expected saving [t]"),
        texts.tr("With the measures [t]"),
        *(target.label for target in targets),
    )


def _rows(
    request: ChartRequest, wedge: Wedge, targets: Sequence[TargetLine], scale: Scale
) -> Iterator[tuple[str | Quantity, ...]]:
    known = {s.year: float(s.emissions_t) for s in request.supports}
    upper, lower = dict(wedge.upper), dict(wedge.lower)
    ends = (wedge.upper[0][0], wedge.upper[-1][0])
    ahead = {year for year in upper if year % _TABLE_STEP == 0 or year in ends}
    for year in sorted({*known, *ahead}):
        top, bottom = upper.get(year), lower.get(year)
        edges = (top, None if top is None or bottom is None else top - bottom, bottom)
        paths = (at_year(target, year) for target in targets)
        scaled = (Quantity(None if v is None else v * scale.divisor) for v in (*edges, *paths))
        yield (str(year), Quantity(known.get(year)), *scaled)
