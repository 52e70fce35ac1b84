"""Writing a workbook of plain sheets: no formulas, no links, no macros, the same bytes for the same sheets.

Written by hand and not by openpyxl because a submission must be byte for byte reproducible and is written and compared
within tenths of a second.
"""

import io
import zipfile
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from kbdesk.exchange.sheet_texts import escaped
from kbdesk.exchange.sheet_texts import guarded
from kbdesk.exchange.sheet_texts import is_dangerous
from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.workbook_styles import STYLES

_HEIGHTS = {Look.TITLE: 26, Look.HEADER: 40}
_WRAPPING = (Look.WRAPPED, Look.LABEL)
_LINE, _MARGIN, _MAX_HEIGHT = 13, 3, 400
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook_bytes(sheets: Sequence[Sheet], title: str) -> bytes:
    """The file's content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in _members(sheets, title):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def member_name(place: int) -> str:
    """The archive member that holds the sheet at this place (from 1)."""
    return f"xl/worksheets/sheet{place}.xml"


def sheet_xml(sheet: Sheet) -> str:
    """One sheet as XML."""
    parts = [_HEAD, f'<worksheet xmlns="{_MAIN}">']
    if sheet.landscape:
        parts.append('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    parts.append(f'<sheetViews><sheetView showGridLines="0" workbookViewId="0">{_pane(sheet)}</sheetView></sheetViews>')
    widths = enumerate(sheet.widths, start=1)
    columns = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in widths)
    parts.append(f"<cols>{columns}</cols><sheetData>")
    writer = _CellWriter(max(map(len, sheet.rows), default=0), sheet.widths)
    parts.extend(writer.row(number, row) for number, row in enumerate(sheet.rows, start=1) if row)
    parts.append("</sheetData>")
    if sheet.landscape:
        parts.append('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    parts.append("</worksheet>")
    return "".join(parts)


def column_letters(place: int) -> str:
    """The letters of a column (0 is A)."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_text(value: Decimal | int) -> str:
    """The number with the fifteen digits a spreadsheet keeps."""
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _pane(sheet: Sheet) -> str:
    rows = sheet.frozen_rows
    if not rows:
        return ""
    return f'<pane ySplit="{rows}" topLeftCell="A{rows + 1}" activePane="bottomLeft" state="frozen"/>'


class _CellWriter:
    """Cells as XML; what was written once is kept, because words of a table repeat."""

    def __init__(self, columns: int, widths: Sequence[int]) -> None:
        self._widths = widths
        self._letters = [column_letters(place) for place in range(columns)]
        self._texts: dict[str, str] = {}

    def row(self, number: int, row: tuple[SheetCell, ...]) -> str:
        """One row."""
        parts = [f'<row r="{number}"{self._height(row)}>']
        for letters, (value, look) in zip(self._letters, row, strict=False):
            if isinstance(value, str):
                if value:
                    parts.append(f'<c r="{letters}{number}" s="{self._text(value, look)}')
            elif value is not None:
                parts.append(f'<c r="{letters}{number}" s="{look:d}"><v>{number_text(value)}</v></c>')
        parts.append("</row>")
        return "".join(parts)

    def _height(self, row: tuple[SheetCell, ...]) -> str:
        """The height a row needs: not every spreadsheet program finds it when it opens the file."""
        if (fixed := _HEIGHTS.get(row[0].look)) is not None:
            points = fixed
        else:
            wrapped = [(c.value, w) for c, w in zip(row, self._widths, strict=False) if c.look in _WRAPPING]
            lines = max((_lines(value, width) for value, width in wrapped if isinstance(value, str)), default=1)
            points = min(_LINE * lines + _MARGIN, _MAX_HEIGHT) if lines > 1 else 0
        return f' ht="{points}" customHeight="1"' if points else ""

    def _text(self, value: str, look: Look) -> str:
        key = f"{look:d}{value}"
        if (found := self._texts.get(key)) is None:
            text = guarded(value)
            shown = Look.GUARDED if is_dangerous(unguarded(text)) else look
            written = escape(escaped(text))
            found = f'{shown:d}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
            self._texts[key] = found
        return found


def _lines(text: str, width: int) -> int:
    return sum(-(-len(line) // width) or 1 for line in text.splitlines())


def _members(sheets: Sequence[Sheet], title: str) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", _content_types(numbers)
    yield "_rels/.rels", _package_relations()
    yield "docProps/core.xml", _properties(title)
    yield "xl/workbook.xml", _workbook(sheets)
    yield "xl/_rels/workbook.xml.rels", _workbook_relations(numbers)
    yield "xl/styles.xml", STYLES
    for number, sheet in zip(numbers, sheets, strict=True):
        yield member_name(number), sheet_xml(sheet)


def _content_types(numbers: range) -> str:
    overrides = "".join(
        f'<Override PartName="/{member_name(n)}" ContentType="{_TYPES}.worksheet+xml"/>' for n in numbers
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{overrides}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _properties(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(guarded(title))}</dc:title></cp:coreProperties>'
    )


def _workbook(sheets: Sequence[Sheet]) -> str:
    numbered = enumerate(sheets, start=1)
    entries = "".join(f'<sheet name="{escape(s.name)}" sheetId="{n}" r:id="rId{n}"/>' for n, s in numbered)
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'


def _workbook_relations(numbers: range) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    styles = f'<Relationship Id="rId{len(numbers) + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}{styles}</Relationships>'
