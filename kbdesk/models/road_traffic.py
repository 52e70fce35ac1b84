"""The kinds of vehicles and roads, and the energy of what drives on them.

``energy [MWh] = million km x kWh per km x 1000``, summed by sector and carrier (BISKO: mileage x consumption).
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kbdesk.models.resource_tables import read_table
from kbdesk.models.traffic import TrafficFlow

_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A kind of vehicle: the sector its energy belongs to, and the carrier a new line begins with."""

    id: str
    label: str
    sector: str
    carrier: str


@dataclass(frozen=True, slots=True)
class RoadTraffic:
    """What ``resources/traffic`` names; ``roads`` are ids with English labels."""

    vehicles: Mapping[str, Vehicle]
    roads: Mapping[str, str]

    @property
    def sectors(self) -> frozenset[str]:
        """The sectors road traffic belongs to."""
        return frozenset(vehicle.sector for vehicle in self.vehicles.values())


def read_road_traffic(folder: Path) -> RoadTraffic:
    """Read ``vehicles.csv`` and ``roads.csv`` of the folder."""
    vehicles = {row["id"]: Vehicle(**row) for row in read_table(folder / "vehicles.csv")}
    return RoadTraffic(vehicles, {row["id"]: row["label"] for row in read_table(folder / "roads.csv")})


def flow_mwh(flow: TrafficFlow) -> Decimal | None:
    """The energy of one flow [MWh]; ``None`` where kilometres or consumption are missing."""
    if flow.million_km is None or flow.kwh_per_km is None:
        return None
    return flow.million_km * flow.kwh_per_km * _THOUSAND


def energy_by_cell(flows: Iterable[TrafficFlow]) -> dict[tuple[str, str], Decimal | None]:
    """The energy [MWh] by sector and carrier; ``None`` where a part is missing, never a sum without it."""
    found: dict[tuple[str, str], Decimal | None] = {}
    for flow in flows:
        cell, energy = (flow.sector, flow.carrier), flow_mwh(flow)
        before = found.get(cell, Decimal(0))
        found[cell] = None if before is None or energy is None else before + energy
    return found
