"""Total emissions of every support year, with the path of −10 % every five years and the other targets on the total."""

from collections.abc import Iterator
from collections.abc import Sequence

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.charts.data import TrendLine
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.support_marks import MARK_NAMES
from kbdesk.charts.support_marks import gap_notes
from kbdesk.charts.support_marks import mark_of
from kbdesk.charts.support_marks import named_marks
from kbdesk.charts.target_lines import at_year
from kbdesk.charts.target_lines import last_year
from kbdesk.charts.target_lines import target_label
from kbdesk.charts.target_lines import target_lines
from kbdesk.charts.tonnes import Scale
from kbdesk.charts.tonnes import tonnes_scale
from kbdesk.charts.total_sentence import base_support
from kbdesk.charts.total_sentence import inhabitants_note
from kbdesk.charts.total_sentence import total_sentence
from kbdesk.charts.trends import trend_line
from kbdesk.charts.trends import trend_note
from kbdesk.charts.trends import values_of
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.texts.texts import Texts


def total_chart(request: ChartRequest, texts: Texts) -> LineChart:
    """Emissions [t, thousand t or million t] by support year, whether or not the inhabitants of the year are known."""
    supports = request.supports
    chosen = request.chosen(s.year for s in supports)
    spoken = next((s for s in supports if s.year == chosen), None)
    shown = [p for p in request.progress if p.commitment.basis is Basis.TOTAL]
    scale = tonnes_scale(texts, request.gas, max((float(s.emissions_t) for s in supports), default=0.0))
    first, last = _span(request, shown)
    targets = _targets(texts, supports, shown, first, last, scale)
    trend = _trend(request, texts, last, scale) if targets else None
    sentence = total_sentence(request, texts, spoken)
    points = tuple(_point(texts, s, targets, scale, labelled=s.year in (first, chosen)) for s in supports)
    heights = [*(p.value for p in points), *(t.points[0][1] for t in targets), *values_of(trend)]
    return LineChart(
        kind="total",
        title=texts.tr("Total emissions: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, points, targets, trend, scale),
        y_label=scale.label,
        notes=tuple(_notes(request, texts, spoken, trend)),
        footer=footer(request, texts, (s.year for s in supports)),
        axis=value_axis(texts.numbers, max(heights, default=1.0), min(heights, default=0.0)),
        header=_header(request, texts, targets),
        cells=tuple(_rows(request, texts, targets, scale)),
        numbers=texts.numbers,
        points=points,
        marks=named_marks(texts, points),
        targets=targets,
        first_year=first,
        last_year=last,
        trend=trend,
    )


def _span(request: ChartRequest, shown: Sequence[Progress]) -> tuple[int, int]:
    supports = request.supports
    if not supports:
        return request.inventory.municipality.base_year, request.inventory.municipality.base_year + 1
    latest = supports[-1].year
    return supports[0].year, last_year((p.commitment for p in shown), latest) if shown else latest + 1


def _targets(
    texts: Texts, supports: Sequence[SupportYear], shown: Sequence[Progress], first: int, last: int, scale: Scale
) -> tuple[TargetLine, ...]:
    def label(commitment: Commitment, value: float) -> str:
        return target_label(texts, commitment, scale.amount(texts, value))

    found = target_lines(shown, {s.year: float(s.emissions_t) for s in supports}, first, last, label)
    return tuple(t._replace(points=tuple((year, v / scale.divisor) for year, v in t.points)) for t in found)


def _trend(request: ChartRequest, texts: Texts, last: int, scale: Scale) -> TrendLine | None:
    line = trend_line(request, texts, Basis.TOTAL, last, lambda value: f"{scale.amount(texts, value)} t")
    return line and line._replace(points=tuple((year, value / scale.divisor) for year, value in line.points))


def _point(
    texts: Texts, support: SupportYear, targets: Sequence[TargetLine], scale: Scale, *, labelled: bool
) -> LinePoint:
    value = float(support.emissions_t) / scale.divisor
    number = scale.number(texts, float(support.emissions_t))
    label = ("" if support.complete else "≥ ") + number if labelled else ""
    paths = [path for target in targets if (path := at_year(target, support.year)) is not None]
    return LinePoint(support.year, value, mark_of(support), label, bool(paths) and value < min(paths))


def _notes(request: ChartRequest, texts: Texts, spoken: SupportYear | None, trend: TrendLine | None) -> Iterator[str]:
    yield from base_year_note(request, texts)
    yield from inhabitants_note(request, texts, spoken)
    if trend is not None:
        yield trend_note(request, texts, Basis.TOTAL)
    yield from gap_notes(texts, {s.year for s in request.supports})


def _header(request: ChartRequest, texts: Texts, targets: Sequence[TargetLine]) -> tuple[str, ...]:
    return (
        texts.tr("Year"),
        texts.tr("t {gas}", gas=request.gas),
        texts.tr("Change since the base year"),
        texts.tr("Kind of figure"),
        *(target.label for target in targets),
    )


def _rows(
    request: ChartRequest, texts: Texts, targets: Sequence[TargetLine], scale: Scale
) -> Iterator[tuple[str | Quantity, ...]]:
    base, by_year = base_support(request), {s.year: s for s in request.supports}
    corners = {t.points[at][0] for t in targets for at in (1, -1) if t.look is not TargetLook.RATE}
    for year in sorted({*by_year, *corners, *(t.end[0] for t in targets)}):
        paths = tuple(_scaled(at_year(target, year), scale) for target in targets)
        support = by_year.get(year)
        if support is None:
            yield (str(year), Quantity(None), Quantity(None), texts.tr("target value"), *paths)
            continue
        kind = texts.tr(MARK_NAMES[mark_of(support)])
        yield (str(year), Quantity(float(support.emissions_t)), _change(base, support), kind, *paths)


def _scaled(value: float | None, scale: Scale) -> Quantity:
    return Quantity(None if value is None else value * scale.divisor)


def _change(base: SupportYear | None, support: SupportYear) -> Quantity:
    """Between complete years alone: less can be missing in one than in the other."""
    if base is None or support.year <= base.year or not (base.complete and support.complete) or base.emissions_t <= 0:
        return Quantity(None)
    return Quantity(float(support.emissions_t / base.emissions_t) - 1.0, 1, percent=True)


def _alt_text(
    texts: Texts,
    sentence: str,
    points: Sequence[LinePoint],
    targets: Sequence[TargetLine],
    trend: TrendLine | None,
    scale: Scale,
) -> str:
    if not points:
        return sentence
    values = "; ".join(f"{p.year}: {texts.numbers.fixed(p.value, scale.decimals)}" for p in points)
    text = texts.tr("Line chart. {sentence} {unit}: {values}.", sentence=sentence, unit=scale.label, values=values)
    if trend is not None:
        text += f" {trend.label}."
    if targets:
        text += " " + texts.tr("Targets: {targets}.", targets="; ".join(t.label for t in targets))
    return text
