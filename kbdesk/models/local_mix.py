"""The electricity mix of a municipality in one year: consumption, what is made and bought locally, the factor of both.

The rule is the Covenant of Mayors' (``local_electricity``); purchases count less sales, both with guarantees of origin.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import total
from kbdesk.models.codebook import Codebook
from kbdesk.models.factors import Factor
from kbdesk.models.local_electricity import LocalElectricity
from kbdesk.models.local_electricity import local_electricity_factor
from kbdesk.models.own_heat import rounded
from kbdesk.models.plants import ElectricityYear

ELECTRICITY = "electricity"

_NONE = Decimal(0)


class MixCase(StrEnum):
    """Which line of the rule holds: part of the consumption is local, more than all of it, or nothing is consumed."""

    PART = "part"
    SURPLUS = "surplus"
    NOTHING_CONSUMED = "nothing_consumed"


class LocalMix(NamedTuple):
    """The local factor [t/MWh], rounded as it is recorded, with its parts: energies in MWh, emissions in t."""

    record: ElectricityYear
    consumption: Total
    national: Factor
    made_mwh: Decimal
    made_t: Decimal
    bought_mwh: Decimal
    bought_t: Decimal
    case: MixCase
    t_per_mwh: Decimal

    @property
    def own_mwh(self) -> Decimal:
        """What is made and bought locally, less what is sold."""
        return self.made_mwh + self.bought_mwh

    @property
    def own_t(self) -> Decimal:
        """The emissions of that."""
        return self.made_t + self.bought_t


def electricity_consumption(cells: Iterable[CellResult], codebook: Codebook) -> Total:
    """The electricity of all sectors [MWh] as metered, separately or not: that of heat pumps is consumed here too."""
    metered = (cell for cell in cells if ELECTRICITY in codebook.variants(cell.key.carrier))
    return total((cell.conversion.energy_mwh, cell.lacks_energy) for cell in metered)


def local_mix(record: ElectricityYear, consumption: Total, national: Factor) -> LocalMix:
    """The mix of a year; amounts not given count as none.

    No consumption on record, no national factor, and more sold than made and bought are a ``UserError``.
    """
    if consumption.value is None:
        raise UserError("electricity.no_consumption", year=str(record.year))
    if national.t_per_mwh is None:
        raise UserError("electricity.no_national", year=str(record.year))
    made, made_t = _sum(record.renewable_mwh, record.plants_mwh), _sum(record.renewable_t, record.plants_t)
    bought, bought_t = _less(record.purchases_mwh, record.sales_mwh), _less(record.purchases_t, record.sales_t)
    if made + bought < 0:
        gained = made + _sum(record.purchases_mwh)
        raise UserError("electricity.oversold", sold=record.sales_mwh, own=gained)
    if made_t + bought_t < 0:
        raise UserError("electricity.oversold_t", sold=record.sales_t, own=made_t + _sum(record.purchases_t))
    # The rule knows no negative purchases: what is sold is taken from what is made.
    parts = LocalElectricity(
        consumption.value, national.t_per_mwh, made + min(bought, _NONE), made_t, max(bought, _NONE), bought_t
    )
    factor = rounded(local_electricity_factor(parts))
    case = _case(consumption.value, made + bought)
    return LocalMix(record, consumption, national, made, made_t, bought, bought_t, case, factor)


def _case(consumption: Decimal, own: Decimal) -> MixCase:
    if not consumption:
        return MixCase.NOTHING_CONSUMED
    return MixCase.SURPLUS if consumption < own else MixCase.PART


def _sum(*amounts: Decimal | None) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), _NONE)


def _less(amount: Decimal | None, other: Decimal | None) -> Decimal:
    return _sum(amount) - _sum(other)
