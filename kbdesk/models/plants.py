"""What a municipality records of the plants of its heat networks, and of the electricity made and bought locally."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Split(StrEnum):
    """How the emissions of a plant are split between heat and electricity."""

    EXERGETIC = "exergetic"
    EFFICIENCY = "efficiency"


class TemperatureKind(StrEnum):
    """Which temperature of the network is meant: the mean of flow and return, or the flow."""

    MEAN = "mean"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class PlantYear:
    """One plant in one year, and the heat network it feeds: ``carrier`` is district heat or local heat.

    ``fuels`` are carriers with their input [MWh net]. ``heat_mwh`` is the heat fed into the network, ``sold_mwh`` what
    of it reached the customers (``None``: all of it); ``electricity_mwh`` is the electricity made (``None``: not
    given). ``split`` is ``None`` where the factor set decides. A temperature is in °C; efficiencies are shares of 1.
    """

    plant: str
    year: int
    carrier: str
    fuels: tuple[tuple[str, Decimal], ...] = ()
    heat_mwh: Decimal | None = None
    sold_mwh: Decimal | None = None
    electricity_mwh: Decimal | None = None
    split: Split | None = None
    temperature_c: Decimal | None = None
    temperature_kind: TemperatureKind = TemperatureKind.MEAN
    heat_efficiency: Decimal | None = None
    power_efficiency: Decimal | None = None
    source: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, name of the plant, year."""
        return ("plant", self.plant, str(self.year))


@dataclass(frozen=True, slots=True)
class ElectricityYear:
    """Electricity made and bought in the municipality in one year [MWh] with its emissions [t]; ``None``: not given.

    ``renewable_mwh`` is local wind, water, sun; ``plants_mwh`` other local production. Purchases and sales are those
    with guarantees of origin.
    """

    year: int
    renewable_mwh: Decimal | None = None
    renewable_t: Decimal | None = None
    plants_mwh: Decimal | None = None
    plants_t: Decimal | None = None
    purchases_mwh: Decimal | None = None
    purchases_t: Decimal | None = None
    sales_mwh: Decimal | None = None
    sales_t: Decimal | None = None
    source: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year."""
        return ("electricity", str(self.year))
