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
from kbdesk.exchange.workbook_reader import Place
from kbdesk.exchange.workbook_reader import WorkbookReader

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


def number_text(value: Decimal | int) -> str:
    """The number with the fifteen digits a spreadsheet keeps."""
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _differences(book: WorkbookReader, sheets: Sequence[Sheet]) -> Iterator[Difference]:
    members = book.sheets.members
    for sheet in sheets:
        if sheet.name in members:
            yield from _cell_differences(book, sheet)
        else:
            yield Difference(sheet.name, "", "–", sheet.name)
    known = {sheet.name for sheet in sheets}
    for title in members:
        if title not in known:
            yield Difference(title, "", title, "–")
        elif title in book.sheets.hidden:
            yield Difference(title, "", "hidden", "visible")


def _cell_differences(book: WorkbookReader, sheet: Sheet) -> Iterator[Difference]:
    found = book.cells(sheet.name)
    expected: dict[Place, Value] = {
        (row, column): value
        for row, cells in enumerate(sheet.rows)
        for column, (value, _look) in enumerate(cells)
        if value is not None and value != ""
    }
    places = found.keys() | expected.keys()
    differing = (place for place in places if not _same(found.get(place), expected.get(place)))
    for place in sorted(differing):
        yield Difference(sheet.name, _cell_name(place), _shown(found.get(place)), _shown(expected.get(place)))


def _cell_name(place: Place) -> str:
    from openpyxl.utils.cell import get_column_letter  # noqa: PLC0415 - only where something differs

    row, column = place
    return f"{get_column_letter(column + 1)}{row + 1}"


def _same(found: str | Decimal | None, expected: Value) -> bool:
    if found == expected:
        return True
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
