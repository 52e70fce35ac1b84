"""Tables of the Word report: a header row that is repeated, light lines, numbers to the right."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu
from docx.shared import Mm
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.table import _Row

from kbdesk.reports.columns import crowding
from kbdesk.reports.columns import shares
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Table
from kbdesk.reports.word_styles import INK
from kbdesk.reports.word_styles import QUIET
from kbdesk.reports.word_styles import paragraph_style

_LINE, _TINT = "C9CED4", "F1F3F6"
_SMALL, _SMALLEST = 8.0, 6.5


def write_table(document: WordDocument, block: Table) -> None:
    """A table with its title above it."""
    caption = document.add_paragraph(block.title, paragraph_style(document, "Caption"))
    caption.paragraph_format.keep_with_next = True
    table = _new_table(document, block.title, 1 + len(block.rows), shares(block))
    lines, size = (block.header, *block.rows), max(_SMALLEST, _SMALL / crowding(block))
    for at, (row, cells) in enumerate(zip(table.rows, lines, strict=True)):
        is_bold = at == 0 or (block.sums and at == len(block.rows))
        _mark_row(row, is_header=at == 0)
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            _fill(cell, text, size, bold=is_bold, to_right=column in block.figures)
            if at == 0:
                _shade(cell)
    _room_below(document)


def write_numbers(document: WordDocument, block: KeyNumbers) -> None:
    """A few large numbers, each under what it is."""
    count = len(block.numbers)
    table = _new_table(document, block.title, 3, tuple(1 / count for _ in range(count)), lines=False)
    rows: Iterable[tuple[list[str], float, bool]] = (
        ([number.meaning for number in block.numbers], 8.5, True),
        ([number.value for number in block.numbers], 20.0, True),
        ([number.comparison for number in block.numbers], 8.5, False),
    )
    for at, (row, (texts, size, bold)) in enumerate(zip(table.rows, rows, strict=True)):
        _mark_row(row, is_header=at == 0)
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell, text, size, bold=bold)
            _shade(cell)
    _room_below(document)


def _new_table(
    document: WordDocument, title: str, rows: int, widths: tuple[float, ...], *, lines: bool = True
) -> WordTable:
    section = document.sections[-1]
    whole = int((section.page_width or Mm(210)) - (section.left_margin or Mm(20)) - (section.right_margin or Mm(20)))
    table: WordTable = document.add_table(rows, len(widths))
    table.autofit = False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Emu(int(whole * share))
        for cell in column.cells:
            cell.width = Emu(int(whole * share))
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx knows neither borders nor the title of a table
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    if lines:
        # Word wants the properties in the order of its schema: borders stand before the layout.
        properties.find(qn("w:tblLayout")).addprevious(_borders())
    properties.append(_look())
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    properties.append(caption)
    return table


def _borders() -> BaseOxmlElement:
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders


def _look() -> BaseOxmlElement:
    """That the first row and the first column are headers."""
    look = OxmlElement("w:tblLook")
    for name, value in (("val", "04A0"), ("firstRow", "1"), ("firstColumn", "1"), ("noHBand", "0"), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)
    return look


def _mark_row(row: _Row, *, is_header: bool) -> None:
    """A row is never divided; the header is repeated on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - as above
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, text: str, size: float, *, bold: bool = False, to_right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.line_spacing = 1.0
    if to_right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    run.font.color.rgb = QUIET if size > _SMALL and size < 9 else INK  # noqa: PLR2004 - the small rows of the numbers


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _TINT)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - as above


def _room_below(document: WordDocument) -> None:
    paragraph = document.add_paragraph(style=paragraph_style(document, "Normal"))
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.line_spacing = Pt(6)
