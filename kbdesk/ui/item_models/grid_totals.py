"""What stands in the totals beside and below a grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.calculation import Total


class Difference(NamedTuple):
    """How much a total differs from that of an earlier year, as a share of it."""

    share: Decimal
    than: int


Cell = Total | Difference | None
"""``None`` where a total has no meaning."""
Totals = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class GridTotals:
    """Totals by row (two columns), by column (two rows or more), and of the whole."""

    rows: Totals
    columns: Totals
    whole: Totals
