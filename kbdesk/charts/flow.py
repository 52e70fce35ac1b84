"""The energy flow of one year: final energy from carrier to sector, in the classes of the other charts.

Every node is the sum of what flows through it. Negative amounts cannot flow: they are named and stand in the table.
"""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import NamedTuple

from kbdesk.charts.axes import value_axis
from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import ClassScheme
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.data import FlowBand
from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import FlowNode
from kbdesk.charts.data import Quantity
from kbdesk.charts.energy import EnergyUnit
from kbdesk.charts.energy import chosen_year
from kbdesk.charts.energy import energy_unit
from kbdesk.charts.energy import is_weak
from kbdesk.charts.energy import nothing_to_show
from kbdesk.charts.energy import spoken_amount
from kbdesk.charts.energy import years_with_energy
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.models.calculation import YearResult
from kbdesk.texts.texts import Texts

_SMALL = 0.02
"""Carriers with less than this share of all energy become part of *other*."""
_TABLE_DECIMALS = 1


class _Amount(NamedTuple):
    """What flows [MWh], and how much of it rests on start values or grade D."""

    mwh: float
    weak: float

    def __add__(self, other: object) -> "_Amount":
        if not isinstance(other, _Amount):
            return NotImplemented
        return _Amount(self.mwh + other.mwh, self.weak + other.weak)


_NONE = _Amount(0.0, 0.0)
_Flows = dict[tuple[str, str], _Amount]
"""By class of carrier and class of sector."""


class _Words(NamedTuple):
    """The classes that are shown, with the unit their amounts are written in."""

    carriers: ClassScheme
    sectors: ClassScheme
    unit: EnergyUnit
    texts: Texts

    def carrier(self, id_: str) -> str:
        return self._label(self.carriers, id_)

    def sector(self, id_: str) -> str:
        return self._label(self.sectors, id_)

    def _label(self, scheme: ClassScheme, id_: str) -> str:
        return next(self.texts.tr(label) for name, label, _ in scheme.classes if name == id_)


def flow_chart(request: ChartRequest, texts: Texts) -> FlowChart:
    """Final energy [MWh] of the chosen year from carriers to sectors; small carriers are put together."""
    year = chosen_year(request, years_with_energy(request.results))
    result = request.results[year] if year is not None else None
    carriers, sectors = carrier_scheme(), sector_scheme(texts.codebook)
    found = _merged(_flows(result, carriers, sectors)) if result else {}
    flows = {ends: amount for ends, amount in found.items() if amount.mwh > 0}
    total = sum(amount.mwh for amount in flows.values())
    words = _Words(carriers, sectors, energy_unit(total, texts), texts)
    bands = tuple(_bands(words, flows))
    sentence = _sentence(words, result, bands, total) if result else nothing_to_show(request, texts)
    sources = tuple(_nodes(words, carriers, flows, 0, words.carrier))
    uses = tuple(node._replace(colour=None) for node in _nodes(words, sectors, flows, 1, words.sector))
    return FlowChart(
        kind="flow",
        title=_title(request, texts, year),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, sources, uses),
        y_label=words.unit.label,
        notes=tuple(_notes(request, words, result, found)),
        footer=footer(request, texts, [] if year is None else [year]),
        axis=value_axis(texts.numbers, total / words.unit.divisor),
        header=_header(texts, bands),
        cells=tuple(_rows(words, found, total)),
        numbers=texts.numbers,
        carriers=sources,
        sectors=uses,
        bands=bands,
        weak_label=texts.tr("hatched: start values or grade D") if any(band.weak for band in bands) else "",
    )


def _flows(result: YearResult, carriers: ClassScheme, sectors: ClassScheme) -> _Flows:
    found: defaultdict[tuple[str, str], _Amount] = defaultdict(lambda: _NONE)
    for cell in result.cells:
        if not cell.energy_mwh:
            continue
        _, sector, carrier = cell.key
        mwh = float(cell.energy_mwh)
        found[carriers.class_of(carrier), sectors.class_of(sector)] += _Amount(mwh, mwh if is_weak(cell) else 0.0)
    return found


def _merged(flows: _Flows) -> _Flows:
    """Carriers that are small become part of *other*; a single small one keeps its name."""
    amounts: defaultdict[str, float] = defaultdict(float)
    for (carrier, _), amount in flows.items():
        amounts[carrier] += amount.mwh
    total = sum(amounts.values())
    small = {carrier for carrier, mwh in amounts.items() if mwh < _SMALL * total} | {OTHER}
    if len(small & set(amounts)) < 2:  # noqa: PLR2004 - one small carrier gains nothing by another name
        return flows
    found: defaultdict[tuple[str, str], _Amount] = defaultdict(lambda: _NONE)
    for (carrier, sector), amount in flows.items():
        found[OTHER if carrier in small else carrier, sector] += amount
    return found


def _ordered(words: _Words, flows: Mapping[tuple[str, str], _Amount]) -> Iterator[tuple[str, str]]:
    """The ends of the flows in the order of the classes."""
    for carrier, _, _ in words.carriers.classes:
        for sector, _, _ in words.sectors.classes:
            if (carrier, sector) in flows:
                yield carrier, sector


def _bands(words: _Words, flows: _Flows) -> Iterator[FlowBand]:
    for carrier, sector in _ordered(words, flows):
        mwh, weak = flows[carrier, sector]
        label = f"{words.carrier(carrier)} → {words.sector(sector)}: {words.unit.amount(mwh, words.texts)}"
        yield FlowBand(carrier, sector, mwh, min(max(weak, 0.0), mwh), label)


def _nodes(
    words: _Words, scheme: ClassScheme, flows: _Flows, end: int, name: Callable[[str], str]
) -> Iterator[FlowNode]:
    total = sum(amount.mwh for amount in flows.values())
    for id_, _, colour in scheme.classes:
        mwh = sum(amount.mwh for ends, amount in flows.items() if ends[end] == id_)
        if mwh > 0:
            share = words.texts.numbers.percent(mwh / total, 1 if mwh < 0.1 * total else 0)
            yield FlowNode(id_, name(id_), mwh, words.unit.amount(mwh, words.texts), share, colour)


def _title(request: ChartRequest, texts: Texts, year: int | None) -> str:
    name = request.inventory.municipality.name
    if year is None:
        return texts.tr("Final energy from energy carrier to sector: {name}", name=name)
    return texts.tr("Final energy {year} from energy carrier to sector: {name}", year=year, name=name)


def _sentence(words: _Words, result: YearResult, bands: Sequence[FlowBand], total: float) -> str:
    texts = words.texts
    if not bands:
        return texts.tr("{year}: there is no energy flow to show – every value is 0 or negative.", year=result.year)
    band = max(bands, key=lambda b: b.value)
    named = {
        "year": result.year,
        "carrier": words.carrier(band.carrier),
        "sector": words.sector(band.sector),
        "amount": spoken_amount(band.value, words.unit, texts),
        "share": texts.numbers.percent(band.value / total, 0),
    }
    if not result.energy_mwh.complete:
        return texts.tr(
            "{year}: of what is known, the largest energy flow is “{carrier}” to “{sector}” – {amount}, {share} of it.",
            **named,
        )
    return texts.tr(
        "{year}: the largest energy flow is “{carrier}” to “{sector}” – {amount}, {share} of final energy.", **named
    )


def _notes(request: ChartRequest, words: _Words, result: YearResult | None, found: _Flows) -> Iterator[str]:
    texts = words.texts
    yield from base_year_note(request, texts)
    if result is None:
        return
    if not result.energy_mwh.complete:
        yield texts.trn(
            "{count} value of {year} is missing: the flows are at least this large.",
            "{count} values of {year} are missing: the flows are at least this large.",
            result.energy_mwh.missing,
            year=result.year,
        )
    if negative := [ends for ends in _ordered(words, found) if found[ends].mwh < 0]:
        flows = "; ".join(f"{words.carrier(c)} → {words.sector(s)}" for c, s in negative)
        yield texts.tr("Not drawn, because negative: {flows}.", flows=flows)


def _header(texts: Texts, bands: Sequence[FlowBand]) -> tuple[str, ...]:
    weak = (texts.tr("of which start values or grade D"),) if any(band.weak for band in bands) else ()
    return (
        texts.tr("Energy carrier"),
        texts.tr("Sector"),
        texts.tr("Final energy [MWh]"),
        texts.tr("Share"),
        *weak,
    )


def _rows(words: _Words, found: _Flows, total: float) -> Iterator[tuple[str | Quantity, ...]]:
    any_weak = any(amount.weak and amount.mwh > 0 for amount in found.values())
    for carrier, sector in _ordered(words, found) if total > 0 else ():
        mwh, weak = found[carrier, sector]
        share = Quantity(mwh / total, 1, percent=True, signed=False)
        weak_cell = (Quantity(weak, _TABLE_DECIMALS),) if any_weak else ()
        yield (words.carrier(carrier), words.sector(sector), Quantity(mwh, _TABLE_DECIMALS), share, *weak_cell)


def _alt_text(texts: Texts, sentence: str, sources: Sequence[FlowNode], uses: Sequence[FlowNode]) -> str:
    if not sources:
        return sentence
    from_, to = ("; ".join(f"{n.label}: {n.amount_label}" for n in nodes) for nodes in (sources, uses))
    return texts.tr(
        "Flow diagram. {sentence} From energy carriers: {carriers}. To sectors: {sectors}.",
        sentence=sentence,
        carriers=from_,
        sectors=to,
    )
