"""The finding of the small multiples in one sentence: which carrier grew most and which fell most.

Compared are the first year from the base year on and the chosen one, and only carriers that are complete in both.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import NamedTuple

from kbdesk.charts.classes import OTHER
from kbdesk.charts.energy import CarrierYear
from kbdesk.charts.energy import EnergyUnit
from kbdesk.charts.energy import nothing_to_show
from kbdesk.charts.energy import spoken_amount
from kbdesk.charts.request import ChartRequest
from kbdesk.texts.texts import Texts


class Series(NamedTuple):
    """Final energy of one carrier, or of the rest put together, by year."""

    id: str
    label: str
    colour: int
    years: Mapping[int, CarrierYear]

    @property
    def highest(self) -> float:
        """The highest value of any year [MWh], whatever its sign."""
        return max(abs(each.mwh) for each in self.years.values())


class _Change(NamedTuple):
    """By how much a carrier changed between two complete years [MWh]."""

    label: str
    mwh: float


def multiples_sentence(
    request: ChartRequest, texts: Texts, series: Sequence[Series], chosen: int | None, unit: EnergyUnit
) -> str:
    """What is said of the chosen year; with no earlier year, the largest carrier."""
    if chosen is None or not series:
        return nothing_to_show(request, texts)
    earlier = [year for year in sorted({y for each in series for y in each.years}) if year < chosen]
    if not earlier:
        return _only_year(texts, series, chosen, unit)
    start = next((year for year in earlier if year >= request.inventory.municipality.base_year), earlier[0])
    if changes := list(_changes(series, start, chosen)):
        return _extremes(texts, changes, start, chosen, unit)
    return texts.tr(
        "{to} and {start} cannot be compared: no energy carrier has complete values in both.", to=chosen, start=start
    )


def _only_year(texts: Texts, series: Sequence[Series], year: int, unit: EnergyUnit) -> str:
    known = [each for each in series if year in each.years]
    top = max(known, key=lambda each: each.years[year].mwh)
    return texts.tr(
        "{year}: the largest energy carrier is “{carrier}” with {amount}; changes show with an earlier year.",
        year=year,
        carrier=top.label,
        amount=spoken_amount(top.years[year].mwh, unit, texts),
    )


def _changes(series: Sequence[Series], start: int, to: int) -> Iterator[_Change]:
    for each in series:
        first, last = each.years.get(start), each.years.get(to)
        if each.id != OTHER and first is not None and last is not None and first.complete and last.complete:
            yield _Change(each.label, last.mwh - first.mwh)


def _extremes(texts: Texts, changes: Sequence[_Change], start: int, to: int, unit: EnergyUnit) -> str:
    most, least = max(changes, key=lambda c: c.mwh), min(changes, key=lambda c: c.mwh)
    named = {
        "to": to,
        "start": start,
        "grown": most.label,
        "growth": spoken_amount(most.mwh, unit, texts),
        "fallen": least.label,
        "fall": spoken_amount(-least.mwh, unit, texts),
    }
    if most.mwh > 0 > least.mwh:
        return texts.tr(
            "{to} against {start}: “{grown}” grew most (+{growth}), “{fallen}” fell most (−{fall}).", **named
        )
    if most.mwh > 0:
        return texts.tr("{to} against {start}: “{grown}” grew most (+{growth}), none fell.", **named)
    if least.mwh < 0:
        return texts.tr("{to} against {start}: “{fallen}” fell most (−{fall}), none grew.", **named)
    return texts.tr("{to} as {start}: no energy carrier changed.", **named)
