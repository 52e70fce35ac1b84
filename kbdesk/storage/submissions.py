"""Rows of the table ``submission``: the register of what was handed in."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy import insert
from sqlalchemy import select

from kbdesk.models.submissions import SubmissionEntry
from kbdesk.storage import tables

_TABLE = tables.submission
_ALL = select(
    _TABLE.c.year,
    _TABLE.c.revision,
    _TABLE.c.sha256,
    _TABLE.c.check_code,
    _TABLE.c.file_name,
    _TABLE.c.at,
    _TABLE.c.payload,
    _TABLE.c.step,
).order_by(_TABLE.c.year, _TABLE.c.revision)


def add(connection: Connection, entry: SubmissionEntry) -> None:
    """Writes a line of the register. Call inside a transaction."""
    row = {
        "year": entry.year,
        "revision": entry.revision,
        "sha256": entry.sha256,
        "check_code": entry.check_code,
        "file_name": entry.file_name,
        "at": entry.at.isoformat(),
        "step": entry.step,
        "payload": entry.payload,
    }
    connection.execute(insert(_TABLE), row)


def read(connection: Connection) -> Iterator[SubmissionEntry]:
    """Every line of the register by year and revision."""
    for year, revision, sha256, check_code, file_name, at, payload, step in connection.execute(_ALL):
        yield SubmissionEntry(year, revision, sha256, check_code, file_name, datetime.fromisoformat(at), payload, step)
