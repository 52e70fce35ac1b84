"""The emission factor of a heat network from the plants that feed it (accounting rules, section 5: own plant data)."""

from collections.abc import Callable
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.counting import is_bisko
from kbdesk.models.factors import Factor
from kbdesk.models.heat_and_power import DEFAULT_HEAT_EFFICIENCY
from kbdesk.models.heat_and_power import DEFAULT_POWER_EFFICIENCY
from kbdesk.models.heat_and_power import REFERENCE_TEMPERATURE_K
from kbdesk.models.heat_and_power import Allocation
from kbdesk.models.heat_and_power import efficiency_split
from kbdesk.models.heat_and_power import exergetic_split
from kbdesk.models.heat_and_power import exergy_of_heat
from kbdesk.models.heat_and_power import heat_factor
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split

NETWORKS = ("district_heat", "local_heat")
"""The carriers a plant can feed."""
NO_FUELS = frozenset({*NETWORKS, "district_cooling", "ambient_heat", "motor_fuels", "kerosene"})
"""Carriers that are no input of a plant: networks, ambient heat (its factor is the electricity's), transport."""

_KELVIN = Decimal("273.15")
_NONE = Decimal(0)
_ALL_HEAT = Allocation(_NONE, Decimal(1))
_DIGITS = 6

FactorOf = Callable[[str], Factor]


class FuelEmissions(NamedTuple):
    """One fuel of a plant: its input [MWh net] with the factor that served, and the emissions [t]."""

    carrier: str
    mwh: Decimal
    factor: Factor
    emissions_t: Decimal


class PlantHeat(NamedTuple):
    """What a plant's heat bears: the split, all its parts, and the emissions of heat and of electricity [t].

    ``split`` is ``None`` where the plant makes no electricity: heat bears everything. Temperature in K.
    """

    plant: PlantYear
    fuels: tuple[FuelEmissions, ...]
    emissions_t: Decimal
    split: Split | None
    allocation: Allocation
    temperature_k: Decimal | None
    exergy: Decimal | None
    sold_mwh: Decimal

    @property
    def heat_t(self) -> Decimal:
        """The emissions that heat bears [t]."""
        return self.emissions_t * self.allocation.heat

    @property
    def electricity_t(self) -> Decimal:
        """The emissions that electricity bears [t]."""
        return self.emissions_t * self.allocation.electricity


class NetworkHeat(NamedTuple):
    """The factor of a network in a year [t/MWh], rounded as it is recorded, with the plants that feed it."""

    plants: tuple[PlantHeat, ...]
    t_per_mwh: Decimal


def split_of_set(factor_set: str) -> Split:
    """The split that fits a factor set: exergetic for BISKO, by efficiency for the others (Covenant of Mayors)."""
    return Split.EXERGETIC if is_bisko(factor_set) else Split.EFFICIENCY


def kelvin(celsius: Decimal) -> Decimal:
    """Degrees Celsius as K."""
    return celsius + _KELVIN


def plant_heat(plant: PlantYear, split: Split, factor_of: FactorOf) -> PlantHeat:
    """The emissions of a plant, split; ``split`` counts where it names none, ``factor_of`` finds a fuel's factor.

    A plant without fuel or heat, a fuel without factor, an exergetic split without temperature, and more heat sold
    than fed in are a ``UserError`` that names the plant and the year.
    """
    heat = _heat(plant)
    fuels = tuple(_fuel(plant, carrier, mwh, factor_of(carrier)) for carrier, mwh in plant.fuels)
    if not fuels or not any(fuel.mwh for fuel in fuels):
        raise _refused("plant.no_fuel", plant)
    emissions = sum((fuel.emissions_t for fuel in fuels), _NONE)
    sold = heat if plant.sold_mwh is None else plant.sold_mwh
    if not 0 < sold <= heat:
        raise _refused("plant.sold", plant, sold=sold, heat=heat)
    if not plant.electricity_mwh:
        return PlantHeat(plant, fuels, emissions, None, _ALL_HEAT, None, None, sold)
    used = plant.split or split
    if used is Split.EFFICIENCY:
        return PlantHeat(plant, fuels, emissions, used, _by_efficiency(plant, heat), None, None, sold)
    if plant.temperature_c is None:
        raise _refused("plant.no_temperature", plant)
    temperature = kelvin(plant.temperature_c)
    if temperature <= REFERENCE_TEMPERATURE_K:
        raise _refused("plant.too_cold", plant, found=plant.temperature_c)
    exergy = exergy_of_heat(temperature)
    fraction = plant.electricity_mwh / (plant.electricity_mwh + heat)
    return PlantHeat(plant, fuels, emissions, used, exergetic_split(fraction, exergy), temperature, exergy, sold)


def network_heat(plants: Iterable[PlantYear], split: Split, factor_of: FactorOf) -> NetworkHeat | None:
    """The factor of the plants of one network and year: the emissions of their heat by the heat sold.

    ``None`` without plants; what a plant lacks is a ``UserError``.
    """
    found = tuple(plant_heat(plant, split, factor_of) for plant in plants)
    if not found:
        return None
    sold = sum((plant.sold_mwh for plant in found), _NONE)
    emissions = sum((plant.heat_t for plant in found), _NONE)
    return NetworkHeat(found, rounded(heat_factor(emissions, sold, _ALL_HEAT)))


def rounded(t_per_mwh: Decimal) -> Decimal:
    """A computed factor as it is recorded: six decimals."""
    return round(t_per_mwh, _DIGITS)


def _heat(plant: PlantYear) -> Decimal:
    if plant.heat_mwh is None or plant.heat_mwh <= 0:
        raise _refused("plant.no_heat", plant)
    return plant.heat_mwh


def _fuel(plant: PlantYear, carrier: str, mwh: Decimal, factor: Factor) -> FuelEmissions:
    if factor.t_per_mwh is None:
        raise _refused("plant.no_factor", plant, carrier=carrier)
    return FuelEmissions(carrier, mwh, factor, mwh * factor.t_per_mwh)


def _by_efficiency(plant: PlantYear, heat: Decimal) -> Allocation:
    return efficiency_split(
        plant.electricity_mwh or _NONE,
        heat,
        DEFAULT_HEAT_EFFICIENCY if plant.heat_efficiency is None else plant.heat_efficiency,
        DEFAULT_POWER_EFFICIENCY if plant.power_efficiency is None else plant.power_efficiency,
    )


def _refused(code: str, plant: PlantYear, **more: object) -> UserError:
    return UserError(code, plant=plant.plant, year=str(plant.year), **more)
