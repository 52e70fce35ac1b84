"""The values of lying bars: piece by piece, bar by bar from the top."""

from collections.abc import Iterator

from kbdesk.charts.data import RowBar
from kbdesk.charts.data import RowBars
from kbdesk.charts.energy import years_with_energy
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.texts.texts import Texts

_QUALITY = "quality"
_OWN = "own"


def row_spots(chart: RowBars, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    """``series`` is the bar, ``column`` the piece; behind what is the municipality's own are the values of the year."""
    names = {part.id: part.label for part in chart.classes}
    year = _year(chart, request)

    def per_inhabitant(bar: RowBar) -> str:
        if chart.y_label == texts.tr("Tonnes {gas} per inhabitant and year", gas=request.gas):
            return texts.tr("{value} t per inhabitant", value=bar.label)
        return f"{bar.label} ({chart.y_label})"

    bars = [(row, bar) for row in chart.rows for bar in row.bars]
    for number, (row, bar) in enumerate(bars):
        for piece_number, piece in enumerate(bar.pieces):
            size = texts.numbers.percent(piece.value, 0) if chart.kind == _QUALITY else per_inhabitant(bar)
            text = " · ".join((str(year), row.label, names[piece.class_id], size))
            own = chart.kind == _QUALITY or piece.class_id == _OWN
            yield Spot(number, piece_number, text, piece.value, target=SpotTarget(year) if own else None)


def _year(chart: RowBars, request: ChartRequest) -> int:
    """The year the chart is about: the latest of which there is what it shows."""
    if chart.kind == _QUALITY:
        return years_with_energy(request.results)[-1]
    known = [y for y, r in request.results.items() if r.population and r.emissions_t.value is not None]
    return max(known)
