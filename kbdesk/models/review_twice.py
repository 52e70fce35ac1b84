"""What BISKO counts once: the municipality's own vehicles as part of transport, heat pumps with their heat.

The calculation sees to it as far as it can (``counting``). Here is said where that rests on something nobody has
declared, or where the numbers cannot be right.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal

from kbdesk.models.answers import YES
from kbdesk.models.calculation import CellResult
from kbdesk.models.counting import is_bisko
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.heat_pump_series import accounts_for_heat
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.heat_pumps import METERED
from kbdesk.models.heat_pumps import heat_pump_electricity
from kbdesk.models.inventory import EntryKey
from kbdesk.models.sight import Sight

_ROAD = frozenset({"public_transport_road", "road_passenger", "road_freight", "transport_unallocated"})
_NONE = Decimal(0)


def twice_findings(sight: Sight) -> Iterator[Finding]:
    """Possible double counts of a year that is computed with BISKO factors; there is none without energy."""
    cells = [cell for cell in sight.result.of_energy if cell.conversion.energy_mwh]
    if any(is_bisko(cell.factor.set_id) for cell in cells):
        yield from _fleet(sight, cells)
        yield from _heat_pumps(sight, cells)


def _fleet(sight: Sight, cells: list[CellResult]) -> Iterator[Finding]:
    """A fleet that needs more than the road transport it is a part of."""
    fleet = [cell for cell in cells if cell.apart]
    road = _mwh(cell for cell in cells if cell.entry.key.sector in _ROAD) if fleet else _NONE
    if (own := _mwh(fleet)) > road:
        said = (("value", _rounded(own)), ("road", _rounded(road)))
        check = sight.rules.checks["transport.fleet_larger"]
        yield over(check, sight.result.year, fleet, sector=fleet[0].key.sector)._replace(parameters=said)


def _heat_pumps(sight: Sight, cells: list[CellResult]) -> Iterator[Finding]:
    """Ambient heat bears the heat pumps' electricity already, which the meters of the same sector may contain."""
    metered: dict[str, list[CellResult]] = {}
    for cell in cells:
        if cell.entry.key.carrier in METERED:
            metered.setdefault(cell.entry.key.sector, []).append(cell)
    pumps = [c for c in cells if c.entry.key.carrier == AMBIENT_HEAT and c.entry.key.sector in metered]
    if sight.known.heat_pumps == YES:
        for pump in pumps:
            yield from _more_than_metered(sight, pump, metered[pump.key.sector])
        yield from _ended(sight, metered)
    elif pumps and not sight.known.heat_pumps:
        heat = _mwh(pumps)
        said = (("heat", _rounded(heat)), ("value", _rounded(heat_pump_electricity(heat))))
        check = sight.rules.checks["heat_pump.twice"]
        yield over(check, sight.result.year, pumps, carrier=AMBIENT_HEAT)._replace(parameters=said)


def _more_than_metered(sight: Sight, pump: CellResult, meters: list[CellResult]) -> Iterator[Finding]:
    """Heat pumps that would need more electricity than the sector has."""
    heat, metered = _mwh([pump]), _mwh(meters)
    needed = heat_pump_electricity(heat)
    if needed > metered:
        said = (("heat", _rounded(heat)), ("value", _rounded(needed)), ("metered", _rounded(metered)))
        check = sight.rules.checks["heat_pump.more_than_metered"]
        found = over(check, sight.result.year, (pump, *meters), AMBIENT_HEAT, pump.key.sector)
        yield found._replace(parameters=said)


def _ended(sight: Sight, metered: dict[str, list[CellResult]]) -> Iterator[Finding]:
    """Ambient heat of an earlier year that has no value now: its electricity would be counted as any other."""
    year = sight.result.year
    accounted = {
        cell.key.sector for cell in sight.result.cells if cell.key.carrier == AMBIENT_HEAT and accounts_for_heat(cell)
    }
    for sector, meters in metered.items():
        last = sight.heat.get(sector)
        if last is None or sector in accounted:
            continue
        needed, factor = heat_pump_electricity(_mwh([last])), meters[0].factor.t_per_mwh
        said = (("last_year", str(last.key.year)), ("value", _rounded(needed)))
        check = sight.rules.checks["heat_pump.series_ends"]
        effect = None if factor is None else needed * factor
        related = tuple(cell.key for cell in meters)
        place = EntryKey(year, sector, AMBIENT_HEAT)
        yield Finding(check.level, check.code, *place, said, effect, related)


def _mwh(cells: Iterable[CellResult]) -> Decimal:
    """The energy as recorded [MWh]."""
    return sum((cell.conversion.energy_mwh or _NONE for cell in cells), _NONE)


def _rounded(mwh: Decimal) -> Decimal:
    return rounded(float(mwh))
