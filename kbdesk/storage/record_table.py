"""What is common to the tables that hold records: read, write, remove, and a row's form as JSON in the journal."""

import json
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from functools import cached_property
from itertools import starmap
from typing import Any
from typing import Generic
from typing import TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Delete
from sqlalchemy import Insert
from sqlalchemy import Select
from sqlalchemy import Table
from sqlalchemy import bindparam
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select

from kbdesk.errors import UserError
from kbdesk.models.inventory import Record
from kbdesk.storage.connection import driver_of

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
        self._columns = tuple(table.columns.keys())
        # A journal of an older version lacks the columns that came later: they had their default then.
        self._added = {column.name: "" for column in table.columns if column.server_default is not None}
        self._keys = tuple(column.name for column in table.primary_key)

    # A document is opened far more often than it is written to: what writing needs is made when it is first needed.
    @cached_property
    def _one(self) -> Select[Any]:
        return select(self._table).where(*self._is_this_row)

    @cached_property
    def _put(self) -> Insert:
        return insert(self._table).prefix_with("OR REPLACE")

    @cached_property
    def _remove(self) -> Delete:
        return delete(self._table).where(*self._is_this_row)

    @property
    def _is_this_row(self) -> list[ColumnElement[bool]]:
        return [self._table.c[key] == bindparam(f"this_{key}") for key in self._keys]

    def read(self, connection: Connection) -> list[R]:
        """Every record of the table; by the driver itself, because thousands of rows are read at every start."""
        names = ", ".join(f'"{column}"' for column in self._columns)
        rows = driver_of(connection).execute(f"SELECT {names} FROM {self._table.name}")  # noqa: S608 - our own names
        return self._records(rows.fetchall())

    def find(self, connection: Connection, records: Sequence[R]) -> dict[tuple[str, ...], R]:
        """What the table holds under the identities of these records, if anything (and more, where that is quicker)."""
        if len(records) > _FEW:
            found = self.read(connection)
        else:
            rows = (connection.execute(self._one, self._key_of(each)).all() for each in records)
            found = [record for some in rows for record in self._records(some)]
        return {record.identity: record for record in found}

    def put(self, connection: Connection, records: Sequence[R]) -> None:
        """Writes the records, in place of those with the same identity."""
        if records:
            connection.execute(self._put, [self._row_of(record) for record in records])

    def remove(self, connection: Connection, records: Sequence[R]) -> None:
        """Removes the records."""
        if records:
            connection.execute(self._remove, [dict(self._key_of(record)) for record in records])

    def encode(self, record: R) -> str:
        """The record as the journal keeps it: its row as a JSON object."""
        return json.dumps(self._row_of(record), ensure_ascii=False, separators=(",", ":"))

    def decode(self, text: str) -> R:
        """The record of a JSON object from the journal."""
        row = json.loads(text)
        return self._record_of(*(row[column] if column in row else self._added[column] for column in self._columns))

    def _key_of(self, record: R) -> Mapping[str, str | int | None]:
        row = self._row_of(record)
        return {f"this_{key}": row[key] for key in self._keys}

    def _records(self, rows: Sequence[Sequence[Any]]) -> list[R]:
        try:
            return list(starmap(self._record_of, rows))
        except NOT_UNDERSTOOD as error:
            named = self._not_understood(rows)
            raise UserError("document.row_not_understood", table=self._table.name, row=named) from error

    def _not_understood(self, rows: Sequence[Sequence[Any]]) -> str:
        """The key of the first row that is no record: looked for only once there is one."""
        for row in rows:
            try:
                self._record_of(*row)
            except NOT_UNDERSTOOD:
                return ", ".join(str(part) for part in row[: len(self._keys)])
        return "–"
