"""The values of stacked bars: each part with its share, and on top the total of the year."""

from collections.abc import Iterator

from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import ClassScheme
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import own_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackedBars
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.spots import STACK_WIDTH
from kbdesk.charts.spots import Behind
from kbdesk.charts.spots import Box
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.texts.texts import Texts

_SECTORS, _CARRIERS, _CONTROL = "sectors", "carriers", "control"
_TOTAL_HEIGHT = 0.06
"""How much of the axis the number above a bar takes."""


def stack_spots(chart: StackedBars, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    """Bar by bar from the bottom up; ``series`` is the class, then what is not split, then the total."""
    scheme = _scheme(chart, texts)
    series = {part_class.id: number for number, part_class in enumerate(chart.classes)}
    labels = {part_class.id: part_class.label for part_class in chart.classes}
    for number, bar in enumerate(chart.bars):
        for part, start, end in bar.pieces:
            target = _target(request, scheme, bar, part.class_id, set(series))
            text = _text(texts, bar, labels[part.class_id], part.value, chart.unit_t)
            yield _spot(series[part.class_id], number, text, part.value, bar, min(start, end), max(start, end), target)
        whole = SpotTarget(bar.year, behind=Behind.BASE_DATA if bar.published else Behind.VALUES)
        if bar.unsplit:
            text = _text(texts, bar, texts.tr("not split"), bar.unsplit, chart.unit_t)
            yield _spot(len(series), number, text, bar.unsplit, bar, bar.split_top, bar.top, whole)
        text = " · ".join((str(bar.year), texts.tr("Total"), _amount(texts, bar, bar.total * chart.unit_t)))
        top = bar.top + _TOTAL_HEIGHT * (chart.axis.high - chart.axis.low)
        yield _spot(len(series) + 1, number, text, bar.total, bar, bar.top, top, whole)


def _scheme(chart: StackedBars, texts: Texts) -> ClassScheme:
    if chart.kind == _CONTROL:
        return own_scheme()
    return sector_scheme(texts.codebook) if chart.kind == _SECTORS else carrier_scheme()


def _spot(
    series: int, number: int, text: str, value: float, bar: StackBar, low: float, high: float, target: SpotTarget
) -> Spot:
    box = Box(bar.place - STACK_WIDTH / 2, low, bar.place + STACK_WIDTH / 2, high)
    return Spot(series, number, text, value, box, target)


def _text(texts: Texts, bar: StackBar, name: str, value: float, unit_t: float) -> str:
    share = texts.numbers.percent(value / bar.total if bar.total else None, 0)
    return " · ".join((str(bar.year), name, f"{texts.numbers.integer(value * unit_t)} t", share))


def _amount(texts: Texts, bar: StackBar, tonnes: float) -> str:
    return ("" if bar.complete else "≥ ") + f"{texts.numbers.integer(tonnes)} t"


def _target(request: ChartRequest, scheme: ClassScheme, bar: StackBar, class_id: str, shown: set[str]) -> SpotTarget:
    """The cell of the class with most emissions in the year."""
    best, most = SpotTarget(bar.year), -1.0
    for cell in request.results[bar.year].cells if bar.year in request.results else ():
        if cell.emissions_t is None:
            continue
        year, sector, carrier = cell.entry.key
        found = scheme.class_of(carrier if scheme.kind == _CARRIERS else sector)
        if (found if found in shown else OTHER) == class_id and float(cell.emissions_t) > most:
            best, most = SpotTarget(year, sector, carrier), float(cell.emissions_t)
    return best
