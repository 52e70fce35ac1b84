"""Road traffic as it is counted: kilometres by kind of road and vehicle, of which energy is computed."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TrafficFlow:
    """What one kind of vehicle drives on one kind of road in a year, and what it uses.

    ``million_km`` are millions of vehicle kilometres, ``kwh_per_km`` the final energy [kWh net per vehicle kilometre]
    of ``carrier``; ``None``: not given. ``road`` and ``vehicle`` are ids of ``resources/traffic``.
    """

    year: int
    sector: str
    carrier: str
    road: str
    vehicle: str
    million_km: Decimal | None = None
    kwh_per_km: Decimal | None = None
    source: str = ""
    source_id: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, sector, carrier, road, vehicle."""
        return ("traffic", str(self.year), self.sector, self.carrier, self.road, self.vehicle)

    @property
    def place(self) -> tuple[int, str, str, str, str]:
        """Where it stands in an inventory."""
        return (self.year, self.sector, self.carrier, self.road, self.vehicle)
