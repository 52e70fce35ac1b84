"""A block of cells for a table whose fields have no names a spreadsheet could know."""

from collections.abc import Sequence
from dataclasses import dataclass

from kbdesk.models.numbers import read_number
from kbdesk.services.clipboard_cells import read_cells


@dataclass(frozen=True, slots=True)
class ClipboardBlock:
    """Rows of texts, all equally long; ``headings_left_out`` says whether names around the numbers were dropped."""

    rows: tuple[tuple[str, ...], ...]
    headings_left_out: bool = False

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def read_block(text: str, decimal_mark: str) -> ClipboardBlock:
    """The block in a clipboard text; a row or column of names around numbers is left out."""
    rows = tuple(tuple(cell.text for cell in row) for row in read_cells(text))
    trimmed = _without_names(rows, decimal_mark)
    return ClipboardBlock(trimmed, headings_left_out=trimmed != rows)


def _without_names(rows: tuple[tuple[str, ...], ...], decimal_mark: str) -> tuple[tuple[str, ...], ...]:
    if len(rows) > 1 and _names(rows[0], decimal_mark) and not _names(rows[1], decimal_mark):
        rows = rows[1:]
    columns = list(zip(*rows, strict=True))
    if len(columns) > 1 and _names(columns[0], decimal_mark) and not _names(columns[1], decimal_mark):
        rows = tuple(row[1:] for row in rows)
    return rows


def _names(cells: Sequence[str], decimal_mark: str) -> bool:
    """Whether no cell is a number. An empty corner above names counts as one of them."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(read_number(cell, decimal_mark).value is None for cell in filled)
