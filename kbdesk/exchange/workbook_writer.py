"""Writing a workbook of plain sheets: values and looks, no formulas, no links, no macros."""

import io
import zipfile
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from datetime import time
from typing import TYPE_CHECKING

from kbdesk.exchange.cell_styles import named_styles
from kbdesk.exchange.cell_styles import style_name
from kbdesk.exchange.sheet_texts import escaped
from kbdesk.exchange.sheet_texts import guarded
from kbdesk.exchange.sheet_texts import is_dangerous
from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.sheets import Value

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_AUTHOR = "kbdesk"
_LEAST_HEIGHTS = {Look.TITLE: 26, Look.HEADER: 40}
_WRAPPING = (Look.WRAPPED, Look.LABEL, Look.HEADER)
_LINE, _MARGIN, _MAX_HEIGHT = 13, 3, 400


def workbook_bytes(sheets: Iterable[Sheet], title: str, created: date) -> bytes:
    """The file's content; the same sheets, title and day give the same content."""
    from openpyxl import Workbook  # noqa: PLC0415 - not needed to start
    from openpyxl.workbook.properties import CalcProperties  # noqa: PLC0415 - as above

    book = Workbook()
    book.calculation = CalcProperties(fullCalcOnLoad=False)
    day = datetime.combine(created, time())
    properties = book.properties
    properties.creator, properties.title = _AUTHOR, guarded(title)
    properties.created = properties.modified = day
    book.remove(book.worksheets[0])
    for style in named_styles():
        book.add_named_style(style)
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet)
    return _saved(book)


def _write_sheet(written: "Worksheet", sheet: Sheet) -> None:
    _lay_out(written, sheet)
    for number, row in enumerate(sheet.rows, start=1):
        if row and (height := _height(row, sheet.widths)):
            written.row_dimensions[number].height = height
        written.append([_cell(written, value, look) for value, look in row])


def _lay_out(written: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - not needed to start
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - as above

    for place, width in enumerate(sheet.widths, start=1):
        written.column_dimensions[get_column_letter(place)].width = width
    written.sheet_view.showGridLines = False
    if sheet.frozen_rows:
        written.freeze_panes = f"A{sheet.frozen_rows + 1}"
    if sheet.landscape:
        written.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        written.page_setup.paperSize = "9"
        written.page_setup.orientation = "landscape"
        written.page_setup.fitToWidth, written.page_setup.fitToHeight = 1, 0


def _cell(written: "Worksheet", value: Value, look: Look) -> "Cell | None":
    """The cell with its look, which a missing number has too, so that lines go through; missing texts are left out.

    Styled cells for them would take a tenth of the size a submission may have.
    """
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - not needed to start

    if look is Look.TEXT and value in (None, ""):
        return None
    cell = WriteOnlyCell(written)
    if isinstance(value, str) and value:
        text = guarded(value)
        runnable = is_dangerous(unguarded(text))
        cell.style = style_name(Look.GUARDED if runnable else look)
        cell.quotePrefix = runnable
        cell.value = escaped(text)
        cell.data_type = "s"  # words such as "#N/A" would become an error value
    else:
        cell.style = style_name(look)
        cell.value = None if value == "" else value
    return cell


def _height(row: Sequence[SheetCell], widths: Sequence[int]) -> int | None:
    """The height a row needs: not every spreadsheet program finds it when it opens the file."""
    least = _LEAST_HEIGHTS.get(row[0].look, 0)
    wrapped = [(c.value, w) for c, w in zip(row, widths, strict=False) if c.look in _WRAPPING]
    lines = max((_lines(value, width) for value, width in wrapped if isinstance(value, str)), default=1)
    needed = min(_LINE * lines + _MARGIN, _MAX_HEIGHT) if lines > 1 else 0
    return max(least, needed) or None


def _lines(text: str, width: int) -> int:
    return sum(-(-len(line) // width) or 1 for line in text.splitlines())


def _saved(book: "Workbook") -> bytes:
    """The workbook as an archive in which neither entries nor properties bear the time of writing."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - not needed to start

    raw, final = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED)).save()
    with zipfile.ZipFile(raw) as written, zipfile.ZipFile(final, "w") as archive:
        for name in written.namelist():
            archive.writestr(zipfile.ZipInfo(name), written.read(name), zipfile.ZIP_DEFLATED)
    return final.getvalue()
