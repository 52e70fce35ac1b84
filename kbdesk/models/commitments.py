"""The commitments a municipality has made: data, not code, with the target path of each.

Three kinds (``resources/commitments``): a *rate* per period, compounding from the base year; a *reduction* by a year,
on a straight line from the base year; a *level* that holds for ever.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from kbdesk.models.resource_tables import read_table


class Basis(StrEnum):
    """What a commitment is measured by."""

    TOTAL = "total"
    PER_INHABITANT = "per_inhabitant"


class CommitmentKind(StrEnum):
    """How a commitment sets its target."""

    RATE = "rate"
    REDUCTION = "reduction"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment: ``value`` is a share (rate, reduction) or t CO2e per inhabitant and year (level).

    ``name`` and ``wording`` are English source texts, translated in ``kbdesk.texts``; ``default`` says whether it
    applies to a municipality that has not chosen. ``sector`` is empty where it is about everything, else the id of a
    sector or of a BISKO sector.
    """

    id: str
    name: str
    wording: str
    since: str
    basis: Basis
    kind: CommitmentKind
    value: Decimal
    period_years: int
    base_year: int | None
    target_year: int | None
    source: str
    default: bool = True
    sector: str = ""

    def target(self, year: int, base_year: int, base: float) -> float:
        """The value [t or t per inhabitant] on the target path in a year, from the value in the base year."""
        value = float(self.value)
        if self.kind is CommitmentKind.LEVEL:
            return value
        if self.kind is CommitmentKind.RATE:
            return base * math.pow(1.0 - value, (year - base_year) / self.period_years)
        return base * (1.0 - value * self._progress(year, base_year))

    def final_target(self, base: float) -> float | None:
        """The value [t or t per inhabitant] at which the commitment is reached; ``None`` for a rate (it never ends)."""
        if self.kind is CommitmentKind.RATE:
            return None
        return float(self.value) if self.kind is CommitmentKind.LEVEL else base * (1.0 - float(self.value))

    def _progress(self, year: int, base_year: int) -> float:
        end = self.target_year if self.target_year is not None else year
        if year >= end or base_year >= end:
            return 1.0
        return max(0.0, (year - base_year) / (end - base_year))


def read_commitments(path: Path) -> tuple[Commitment, ...]:
    """Read the table of commitments, in order."""
    return tuple(_commitment(row) for row in read_table(path))


def _commitment(row: dict[str, str]) -> Commitment:
    return Commitment(
        id=row["id"],
        name=row["name"],
        wording=row["wording"],
        since=row["since"],
        basis=Basis(row["basis"]),
        kind=CommitmentKind(row["kind"]),
        value=Decimal(row["value"]),
        period_years=int(row["period_years"] or 0),
        base_year=int(row["base_year"]) if row["base_year"] else None,
        target_year=int(row["target_year"]) if row["target_year"] else None,
        source=row["source"],
        default=row["default"] == "yes",
    )
