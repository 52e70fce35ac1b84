"""Heat pumps after BISKO: their electricity may be hidden in the metered electricity of the same sector.

Whether it is, the municipality declares; it cannot be read from the numbers.
"""

from decimal import Decimal

from kbdesk.errors import UserError

SEASONAL_PERFORMANCE_FACTOR = Decimal("3.2")
"""Heat per electricity over a year; 2.8-3.8 in practice, 3.2 recommended (BISKO)."""


def heat_pump_electricity(heat_mwh: Decimal, performance_factor: Decimal = SEASONAL_PERFORMANCE_FACTOR) -> Decimal:
    """The electricity [MWh] that made this ambient heat [MWh]: heat / seasonal performance factor."""
    if performance_factor <= 0:
        raise UserError("heat_pump.performance_factor", found=performance_factor)
    return heat_mwh / performance_factor


def without_heat_pumps(
    metered_mwh: Decimal | None,
    heat_mwh: Decimal | None,
    performance_factor: Decimal = SEASONAL_PERFORMANCE_FACTOR,
) -> Decimal | None:
    """Metered electricity less the heat pumps' share [MWh]; ``None`` where either is missing.

    A share larger than what was metered is a ``UserError``: the declaration cannot be right.
    """
    if metered_mwh is None or heat_mwh is None:
        return None
    rest = metered_mwh - heat_pump_electricity(heat_mwh, performance_factor)
    if rest < 0:
        raise UserError("heat_pump.more_than_metered", metered=metered_mwh, heat=heat_mwh)
    return rest
