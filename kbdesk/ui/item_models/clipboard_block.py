"""A block of cells on the clipboard, as spreadsheets write it: tabs between cells, a line for each row."""

import csv
import io
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

from kbdesk.models.numbers import read_number


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
    # a lone quotation mark is no broken table: the reader takes it as text
    parsed = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))
    while parsed and not any(cell.strip() for cell in parsed[-1]):
        parsed.pop()
    width = max((len(row) for row in parsed), default=0)
    rows = tuple(tuple(cell.strip() for cell in (*row, *[""] * (width - len(row)))) for row in parsed)
    trimmed = _without_names(rows, decimal_mark)
    return ClipboardBlock(trimmed, headings_left_out=trimmed != rows)


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """The clipboard text of a block; a cell that could begin a formula is written so that none is run."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue().removesuffix("\n")


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


def _harmless(cell: str) -> str:
    return (
        f"'{cell}" if cell.startswith(("=", "+", "@")) or (cell.startswith("-") and not cell[1:2].isdigit()) else cell
    )
