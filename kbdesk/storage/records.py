"""All records of a document together: read as an inventory, changed by edits, kept in the journal as JSON."""

import json
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import Record
from kbdesk.storage.acknowledgements import ACKNOWLEDGEMENTS
from kbdesk.storage.activities import ACTIVITIES
from kbdesk.storage.answers import ANSWERS
from kbdesk.storage.base_data import BASE_DATA
from kbdesk.storage.bills import BILLS
from kbdesk.storage.entries import ENTRIES
from kbdesk.storage.local_factors import LOCAL_FACTORS
from kbdesk.storage.measures import MEASURES
from kbdesk.storage.municipalities import MUNICIPALITIES
from kbdesk.storage.plants import ELECTRICITY
from kbdesk.storage.plants import PLANTS
from kbdesk.storage.published_results import PUBLISHED_RESULTS
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.second_looks import SECOND_LOOKS
from kbdesk.storage.sources import SOURCES
from kbdesk.storage.targets import TARGETS
from kbdesk.storage.traffic import TRAFFIC

RECORD_TABLES: Mapping[str, RecordTable[Any]] = MappingProxyType(
    {
        table.kind: table
        for table in (
            MUNICIPALITIES,
            ENTRIES,
            BASE_DATA,
            LOCAL_FACTORS,
            PUBLISHED_RESULTS,
            SOURCES,
            BILLS,
            ANSWERS,
            ACKNOWLEDGEMENTS,
            SECOND_LOOKS,
            TARGETS,
            PLANTS,
            ELECTRICITY,
            ACTIVITIES,
            MEASURES,
            TRAFFIC,
        )
    }
)
"""The table of each kind of record, by the first part of the record's identity."""


class StaleEditError(ValueError):
    """An edit says of a record before it what the document does not hold."""

    def __init__(self, edit: Edit, stored: Record | None) -> None:
        super().__init__(f"{edit.identity}: the document holds {stored}, not {edit.before}")
        self.edit = edit


def read_inventory(connection: Connection) -> Inventory:
    """Everything recorded in the document."""
    municipality = next(iter(MUNICIPALITIES.read(connection)), None)
    if municipality is None:
        raise UserError("document.row_not_understood", table="municipality", row="–")
    return Inventory(
        municipality=municipality,
        entries={entry.key: entry for entry in ENTRIES.read(connection)},
        base_data={(datum.year, datum.indicator): datum for datum in BASE_DATA.read(connection)},
        local_factors={(factor.year, factor.carrier): factor for factor in LOCAL_FACTORS.read(connection)},
        published={(result.year, result.sector): result for result in PUBLISHED_RESULTS.read(connection)},
        sources={source.id: source for source in SOURCES.read(connection)},
        bills={bill.id: bill for bill in BILLS.read(connection)},
        answers={answer.question: answer for answer in ANSWERS.read(connection)},
        acknowledgements={found.place: found for found in ACKNOWLEDGEMENTS.read(connection)},
        second_looks={(look.year, look.sector): look for look in SECOND_LOOKS.read(connection)},
        targets={target.id: target for target in TARGETS.read(connection)},
        plants={(plant.plant, plant.year): plant for plant in PLANTS.read(connection)},
        electricity={record.year: record for record in ELECTRICITY.read(connection)},
        activities={activity.id: activity for activity in ACTIVITIES.read(connection)},
        measures={measure.id: measure for measure in MEASURES.read(connection)},
        traffic={flow.place: flow for flow in TRAFFIC.read(connection)},
    )


def condensed(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Each record once, from its first *before* to its last *after*; what ends as it began is left out.

    They are in the order in which the journal gives them back.

    Raises:
        ValueError: An edit does not go on where the one before it on the same record ended, or removes the
            municipality.
    """
    found: dict[tuple[str, ...], Edit] = {}
    for edit in edits:
        if isinstance(edit.before, Municipality) and edit.after is None:
            raise ValueError("a document cannot be without its municipality")
        earlier = found.get(edit.identity)
        if earlier is not None and earlier.after != edit.before:
            raise ValueError(f"{edit.identity}: two edits of one step do not follow on each other")
        found[edit.identity] = edit if earlier is None else Edit(earlier.before, edit.after)
    changed = (edit for edit in found.values() if edit.before != edit.after)
    return tuple(sorted(changed, key=lambda edit: (edit.identity[0], identity_text(edit.identity))))


def write(connection: Connection, edits: Sequence[Edit]) -> None:
    """Writes condensed edits.

    Raises:
        StaleEditError: The document does not hold a record as the edit's *before* says: undoing it would go wrong.
    """
    by_kind: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_kind[edit.identity[0]].append(edit)
    for kind, group in by_kind.items():
        table = RECORD_TABLES[kind]
        stored = table.find(connection, [edit.record for edit in group])
        for edit in group:
            if stored.get(edit.identity) != edit.before:
                raise StaleEditError(edit, stored.get(edit.identity))
        table.put(connection, [edit.after for edit in group if edit.after is not None])
        table.remove(connection, [edit.before for edit in group if edit.after is None])


def identity_text(identity: Sequence[str]) -> str:
    """What tells a record from others of its kind, as the journal keeps it: a JSON list."""
    return json.dumps([str(part) for part in identity[1:]], ensure_ascii=False)


def encode(record: Record | None) -> str | None:
    """The record as the journal keeps it."""
    return None if record is None else RECORD_TABLES[record.identity[0]].encode(record)


def decode(kind: str, text: str | None) -> Record | None:
    """The record the journal kept."""
    if text is None:
        return None
    record: Record = RECORD_TABLES[kind].decode(text)
    return record
