"""The local emission factor for electricity of the Covenant of Mayors.

Rule of the SEAP guidebook (part II) and the SECAP guidebook (part 2). In BISKO a local mix is side information only.
"""

from dataclasses import dataclass
from decimal import Decimal

from kbdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class LocalElectricity:
    """What the factor is made of: energies in MWh, emissions in t, the national factor in t/MWh."""

    consumption_mwh: Decimal
    national_factor: Decimal
    local_production_mwh: Decimal = Decimal(0)
    local_production_t: Decimal = Decimal(0)
    green_purchases_mwh: Decimal = Decimal(0)
    green_purchases_t: Decimal = Decimal(0)


def local_electricity_factor(parts: LocalElectricity) -> Decimal:
    """``EFE = ((TCE - LPE - GEP) NEEFE + CO2LPE + CO2GEP) / TCE`` [t/MWh].

    Where local production and certified purchases exceed consumption, their own mix counts; without consumption the
    national factor. Negative consumption, production or purchases are a ``UserError``.
    """
    own_mwh = parts.local_production_mwh + parts.green_purchases_mwh
    own_t = parts.local_production_t + parts.green_purchases_t
    if min(parts.consumption_mwh, parts.local_production_mwh, parts.green_purchases_mwh) < 0:
        raise UserError("local_electricity.negative")
    if parts.consumption_mwh == 0:
        return parts.national_factor
    if parts.consumption_mwh < own_mwh:
        return own_t / own_mwh
    rest_mwh = parts.consumption_mwh - own_mwh
    return (rest_mwh * parts.national_factor + own_t) / parts.consumption_mwh
