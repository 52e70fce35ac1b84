"""Emissions per inhabitant of every support year, with the targets they are held against.

The rate (−10 % every five years) counts total emissions; the inhabitants of years to come are not known, so its path
is drawn from the base year's value per inhabitant, and the chart says so.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Mark
from kbdesk.charts.data import MarkName
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.charts.finding import finding
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import PATH_END
from kbdesk.models.progress import SupportYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_HALF = Decimal("0.5")
_DECIMALS = 1
_ROOM_YEARS = 3
"""A chart ends at the target year if the last figures are at least so many years older; otherwise in 2050."""
_MARK_NAMES = {
    Mark.OWN: mark("own inventory"),
    Mark.PUBLISHED: mark("published result"),
    Mark.INCOMPLETE: mark("incomplete: at least this much"),
}
_LOOKS = {
    CommitmentKind.LEVEL: TargetLook.LEVEL,
    CommitmentKind.REDUCTION: TargetLook.REDUCTION,
    CommitmentKind.RATE: TargetLook.RATE,
}


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
    targets = tuple(_targets(request, texts, known, first, last))
    chosen = request.chosen(k.year for k in known)
    spoken = next((k for k in known if k.year == chosen), None)
    sentence = finding(request, texts, spoken.support) if spoken else _nothing(request, texts)
    top = max((v for k in known for v in (k.value, *(t.points[0][1] for t in targets))), default=1.0)
    goals = [float(p.commitment.value) for p in request.progress if p.commitment.kind is CommitmentKind.LEVEL]
    labelled = {known[0].year, chosen} if known else set()
    points = tuple(_point(texts, k, targets, labelled=k.year in labelled) for k in known)
    return LineChart(
        kind="per-inhabitant",
        title=texts.tr("Emissions per inhabitant: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, points, targets),
        y_label=texts.tr("Tonnes {gas} per inhabitant and year", gas=request.gas),
        notes=tuple(_notes(request, texts, known)),
        footer=footer(request, texts, (k.year for k in known)),
        axis=value_axis(texts.numbers, top),
        header=_header(request, texts, targets),
        cells=tuple(_rows(texts, known, targets)),
        numbers=texts.numbers,
        points=points,
        marks=tuple(MarkName(m, texts.tr(n)) for m, n in _MARK_NAMES.items() if m in {p.mark for p in points}),
        targets=targets,
        first_year=first,
        last_year=last,
        goal_area=min(goals, default=None) if known else None,
    )


def _span(request: ChartRequest, known: list[_Known]) -> tuple[int, int]:
    if not known:
        return request.inventory.municipality.base_year, request.inventory.municipality.base_year + 1
    latest = known[-1].year
    ends = [c.target_year for p in request.progress if _shown(c := p.commitment) and c.target_year is not None]
    if not request.progress:
        return known[0].year, latest + 1
    end = max(ends, default=PATH_END)
    return known[0].year, end if end >= latest + _ROOM_YEARS else max(PATH_END, latest + 1)


def _shown(commitment: Commitment) -> bool:
    """Whether the commitment can be drawn per inhabitant."""
    return commitment.basis is Basis.PER_INHABITANT or commitment.kind is CommitmentKind.RATE


def _targets(request: ChartRequest, texts: Texts, known: list[_Known], first: int, last: int) -> Iterator[TargetLine]:
    values = {k.year: k.value for k in known}
    for progress in request.progress:
        commitment = progress.commitment
        if not _shown(commitment) or not known:
            continue
        start = first if commitment.kind is CommitmentKind.LEVEL else progress.base_year
        if start is None or (commitment.kind is not CommitmentKind.LEVEL and start not in values):
            continue
        base, end = values.get(start, 0.0), min(last, commitment.target_year or last)
        if end <= start:
            continue
        years = range(start, end + 1) if commitment.kind is CommitmentKind.RATE else (start, end, last)
        points = tuple((year, commitment.target(year, start, base)) for year in dict.fromkeys(years))
        yield TargetLine(_LOOKS[commitment.kind], _target_label(texts, commitment, points[-1][1]), points)


def _target_label(texts: Texts, commitment: Commitment, end: float) -> str:
    value = texts.numbers.fixed(end, _DECIMALS)
    if commitment.kind is CommitmentKind.LEVEL:
        return texts.tr("Goal: {value} t per inhabitant", value=value)
    percent = texts.numbers.percent(commitment.value, 0)
    if commitment.kind is CommitmentKind.RATE:
        return texts.trn(
            "−{percent} every year: {value} t",
            "−{percent} every {count} years: {value} t",
            commitment.period_years,
            percent=percent,
            value=value,
        )
    if commitment.value == _HALF:
        return texts.tr("Half by {year}: {value} t", year=commitment.target_year, value=value)
    return texts.tr("−{percent} by {year}: {value} t", percent=percent, year=commitment.target_year, value=value)


def _mark(support: SupportYear) -> Mark:
    if not support.complete:
        return Mark.INCOMPLETE
    return Mark.PUBLISHED if support.published else Mark.OWN


def _point(texts: Texts, known: _Known, targets: Sequence[TargetLine], *, labelled: bool) -> LinePoint:
    support = known.support
    number = texts.numbers.fixed(known.value, _DECIMALS)
    label = ("" if support.complete else "≥ ") + f"{number} t" if labelled else ""
    paths = [path for t in targets if t.look is not TargetLook.LEVEL and (path := _at(t, known.year)) is not None]
    below = bool(paths) and known.value < min(paths)
    return LinePoint(known.year, known.value, _mark(support), label, below)


def _nothing(request: ChartRequest, texts: Texts) -> str:
    if request.supports:
        return texts.tr("The number of inhabitants is missing: emissions per inhabitant cannot be shown yet.")
    return texts.tr("There are no emissions to show yet: they appear with the first values.")


def _notes(request: ChartRequest, texts: Texts, known: list[_Known]) -> Iterator[str]:
    yield from base_year_note(request, texts)
    shown = {k.year for k in known}
    if known and (left_out := [s.year for s in request.supports if s.year not in shown]):
        yield texts.tr("Not shown, because the inhabitants are missing: {years}.", years=year_list(left_out))
    rates = [p for p in request.progress if p.commitment.kind is CommitmentKind.RATE and p.base_year in shown]
    if any(p.commitment.basis is Basis.TOTAL for p in rates):
        yield texts.tr(
            "The reduction every five years counts total emissions; here it is applied to emissions per inhabitant."
        )
    if len(known) > 1 and known[-1].year - known[0].year >= len(known):
        yield texts.tr("Years without a mark have no figures.")


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
        paths = tuple(Quantity(_at(t, year), 2) for t in targets)
        if (found := by_year.get(year)) is None:
            yield (str(year), Quantity(None), Quantity(None), Quantity(None), texts.tr("target value"), *paths)
            continue
        support = found.support
        kind = texts.tr(_MARK_NAMES[_mark(support)])
        inhabitants = Quantity(float(support.population or 0))
        yield (str(year), Quantity(found.value, 2), Quantity(float(support.emissions_t)), inhabitants, kind, *paths)


def _at(target: TargetLine, year: int) -> float | None:
    """The value of the path in a year, between its corners on the straight line; ``None`` outside."""
    for (start, low), (end, high) in pairwise(target.points):
        if start <= year <= end:
            return low + (high - low) * (year - start) / (end - start)
    return None


def _alt_text(texts: Texts, sentence: str, points: tuple[LinePoint, ...], targets: tuple[TargetLine, ...]) -> str:
    if not points:
        return sentence
    values = "; ".join(f"{p.year}: {texts.numbers.fixed(p.value, _DECIMALS)}" for p in points)
    text = texts.tr("Line chart. {sentence} Tonnes per inhabitant: {values}.", sentence=sentence, values=values)
    if not targets:
        return text
    return text + " " + texts.tr("Targets: {targets}.", targets="; ".join(t.label for t in targets))
