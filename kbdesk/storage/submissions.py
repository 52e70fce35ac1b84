"""Rows of the table ``submission``: the register of what was handed in."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from kbdesk.models.submissions import SubmissionEntry
from kbdesk.storage import tables

_TABLE = tables.submission
_ALL = f"{_TABLE.selection} ORDER BY year, revision"


def add(connection: sqlite3.Connection, entry: SubmissionEntry) -> None:
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
    connection.execute(_TABLE.insertion(), row)


def read(connection: sqlite3.Connection) -> Iterator[SubmissionEntry]:
    """Every line of the register by year and revision."""
    for year, revision, sha256, check_code, file_name, at, step, payload in connection.execute(_ALL):
        yield SubmissionEntry(year, revision, sha256, check_code, file_name, datetime.fromisoformat(at), payload, step)
