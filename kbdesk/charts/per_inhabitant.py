"""Emissions per inhabitant of every support year, with the targets they are held against.

The rate (−10 % every five years) counts total emissions; the inhabitants of years to come are not known, so its path
is drawn from the base year's value per inhabitant, and the chart says so.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.charts.data import TrendLine
from kbdesk.charts.finding import finding
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.charts.support_marks import MARK_NAMES
from kbdesk.charts.support_marks import gap_notes
from kbdesk.charts.support_marks import mark_of
from kbdesk.charts.support_marks import named_marks
from kbdesk.charts.target_lines import at_year
from kbdesk.charts.target_lines import last_year
from kbdesk.charts.target_lines import target_label
from kbdesk.charts.target_lines import target_lines
from kbdesk.charts.trends import trend_line
from kbdesk.charts.trends import trend_note
from kbdesk.charts.trends import values_of
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import SupportYear
from kbdesk.texts.texts import Texts

_DECIMALS = 1


class _Known(NamedTuple):
    support: SupportYear
    value: float

    @property
    def year(self) -> int:
        return self.support.year


def per_inhabitant_chart(request: ChartRequest, texts: Texts) -> LineChart:
    """Emissions [t per inhabitant] by support year with targets; years without inhabitants are named, not drawn."""
    known = [_Known(s, v) for s in request.supports if (v := s.value(Basis.PER_INHABITANT)) is not None]
    first, last = _span(request, known)
    targets = _targets(request, texts, known, first, last)
    trend = _trend(request, texts, targets, last)
    chosen = request.chosen(k.year for k in known)
    spoken = next((k for k in known if k.year == chosen), None)
    sentence = finding(request, texts, spoken.support) if spoken else _nothing(request, texts)
    starts = [t.points[0][1] for t in targets]
    heights = [*(k.value for k in known), *starts, *values_of(trend)]
    goals = [float(p.commitment.value) for p in request.progress if p.commitment.kind is CommitmentKind.LEVEL]
    labelled = {known[0].year, chosen} if known else set()
    points = tuple(_point(texts, k, targets, labelled=k.year in labelled) for k in known)
    return LineChart(
        kind="per-inhabitant",
        title=texts.tr("Emissions per inhabitant: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, points, targets, trend),
        y_label=texts.tr("Tonnes {gas} per inhabitant and year", gas=request.gas),
        notes=tuple(_notes(request, texts, known, trend)),
        footer=footer(request, texts, (k.year for k in known)),
        axis=value_axis(texts.numbers, max(heights, default=1.0), min(heights, default=0.0)),
        header=_header(request, texts, targets),
        cells=tuple(_rows(texts, known, targets)),
        numbers=texts.numbers,
        points=points,
        marks=named_marks(texts, points),
        targets=targets,
        first_year=first,
        last_year=last,
        goal_area=min(goals, default=None) if known else None,
        trend=trend,
    )


def _span(request: ChartRequest, known: list[_Known]) -> tuple[int, int]:
    if not known:
        return request.inventory.municipality.base_year, request.inventory.municipality.base_year + 1
    latest = known[-1].year
    if not request.progress:
        return known[0].year, latest + 1
    return known[0].year, last_year((p.commitment for p in request.progress if _shown(p.commitment)), latest)


def _shown(commitment: Commitment) -> bool:
    """Whether the commitment can be drawn per inhabitant."""
    return commitment.basis is Basis.PER_INHABITANT or commitment.kind is CommitmentKind.RATE


def _targets(request: ChartRequest, texts: Texts, known: list[_Known], first: int, last: int) -> tuple[TargetLine, ...]:
    shown = [p for p in request.progress if _shown(p.commitment)] if known else []

    def label(commitment: Commitment, value: float) -> str:
        return target_label(texts, commitment, texts.numbers.fixed(value, _DECIMALS))

    return tuple(target_lines(shown, {k.year: k.value for k in known}, first, last, label))


def _trend(request: ChartRequest, texts: Texts, targets: Sequence[TargetLine], last: int) -> TrendLine | None:
    if not targets:
        return None
    return trend_line(
        request, texts, Basis.PER_INHABITANT, last, lambda value: f"{texts.numbers.fixed(value, _DECIMALS)} t"
    )


def _point(texts: Texts, known: _Known, targets: Sequence[TargetLine], *, labelled: bool) -> LinePoint:
    support = known.support
    number = texts.numbers.fixed(known.value, _DECIMALS)
    label = ("" if support.complete else "≥ ") + f"{number} t" if labelled else ""
    paths = [path for t in targets if t.look is not TargetLook.LEVEL and (path := at_year(t, known.year)) is not None]
    below = bool(paths) and known.value < min(paths)
    return LinePoint(known.year, known.value, mark_of(support), label, below)


def _nothing(request: ChartRequest, texts: Texts) -> str:
    if request.supports:
        return texts.tr("The number of inhabitants is missing: emissions per inhabitant cannot be shown yet.")
    return texts.tr("There are no emissions to show yet: they appear with the first values.")


def _notes(request: ChartRequest, texts: Texts, known: list[_Known], trend: TrendLine | None) -> Iterator[str]:
    yield from base_year_note(request, texts)
    shown = {k.year for k in known}
    if known and (left_out := [s.year for s in request.supports if s.year not in shown]):
        yield texts.tr("Not shown, because the inhabitants are missing: {years}.", years=year_list(left_out))
    rates = [p for p in request.progress if p.commitment.kind is CommitmentKind.RATE and p.base_year in shown]
    if any(p.commitment.basis is Basis.TOTAL for p in rates):
        yield texts.tr(
            "The reduction every five years counts total emissions; here it is applied to emissions per inhabitant."
        )
    if trend is not None:
        yield trend_note(request, texts, Basis.PER_INHABITANT)
    yield from gap_notes(texts, shown)


def _header(request: ChartRequest, texts: Texts, targets: tuple[TargetLine, ...]) -> tuple[str, ...]:
    return (
        texts.tr("Year"),
        texts.tr("t {gas} per inhabitant", gas=request.gas),
        texts.tr("t {gas}", gas=request.gas),
        texts.tr("Inhabitants"),
        texts.tr("Kind of figure"),
        *(t.label for t in targets),
    )


def _rows(texts: Texts, known: list[_Known], targets: tuple[TargetLine, ...]) -> Iterator[tuple[str | Quantity, ...]]:
    by_year = {k.year: k for k in known}
    for year in sorted(
        {*by_year, *(t.points[at][0] for t in targets for at in (1, -1) if t.look is not TargetLook.RATE)}
    ):
        paths = tuple(Quantity(at_year(t, year), 2) for t in targets)
        if (found := by_year.get(year)) is None:
            yield (str(year), Quantity(None), Quantity(None), Quantity(None), texts.tr("target value"), *paths)
            continue
        support = found.support
        kind = texts.tr(MARK_NAMES[mark_of(support)])
        inhabitants = Quantity(float(support.population or 0))
        yield (str(year), Quantity(found.value, 2), Quantity(float(support.emissions_t)), inhabitants, kind, *paths)


def _alt_text(
    texts: Texts,
    sentence: str,
    points: tuple[LinePoint, ...],
    targets: tuple[TargetLine, ...],
    trend: TrendLine | None,
) -> str:
    if not points:
        return sentence
    values = "; ".join(f"{p.year}: {texts.numbers.fixed(p.value, _DECIMALS)}" for p in points)
    text = texts.tr("Line chart. {sentence} Tonnes per inhabitant: {values}.", sentence=sentence, values=values)
    if trend is not None:
        text += f" {trend.label}."
    if not targets:
        return text
    return text + " " + texts.tr("Targets: {targets}.", targets="; ".join(t.label for t in targets))
