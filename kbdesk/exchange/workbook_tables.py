"""Reading one sheet of an xlsx workbook: numbers exact, everything that is no plain value named as such."""

import warnings
import zipfile
from collections.abc import Iterator
from datetime import date
from datetime import time
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

from kbdesk.errors import UserError
from kbdesk.exchange.archives import open_archive
from kbdesk.exchange.cells import EMPTY
from kbdesk.exchange.cells import Cell
from kbdesk.exchange.cells import Grid
from kbdesk.exchange.cells import Row
from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.text_tables import MAX_COLUMNS

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAX_WORKBOOK_ROWS = 40_000
MAX_WORKBOOK_CELLS = 400_000
_WHOLE_IN_MEMORY = 5_000_000
"""Sheets up to this size are held whole, which shows merged cells and formulas; larger ones are streamed."""
_UNFINISHED = {"f": "formula", "e": "error", "b": "boolean"}


def read_workbook_table(path: Path, sheet: str | None) -> Grid:
    """Read the named sheet, or the first that holds anything; what cannot be read is a ``UserError``."""
    try:
        with open_archive(path) as archive:
            size, has_formulas = _looked_into(archive, path.name)
        small = size <= _WHOLE_IN_MEMORY
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path, sheet, small=small, formulas=small and has_formulas)
    except UserError:
        raise
    except Exception as error:  # a broken workbook fails anywhere in the parser; for the user it is one case
        raise UserError("import.broken_xlsx", file=path.name) from error


def _looked_into(archive: zipfile.ZipFile, name: str) -> tuple[int, bool]:
    sheets = [m for m in archive.infolist() if m.filename.startswith("xl/") and m.filename.endswith(".xml")]
    if not any(member.filename == "xl/workbook.xml" for member in sheets):
        raise UserError("import.not_a_table", file=name)
    size = sum(member.file_size for member in sheets)
    if size > _WHOLE_IN_MEMORY:
        return size, False
    return size, any(b"<f" in archive.read(m) for m in sheets if m.filename.startswith("xl/worksheets/"))


def _read(path: Path, sheet: str | None, *, small: bool, formulas: bool) -> Grid:
    from openpyxl import load_workbook  # noqa: PLC0415 - costs start-up time

    book = load_workbook(path, read_only=not small, data_only=True, keep_links=False)
    written = load_workbook(path, data_only=False, keep_links=False) if formulas else None
    title = _chosen_sheet(book, sheet, path.name)
    rows = list(_rows(book, written, title, path.name))
    book.close()
    return Grid("xlsx", tuple(rows), sheet=title)


def _chosen_sheet(book: "Workbook", sheet: str | None, name: str) -> str:
    titles = [worksheet.title for worksheet in book.worksheets]
    if sheet is not None:
        if sheet not in titles:
            raise UserError("import.no_such_sheet", file=name, sheet=sheet, sheets=", ".join(titles))
        return sheet
    for worksheet in book.worksheets:
        if any(any(value is not None for value in row) for row in worksheet.iter_rows(max_row=50, values_only=True)):
            return str(worksheet.title)
    raise UserError("import.empty", file=name)


def _rows(book: "Workbook", written: "Workbook | None", title: str, name: str) -> Iterator[Row]:
    worksheet = book[title]
    merged = _covered_cells(worksheet)
    formulas = written[title] if written is not None else None
    blank = filled = 0
    for number, cells in enumerate(worksheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number - blank > MAX_WORKBOOK_ROWS + 1:
            raise UserError("import.too_many_rows", file=name, limit=MAX_WORKBOOK_ROWS)
        filled += sum(cell.value is not None for cell in cells)
        if filled > MAX_WORKBOOK_CELLS:
            raise UserError("import.too_many_cells", file=name, limit=MAX_WORKBOOK_CELLS)
        row = Row(number, tuple(_cell(cell, formulas, merged) for cell in cells))
        blank = blank + 1 if row.is_blank else blank
        if blank > MAX_WORKBOOK_ROWS:
            return
        if not row.is_blank:
            yield row


def _covered_cells(worksheet: Any) -> frozenset[tuple[int, int]]:  # noqa: ANN401 - two kinds of worksheet, one attribute
    """The cells that are hidden under a merged range (all but its first)."""
    ranges = getattr(worksheet, "merged_cells", None)
    if ranges is None:
        return frozenset()
    return frozenset(
        place
        for area in ranges.ranges
        if area.size["rows"] * area.size["columns"] <= MAX_WORKBOOK_ROWS
        for place in list(area.cells)[1:]
    )


def _cell(cell: Any, formulas: Any, merged: frozenset[tuple[int, int]]) -> Cell:  # noqa: ANN401 - openpyxl's cells
    value = cell.value
    if value is None:
        return _empty_cell(cell, formulas, merged)
    if isinstance(value, bool):
        return Cell(str(value).upper(), trouble="boolean")
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return Cell(_plain(number), number)
    if isinstance(value, date | time | timedelta):
        return Cell(str(value), trouble="date")
    return Cell(unguarded(str(value).strip()), trouble=_UNFINISHED.get(cell.data_type, ""))


def _empty_cell(cell: Any, formulas: Any, merged: frozenset[tuple[int, int]]) -> Cell:  # noqa: ANN401 - openpyxl's cells
    row, column = getattr(cell, "row", None), getattr(cell, "column", None)
    if row is None or column is None:
        return EMPTY
    if (row, column) in merged:
        return Cell("", trouble="merged")
    if formulas is not None and formulas.cell(row, column).data_type == "f":
        return Cell(str(formulas.cell(row, column).value), trouble="formula")
    return EMPTY


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
