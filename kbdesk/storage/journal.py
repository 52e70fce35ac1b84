"""The journal: every step that changed the document, in order, with each record before and after. Append-only."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.storage import tables
from kbdesk.storage.record_table import NOT_UNDERSTOOD
from kbdesk.storage.records import decode
from kbdesk.storage.records import encode
from kbdesk.storage.records import identity_text
from kbdesk.storage.undo_stacks import StepLine

_INSERT_STEP = """INSERT INTO step (at, who, kind, target, action, parameters)
    VALUES (:at, :who, :kind, :target, :action, :parameters)"""
_INSERT_CHANGE = tables.change.insertion()
_LINES = "SELECT id, kind, target FROM step ORDER BY id"
_LAST = "SELECT max(id) FROM step"
_LAST_TIME = "SELECT at FROM step ORDER BY id DESC LIMIT 1"
_CHANGES = """SELECT step.id, step.kind, action, parameters, at, who, change.kind, change."before", change."after"
    FROM step JOIN change ON change.step = step.id WHERE {condition} ORDER BY step.id, change.kind, change.identity"""
_ONE_STEP = _CHANGES.format(condition="step.id = :wanted")
_SUMMARY = f"{_ONE_STEP} LIMIT :most"
_SINCE = _CHANGES.format(condition="step.id > :after")
_OF_IDENTITY = _CHANGES.format(condition="change.kind = :kind AND change.identity = :identity")


def append(connection: sqlite3.Connection, change: Change, target: int | None) -> Change:
    """Writes a step, whatever its number, and returns it with the number it got. Call inside a transaction."""
    step = _insert_step(connection, change, target)
    rows = [
        {
            "step": step,
            "kind": edit.identity[0],
            "identity": identity_text(edit.identity),
            "before": encode(edit.before),
            "after": encode(edit.after),
        }
        for edit in change.edits
    ]
    connection.executemany(_INSERT_CHANGE, rows)
    return replace(change, step=step)


def lines(connection: sqlite3.Connection) -> Iterator[StepLine]:
    """Every step in the order it was made, as the undo stacks need it."""
    for step, kind, target in connection.execute(_LINES):
        yield StepLine(step, StepKind(kind), target)


def last_step(connection: sqlite3.Connection) -> int:
    """The number of the latest step, 0 before the first."""
    (last,) = connection.execute(_LAST).fetchone()
    return last or 0


def read_step(connection: sqlite3.Connection, step: int) -> Change:
    """One step with all its edits."""
    return next(_changes(connection, _ONE_STEP, {"wanted": step}))


def read_summary(connection: sqlite3.Connection, step: int, most: int) -> Change:
    """One step to tell people about: with its edits if they are at most so many, else with none."""
    change = next(_changes(connection, _SUMMARY, {"wanted": step, "most": most + 1}))
    return change if len(change.edits) <= most else replace(change, edits=())


def last_time(connection: sqlite3.Connection) -> datetime | None:
    """When the latest step was made."""
    found = connection.execute(_LAST_TIME).fetchone()
    return None if found is None else datetime.fromisoformat(found[0])


def read_since(connection: sqlite3.Connection, step: int) -> Iterator[Change]:
    """Every step after the one given, in order."""
    return _changes(connection, _SINCE, {"after": step})


def read_history(connection: sqlite3.Connection, identity: Sequence[str]) -> Iterator[Change]:
    """Every step that touched the record, in order, each with the edit of that record alone."""
    return _changes(connection, _OF_IDENTITY, {"kind": identity[0], "identity": identity_text(identity)})


def reversed_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take these back."""
    return tuple(Edit(before=edit.after, after=edit.before) for edit in edits)


def _insert_step(connection: sqlite3.Connection, change: Change, target: int | None) -> int:
    row = {
        "at": change.at.isoformat(),
        "who": change.who,
        "kind": change.kind.value,
        "target": target,
        "action": change.action,
        "parameters": json.dumps(dict(change.parameters), ensure_ascii=False),
    }
    key = connection.execute(_INSERT_STEP, row).lastrowid
    if key is None:
        raise LookupError("a step got no number")
    return key


def _changes(connection: sqlite3.Connection, query: str, parameters: dict[str, str | int]) -> Iterator[Change]:
    for (step, kind, action, details, at, who), rows in groupby(
        connection.execute(query, parameters), key=itemgetter(slice(0, 6))
    ):
        try:
            change = Change(
                step=step,
                kind=StepKind(kind),
                action=action,
                parameters=tuple(json.loads(details).items()),
                edits=tuple(Edit(decode(row[6], row[7]), decode(row[6], row[8])) for row in rows),
                at=datetime.fromisoformat(at),
                who=who,
            )
        except NOT_UNDERSTOOD as error:
            raise UserError("document.row_not_understood", table=tables.change.name, row=str(step)) from error
        yield change
