"""Heat pumps after BISKO: their electricity may be hidden in the metered electricity of the same sector.

Whether it is, the municipality declares; it cannot be read from the numbers.
"""

from collections.abc import Sequence
from decimal import Decimal

from kbdesk.errors import UserError

SEASONAL_PERFORMANCE_FACTOR = Decimal("3.2")
"""Heat per electricity over a year; 2.8-3.8 in practice, 3.2 recommended (BISKO)."""
AMBIENT_HEAT = "ambient_heat"
METERED = ("electricity", "electricity_heating")
"""The carriers whose meters may contain heat pumps, in the order in which their electricity is taken off."""


def heat_pump_electricity(heat_mwh: Decimal, performance_factor: Decimal = SEASONAL_PERFORMANCE_FACTOR) -> Decimal:
    """The electricity [MWh] that made this ambient heat [MWh]: heat / seasonal performance factor."""
    if performance_factor <= 0:
        raise UserError("heat_pump.performance_factor", found=performance_factor)
    return heat_mwh / performance_factor


def shares_taken_off(heat_mwh: Decimal | None, metered_mwh: Sequence[Decimal | None]) -> tuple[Decimal | None, ...]:
    """How much of each metered amount [MWh] is that of the heat pumps, ``None`` for nothing: from the first first.

    Never more than was metered, so that nothing falls below 0; without ambient heat nothing.
    """
    rest = heat_pump_electricity(heat_mwh) if heat_mwh is not None and heat_mwh > 0 else Decimal(0)
    shares: list[Decimal | None] = []
    for metered in metered_mwh:
        share = min(rest, metered) if metered is not None and metered > 0 else Decimal(0)
        shares.append(share or None)
        rest -= share
    return tuple(shares)
