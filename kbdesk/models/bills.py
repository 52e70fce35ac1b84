"""Bills of periods that cross a year, as printed; what of them belongs to a year is computed from them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class SplitMethod(StrEnum):
    """What a period is split by: its days, or how cold they were."""

    DAYS = "days"
    DEGREE_DAYS = "degree_days"


@dataclass(frozen=True, slots=True)
class Bill:
    """The quantity of one billing period, both days inclusive, with its unit and what the unit needs.

    ``text`` is the quantity exactly as typed, ``quantity`` its decimal value. ``source_id`` names a source record.
    """

    id: str
    sector: str
    carrier: str
    first_day: date
    last_day: date
    text: str
    quantity: Decimal
    unit: str
    parameters: tuple[tuple[str, Decimal], ...] = ()
    method: SplitMethod = SplitMethod.DAYS
    source_id: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last_day < self.first_day:
            raise ValueError(f"{self.id}: the period ends before it begins")

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, id."""
        return ("bill", self.id)
