"""What to improve first: the emissions that rest on weak data, divided by the work it takes to get better ones.

Whom to ask and how much work that is are data (``resources/improving``). Weak is a value of a start inventory, of grade
D or C, without a grade, and one that is missing; a missing one counts with the emissions of the nearest earlier year.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.resource_tables import read_table

_ANY = "*"
_GRADING = "grading"
"""The row for values without a grade: nobody needs to be asked before the office has said how good they are."""


class Weakness(StrEnum):
    """Why the emissions of a value may be wrong."""

    MISSING = "missing"
    START = "start_value"
    GRADE_D = "grade_d"
    GRADE_C = "grade_c"
    UNGRADED = "ungraded"


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask for the values of some sectors and carriers; ``effort`` is 1 (a letter) to 3 (a project)."""

    id: str
    ask: str
    effort: int
    why_effort: str
    sectors: frozenset[str]
    carriers: frozenset[str]

    def covers(self, sector: str, carrier: str) -> bool:
        """Whether a value is one of those asked for."""
        return _holds(self.sectors, sector) and _holds(self.carriers, carrier)


class WeakCell(NamedTuple):
    """A value that can be improved: why, and the emissions [t] that rest on it."""

    key: EntryKey
    weakness: Weakness
    emissions_t: Decimal


@dataclass(frozen=True, slots=True)
class Improvement:
    """One thing to do: whom to ask, for which values, largest first; ``share`` (0 to 1) of the year's emissions."""

    ask: Ask
    cells: tuple[WeakCell, ...]
    share: Decimal

    @property
    def effect_t(self) -> Decimal:
        """The emissions [t] that would rest on better data."""
        return sum((cell.emissions_t for cell in self.cells), Decimal(0))

    @property
    def score(self) -> Decimal:
        """Effect divided by effort: what orders the proposals."""
        return self.effect_t / self.ask.effort

    @property
    def weakness(self) -> Weakness:
        """The weakness most of these emissions have."""
        by_weakness: dict[Weakness, Decimal] = {}
        for cell in self.cells:
            by_weakness[cell.weakness] = by_weakness.get(cell.weakness, Decimal(0)) + cell.emissions_t
        return max(by_weakness, key=lambda weakness: by_weakness[weakness])


def read_asks(path: Path) -> tuple[Ask, ...]:
    """Read ``asks.csv``; the first row that covers a value is the one it belongs to."""
    return tuple(
        Ask(
            id=row["id"],
            ask=row["ask"],
            effort=int(row["effort"]),
            why_effort=row["why_effort"],
            sectors=frozenset(row["sectors"].split()),
            carriers=frozenset(row["carriers"].split()),
        )
        for row in read_table(path)
    )


def improvements(
    cells: Iterable[CellResult], estimate: Callable[[EntryKey], Decimal | None], asks: Sequence[Ask]
) -> tuple[Improvement, ...]:
    """What could be improved in a year, best first; nothing where no emissions are known or estimated.

    ``estimate`` gives the emissions [t] of a missing value by an earlier year, ``None`` where there is none.
    """
    found: dict[str, list[WeakCell]] = {}
    everything = Decimal(0)
    for cell in cells:
        weakness = weakness_of(cell)
        emissions = estimate(cell.key) if weakness is Weakness.MISSING else cell.emissions_t
        if emissions is None or emissions <= 0:
            continue
        everything += emissions
        ask = _ask_for(cell.key, weakness, asks) if weakness is not None else None
        if weakness is not None and ask is not None:
            found.setdefault(ask.id, []).append(WeakCell(cell.key, weakness, emissions))
    made = (_improvement(ask, found[ask.id], everything) for ask in asks if ask.id in found)
    return tuple(sorted(made, key=lambda one: -one.score))


def weakness_of(cell: CellResult) -> Weakness | None:
    """Why a value is weak; ``None`` where it is good, where nothing belongs, and for direct emissions."""
    entry = cell.entry
    if entry.key.carrier == DIRECT:
        return None
    if entry.notation_key is not None:
        return Weakness.MISSING if entry.notation_key is NotationKey.NE else None
    if entry.quantity is None:
        return Weakness.MISSING
    if entry.origin is Origin.START:
        return Weakness.START
    return {None: Weakness.UNGRADED, Grade.D: Weakness.GRADE_D, Grade.C: Weakness.GRADE_C}.get(entry.grade)


def _ask_for(key: EntryKey, weakness: Weakness, asks: Sequence[Ask]) -> Ask | None:
    if weakness is Weakness.UNGRADED:
        return next((one for one in asks if one.id == _GRADING), None)
    return next((one for one in asks if one.covers(key.sector, key.carrier)), None)


def _improvement(ask: Ask, cells: list[WeakCell], everything: Decimal) -> Improvement:
    ordered = sorted(cells, key=lambda cell: -cell.emissions_t)
    return Improvement(ask, tuple(ordered), sum((cell.emissions_t for cell in cells), Decimal(0)) / everything)


def _holds(ids: frozenset[str], id_: str) -> bool:
    return _ANY in ids or id_ in ids
