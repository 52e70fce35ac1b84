"""The report as PDF/A: tagged, with embedded fonts and an outline. Same report, same bytes."""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO

from kbdesk.charts.draw import picture_bytes
from kbdesk.charts.style import ChartStyle
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Letterhead
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table
from kbdesk.reports.pdf_sheet import ACCENT
from kbdesk.reports.pdf_sheet import BOTTOM
from kbdesk.reports.pdf_sheet import INK
from kbdesk.reports.pdf_sheet import MARGIN
from kbdesk.reports.pdf_sheet import QUIET
from kbdesk.reports.pdf_sheet import TOP
from kbdesk.reports.pdf_sheet import Sheet
from kbdesk.reports.pdf_table import table_height
from kbdesk.reports.pdf_table import write_table

_INCH = 25.4
_HEADINGS = {1: (19.0, 1.5, 3.0), 2: (13.5, 5.0, 2.0), 3: (10.8, 4.0, 1.5)}
"""Type [pt] and the room [mm] above and below, by level."""
_LOOKS = {Look.TEXT: (9.6, False, 2.2), Look.LEAD: (14.5, True, 3.0), Look.NOTE: (8.2, False, 1.8)}
"""Type [pt], bold or not, the room [mm] below."""
_LOWEST_PICTURE, _HIGHEST_PICTURE = 66.0, 122.0
_ANNEX_PICTURE = 104.0
_SMALLEST_SCALE, _STEP = 0.6, 0.04
_LOGO = (46.0, 16.0)
_INDENT = 6.0
_KEPT_WITH_HEADING = 60.0
"""So much [mm] of what follows stands on the page of its heading."""


def write_pdf(report: Report) -> bytes:
    """The report as the content of a file; the first page is made to hold its blocks, whatever their texts."""
    with closing(Sheet(report)) as sheet:
        pages = _write_report(sheet, report)
    with closing(Sheet(report, pages)) as sheet:
        _write_report(sheet, report)
        return bytes(sheet.output())


def _write_report(sheet: Sheet, report: Report) -> int:
    """Write everything; returns on how many pages."""
    sheet.add_page()
    height = _fit(sheet, report.first_page)
    for block in report.first_page:
        _write(sheet, block, height)
    sheet.scale = 1.0
    if report.annex:
        sheet.add_page()
    for at, block in enumerate(report.annex):
        if isinstance(block, Heading):
            sheet.need(_with_heading(sheet, block, report.annex[at + 1 : at + 3]))
        _write(sheet, block, _ANNEX_PICTURE)
    return sheet.pages_count


def _fit(sheet: Sheet, blocks: Sequence[Block]) -> float:
    """Choose the scale of the first page's type; returns what is left for its picture [mm]."""
    room = sheet.h - BOTTOM - TOP
    while True:
        left = room - sum(_height(sheet, block) for block in blocks)
        if left >= _LOWEST_PICTURE or sheet.scale <= _SMALLEST_SCALE:
            return min(left, _HIGHEST_PICTURE)
        sheet.scale -= _STEP


def _with_heading(sheet: Sheet, heading: Heading, following: Sequence[Block]) -> float:
    """A heading never stands alone at the foot of a page."""
    height = _height(sheet, heading)
    small = isinstance(following[0], Paragraph | Heading) if following else False
    for block in following[: 2 if small else 1]:
        height += _ANNEX_PICTURE if isinstance(block, Picture) else min(_height(sheet, block), _KEPT_WITH_HEADING)
    return height


def _height(sheet: Sheet, block: Block) -> float:
    """The height of a block [mm]; of a picture and a table nothing but the least."""
    match block:
        case Letterhead():
            height = (_LOGO[1] if block.logo else 5.0) + 4.0
        case Heading():
            size, above, below = _HEADINGS[block.level]
            height = above + _text_height(sheet, block.text, size, bold=True) + below
        case Paragraph():
            size, bold, below = _LOOKS[block.look]
            height = _text_height(sheet, block.text, size, bold=bold) + below
        case Items():
            sheet.type(_LOOKS[Look.TEXT][0])
            height = sum(sheet.height_of(text, sheet.epw - _INDENT) + 1.2 for text in block.texts) + 1.5
        case KeyNumbers():
            height = _numbers_height(sheet, block) + 4.0
        case Picture():
            height = 3.0
        case Table():
            height = table_height(sheet, block)
    return height


def _text_height(sheet: Sheet, text: str, size: float, *, bold: bool) -> float:
    sheet.type(size, bold=bold)
    return sheet.height_of(text, sheet.epw)


def _write(sheet: Sheet, block: Block, picture_height: float) -> None:
    match block:
        case Letterhead():
            _write_letterhead(sheet, block)
        case Heading():
            _write_heading(sheet, block)
        case Paragraph():
            _write_paragraph(sheet, block)
        case Items():
            _write_items(sheet, block)
        case KeyNumbers():
            _write_numbers(sheet, block)
        case Picture():
            _write_picture(sheet, block, picture_height)
        case Table():
            write_table(sheet, block)


def _write_letterhead(sheet: Sheet, block: Letterhead) -> None:
    top, height = sheet.y, _height(sheet, block) - 4.0
    if block.logo:
        scale = min(_LOGO[0] / block.logo.width, _LOGO[1] / block.logo.height)
        wide, tall = block.logo.width * scale, block.logo.height * scale
        with sheet.decoration():
            sheet.image(BytesIO(block.logo.png), sheet.w - MARGIN - wide, top, wide, tall)
    sheet.type(10.5, bold=True, colour=QUIET)
    sheet.set_y(top + height - sheet.leading)
    with sheet.tagged("P"):
        sheet.write_text(block.name, MARGIN, sheet.epw - (_LOGO[0] + 4 if block.logo else 0))
    sheet.set_y(top + height + 1.5)
    sheet.rule(MARGIN, sheet.y, sheet.epw, ACCENT, 0.7)
    sheet.set_y(top + height + 4.0)


def _write_heading(sheet: Sheet, block: Heading) -> None:
    size, above, below = _HEADINGS[block.level]
    sheet.type(size, bold=True)
    if sheet.y > TOP:
        sheet.set_y(sheet.y + above)
    sheet.start_section(block.text, block.level - 1)
    with sheet.tagged(f"H{block.level}"):
        sheet.write_text(block.text, MARGIN, sheet.epw)
    sheet.set_y(sheet.y + below)


def _write_paragraph(sheet: Sheet, block: Paragraph) -> None:
    size, bold, below = _LOOKS[block.look]
    sheet.need(_height(sheet, block) - below)
    sheet.type(size, bold=bold)
    if block.look is Look.NOTE:
        sheet.set_text_color(*QUIET)
    with sheet.tagged("P"):
        sheet.write_text(block.text, MARGIN, sheet.epw)
    sheet.set_y(sheet.y + below)


def _write_items(sheet: Sheet, block: Items) -> None:
    whole = sheet.tags.group("L", attributes=f"<</O /List /ListNumbering /{'Decimal' if block.numbered else 'Disc'}>>")
    for number, text in enumerate(block.texts, 1):
        sheet.type(_LOOKS[Look.TEXT][0])
        sheet.need(sheet.height_of(text, sheet.epw - _INDENT))
        item, y = sheet.tags.group("LI", whole), sheet.y
        with sheet.tagged("Lbl", item):
            sheet.write_text(f"{number}." if block.numbered else "•", MARGIN, _INDENT)
        sheet.set_y(y)
        with sheet.tagged("LBody", item):
            sheet.write_text(text, MARGIN + _INDENT, sheet.epw - _INDENT)
        sheet.set_y(sheet.y + 1.2)
    sheet.set_y(sheet.y + 1.5)


def _column(sheet: Sheet, block: KeyNumbers) -> float:
    return float(sheet.epw - 4.0 * (len(block.numbers) - 1)) / max(len(block.numbers), 1)


def _lines(block: KeyNumbers) -> tuple[tuple[tuple[str, ...], float, bool], ...]:
    """The rows of the fields with their type [pt]: what each number is, the number, what to hold it against."""
    numbers = block.numbers
    return (
        (tuple(number.meaning for number in numbers), 8.6, True),
        (tuple(number.value for number in numbers), 21.0, True),
        (tuple(number.comparison for number in numbers), 8.2, False),
    )


def _line_heights(sheet: Sheet, block: KeyNumbers) -> list[float]:
    """As high as the highest in each row, so that the numbers stand side by side."""
    width = _column(sheet, block) - 6.0
    return [
        max(_height_in(sheet, text, size, width, bold=bold) for text in texts) for texts, size, bold in _lines(block)
    ]


def _height_in(sheet: Sheet, text: str, size: float, width: float, *, bold: bool) -> float:
    sheet.type(size, bold=bold)
    return sheet.height_of(text, width)


def _numbers_height(sheet: Sheet, block: KeyNumbers) -> float:
    return sum(_line_heights(sheet, block)) + 5.0


def _write_numbers(sheet: Sheet, block: KeyNumbers) -> None:
    top, width, heights = sheet.y, _column(sheet, block), _line_heights(sheet, block)
    for at in range(len(block.numbers)):
        x, y = MARGIN + at * (width + 4.0), top + 2.5
        sheet.field(x, top, width, sum(heights) + 5.0)
        with sheet.tagged("P"):
            for (texts, size, bold), height in zip(_lines(block), heights, strict=True):
                small = size < _LOOKS[Look.TEXT][0]
                sheet.type(size, bold=bold, colour=QUIET if small else INK)
                sheet.set_y(y)
                sheet.write_text(texts[at], x + 3.0, width - 6.0)
                y += height
    sheet.set_y(top + sum(heights) + 9.0)


def _write_picture(sheet: Sheet, block: Picture, height: float) -> None:
    sheet.need(height)
    y = sheet.y
    if sheet.is_counting:
        sheet.set_y(y + height + 3.0)
        return
    png = picture_bytes(block.chart, ".png", ChartStyle(), (sheet.epw / _INCH, height / _INCH))
    box = (MARGIN, sheet.h - y - height, sheet.w - MARGIN, sheet.h - y)
    place = " ".join(f"{at * sheet.k:.2f}" for at in box)
    with sheet.tagged("Figure", alt=block.alt_text, attributes=f"<</O /Layout /BBox [{place}]>>"):
        sheet.image(BytesIO(png), MARGIN, y, sheet.epw, height)
    sheet.set_y(y + height + 3.0)
