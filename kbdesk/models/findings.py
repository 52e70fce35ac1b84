"""Findings: what a check reports, as data. Levels and thresholds are data too (``resources/findings``)."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.inventory import EntryKey
from kbdesk.models.resource_tables import read_table


class Level(StrEnum):
    """How much a finding matters; errors keep a year from being submitted, nothing keeps a value from being saved."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_RANK = {level: rank for rank, level in enumerate(Level)}


class FixKind(StrEnum):
    """What a proposed correction does: take another unit, read the number otherwise, say that it is still true."""

    UNIT = "unit"
    QUANTITY = "quantity"
    CONFIRM = "confirm"


class Fix(NamedTuple):
    """A correction that one click makes: ``value`` is the unit's id or the number's text, for each of the cells."""

    kind: FixKind
    keys: tuple[EntryKey, ...]
    value: str = ""


class Finding(NamedTuple):
    """One finding and its place; empty names and ``None`` where it concerns no single year, sector or carrier.

    ``effect_t`` is the amount of emissions [t] concerned, ``None`` where it is not known. ``related`` are further cells
    it is about, the culprit being the finding's own place. ``acknowledged`` says why it is right as it stands.
    """

    level: Level
    code: str
    year: int | None = None
    sector: str = ""
    carrier: str = ""
    parameters: tuple[tuple[str, object], ...] = ()
    effect_t: Decimal | None = None
    related: tuple[EntryKey, ...] = ()
    fix: Fix | None = None
    acknowledged: Acknowledgement | None = None

    @property
    def place(self) -> tuple[str, int, str, str]:
        """What an acknowledgement knows the finding by."""
        return self.code, self.year or 0, self.sector, self.carrier

    @property
    def key(self) -> EntryKey | None:
        """The cell it is about; ``None`` where it is about more or less than one."""
        return EntryKey(self.year, self.sector, self.carrier) if self.year and self.sector and self.carrier else None

    @property
    def cells(self) -> tuple[EntryKey, ...]:
        """The cells it is shown beside: its own, or those that its correction would change."""
        key = self.key
        if key is not None:
            return (key,)
        return self.fix.keys if self.fix is not None else ()


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its level, and the smallest and largest value that is still good (``None``: no limit).

    ``least_mwh`` is the difference below which nothing is said, ``years`` how far back a year may be to compare with.
    """

    code: str
    level: Level
    minimum: Decimal | None
    maximum: Decimal | None
    reference: str
    least_mwh: float = 0.0
    years: int | None = None

    def accepts(self, value: Decimal) -> bool:
        """Whether the value is within the limits."""
        too_small = self.minimum is not None and value < self.minimum
        return not too_small and not (self.maximum is not None and value > self.maximum)


Checks = Mapping[str, Check]


def read_checks(path: Path) -> dict[str, Check]:
    """Read the table of checks."""
    return {row["code"]: _check(row) for row in read_table(path)}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then warnings, notes; within a level the largest effect first, then by year and place."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, Decimal, int, str, str, str]:
    effect = finding.effect_t if finding.effect_t is not None else Decimal(0)
    return _RANK[finding.level], -effect, finding.year or 0, finding.code, finding.sector, finding.carrier


def _check(row: dict[str, str]) -> Check:
    return Check(
        code=row["code"],
        level=Level(row["level"]),
        minimum=Decimal(row["minimum"]) if row["minimum"] else None,
        maximum=Decimal(row["maximum"]) if row["maximum"] else None,
        reference=row["reference"],
        least_mwh=float(row["least_mwh"] or 0),
        years=int(row["years"]) if row["years"] else None,
    )
