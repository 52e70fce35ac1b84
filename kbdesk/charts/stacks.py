"""Emissions of some support years, stacked by class of sector or of carrier.

A year of which only the published total is known is one open part: it is never split by guessing. Parts that rest on
start values or on grade D are told apart. A year with missing parts is a lower bound and says so on top.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import ClassScheme
from kbdesk.charts.data import Axis
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackClass
from kbdesk.charts.data import StackedBars
from kbdesk.charts.data import StackPart
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.charts.stack_sentence import stack_sentence
from kbdesk.charts.tonnes import Scale
from kbdesk.charts.tonnes import tonnes_scale
from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Origin
from kbdesk.models.progress import SupportYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

MOST_BARS = 12
_SMALL = 0.015
_TABLE_DECIMALS = 3
_GAP = 0.35
_ABOVE_ZERO = 0.01
_TITLES = {
    "sectors": mark("Emissions by sector: {name}"),
    "carriers": mark("Emissions by energy carrier: {name}"),
}


class SplitYear(NamedTuple):
    """The split of one support year [t]: by class the amount and its weak part."""

    support: SupportYear
    amounts: dict[str, float]
    weak: dict[str, float]

    @property
    def total(self) -> float:
        """All emissions of the year [t], split or not."""
        return float(self.support.emissions_t)

    @property
    def unsplit(self) -> float:
        """What no split is known for [t]."""
        rest = self.total - sum(self.amounts.values())
        return rest if rest > max(1e-6 * self.total, 1e-9) else 0.0


def stacked_chart(request: ChartRequest, texts: Texts, scheme: ClassScheme) -> StackedBars:
    """Emissions [t, thousand t or million t] by class; at most twelve years, the first and the chosen among them."""
    chosen = request.chosen(s.year for s in request.supports)
    supports = selected_years(request.supports, chosen)
    years = [_split(request, scheme, support) for support in supports]
    if scheme.merge_small:
        years = _merged(years)
    scale = tonnes_scale(texts, request.gas, max((year.total for year in years), default=0.0))
    present = {id_ for year in years for id_ in year.amounts}
    classes = tuple(StackClass(id_, texts.tr(label), c) for id_, label, c in scheme.classes if id_ in present)
    bars = tuple(stack_bars(texts, years, classes, scale))
    spoken = next((bar for bar in bars if bar.year == chosen), None)
    sentence = stack_sentence(texts, bars, spoken, classes, request.inventory.municipality.base_year)
    return StackedBars(
        kind=scheme.kind,
        title=texts.tr(_TITLES[scheme.kind], name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, bars, classes, scale),
        y_label=scale.label,
        notes=tuple(_notes(request, texts, bars)),
        footer=footer(request, texts, (s.year for s in supports)),
        axis=stack_axis(texts, bars),
        header=stack_header(texts, classes, bars, scale),
        cells=tuple(stack_rows(texts, bars, classes, scale)),
        numbers=texts.numbers,
        unit_t=scale.divisor,
        classes=classes,
        bars=bars,
        weak_label=texts.tr("hatched: start values or grade D") if any_weak(bars) else "",
        unsplit_label=texts.tr("open: only the total is known") if any(bar.unsplit for bar in bars) else "",
    )


def selected_years(supports: Sequence[SupportYear], chosen: int | None) -> list[SupportYear]:
    """All support years where few; else the first, the last, the chosen, and others evenly between."""
    if len(supports) <= MOST_BARS:
        return list(supports)
    last = len(supports) - 1
    places = {round(n * last / (MOST_BARS - 1)) for n in range(MOST_BARS)}
    wanted = next(n for n, support in enumerate(supports) if support.year == chosen)
    if wanted not in places:
        places.remove(min(places - {0, last}, key=lambda place: abs(place - wanted)))
        places.add(wanted)
    return [supports[place] for place in sorted(places)]


def _split(request: ChartRequest, scheme: ClassScheme, support: SupportYear) -> SplitYear:
    year = SplitYear(support, defaultdict(float), defaultdict(float))
    if support.published:
        if scheme.kind == "sectors":
            for (at, sector), result in request.inventory.published.items():
                if at == support.year and sector:
                    year.amounts[scheme.class_of(sector)] += float(result.emissions_t)
        return year
    for cell in request.results[support.year].cells:
        if not cell.emissions_t:
            continue
        _, sector, carrier = cell.entry.key
        name = scheme.class_of(sector if scheme.kind == "sectors" else carrier)
        amount = float(cell.emissions_t)
        year.amounts[name] += amount
        if is_weak(cell):
            year.weak[name] += amount
    return year


def is_weak(cell: CellResult) -> bool:
    """Whether a value is a start value or of grade D."""
    return cell.entry.grade is Grade.D or cell.entry.origin is Origin.START


def _merged(years: Sequence[SplitYear]) -> list[SplitYear]:
    """Classes that are small in every year become part of *other*."""
    names = {name for year in years for name in year.amounts}
    small = {n for n in names if all(abs(y.amounts.get(n, 0.0)) < _SMALL * y.total for y in years)} | {OTHER}
    if len(small & names) < 2:  # noqa: PLR2004 - one small class gains nothing by another name
        return list(years)
    return [year._replace(amounts=_pooled(year.amounts, small), weak=_pooled(year.weak, small)) for year in years]


def _pooled(amounts: dict[str, float], small: set[str]) -> dict[str, float]:
    kept = {name: amount for name, amount in amounts.items() if name not in small}
    rest = [amount for name, amount in amounts.items() if name in small]
    return kept | {OTHER: sum(rest)} if rest else kept


def stack_bars(
    texts: Texts, years: Sequence[SplitYear], classes: Sequence[StackClass], scale: Scale
) -> Iterator[StackBar]:
    """One bar a year, a little further apart where years lie between."""
    place = 0.0
    for number, year in enumerate(years):
        if number:
            place += 1.0 if year.support.year == years[number - 1].support.year + 1 else 1.0 + _GAP
        label = texts.numbers.fixed(year.total / scale.divisor, scale.decimals)
        yield StackBar(
            year=year.support.year,
            place=place,
            parts=tuple(
                StackPart(c.id, year.amounts[c.id] / scale.divisor, year.weak.get(c.id, 0.0) / scale.divisor)
                for c in classes
                if c.id in year.amounts
            ),
            unsplit=year.unsplit / scale.divisor,
            total=year.total / scale.divisor,
            total_label=label if year.support.complete else f"≥ {label}",
            complete=year.support.complete,
            published=year.support.published,
        )


def stack_axis(texts: Texts, bars: Sequence[StackBar]) -> Axis:
    """The value axis on which all bars have room, and their totals above zero though everything hangs below it."""
    high, low = max((bar.top for bar in bars), default=1.0), min((bar.bottom for bar in bars), default=0.0)
    return value_axis(texts.numbers, max(high, _ABOVE_ZERO * -low), low)


def any_weak(bars: Iterable[StackBar]) -> bool:
    """Whether anything is hatched."""
    return any(part.weak for bar in bars for part in bar.parts)


def _notes(request: ChartRequest, texts: Texts, bars: Sequence[StackBar]) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if len(bars) < len(request.supports):
        yield texts.trn(
            "{shown} of {count} year shown.", "{shown} of {count} years shown.", len(request.supports), shown=len(bars)
        )
    if incomplete := [bar.year for bar in bars if not bar.complete]:
        years = year_list(incomplete) if len(incomplete) < len(bars) else texts.tr("every year shown")
        yield texts.tr("≥ incomplete, at least this much: {years}.", years=years)
    steps = {b.year - a.year for a, b in pairwise(bars)}
    if len(steps) > 1:
        yield texts.tr("The years are not evenly spaced: the distance of the bars is not to scale.")


def stack_header(
    texts: Texts, classes: Sequence[StackClass], bars: Sequence[StackBar], scale: Scale
) -> tuple[str, ...]:
    """The header of ``stack_rows``."""
    unsplit = (texts.tr("not split"),) if any(bar.unsplit for bar in bars) else ()
    total = f"{texts.tr('Total')} ({scale.label})"
    weak = (texts.tr("of which start values or grade D"),) if any_weak(bars) else ()
    return (texts.tr("Year"), *(c.label for c in classes), *unsplit, total, *weak, texts.tr("Figures complete"))


def stack_rows(
    texts: Texts, bars: Sequence[StackBar], classes: Sequence[StackClass], scale: Scale
) -> Iterator[tuple[str | Quantity, ...]]:
    """A row a bar: year, classes, what is not split, total, what is weak, whether the figures are complete."""
    decimals = _TABLE_DECIMALS if scale.divisor > 1 else scale.decimals
    has_unsplit, has_weak = any(bar.unsplit for bar in bars), any_weak(bars)
    for bar in bars:
        values = {part.class_id: part.value for part in bar.parts}
        parts = [Quantity(values.get(c.id), decimals) for c in classes]
        unsplit = [Quantity(bar.unsplit or None, decimals)] if has_unsplit else []
        weak = [Quantity(sum(part.weak for part in bar.parts), decimals)] if has_weak else []
        complete = texts.tr("yes") if bar.complete else texts.tr("no")
        yield (bar.label, *parts, *unsplit, Quantity(bar.total, decimals), *weak, complete)


def _alt_text(
    texts: Texts, sentence: str, bars: Sequence[StackBar], classes: Sequence[StackClass], scale: Scale
) -> str:
    if not bars:
        return sentence
    return texts.tr(
        "Stacked bars. {sentence} {unit}: {values}. Parts from the bottom up: {classes}.",
        sentence=sentence,
        unit=scale.label,
        values="; ".join(f"{bar.label}: {bar.total_label}" for bar in bars),
        classes=", ".join(c.label for c in classes) or "–",
    )
