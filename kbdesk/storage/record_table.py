"""What is common to the tables that hold records: read, write, remove, and a row's form as JSON in the journal."""

import json
import sqlite3
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from itertools import starmap
from typing import Any
from typing import Generic
from typing import TypeVar

from kbdesk.errors import UserError
from kbdesk.models.inventory import Record
from kbdesk.storage.schema import Table

R = TypeVar("R", bound=Record)
Row = dict[str, str | int | None]

NOT_UNDERSTOOD = (ArithmeticError, LookupError, ValueError, TypeError, AttributeError)
"""What making a record of a row raises where only another program, or a broken disk, can have written it."""

_FEW = 50
"""Up to so many records are looked up one by one; for more, reading the whole table is quicker."""


class RecordTable(Generic[R]):
    """Rows of one table as records of one kind: ``row_of`` and its opposite ``record_of`` (columns in table order)."""

    def __init__(self, kind: str, table: Table, row_of: Callable[[R], Row], record_of: Callable[..., R]) -> None:
        self.kind = kind
        self._table = table
        self._row_of = row_of
        self._record_of = record_of
        self._all = table.selection
        self._one = f"{table.selection} WHERE {table.this_row}"
        self._put = table.insertion("REPLACE")
        self._remove = f"DELETE FROM {table.name} WHERE {table.this_row}"  # noqa: S608 - the names of our own tables

    def read(self, connection: sqlite3.Connection) -> list[R]:
        """Every record of the table."""
        return self._select(connection, self._all)

    def find(self, connection: sqlite3.Connection, records: Sequence[R]) -> dict[tuple[str, ...], R]:
        """What the table holds under the identities of these records, if anything (and more, where that is quicker)."""
        if len(records) > _FEW:
            found = self.read(connection)
        else:
            found = [r for each in records for r in self._select(connection, self._one, self._key_of(each))]
        return {record.identity: record for record in found}

    def put(self, connection: sqlite3.Connection, records: Sequence[R]) -> None:
        """Writes the records, in place of those with the same identity."""
        if records:
            connection.executemany(self._put, [self._row_of(record) for record in records])

    def remove(self, connection: sqlite3.Connection, records: Sequence[R]) -> None:
        """Removes the records."""
        if records:
            connection.executemany(self._remove, [self._key_of(record) for record in records])

    def encode(self, record: R) -> str:
        """The record as the journal keeps it: its row as a JSON object."""
        return json.dumps(self._row_of(record), ensure_ascii=False, separators=(",", ":"))

    def decode(self, text: str) -> R:
        """The record of a JSON object from the journal."""
        # A journal of an older version lacks the columns that came later: they had their default then.
        row = self._table.defaults | json.loads(text)
        return self._record_of(*(row[column] for column in self._table.columns))

    def _key_of(self, record: R) -> Row:
        row = self._row_of(record)
        return {key: row[key] for key in self._table.keys}

    def _select(self, connection: sqlite3.Connection, query: str, parameters: Row | None = None) -> list[R]:
        try:
            return list(starmap(self._record_of, connection.execute(query, parameters or {})))
        except NOT_UNDERSTOOD as error:
            named = self._not_understood(connection.execute(query, parameters or {}))
            raise UserError("document.row_not_understood", table=self._table.name, row=named) from error

    def _not_understood(self, rows: Iterable[tuple[Any, ...]]) -> str:
        """The key of the first row that is no record: looked for only once one is known to be there."""
        for row in rows:
            try:
                self._record_of(*row)
            except NOT_UNDERSTOOD:
                return ", ".join(str(part) for part in row[: len(self._table.keys)])
        return "–"
