"""The journal: every step that changed the document, in order, with each record before and after. Append-only."""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import bindparam
from sqlalchemy import func
from sqlalchemy import insert
from sqlalchemy import select

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

_STEP, _CHANGE = tables.step, tables.change
_INSERT_STEP = insert(_STEP)
_INSERT_CHANGE = insert(_CHANGE)
_LINES = select(_STEP.c.id, _STEP.c.kind, _STEP.c.target).order_by(_STEP.c.id)
_LAST = select(func.max(_STEP.c.id))
_LAST_TIME = select(_STEP.c.at).order_by(_STEP.c.id.desc()).limit(1)
_CHANGES = (
    select(
        _STEP.c.id,
        _STEP.c.kind,
        _STEP.c.action,
        _STEP.c.parameters,
        _STEP.c.at,
        _STEP.c.who,
        _CHANGE.c.kind,
        _CHANGE.c.before,
        _CHANGE.c.after,
    )
    .join(_CHANGE, _CHANGE.c.step == _STEP.c.id)
    .order_by(_STEP.c.id, _CHANGE.c.kind, _CHANGE.c.identity)
)
_ONE_STEP = _CHANGES.where(_STEP.c.id == bindparam("wanted"))
_SINCE = _CHANGES.where(_STEP.c.id > bindparam("after"))
_OF_IDENTITY = _CHANGES.where(_CHANGE.c.kind == bindparam("kind"), _CHANGE.c.identity == bindparam("identity"))


def append(connection: Connection, change: Change, target: int | None) -> Change:
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
    connection.execute(_INSERT_CHANGE, rows)
    return replace(change, step=step)


def lines(connection: Connection) -> Iterator[StepLine]:
    """Every step in the order it was made, as the undo stacks need it."""
    for step, kind, target in connection.execute(_LINES):
        yield StepLine(step, StepKind(kind), target)


def last_step(connection: Connection) -> int:
    """The number of the latest step, 0 before the first."""
    return connection.execute(_LAST).scalar() or 0


def read_step(connection: Connection, step: int) -> Change:
    """One step with all its edits."""
    return next(_changes(connection, _ONE_STEP, {"wanted": step}))


def read_summary(connection: Connection, step: int, most: int) -> Change:
    """One step to tell people about: with its edits if they are at most so many, else with none."""
    change = next(_changes(connection, _ONE_STEP.limit(most + 1), {"wanted": step}))
    return change if len(change.edits) <= most else replace(change, edits=())


def last_time(connection: Connection) -> datetime | None:
    """When the latest step was made."""
    at = connection.execute(_LAST_TIME).scalar()
    return None if at is None else datetime.fromisoformat(at)


def read_since(connection: Connection, step: int) -> Iterator[Change]:
    """Every step after the one given, in order."""
    return _changes(connection, _SINCE, {"after": step})


def read_history(connection: Connection, identity: Sequence[str]) -> Iterator[Change]:
    """Every step that touched the record, in order, each with the edit of that record alone."""
    return _changes(connection, _OF_IDENTITY, {"kind": identity[0], "identity": identity_text(identity)})


def reversed_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take these back."""
    return tuple(Edit(before=edit.after, after=edit.before) for edit in edits)


def _insert_step(connection: Connection, change: Change, target: int | None) -> int:
    row = {
        "at": change.at.isoformat(),
        "who": change.who,
        "kind": change.kind.value,
        "target": target,
        "action": change.action,
        "parameters": json.dumps(dict(change.parameters), ensure_ascii=False),
    }
    key = connection.execute(_INSERT_STEP, row).inserted_primary_key
    if key is None:
        raise LookupError("a step got no number")
    return int(key[0])


def _changes(connection: Connection, query: Select[Any], parameters: dict[str, str | int]) -> Iterator[Change]:
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
            raise UserError("document.row_not_understood", table=_CHANGE.name, row=str(step)) from error
        yield change
