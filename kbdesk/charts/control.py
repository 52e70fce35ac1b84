"""What the municipality causes itself: its share of all emissions, and its own facilities by kind over the years.

The vehicles of the municipality belong to its facilities also where they are part of road transport (BISKO); the whole
contains them once.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import NamedTuple

from kbdesk.charts.classes import ClassScheme
from kbdesk.charts.classes import own_scheme
from kbdesk.charts.data import ChartWords
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import ShareBars
from kbdesk.charts.data import StackBar
from kbdesk.charts.data import StackClass
from kbdesk.charts.data import StackedBars
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.charts.stacks import SplitYear
from kbdesk.charts.stacks import any_weak
from kbdesk.charts.stacks import is_weak
from kbdesk.charts.stacks import selected_years
from kbdesk.charts.stacks import stack_axis
from kbdesk.charts.stacks import stack_bars
from kbdesk.charts.stacks import stack_header
from kbdesk.charts.stacks import stack_rows
from kbdesk.charts.tonnes import Scale
from kbdesk.charts.tonnes import amount
from kbdesk.charts.tonnes import tonnes_scale
from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import NotationKey
from kbdesk.models.progress import SupportYear
from kbdesk.texts.texts import Texts

_LITTLE = 0.0995
"""Below this share a decimal is said: two or three percent are not the same."""
_EXPECTED = ("buildings", "lighting", "fleet")
"""What every municipality has, or says that it has not."""


class _Own(NamedTuple):
    """The own facilities of one support year beside the whole; ``recorded`` are the kinds of which anything is said."""

    split: SplitYear
    whole: SupportYear
    recorded: frozenset[str]

    @property
    def share(self) -> float | None:
        """Own part of the whole; ``None`` where own values are missing or the whole is smaller than its part."""
        own, whole = self.split.total, float(self.whole.emissions_t)
        return own / whole if self.split.support.complete and 0 < own <= whole else None


def control_chart(request: ChartRequest, texts: Texts) -> ShareBars:
    """The share of the chosen year, and the own emissions [t or thousand t] of at most twelve years with values."""
    scheme = own_scheme()
    own = {found.whole.year: found for s in request.supports if (found := _own(request, scheme, s)).split.total > 0}
    chosen = request.chosen(own)
    shown = [own[s.year] for s in selected_years([o.split.support for o in own.values()], chosen)]
    scale = tonnes_scale(texts, request.gas, max((o.split.total for o in shown), default=0.0))
    present = {id_ for o in shown for id_ in o.split.amounts}
    classes = tuple(StackClass(id_, texts.tr(label), c) for id_, label, c in scheme.classes if id_ in present)
    bars = tuple(stack_bars(texts, [o.split for o in shown], classes, scale))
    spoken = own[chosen] if chosen is not None else None
    unit = texts.tr("Own facilities – {unit}", unit=scale.label)
    stack = StackedBars(
        kind="control",
        title=texts.tr("What the municipality causes itself: {name}", name=request.inventory.municipality.name),
        sentence=(sentence := _sentence(request, texts, spoken)),
        alt_text=_alt_text(texts, sentence, bars, classes, unit),
        y_label=unit,
        notes=tuple(_notes(request, texts, own, shown, spoken)),
        footer=footer(request, texts, [o.whole.year for o in shown] or [s.year for s in request.supports]),
        axis=stack_axis(texts, bars),
        header=_header(texts, classes, bars, scale),
        cells=tuple(_cells(texts, shown, bars, classes, scale)),
        numbers=texts.numbers,
        unit_t=scale.divisor,
        classes=classes,
        bars=bars,
        weak_label=texts.tr("hatched: start values or grade D") if any_weak(bars) else "",
    )
    return _with_share(texts, stack, spoken)


def _with_share(texts: Texts, stack: StackedBars, spoken: _Own | None) -> ShareBars:
    share = spoken.share if spoken else None
    return ShareBars(
        **{word.name: getattr(stack, word.name) for word in fields(ChartWords)},
        share=share,
        share_label=texts.tr("Own facilities: {share}", share=_said(texts, spoken)) if share is not None else "",
        rest_label=texts.tr("Everybody else: {share}", share=_percent(texts, 1 - share)) if share is not None else "",
        stack=stack,
    )


def _own(request: ChartRequest, scheme: ClassScheme, support: SupportYear) -> _Own:
    amounts: dict[str, float] = {}
    weak: dict[str, float] = {}
    recorded: set[str] = set()
    complete = True
    if support.published:
        for sector in scheme.of:
            if (found := request.inventory.published.get((support.year, sector))) is not None:
                name = scheme.class_of(sector)
                amounts[name] = amounts.get(name, 0.0) + float(found.emissions_t)
                recorded.add(name)
    for cell in _own_cells(request, scheme, support):
        name = scheme.class_of(cell.entry.key.sector)
        complete = complete and not cell.lacks_emissions
        if cell.entry.quantity is not None or cell.entry.notation_key in (NotationKey.NO, NotationKey.IE):
            recorded.add(name)
        if cell.emissions_t:
            amounts[name] = amounts.get(name, 0.0) + float(cell.emissions_t)
            if is_weak(cell):
                weak[name] = weak.get(name, 0.0) + float(cell.emissions_t)
    total = SupportYear(
        support.year, Decimal(str(sum(amounts.values()))), support.population, support.published, complete
    )
    return _Own(SplitYear(total, amounts, weak), support, frozenset(recorded))


def _own_cells(request: ChartRequest, scheme: ClassScheme, support: SupportYear) -> Sequence[CellResult]:
    if support.published:
        return ()
    return [cell for cell in request.results[support.year].everything if cell.entry.key.sector in scheme.of]


def _percent(texts: Texts, share: float) -> str:
    """A share with a decimal where it, or what is left beside it, is small."""
    return texts.numbers.percent(share, 1 if min(share, 1 - share) < _LITTLE else 0)


def _said(texts: Texts, own: _Own | None) -> str:
    share = own.share if own else None
    if own is None or share is None:
        return "–"
    shown = _percent(texts, share)
    return shown if own.whole.complete else texts.tr("at most {value}", value=shown)


def _sentence(request: ChartRequest, texts: Texts, spoken: _Own | None) -> str:
    if spoken is None:
        if not request.supports:
            return texts.tr("There are no emissions to show yet: they appear with the first values.")
        return texts.tr(
            "{year}: nothing is recorded of the municipality's own buildings, street lighting and vehicles.",
            year=request.chosen(s.year for s in request.supports),
        )
    if spoken.share is None:
        return texts.tr(
            "{year}: the municipality's own facilities cause {amount} t; what share that is cannot be said yet.",
            year=spoken.whole.year,
            amount=_at_least(texts, spoken),
        )
    return texts.tr(
        "{year}: {share} of the emissions are caused by the municipality's own facilities.",
        year=spoken.whole.year,
        share=_said(texts, spoken),
    )


def _at_least(texts: Texts, own: _Own) -> str:
    shown = amount(texts, own.split.total)
    return shown if own.split.support.complete else texts.tr("at least {value}", value=shown)


def _notes(
    request: ChartRequest, texts: Texts, own: Mapping[int, _Own], shown: Sequence[_Own], spoken: _Own | None
) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if spoken is None:
        return
    labels = {id_: texts.tr(label) for id_, label, _ in own_scheme().classes}
    if lacking := [labels[id_] for id_ in _EXPECTED if id_ not in spoken.recorded]:
        yield texts.tr("Without figures in {year}: {kinds}.", year=spoken.whole.year, kinds=", ".join(lacking))
    if not spoken.whole.complete and spoken.share is not None:
        yield texts.tr("Values of others are missing: with them the share becomes smaller.")
    if incomplete := [o.whole.year for o in shown if not o.split.support.complete]:
        years = year_list(incomplete) if len(incomplete) < len(shown) else texts.tr("every year shown")
        yield texts.tr("≥ incomplete, at least this much: {years}.", years=years)
    if len(shown) < len(own):
        yield texts.trn("{shown} of {count} year shown.", "{shown} of {count} years shown.", len(own), shown=len(shown))
    if without := [s.year for s in request.supports if s.year not in own]:
        yield texts.tr("Nothing of own facilities is known of {years}.", years=year_list(without))


def _header(texts: Texts, classes: Sequence[StackClass], bars: Sequence[StackBar], scale: Scale) -> tuple[str, ...]:
    return (*stack_header(texts, classes, bars, scale), texts.tr("Share of all emissions"))


def _cells(
    texts: Texts, shown: Sequence[_Own], bars: Sequence[StackBar], classes: Sequence[StackClass], scale: Scale
) -> Iterator[tuple[str | Quantity, ...]]:
    for own, row in zip(shown, stack_rows(texts, bars, classes, scale), strict=True):
        share = own.share if own.whole.complete else None
        yield (*row, Quantity(share, 1, percent=True, signed=False))


def _alt_text(texts: Texts, sentence: str, bars: Sequence[StackBar], classes: Sequence[StackClass], unit: str) -> str:
    if not bars:
        return sentence
    return texts.tr(
        "Stacked bars. {sentence} {unit}: {values}. Parts from the bottom up: {classes}.",
        sentence=sentence,
        unit=unit,
        values="; ".join(f"{bar.label}: {bar.total_label}" for bar in bars),
        classes=", ".join(c.label for c in classes),
    )
