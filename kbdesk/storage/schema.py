"""What a table of the data file is: its columns and conditions, and the statements that follow from them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column; what stood in the file before a column with a default was added has that default."""

    name: str
    type: str = "TEXT"
    key: bool = False
    optional: bool = False
    default: str | None = None
    check: str = ""
    references: str = ""

    @property
    def definition(self) -> str:
        """The column as ``CREATE TABLE`` has it."""
        default = None if self.default is None else f"DEFAULT '{self.default}'"
        references = self.references and f"REFERENCES {self.references}"
        parts = (f'"{self.name}"', self.type, default, None if self.optional else "NOT NULL", self.check, references)
        return " ".join(part for part in parts if part)


class Table:
    """A strict table. One whose rows have no number of their own is stored by its key."""

    def __init__(self, name: str, *columns: Column, condition: str = "", numbered: bool = False) -> None:
        self.name = name
        self.columns = tuple(column.name for column in columns)
        self.keys = tuple(column.name for column in columns if column.key)
        self.defaults = {column.name: column.default for column in columns if column.default is not None}
        self._definitions = [column.definition for column in columns]
        self._conditions = [condition] if condition else []
        self._ending = "STRICT" if numbered else "WITHOUT ROWID, STRICT"

    @property
    def creation(self) -> str:
        """The statement that creates the table."""
        key = [f"PRIMARY KEY ({_listed(self.keys)})"] if self.keys else []
        inside = ",\n\t".join([*self._definitions, *key, *self._conditions])
        return f"CREATE TABLE {self.name} (\n\t{inside}\n) {self._ending}"

    @property
    def selection(self) -> str:
        """The statement that reads every row, its columns in the order of the table."""
        return f"SELECT {_listed(self.columns)} FROM {self.name}"  # noqa: S608 - nothing but names of our own tables

    @property
    def this_row(self) -> str:
        """The condition that picks one row by its key."""
        return " AND ".join(f'"{key}" = :{key}' for key in self.keys)

    def insertion(self, otherwise: str = "ABORT") -> str:
        """The statement that writes a row; ``otherwise`` says what happens where its key is there (an SQLite word)."""
        values = ", ".join(f":{name}" for name in self.columns)
        return f"INSERT OR {otherwise} INTO {self.name} ({_listed(self.columns)}) VALUES ({values})"  # noqa: S608 - our own names


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
