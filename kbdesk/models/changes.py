"""What a change is: records before and after, in one step that is undone as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from typing import TypeVar

from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record

_K = TypeVar("_K")
_R = TypeVar("_R", Entry, BaseDatum, LocalFactor, PublishedResult)


class StepKind(StrEnum):
    """Whether a step is new work or takes back or repeats an earlier step."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Edit(NamedTuple):
    """One record before and after; ``None`` before means created, ``None`` after means deleted."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record this edit is about, whichever side exists."""
        found = self.after if self.after is not None else self.before
        if found is None:
            raise ValueError("an edit needs a record on one side")
        return found

    @property
    def identity(self) -> tuple[str, ...]:
        """The identity of the record concerned."""
        return self.record.identity


@dataclass(frozen=True, slots=True)
class Change:
    """One journalled step: what was done (``action`` is a code for the texts), when, by whom, and every edit in it."""

    step: int
    kind: StepKind
    action: str
    parameters: tuple[tuple[str, str], ...]
    edits: tuple[Edit, ...]
    at: datetime
    who: str

    def touched(self) -> frozenset[EntryKey]:
        """The entries this change concerns."""
        return frozenset(e.record.key for e in self.edits if isinstance(e.record, Entry))


def apply_edits(inventory: Inventory, edits: Iterable[Edit]) -> Inventory:
    """The inventory with every edit's *after* in place of its *before*."""
    municipality = inventory.municipality
    entries, base = dict(inventory.entries), dict(inventory.base_data)
    factors, published = dict(inventory.local_factors), dict(inventory.published)
    for edit in edits:
        match edit.record:
            case Municipality():
                if isinstance(edit.after, Municipality):
                    municipality = edit.after
            case Entry(key=key):
                _put(entries, key, edit.after, Entry)
            case BaseDatum(year=year, indicator=indicator):
                _put(base, (year, indicator), edit.after, BaseDatum)
            case LocalFactor(year=year, carrier=carrier):
                _put(factors, (year, carrier), edit.after, LocalFactor)
            case PublishedResult(year=year, sector=sector):  # pragma: no branch - the last kind of record
                _put(published, (year, sector), edit.after, PublishedResult)
    return replace(
        inventory,
        municipality=municipality,
        entries=entries,
        base_data=base,
        local_factors=factors,
        published=published,
    )


def _put(table: dict[_K, _R], key: _K, after: Record | None, kind: type[_R]) -> None:
    if isinstance(after, kind):
        table[key] = after
    else:
        table.pop(key, None)
