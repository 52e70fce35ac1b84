"""What BISKO counts once and a municipality easily counts twice: its own fleet, the electricity of heat pumps."""

from collections.abc import Iterator
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import energy_total
from kbdesk.models.conformity import BISKO
from kbdesk.models.finding_parts import over
from kbdesk.models.finding_parts import rounded
from kbdesk.models.findings import Finding
from kbdesk.models.heat_pumps import heat_pump_electricity
from kbdesk.models.sight import Sight

_FLEET = "municipal_fleet"
_ROAD = frozenset({"road_passenger", "road_freight", "transport_unallocated"})
_AMBIENT_HEAT, _ELECTRICITY = "ambient_heat", "electricity"


def twice_findings(sight: Sight) -> Iterator[Finding]:
    """Possible double counts of a year that is computed with BISKO factors; there is none without energy."""
    cells = [cell for cell in sight.result.cells if cell.conversion.energy_mwh]
    if any(cell.factor.set_id == BISKO for cell in cells):
        yield from _fleet(sight, cells)
        yield from _heat_pumps(sight, cells)


def _fleet(sight: Sight, cells: list[CellResult]) -> Iterator[Finding]:
    """The fleet drives on the territory's roads: it is part of road transport (BISKO, sector transport)."""
    fleet = [cell for cell in cells if cell.entry.key.sector == _FLEET]
    if fleet and any(cell.entry.key.sector in _ROAD for cell in cells):
        said = (("value", _mwh(fleet)),)
        check = sight.rules.checks["transport.fleet_twice"]
        yield over(check, sight.result.year, fleet, sector=_FLEET)._replace(parameters=said)


def _heat_pumps(sight: Sight, cells: list[CellResult]) -> Iterator[Finding]:
    """Ambient heat bears the heat pumps' electricity already, which the meter of the same sector may contain."""
    metered = {cell.entry.key.sector for cell in cells if cell.entry.key.carrier == _ELECTRICITY}
    pumps = [c for c in cells if c.entry.key.carrier == _AMBIENT_HEAT and c.entry.key.sector in metered]
    if pumps:
        heat = _mwh(pumps)
        said = (("heat", heat), ("value", rounded(float(heat_pump_electricity(heat)))))
        check = sight.rules.checks["heat_pump.twice"]
        yield over(check, sight.result.year, pumps, carrier=_AMBIENT_HEAT)._replace(parameters=said)


def _mwh(cells: list[CellResult]) -> Decimal:
    return rounded(float(energy_total(cells).value or 0))
