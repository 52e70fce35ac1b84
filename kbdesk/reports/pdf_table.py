"""Tables of the PDF: light lines, numbers to the right, the header again on every page, each cell tagged."""

from collections.abc import Sequence

from fpdf.enums import Align

from kbdesk.reports.columns import crowding
from kbdesk.reports.columns import shares
from kbdesk.reports.content import Table
from kbdesk.reports.pdf_sheet import INK
from kbdesk.reports.pdf_sheet import LINE
from kbdesk.reports.pdf_sheet import MARGIN
from kbdesk.reports.pdf_sheet import QUIET
from kbdesk.reports.pdf_sheet import Sheet
from kbdesk.reports.pdf_tags import Tag

_SIZE, _SMALLEST = 7.8, 6.0
"""Type of the cells [pt]: smaller where a table has more columns than fit."""
_TITLE = 9.0
_GAP = 1.4
_WHOLE, _BEGINNING = 130.0, 45.0
"""A table up to so high [mm] is kept on one page; of a higher one so much stands below its title."""
_UP = 0.9
_HEADER = "<</O /Table /Scope /Column>>"
_FIRST = "<</O /Table /Scope /Row>>"


def table_height(sheet: Sheet, table: Table) -> float:
    """The height of a table with its title [mm], were it not divided."""
    widths = _widths(sheet, table)
    sheet.type(_TITLE, bold=True)
    title = sheet.height_of(table.title, sheet.epw) + 1.0
    return (
        title + sum(_height(sheet, line, widths, _size(table), bold=True) for line in (table.header, *table.rows)) + 4.0
    )


def write_table(sheet: Sheet, table: Table) -> None:
    """Write a table; one that is not too high stands on one page, and a row is never divided."""
    widths = _widths(sheet, table)
    height = table_height(sheet, table)
    sheet.need(height if height < _WHOLE else _BEGINNING)
    whole = sheet.tags.group("Table")
    sheet.type(_TITLE, bold=True)
    with sheet.tagged("Caption", whole):
        sheet.write_text(table.title, MARGIN, sheet.epw)
    sheet.set_y(sheet.y + 1.0)
    _write_header(sheet, table, widths, whole)
    size = _size(table)
    for at, row in enumerate(table.rows):
        bold = table.sums and at == len(table.rows) - 1
        if sheet.room < _height(sheet, row, widths, size, bold=bold):
            sheet.add_page()
            _write_header(sheet, table, widths, None)
        _write_row(sheet, table, row, widths, whole, bold=bold)
    sheet.set_y(sheet.y + 4.0)


def _size(table: Table) -> float:
    return max(_SMALLEST, _SIZE / crowding(table))


def _widths(sheet: Sheet, table: Table) -> list[float]:
    return [share * sheet.epw for share in shares(table)]


def _height(sheet: Sheet, cells: Sequence[str], widths: Sequence[float], size: float, *, bold: bool) -> float:
    sheet.type(size, bold=bold)
    heights = (sheet.height_of(cell, width - 2 * _GAP) for cell, width in zip(cells, widths, strict=True))
    return max(heights) + 2 * _UP


def _write_header(sheet: Sheet, table: Table, widths: Sequence[float], whole: Tag | None) -> None:
    """Without a table to belong to it is the header again, on a further page."""
    size = _size(table)
    height = _height(sheet, table.header, widths, size, bold=True)
    sheet.field(MARGIN, sheet.y, sheet.epw, height)
    row = sheet.tags.group("TR", whole) if whole else None
    top, x = sheet.y, MARGIN
    for column, (cell, width) in enumerate(zip(table.header, widths, strict=True)):
        sheet.type(size, bold=True, colour=QUIET)
        sheet.set_y(top + _UP)
        with sheet.tagged("TH", row, attributes=_HEADER) if row else sheet.decoration():
            sheet.write_text(cell, x + _GAP, width - 2 * _GAP, _align(table, column))
        x += width
    sheet.set_y(top + height)


def _write_row(
    sheet: Sheet, table: Table, cells: Sequence[str], widths: Sequence[float], whole: Tag, *, bold: bool
) -> None:
    size = _size(table)
    height = _height(sheet, cells, widths, size, bold=bold)
    row, top, x = sheet.tags.group("TR", whole), sheet.y, MARGIN
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        sheet.type(size, bold=bold, colour=INK)
        sheet.set_y(top + _UP)
        kind, attributes = ("TD", None) if column else ("TH", _FIRST)
        with sheet.tagged(kind, row, attributes=attributes):
            sheet.write_text(cell, x + _GAP, width - 2 * _GAP, _align(table, column))
        x += width
    sheet.set_y(top + height)
    sheet.rule(MARGIN, sheet.y, sheet.epw, INK if bold else LINE, 0.15)


def _align(table: Table, column: int) -> Align:
    return Align.R if column in table.figures else Align.L
