"""The sheets of a submission held against what its payload says they should be, cell by cell."""

import math
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kbdesk.exchange.sheet_texts import printable
from kbdesk.exchange.sheet_texts import same_text
from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import Value
from kbdesk.exchange.workbook_reader import WorkbookReader
from kbdesk.exchange.workbook_writer import column_letters
from kbdesk.exchange.workbook_writer import number_text
from kbdesk.exchange.workbook_writer import sheet_xml

_TOLERANCE = 1e-13
"""Spreadsheets keep fifteen digits."""
_MAX_SHOWN = 200


class Difference(NamedTuple):
    """One place that says something else: a cell (``Values!H12``), a sheet or a total."""

    sheet: str
    cell: str
    found: str
    expected: str

    @property
    def place(self) -> str:
        """The place as spreadsheets write it."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


def compare_sheets(book: WorkbookReader, sheets: Sequence[Sheet]) -> tuple[Difference, ...]:
    """Every cell that differs, every sheet that is missing, added or hidden."""
    return tuple(_differences(book, sheets))


def _differences(book: WorkbookReader, sheets: Sequence[Sheet]) -> Iterator[Difference]:
    members = book.sheets.members
    for sheet in sheets:
        if sheet.name not in members:
            yield Difference(sheet.name, "", "–", sheet.name)
        elif book.content(members[sheet.name]) != sheet_xml(sheet).encode("utf-8"):
            yield from _cell_differences(book, sheet)
    known = {sheet.name for sheet in sheets}
    for title in members:
        if title not in known:
            yield Difference(title, "", title, "–")
        elif title in book.sheets.hidden:
            yield Difference(title, "", "hidden", "visible")


def _cell_differences(book: WorkbookReader, sheet: Sheet) -> Iterator[Difference]:
    found = book.cells(sheet.name)
    expected: dict[tuple[int, int], Value] = {
        (row, column): cell.value
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell.value not in (None, "")
    }
    for place in sorted(found.keys() | expected.keys()):
        seen, wanted = found.get(place), expected.get(place)
        if not _same(seen, wanted):
            row, column = place
            yield Difference(sheet.name, f"{column_letters(column)}{row + 1}", _shown(seen), _shown(wanted))


def _same(found: str | Decimal | None, expected: Value) -> bool:
    if isinstance(expected, Decimal | int):
        return isinstance(found, Decimal) and math.isclose(found, float(number_text(expected)), rel_tol=_TOLERANCE)
    if isinstance(found, Decimal):
        return False
    return same_text(found or "", expected or "")


def _shown(value: Value) -> str:
    if value is None:
        return "–"
    text = printable(unguarded(value)) if isinstance(value, str) else number_text(value)
    return text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"
