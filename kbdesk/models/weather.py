"""Weather correction of space heat: a second series beside the inventory, never the one commitments are judged by.

Only households, commerce and municipal facilities are corrected, never industry or transport (BISKO).
"""

from collections.abc import Mapping
from decimal import Decimal

from kbdesk.errors import UserError

CORRECTED_BISKO_SECTORS = frozenset({"PH", "GHD", "KE"})


def weather_factor(degree_days: Mapping[int, Decimal], year: int, mean: Decimal) -> Decimal:
    """Mean degree days / degree days of the year [Kd].

    A year without degree days is a ``UserError``: leaving it uncorrected, or out, would falsify the series unseen. So
    are degree days that are not positive.
    """
    own = degree_days.get(year)
    if own is None:
        raise UserError("weather.degree_days_missing", year=str(year))
    if own <= 0 or mean <= 0:
        raise UserError("weather.degree_days_not_positive", year=str(year))
    return mean / own


def corrected(space_heat_mwh: Decimal | None, factor: Decimal) -> Decimal | None:
    """Space heat [MWh] as it had been in a mean year; missing stays missing."""
    return None if space_heat_mwh is None else space_heat_mwh * factor
