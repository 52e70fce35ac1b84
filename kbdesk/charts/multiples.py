"""Small multiples: final energy of each carrier over all years, one small panel each, the largest first.

All panels have the same value axis, unless that would press the smaller ones flat; then each has its own and the chart
says so.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from kbdesk.charts.axes import value_axis
from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import OTHER_COLOUR
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.data import Axis
from kbdesk.charts.data import Panel
from kbdesk.charts.data import PanelPoint
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.energy import CarrierYear
from kbdesk.charts.energy import EnergyUnit
from kbdesk.charts.energy import chosen_year
from kbdesk.charts.energy import energy_by_carrier
from kbdesk.charts.energy import energy_unit
from kbdesk.charts.energy import years_with_energy
from kbdesk.charts.multiples_sentence import Series
from kbdesk.charts.multiples_sentence import multiples_sentence
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.request import base_year_note
from kbdesk.charts.request import footer
from kbdesk.charts.request import year_list
from kbdesk.charts.support_marks import gap_notes
from kbdesk.texts.texts import Texts

MOST_PANELS = 12
_SAME_UP_TO = 20.0
"""Panels whose highest values differ by more than this have value axes of their own."""
_MOSTLY = 0.5
_TABLE_DECIMALS = 1
_NOTHING = CarrierYear(0.0, 0.0, complete=True)


def multiples_chart(request: ChartRequest, texts: Texts) -> SmallMultiples:
    """Final energy [MWh, GWh or TWh] by carrier and year; years of which nothing is known of a carrier are gaps."""
    years = years_with_energy(request.results)
    chosen = chosen_year(request, years)
    series = _series(energy_by_carrier(request.results, years), texts)
    unit = energy_unit(max((s.highest for s in series), default=0.0), texts)
    axis = _axis(series, unit, texts)
    same = _same_scale(series)
    panels = tuple(_panel(each, years, unit, texts, axis if same else None) for each in series)
    points = [point for panel in panels for point in panel.points]
    sentence = multiples_sentence(request, texts, series, chosen, unit)
    return SmallMultiples(
        kind="multiples",
        title=texts.tr("Final energy by energy carrier: {name}", name=request.inventory.municipality.name),
        sentence=sentence,
        alt_text=_alt_text(texts, sentence, panels),
        y_label=unit.label if same else texts.tr("{unit}, each panel with its own value axis", unit=unit.label),
        notes=tuple(_notes(request, texts, years, same=same)),
        footer=footer(request, texts, years),
        axis=axis,
        header=_header(texts, series, points),
        cells=tuple(_rows(texts, series, years, any_weak=any(point.weak for point in points))),
        numbers=texts.numbers,
        panels=panels,
        first_year=years[0] if years else request.inventory.municipality.base_year,
        last_year=years[-1] if years else request.inventory.municipality.base_year,
        same_scale=same,
        weak_label=texts.tr("open: mostly start values or grade D") if any(p.weak for p in points) else "",
        incomplete_label=texts.tr("incomplete: at least this much") if not all(p.complete for p in points) else "",
    )


def _series(found: Mapping[str, Mapping[int, CarrierYear]], texts: Texts) -> list[Series]:
    """The carriers with energy in any year, the largest first; of many, the rest as one."""
    sums = {carrier: sum(abs(each.mwh) for each in years.values()) for carrier, years in found.items()}
    positions = texts.codebook.carrier_positions
    order = sorted((c for c in sums if sums[c]), key=lambda c: (-sums[c], positions.get(c, len(positions)), c))
    shown = order if len(order) <= MOST_PANELS else order[: MOST_PANELS - 1]
    scheme = carrier_scheme()
    colours = {id_: colour for id_, _, colour in scheme.classes}
    series = [Series(c, texts.carrier(c), colours[scheme.class_of(c)], found[c]) for c in shown]
    if rest := order[len(shown) :]:
        label = texts.trn("{count} other energy carrier", "{count} other energy carriers", len(rest))
        series.append(Series(OTHER, label, OTHER_COLOUR, _together([found[c] for c in rest])))
    return series


def _together(carriers: Iterable[Mapping[int, CarrierYear]]) -> dict[int, CarrierYear]:
    """The sums of carriers by year."""
    years: dict[int, CarrierYear] = {}
    for carrier in carriers:
        for year, each in carrier.items():
            old = years.get(year, _NOTHING)
            years[year] = CarrierYear(old.mwh + each.mwh, old.weak + each.weak, old.complete and each.complete)
    return years


def _same_scale(series: Sequence[Series]) -> bool:
    tops = [each.highest for each in series]
    return not tops or max(tops) <= _SAME_UP_TO * min(tops)


def _axis(series: Sequence[Series], unit: EnergyUnit, texts: Texts) -> Axis:
    values = [each.mwh / unit.divisor for s in series for each in s.years.values()]
    return value_axis(texts.numbers, max(values, default=0.0), min(values, default=0.0))


def _panel(series: Series, years: Sequence[int], unit: EnergyUnit, texts: Texts, axis: Axis | None) -> Panel:
    ends = {min(series.years), max(series.years)}
    runs: list[list[PanelPoint]] = [[]]
    for year in years:
        if (found := series.years.get(year)) is None:
            runs.append([])
            continue
        number = unit.number(found.mwh, texts) if year in ends else ""
        label = number if found.complete or not number else f"≥ {number}"
        weak = found.weak > _MOSTLY * found.mwh > 0
        runs[-1].append(PanelPoint(year, found.mwh / unit.divisor, found.complete, weak, label))
    values = [point.value for run in runs for point in run]
    low, high = (axis.low, axis.high) if axis else (min(0.0, *values), max(0.0, *values))
    kept = tuple(tuple(run) for run in runs if run)
    return Panel(series.id, series.label, series.colour, kept, low, high if high > low else low + 1.0)


def _notes(request: ChartRequest, texts: Texts, years: Sequence[int], *, same: bool) -> Iterator[str]:
    yield from base_year_note(request, texts)
    if not same:
        yield texts.tr("The energy carriers differ too much for one value axis: heights of two panels do not compare.")
    yield from gap_notes(texts, years)
    if incomplete := [year for year in years if not request.results[year].energy_mwh.complete]:
        shown = year_list(incomplete) if len(incomplete) < len(years) else texts.tr("every year shown")
        yield texts.tr("≥ incomplete, at least this much: {years}.", years=shown)


def _header(texts: Texts, series: Sequence[Series], points: Sequence[PanelPoint]) -> tuple[str, ...]:
    weak = (texts.tr("of which start values or grade D"),) if any(point.weak for point in points) else ()
    labels = (texts.tr("{carrier} [MWh]", carrier=each.label) for each in series)
    return (texts.tr("Year"), *labels, *weak, texts.tr("Figures complete"))


def _rows(
    texts: Texts, series: Sequence[Series], years: Sequence[int], *, any_weak: bool
) -> Iterator[tuple[str | Quantity, ...]]:
    for year in years if series else ():
        found = [each.years.get(year) for each in series]
        amounts = (Quantity(each.mwh if each else None, _TABLE_DECIMALS) for each in found)
        weak = (Quantity(sum(each.weak for each in found if each), _TABLE_DECIMALS),) if any_weak else ()
        complete = all(each.complete for each in found if each)
        yield (str(year), *amounts, *weak, texts.tr("yes") if complete else texts.tr("no"))


def _alt_text(texts: Texts, sentence: str, panels: Sequence[Panel]) -> str:
    if not panels:
        return sentence
    parts = []
    for panel in panels:
        ends = [f"{point.year}: {point.label}" for point in panel.points if point.label]
        parts.append(f"{panel.label} – {', '.join(ends)}")
    return texts.tr("Small line charts. {sentence} {values}.", sentence=sentence, values="; ".join(parts))
