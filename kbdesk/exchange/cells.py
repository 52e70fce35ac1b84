"""One table as read from a file, before anything is understood: rows of cells with their row number in the file."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell: its text, its exact value where the file holds a number, and what is wrong with it as a number.

    ``trouble`` is ``date``, ``boolean``, ``error`` (such as ``#REF!``), ``formula`` (no stored result) or ``merged``.
    """

    text: str
    number: Decimal | None = None
    trouble: str = ""


EMPTY = Cell("")


class Row(NamedTuple):
    """A row of the file; ``number`` counts as a spreadsheet program and an editor do, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(cell.text or cell.trouble for cell in self.cells)

    def cell(self, place: int) -> Cell:
        """The cell at this place; short rows end in empty cells."""
        return self.cells[place] if place < len(self.cells) else EMPTY


@dataclass(frozen=True)
class Grid:
    """The rows of one file and how they were read: format ``csv`` or ``xlsx``, encoding, separator, sheet."""

    file_format: str
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
