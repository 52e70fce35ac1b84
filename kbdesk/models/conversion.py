"""From the quantity on paper to final energy [MWh, net calorific value], with every step kept for the explanation.

Units and their factors are data (``resources/codebook/units.csv``). Four need parameters of the entry:
gas volumes (m³ x state number x gross calorific value x net/gross), vehicle-kilometres (kWh per vehicle-km), vehicles
(km per vehicle and year x kWh per km) and any unit whose table value was replaced by one with a better source
(``mwh_per_unit``).
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.models.codebook import Step
from kbdesk.models.codebook import Unit

GROSS_CALORIFIC_VALUE = "hs_kwh_per_m3"
STATE_NUMBER = "state_number"
NET_PER_GROSS = "net_per_gross"
KM_PER_VEHICLE = "km_per_vehicle"
KWH_PER_KM = "kwh_per_km"
MWH_PER_UNIT = "mwh_per_unit"
EMISSION = "emission"
"""The kind of quantity that is emissions already."""
PARAMETERS = (GROSS_CALORIFIC_VALUE, STATE_NUMBER, NET_PER_GROSS, KM_PER_VEHICLE, KWH_PER_KM, MWH_PER_UNIT)

DEFAULT_NET_PER_GROSS = Decimal("0.902")
"""Net to gross calorific value of natural gas (0.901-0.903); editable per entry."""

_THOUSAND = Decimal(1000)
_DISTANCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"activity": (KWH_PER_KM,), "vehicles": (KM_PER_VEHICLE, KWH_PER_KM)}
)
"""The kinds of quantity that are driven, and the parameters that make them energy."""


class Conversion(NamedTuple):
    """Final energy [MWh net], ``None`` where it cannot be known; ``missing`` names the parameter that lacks."""

    energy_mwh: Decimal | None
    steps: tuple[Step, ...] = ()
    missing: str = ""


def parameters_needed(unit: Unit) -> tuple[str, ...]:
    """The names of the parameters without which a quantity in this unit has no energy."""
    if unit.factor_to_mwh is not None or unit.quantity == EMISSION:
        return ()
    return _DISTANCES.get(unit.quantity, (GROSS_CALORIFIC_VALUE, STATE_NUMBER))


def parameters_offered(unit: Unit) -> tuple[str, ...]:
    """The names of all parameters that may be given with this unit, those needed first."""
    if unit.quantity == EMISSION:
        return ()
    if unit.quantity in _DISTANCES:
        return _DISTANCES[unit.quantity]
    if unit.factor_to_mwh is None:
        return (GROSS_CALORIFIC_VALUE, STATE_NUMBER, NET_PER_GROSS)
    if unit.basis == "gross":
        return (NET_PER_GROSS,)
    return (MWH_PER_UNIT,) if unit.quantity in ("volume", "mass") else ()


def convert(quantity: Decimal | None, unit: Unit | None, parameters: Mapping[str, Decimal]) -> Conversion:
    """Convert a quantity to final energy [MWh net].

    A missing quantity, unit or needed parameter gives a missing result, never 0; direct emissions have no energy.
    Source: ``units.csv``.
    """
    if quantity is None:
        return Conversion(None)
    if unit is None:
        return Conversion(None, missing="unit")
    if not parameters and unit.factor_to_mwh is not None:
        return Conversion(quantity * unit.factor_to_mwh, unit.steps)
    if unit.quantity == EMISSION:
        return Conversion(None)
    for name in parameters_needed(unit):
        if name not in parameters:
            return Conversion(None, missing=name)
    steps = _steps(unit, parameters)
    energy = quantity
    for step in steps:
        energy *= step.factor
    return Conversion(energy, steps)


def _steps(unit: Unit, parameters: Mapping[str, Decimal]) -> tuple[Step, ...]:
    if unit.quantity in _DISTANCES:
        per_km = Step(KWH_PER_KM, parameters[KWH_PER_KM] / _THOUSAND)
        counted = KM_PER_VEHICLE in _DISTANCES[unit.quantity]
        return (Step(KM_PER_VEHICLE, parameters[KM_PER_VEHICLE]), per_km) if counted else (per_km,)
    if unit.factor_to_mwh is None:
        return (
            Step(STATE_NUMBER, parameters[STATE_NUMBER]),
            Step(GROSS_CALORIFIC_VALUE, parameters[GROSS_CALORIFIC_VALUE] / _THOUSAND),
            Step(NET_PER_GROSS, parameters.get(NET_PER_GROSS, DEFAULT_NET_PER_GROSS)),
        )
    if MWH_PER_UNIT in parameters and unit.quantity in ("volume", "mass"):
        return (Step(MWH_PER_UNIT, parameters[MWH_PER_UNIT]),)
    if NET_PER_GROSS in parameters and unit.basis == "gross":
        gross_mwh = unit.factor_to_mwh / DEFAULT_NET_PER_GROSS
        return (Step("unit", gross_mwh), Step(NET_PER_GROSS, parameters[NET_PER_GROSS]))
    return unit.steps
