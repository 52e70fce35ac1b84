"""Checks of a whole year: its inhabitants, and sums of values against what is usual and against the year before."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from kbdesk.models.absences import Place
from kbdesk.models.calculation import YearResult
from kbdesk.models.completeness import CARRIERS
from kbdesk.models.completeness import SECTORS
from kbdesk.models.finding_parts import is_within
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import per_head
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Check
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey
from kbdesk.models.plausibility import Band
from kbdesk.models.plausibility import Sum
from kbdesk.models.sight import Amount
from kbdesk.models.sight import Sight
from kbdesk.models.sight import total_mwh

_DIGITS = 5
_HEATING = frozenset(
    {"natural_gas", "heating_oil", "district_heat", "local_heat", "biomass", "lpg", "hard_coal", "lignite"}
)
_HEATED = frozenset({"residential", "tertiary", "municipal_buildings", "buildings_unallocated"})
_REQUIRED_OF_SECTOR = {"households": "residential", "commerce": "tertiary"}


def population_findings(sight: Sight, earlier: Sequence[YearResult]) -> Iterator[Finding]:
    """Inhabitants that are very few, or that changed more than people do in the years between."""
    checks, result = sight.rules.checks, sight.result
    if not sight.population:
        return
    small, changed = checks["population.small"], checks["population.changed"]
    if not small.accepts(Decimal(str(sight.population))):
        yield Finding(small.level, small.code, result.year, parameters=(("value", rounded(sight.population, _DIGITS)),))
    known = next((year for year in earlier if year.population and year.population > 0), None)
    if known is None or known.population is None:
        return
    last, years = float(known.population), result.year - known.year
    change = sight.population / last - 1
    if not is_within(change, float(changed.maximum or 0) * years):
        said = (
            ("value", rounded(sight.population, 9)),
            ("last", rounded(last, 9)),
            ("last_year", str(known.year)),
            ("change", f"{round(change * 100):+d}"),
        )
        effect = result.emissions_t.value
        yield Finding(changed.level, changed.code, result.year, parameters=said, effect_t=effect)


def head_findings(sight: Sight, *, is_partial: bool) -> Iterator[Finding]:
    """Energy and emissions of the year per inhabitant, far outside of anything."""
    checks, result = sight.rules.checks, sight.result
    energy, emissions = result.energy_mwh.value, result.emissions_t_per_inhabitant
    if not sight.population or energy is None:
        return
    check, mwh = checks["energy.per_inhabitant"], float(energy) / sight.population
    too_much = check.maximum is not None and mwh > check.maximum
    too_little = check.minimum is not None and mwh < check.minimum and not is_partial
    if too_much or too_little:
        said = (("value", rounded(mwh)), ("minimum", check.minimum), ("maximum", check.maximum))
        yield Finding(check.level, check.code, result.year, parameters=said, effect_t=result.emissions_t.value)
    check = checks["emissions.per_inhabitant"]
    if emissions is not None and not check.accepts(emissions):
        beyond = (("value", rounded(float(emissions))), ("maximum", check.maximum))
        yield Finding(check.level, check.code, result.year, parameters=beyond, effect_t=result.emissions_t.value)


def sum_findings(sight: Sight, flagged: Collection[EntryKey]) -> Iterator[Finding]:
    """Sums that are unusual although none of their values is (``flagged``), nor a sum that was looked at before."""
    told = set(flagged)
    for each in sight.rules.bands.sums:
        parts = sight.by_sum.get(each.id, ())
        if parts and not any(amount.cell.key in told for amount in parts):
            found = (*_unusual(sight, each, parts), *_ratio(sight, each, parts))
            yield from found
            told.update(key for finding in found for key in finding.related)
    yield from _municipal(sight)
    yield from _weather(sight)


def _unusual(sight: Sight, each: Sum, parts: tuple[Amount, ...]) -> Iterator[Finding]:
    band, population = sight.rules.bands.of(sight.known.country, each), sight.population
    if band is None or not population:
        return
    check = sight.rules.checks["carrier.usual" if each.carriers else "sector.usual"]
    mwh = total_mwh(parts)
    too_little = mwh < band.low * population - check.least_mwh and each.watch_low and _is_complete(sight, each)
    if too_little or mwh > band.high * population + check.least_mwh:
        yield _of_sum(check, sight, each, parts, _usual(mwh, band, population))


def _ratio(sight: Sight, each: Sum, parts: tuple[Amount, ...]) -> Iterator[Finding]:
    """More or less than is usual from one year to the next, of the same cells."""
    last = sight.last_by_sum.get(each.id, ())
    if each.ratio_low is None or each.ratio_high is None or not last or last[0].year != sight.result.year - 1:
        return
    check = sight.rules.checks["carrier.ratio" if each.carriers else "sector.ratio"]
    now, before = total_mwh(parts), total_mwh(last)
    usual = each.ratio_low <= now / before <= each.ratio_high
    if usual or abs(now - before) <= check.least_mwh or _places(parts) != _places(last):
        return
    said = {
        "value": rounded(now, _DIGITS),
        "last": rounded(before, _DIGITS),
        "last_year": str(last[0].year),
        "change": f"{round((now / before - 1) * 100):+d}",
    }
    yield _of_sum(check, sight, each, parts, said)


def _municipal(sight: Sight) -> Iterator[Finding]:
    """The municipality's own buildings use less than all of commerce and services."""
    own, commerce = sight.by_sum.get("municipal", ()), sight.by_sum.get("commerce", ())
    check = sight.rules.checks["sector.municipal_larger"]
    if ("tertiary", "electricity") not in sight.filled or not commerce:
        return
    mine, whole = total_mwh(own), total_mwh(commerce)
    if mine > whole + check.least_mwh:
        cells = (amount.cell for amount in (*own, *commerce))
        found = over(check, sight.result.year, cells, sector=own[0].place[0])
        yield found._replace(parameters=(("value", rounded(mine, _DIGITS)), ("whole", rounded(whole, _DIGITS))))


def _weather(sight: Sight) -> Iterator[Finding]:
    """Heating rose in a much milder year, or fell in a much colder one."""
    check, days = sight.rules.checks["weather.contrary"], sight.known.degree_days
    if not sight.earlier or not (last := _heating(sight.earlier[0].values())):
        return
    now, before = days.get(sight.result.year), days.get(last[0].year)
    parts = _heating(sight.amounts.values())
    if now is None or before is None or _places(parts) != _places(last):
        return
    heat, cold = total_mwh(parts) / total_mwh(last) - 1, float(now / before) - 1
    if abs(heat) > float(check.maximum or 0) and abs(cold) > float(check.minimum or 0) and heat * cold < 0:
        found = over(check, sight.result.year, (amount.cell for amount in parts))
        said = (
            ("heat", f"{round(heat * 100):+d}"),
            ("cold", f"{round(cold * 100):+d}"),
            ("last_year", str(last[0].year)),
        )
        yield found._replace(parameters=said)


def _heating(amounts: Collection[Amount]) -> tuple[Amount, ...]:
    return tuple(a for a in amounts if a.place[1] in _HEATING and a.place[0] in _HEATED)


def _is_complete(sight: Sight, each: Sum) -> bool:
    """Whether everything that belongs into a sum is known, so that a small one means something."""
    if each.carriers:
        needed = [(sectors, CARRIERS.get(each.id, tuple(each.carriers))) for sectors in SECTORS.values()]
    else:
        sectors = [SECTORS[_REQUIRED_OF_SECTOR[each.id]]] if each.id in _REQUIRED_OF_SECTOR else SECTORS.values()
        needed = [(group, carriers) for group in sectors for carriers in CARRIERS.values()]
    return all(any((s, c) in sight.filled for s in sectors for c in carriers) for sectors, carriers in needed)


def _usual(mwh: float, band: Band, population: float) -> dict[str, object]:
    return {"kwh": per_head(mwh, population), "low": per_head(band.low, 1), "high": per_head(band.high, 1)}


def _places(parts: Collection[Amount]) -> set[Place]:
    return {amount.place for amount in parts}


def _of_sum(check: Check, sight: Sight, each: Sum, parts: tuple[Amount, ...], said: dict[str, object]) -> Finding:
    """A finding about a sum, whose place is the sum's first carrier or sector in the order shown."""
    cells = (amount.cell for amount in parts)
    carrier = min(each.carriers, key=sight.rules.codebook.carrier_positions.__getitem__, default="")
    sector = min(each.sectors, key=sight.rules.codebook.sector_positions.__getitem__, default="")
    named = said if each.carriers else {"group": each.id, **said}
    return over(check, sight.result.year, cells, carrier, sector)._replace(parameters=tuple(named.items()))
