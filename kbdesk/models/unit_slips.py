"""The unit detector: an energy that is implausible as it stands and plausible in another unit or reading.

Slips that occur: kWh for MWh and back (1,000), GJ (3.6, 0.278), gross for net gas (1.11, 0.9), a misplaced decimal mark
(10, 100), ``1.234`` read otherwise. One finding a carrier where several values typed in one unit share the slip.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from math import log
from typing import NamedTuple

from kbdesk.models.absences import Place
from kbdesk.models.calculation import CellResult
from kbdesk.models.finding_parts import at
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import per_head
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.inventory import UNTYPED
from kbdesk.models.inventory import EntryKey
from kbdesk.models.plausibility import Band
from kbdesk.models.plausibility import Sum
from kbdesk.models.readings import Reading
from kbdesk.models.readings import energy_in
from kbdesk.models.readings import other_readings
from kbdesk.models.sight import Amount
from kbdesk.models.sight import Sight
from kbdesk.models.sight import total_mwh

_CODES = {
    (FixKind.UNIT, True): "value.unit_after",
    (FixKind.UNIT, False): "value.unit",
    (FixKind.QUANTITY, True): "value.reading_after",
    (FixKind.QUANTITY, False): "value.reading",
}
_CERTAIN = 50.0
"""From this quotient on no change in the municipality explains it: the other reading only has to come near."""
_NEAR = 2.0
_STEP = 1.8
"""A smaller quotient is no slip of a unit (gross and net gas apart)."""
_FLOOR = 0.01
"""Where a band begins at 0: the part of its high end below which nothing is taken for plausible."""


class Slip(NamedTuple):
    """A value and the reading that is plausible."""

    amount: Amount
    reading: Reading
    last: Amount | None


def slip_findings(sight: Sight) -> list[Finding]:
    """The slips of carriers and, where these say nothing, of single cells."""
    found = [finding for of_carrier in sight.rules.bands.sums for finding in _of_carrier(sight, of_carrier)]
    settled = {key for finding in found for key in finding.related}
    for place, amount in sight.amounts.items():
        if _is_suspicious(sight, place, amount) and amount.cell.key not in settled:
            found += _of_cell(sight, amount) if amount.cell.entry.origin not in UNTYPED else ()
    return found


def _is_suspicious(sight: Sight, place: Place, amount: Amount) -> bool:
    """Whether a closer look is worth its time: outside the band or less than half or more than twice of last time."""
    last, band = sight.last(place), sight.band(place)
    if last is not None and not 1 / _STEP <= amount.mwh / last.mwh <= _STEP:
        return True
    return band is not None and not band.contains(amount.mwh / sight.population)


def _of_cell(sight: Sight, amount: Amount) -> Iterator[Finding]:
    band, last = sight.band(amount.place), sight.last(amount.place)
    last = last if last is not None and _trusted(sight, last, band) else None
    if last is not None and 1 / _STEP <= amount.mwh / last.mwh <= _STEP:
        return
    for reference in (last, None) if last is not None else (None,):
        found = [
            reading
            for reading in other_readings(amount.cell, sight.rules.codebook)
            if _explains(sight, amount, reading, reference, band)
        ]
        if found:
            best = min(found, key=lambda reading: _distance(amount, reading, reference))
            yield _finding(sight, Slip(amount, best, reference), band)
            return


def _trusted(sight: Sight, last: Amount, band: Band | None) -> bool:
    """Whether the last value can be compared with: not if it was the unusual one."""
    return band is None or not sight.population or last.mwh / sight.population <= band.high


def _explains(sight: Sight, amount: Amount, reading: Reading, last: Amount | None, band: Band | None) -> bool:
    if last is not None:
        quotient = reading.mwh / last.mwh
        slip = max(reading.times(amount.mwh), 1 / reading.times(amount.mwh))
        tolerance = _NEAR if slip >= _CERTAIN else 1 + float(sight.rules.checks["value.unit_after"].maximum or 0)
        return slip >= _STEP and 1 / tolerance <= quotient <= tolerance
    if band is None or band.contains(amount.mwh / sight.population):
        return False
    return reading.is_decimal(amount.mwh) and _is_inside(band, reading.mwh / sight.population)


def _is_inside(band: Band, mwh_per_inhabitant: float) -> bool:
    return max(band.low, band.high * _FLOOR) <= mwh_per_inhabitant <= band.high


def _distance(amount: Amount, reading: Reading, last: Amount | None) -> tuple[float, bool]:
    """The nearer to the last value (else to a power of ten) the better; among equals the other reading of the text."""
    if last is not None:
        return round(abs(log(reading.mwh / last.mwh)), 3), reading.kind is FixKind.UNIT
    return round(reading.deviation(amount.mwh), 3), reading.kind is FixKind.UNIT


def _finding(sight: Sight, slip: Slip, band: Band | None) -> Finding:
    amount, reading, last = slip
    code = _CODES[reading.kind, last is not None]
    said: dict[str, object] = {"corrected": rounded(reading.mwh, 5)}
    said |= {"other_unit": reading.value} if reading.kind is FixKind.UNIT else {"meant": reading.value}
    if reading.kind is FixKind.QUANTITY:
        said["text"] = amount.cell.entry.text
    if last is not None:
        said |= {"value": rounded(amount.mwh, 5), "last": rounded(last.mwh, 5), "last_year": str(last.year)}
    elif band is not None:
        said |= _usual(amount.mwh, band, sight.population)
    fix = Fix(reading.kind, (amount.cell.key,), reading.value)
    found = at(sight.rules.checks[code], amount.cell, **said)
    return found._replace(fix=fix, effect_t=_at_stake(found.effect_t, reading.times(amount.mwh)))


def _at_stake(effect_t: Decimal | None, times: float) -> Decimal | None:
    """The emissions as they are or as they would be, whichever is more: a value a thousand times too small matters."""
    return None if effect_t is None else effect_t * rounded(max(1.0, times), 4)


def _usual(mwh: float, band: Band, population: float) -> dict[str, object]:
    return {"kwh": per_head(mwh, population), "low": per_head(band.low, 1), "high": per_head(band.high, 1)}


def _of_carrier(sight: Sight, of_carrier: Sum) -> Iterator[Finding]:
    """Several values of a carrier typed in one unit that all together are plausible in another one only."""
    parts = sight.by_sum.get(of_carrier.id, ()) if of_carrier.carriers and sight.population else ()
    if len(parts) < 2:  # noqa: PLR2004 - one value is found at its cell
        return
    band, total = sight.rules.bands.of(sight.known.country, of_carrier), total_mwh(parts)
    if band is None or band.contains(total / sight.population):
        return
    if total / sight.population < band.low and not _says_enough(parts):
        return
    for unit, cells in _by_unit(parts).items():
        rest = total - sum(amount.mwh for amount in cells)
        reading = _common_reading(sight, cells, unit, rest, band)
        if reading is not None:
            yield _carrier_finding(sight, cells, reading, total, band)
            return


def _says_enough(parts: tuple[Amount, ...]) -> bool:
    """Whether a small sum means something: the households are in it, or what cannot be split."""
    return any(sector in ("residential", "buildings_unallocated") for sector, _ in (part.place for part in parts))


def _by_unit(parts: tuple[Amount, ...]) -> Mapping[str, list[Amount]]:
    found: dict[str, list[Amount]] = {}
    for amount in parts:
        found.setdefault(amount.cell.entry.unit, []).append(amount)
    return {unit: cells for unit, cells in found.items() if len(cells) > 1}


def _common_reading(sight: Sight, cells: list[Amount], unit: str, rest: float, band: Band) -> Reading | None:
    """The unit in which all these values are usual, together with the rest and each for itself."""
    book, own = sight.rules.codebook, total_mwh(cells)
    sector, carrier = cells[0].place
    found = []
    for other in book.units_for(sector, carrier):
        # The first value tells nearly always that a unit is none: only then all are converted.
        first = None if other.id == unit else energy_in([cells[0].cell], other.id, book)
        if not first or not _is_inside(band, (rest + own * first / cells[0].mwh) / sight.population):
            continue
        mwh = energy_in((amount.cell for amount in cells), other.id, book)
        reading = Reading(FixKind.UNIT, other.id, mwh or own)
        if reading.is_decimal(own) and all(_fits(sight, amount, reading.times(own)) for amount in cells):
            found.append(reading)
    return min(found, key=lambda reading: reading.deviation(own), default=None)


def _fits(sight: Sight, amount: Amount, times: float) -> bool:
    band = sight.band(amount.place)
    return band is None or amount.mwh * times / sight.population <= band.high


def _carrier_finding(sight: Sight, cells: list[Amount], reading: Reading, total: float, band: Band) -> Finding:
    check, carrier = sight.rules.checks["carrier.unit"], cells[0].place[1]
    keys: tuple[EntryKey, ...] = tuple(amount.cell.key for amount in cells)
    in_order: list[CellResult] = [amount.cell for amount in cells]
    said = {
        **_usual(total, band, sight.population),
        "typed_unit": cells[0].cell.entry.unit,
        "other_unit": reading.value,
        "count": str(len(cells)),
    }
    found = over(check, sight.result.year, in_order, carrier)
    at_stake = _at_stake(found.effect_t, reading.times(total_mwh(cells)))
    return found._replace(parameters=tuple(said.items()), fix=Fix(reading.kind, keys, reading.value), effect_t=at_stake)
