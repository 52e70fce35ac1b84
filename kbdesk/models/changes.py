"""What a change is: records before and after, in one step that is undone as a whole."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import Any
from typing import NamedTuple

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.activities import Activity
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.heat_pumps import METERED
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from kbdesk.models.measures import Measure
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.models.targets import Target
from kbdesk.models.traffic import TrafficFlow


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

    def recomputed(self) -> frozenset[EntryKey]:
        """The entries this change concerns, and those whose results follow: metered electricity that of heat pumps."""
        touched = self.touched()
        heat = [key for key in touched if key.carrier == AMBIENT_HEAT]
        return touched | {key._replace(carrier=carrier) for key in heat for carrier in METERED}


def apply_edits(inventory: Inventory, edits: Iterable[Edit]) -> Inventory:
    """The inventory with every edit's *after* in place of its *before*."""
    changed: dict[str, dict[Any, Record]] = {}
    municipality = inventory.municipality
    for edit in edits:
        if isinstance(edit.record, Municipality):
            municipality = edit.after if isinstance(edit.after, Municipality) else municipality
            continue
        table, key = _place(edit.record)
        if table not in changed:
            changed[table] = dict(getattr(inventory, table))
        if edit.after is None:
            changed[table].pop(key, None)
        else:
            changed[table][key] = edit.after
    return replace(inventory, municipality=municipality, **changed)  # type: ignore[arg-type]  # tables by their names


def _place(record: Record) -> tuple[str, Any]:
    """The inventory's table a record is in, and its key there."""
    table, key = _PLACES[type(record)]
    return table, key(record)


_PLACES: Mapping[type[Record], tuple[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        Entry: ("entries", attrgetter("key")),
        BaseDatum: ("base_data", attrgetter("year", "indicator")),
        LocalFactor: ("local_factors", attrgetter("year", "carrier")),
        PublishedResult: ("published", attrgetter("year", "sector")),
        Source: ("sources", attrgetter("id")),
        Bill: ("bills", attrgetter("id")),
        Answer: ("answers", attrgetter("question")),
        Acknowledgement: ("acknowledgements", attrgetter("place")),
        SecondLook: ("second_looks", attrgetter("year", "sector")),
        Target: ("targets", attrgetter("id")),
        PlantYear: ("plants", attrgetter("plant", "year")),
        ElectricityYear: ("electricity", attrgetter("year")),
        Activity: ("activities", attrgetter("id")),
        Measure: ("measures", attrgetter("id")),
        TrafficFlow: ("traffic", attrgetter("place")),
    }
)
"""The table of each kind of record, and what it is known by there; the municipality is in none."""
