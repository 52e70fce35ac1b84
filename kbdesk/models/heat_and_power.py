"""Combined heat and power: how a plant's emissions are split between electricity and heat.

BISKO splits by exergy, the Covenant of Mayors by the fuel that separate production would have needed. A credit method
is not offered: it can give heat a negative factor.
"""

from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError

REFERENCE_TEMPERATURE_K = Decimal(283)
DEFAULT_HEAT_EFFICIENCY = Decimal("0.90")
DEFAULT_POWER_EFFICIENCY = Decimal("0.40")

_ONE = Decimal(1)


class Allocation(NamedTuple):
    """The shares of the plant's emissions that electricity and heat bear; they sum to 1."""

    electricity: Decimal
    heat: Decimal


def exergy_of_heat(temperature_k: Decimal) -> Decimal:
    """The share of heat that is exergy, ``1 - 283 K / T`` (Carnot).

    ``T`` [K] is the mean of flow and return or the flow temperature; the label of the field must say which. A
    temperature not above 283 K is a ``UserError``.
    """
    if temperature_k <= REFERENCE_TEMPERATURE_K:
        raise UserError("heat_and_power.temperature_too_low", found=temperature_k, minimum=REFERENCE_TEMPERATURE_K)
    return _ONE - REFERENCE_TEMPERATURE_K / temperature_k


def exergetic_split(electricity_fraction: Decimal, heat_exergy: Decimal) -> Allocation:
    """The split by exergy (BISKO): ``a_el = f / (f + z (1 - f))``.

    ``electricity_fraction`` is electricity / (electricity + heat) of the plant's output, from 0 to 1 (else a
    ``UserError``); ``heat_exergy`` is ``z`` of ``exergy_of_heat``.
    """
    if not 0 <= electricity_fraction <= 1:
        raise UserError("heat_and_power.no_share", found=electricity_fraction)
    electricity = electricity_fraction / (electricity_fraction + heat_exergy * (_ONE - electricity_fraction))
    return Allocation(electricity, _ONE - electricity)


def efficiency_split(
    electricity_mwh: Decimal,
    heat_mwh: Decimal,
    heat_efficiency: Decimal = DEFAULT_HEAT_EFFICIENCY,
    power_efficiency: Decimal = DEFAULT_POWER_EFFICIENCY,
) -> Allocation:
    """The split by the fuel of separate production (Covenant of Mayors): ``(H / 0.90) / (H / 0.90 + E / 0.40)``.

    A plant that delivers nothing, or a quantity or efficiency that is not positive, is a ``UserError``.
    """
    if min(electricity_mwh, heat_mwh) < 0 or electricity_mwh + heat_mwh == 0:
        raise UserError("heat_and_power.no_output")
    if min(heat_efficiency, power_efficiency) <= 0:
        raise UserError("heat_and_power.no_efficiency")
    heat_fuel, power_fuel = heat_mwh / heat_efficiency, electricity_mwh / power_efficiency
    heat = heat_fuel / (heat_fuel + power_fuel)
    return Allocation(_ONE - heat, heat)


def heat_factor(emissions_t: Decimal, heat_mwh: Decimal, allocation: Allocation) -> Decimal:
    """The emission factor of the plant's heat [t/MWh]; without heat there is none (``UserError``)."""
    if heat_mwh <= 0:
        raise UserError("heat_and_power.no_output")
    return allocation.heat * emissions_t / heat_mwh
