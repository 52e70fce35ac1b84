"""The report as a Word document: headings, lists and tables in the styles of the office. Same report, same bytes."""

from collections.abc import Iterable
from datetime import UTC
from datetime import datetime
from datetime import time
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Emu
from docx.shared import Mm
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

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
from kbdesk.reports.word_styles import INK
from kbdesk.reports.word_styles import QUIET
from kbdesk.reports.word_styles import has_list
from kbdesk.reports.word_styles import language_tag
from kbdesk.reports.word_styles import paragraph_style
from kbdesk.reports.word_styles import prepare_plain
from kbdesk.reports.word_styles import set_language
from kbdesk.reports.word_tables import write_numbers
from kbdesk.reports.word_tables import write_table
from kbdesk.reports.word_template import open_template
from kbdesk.reports.word_template import packed

_EMU_PER_INCH = 914_400
_MAIN_MM, _LEAST_MM, _ANNEX_MM = 114.0, 62.0, 100.0
_LETTERS_A_LINE, _LINE_MM = 95, 4.6
_USUAL_LINES = 7
_LOGO_MM = (46.0, 16.0)
_FIELDS = {"{number}": "PAGE", "{count}": "NUMPAGES"}


def write_word(report: Report, template: bytes | None = None) -> bytes:
    """The report as the content of a docx file, in the styles of a template where there is one."""
    document = open_template(template) if template else Document()
    if template is None:
        prepare_plain(document)
        _write_foot(document, report)
    set_language(document, report.language)
    _describe(document, report)
    _write_blocks(document, report.first_page, _main_height(report.first_page))
    for at, block in enumerate(report.annex):
        written = _write(document, block, _ANNEX_MM)
        if at == 0 and written is not None:
            written.paragraph_format.page_break_before = True
    return packed(document)


def _write_blocks(document: WordDocument, blocks: Iterable[Block], picture_mm: float) -> None:
    for block in blocks:
        _write(document, block, picture_mm)


def _write(document: WordDocument, block: Block, picture_mm: float) -> WordParagraph | None:
    """Write a block; returns its paragraph where it is a single one."""
    written: WordParagraph | None = None
    match block:
        case Letterhead():
            _write_letterhead(document, block)
        case Heading():
            written = document.add_paragraph(block.text, paragraph_style(document, f"Heading {block.level}"))
            written.paragraph_format.keep_with_next = True
        case Paragraph():
            written = _write_paragraph(document, block)
        case Items():
            _write_items(document, block)
        case KeyNumbers():
            write_numbers(document, block)
        case Picture():
            written = _write_picture(document, block, picture_mm)
        case Table():
            write_table(document, block)
    return written


def _write_letterhead(document: WordDocument, block: Letterhead) -> None:
    paragraph = document.add_paragraph(style=paragraph_style(document, "Normal"))
    run = paragraph.add_run(block.name)
    run.bold = True
    run.font.color.rgb = QUIET
    if block.logo is None:
        return
    paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(_width(document)), WD_TAB_ALIGNMENT.RIGHT)
    logo = block.logo
    scale = min(_LOGO_MM[0] / logo.width, _LOGO_MM[1] / logo.height)
    picture = paragraph.add_run("\t").add_picture(BytesIO(logo.png), Mm(logo.width * scale), Mm(logo.height * scale))
    _describe_picture(picture, block.name, block.name)


def _write_paragraph(document: WordDocument, block: Paragraph) -> WordParagraph:
    paragraph = document.add_paragraph(style=paragraph_style(document, "Normal"))
    run = paragraph.add_run(block.text)
    if block.look is Look.LEAD:
        run.bold, run.font.size, run.font.color.rgb = True, Pt(14), INK
    if block.look is Look.NOTE:
        run.font.size, run.font.color.rgb = Pt(8.5), QUIET
    return paragraph


def _write_items(document: WordDocument, block: Items) -> None:
    name = "List Number" if block.numbered else "List Bullet"
    is_list = has_list(document, name)
    for number, text in enumerate(block.texts, 1):
        sign = "" if is_list else f"{number}. " if block.numbered else "• "
        paragraph = document.add_paragraph(f"{sign}{text}", paragraph_style(document, name))
        paragraph.paragraph_format.space_after = Pt(3)


def _write_picture(document: WordDocument, block: Picture, height_mm: float) -> WordParagraph:
    width, height = _width(document), Mm(height_mm)
    size = (width / _EMU_PER_INCH, height / _EMU_PER_INCH)
    png = picture_bytes(block.chart, ".png", ChartStyle(), size)
    paragraph = document.add_paragraph(style=paragraph_style(document, "Normal"))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.line_spacing = 1.0
    picture = paragraph.add_run().add_picture(BytesIO(png), Emu(width), height)
    _describe_picture(picture, block.chart.title or block.chart.sentence, block.alt_text)
    return paragraph


def _describe_picture(picture: InlineShape, title: str, alt_text: str) -> None:
    properties = picture._inline.docPr  # noqa: SLF001 - python-docx has no other way to an alternative text
    properties.set("title", title)
    properties.set("descr", alt_text)


def _width(document: WordDocument) -> int:
    """What lies between the margins [EMU]."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return int((page or Mm(210)) - (left or Mm(20)) - (right or Mm(20)))


def _main_height(blocks: Iterable[Block]) -> float:
    """The height of the first page's picture [mm]: lower, where more is written than usual."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Items):
            texts.extend(block.texts)
    lines = sum(len(line) // _LETTERS_A_LINE + 1 for text in texts for line in text.split("\n"))
    return max(_LEAST_MM, _MAIN_MM - _LINE_MM * max(0, lines - _USUAL_LINES))


def _describe(document: WordDocument, report: Report) -> None:
    """What the file says of itself: nothing of the computer it was made on."""
    properties, at = document.core_properties, datetime.combine(report.day, time(), UTC)
    properties.title, properties.subject, properties.author = report.title, report.subject, report.author
    properties.language = language_tag(report.language)
    properties.last_modified_by, properties.comments, properties.keywords = report.author, "", ""
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.revision = 1


def _write_foot(document: WordDocument, report: Report) -> None:
    """The title and the number of the page; Word fills the numbers in."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = paragraph_style(document, "Normal")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Emu(_width(document)), WD_TAB_ALIGNMENT.RIGHT)
    _add_small(paragraph, f"{report.title}\t")
    words = report.page_words
    while words:
        at, mark = min(((words.find(mark), mark) for mark in _FIELDS if mark in words), default=(len(words), ""))
        _add_small(paragraph, words[:at])
        if mark:
            _add_field(paragraph, _FIELDS[mark])
        words = words[at + len(mark) :]


def _add_small(paragraph: WordParagraph, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8), QUIET


def _add_field(paragraph: WordParagraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size, run.font.color.rgb = Pt(8), QUIET
    field.append(run._r)  # noqa: SLF001 - python-docx knows no fields
    paragraph._p.append(field)  # noqa: SLF001 - as above
