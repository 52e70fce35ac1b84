"""Measures: what a municipality does or plans to lower its emissions, with what it expects of it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class MeasureStatus(StrEnum):
    """How far a measure is; what is only an idea, or was dropped, counts for nothing."""

    IDEA = "idea"
    DECIDED = "decided"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. Savings are expectations per year once it works in full; ``None``: not estimated.

    The effect grows from ``start_year`` to ``end_year`` (the first year of full effect). ``sector`` and ``carrier`` are
    ids of the codebook, empty where several are meant. ``cost`` is in ``currency`` (ISO code), once and for all.
    """

    id: str
    title: str
    status: MeasureStatus = MeasureStatus.IDEA
    sector: str = ""
    carrier: str = ""
    start_year: int | None = None
    end_year: int | None = None
    responsible: str = ""
    saving_mwh: Decimal | None = None
    saving_t: Decimal | None = None
    cost: Decimal | None = None
    currency: str = "EUR"
    funding: str = ""
    note: str = ""
    source_id: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, id."""
        return ("measure", self.id)
