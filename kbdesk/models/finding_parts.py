"""How findings are put together: their place, effect and numbers."""

from collections.abc import Iterable
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.findings import Check
from kbdesk.models.findings import Finding

KWH_PER_MWH = 1000
_HAIR = 1e-9


def at(check: Check, cell: CellResult, **parameters: object) -> Finding:
    """A finding about one cell; its effect is the cell's emissions."""
    effect = abs(cell.emissions_t) if cell.emissions_t is not None else None
    return Finding(check.level, check.code, *cell.key, tuple(parameters.items()), effect)


def over(check: Check, year: int, cells: Iterable[CellResult], carrier: str = "", sector: str = "") -> Finding:
    """One finding for several cells, which it names; its effect is what is known of their emissions."""
    found = tuple(cells)
    known = [cell.emissions_t for cell in found if cell.emissions_t is not None]
    effect = sum(known, Decimal(0)) if known else None
    related = tuple(cell.key for cell in found)
    return Finding(check.level, check.code, year, sector, carrier, effect_t=effect, related=related)


def rounded(value: float, digits: int = 3) -> Decimal:
    """A number for a sentence, to so many significant digits."""
    return Decimal(f"{Decimal(f'{value:.{digits}g}'):f}")


def is_within(change: float, limit: float) -> bool:
    """Whether a relative change, up or down, is at most a limit; what is equal on paper is equal here."""
    return abs(change) <= limit + _HAIR


def per_head(mwh: float, population: float) -> Decimal:
    """MWh of the municipality as kWh per inhabitant, for a sentence."""
    return rounded(mwh * KWH_PER_MWH / population)
