"""The paper a PDF report is written on: A4, the font of the charts, everything on it tagged or marked as decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from datetime import datetime
from datetime import time
from html import escape

from fpdf import FPDF
from fpdf.enums import Align
from fpdf.enums import MethodReturnValue
from fpdf.enums import XPos
from fpdf.enums import YPos
from fpdf.fonts import TTFFont
from fpdf.prefs import ViewerPreferences
from typing_extensions import override

from kbdesk.charts.draw.fonts import font_file
from kbdesk.reports.content import Report
from kbdesk.reports.pdf_tags import Tag
from kbdesk.reports.pdf_tags import TagTree

MARGIN = 20.0
TOP = 17.0
BOTTOM = 19.0
"""Margins of the page [mm]."""
INK = (22, 25, 29)
QUIET = (86, 93, 102)
ACCENT = (51, 34, 136)
LINE = (201, 206, 212)
TINT = (241, 243, 246)
_FONT = "DejaVuSans"
_LEADING = 1.36
_POINT = 25.4 / 72
_FOOT = 7.5
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_KEEP = "\n"


class Sheet(FPDF):
    """Pages being written. ``scale`` makes all type smaller, where the first page would not hold it."""

    def __init__(self, report: Report, pages: int = 0) -> None:
        super().__init__(format="A4", enforce_compliance="PDF/A-2U")
        self.tags = TagTree()
        self.struct_builder = self.tags
        self.scale = 1.0
        self._report = report
        self._pages = pages
        self.set_margins(MARGIN, TOP, MARGIN)
        self.set_auto_page_break(auto=False)
        self.c_margin = 0.0
        self.add_font(_FONT, fname=font_file())
        self.add_font(_FONT, "B", fname=font_file(bold=True))
        font = self.fonts[f"{_FONT.lower()}"]
        self._known = frozenset(font.cmap) if isinstance(font, TTFFont) else frozenset()
        self._describe()

    def close(self) -> None:
        """Close the files of the fonts, which fpdf2 leaves open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    @property
    def is_counting(self) -> bool:
        """Whether the pages are only counted: how many there are is not known yet."""
        return not self._pages

    @property
    def room(self) -> float:
        """What is left of the page [mm]."""
        return float(self.h - BOTTOM - self.y)

    def need(self, height: float) -> None:
        """Begin a new page where so much [mm] is not left."""
        if self.room < height and self.y > TOP:
            self.add_page()

    def type(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = INK) -> None:
        """Choose the type [pt] for what is written next."""
        self.set_font(_FONT, "B" if bold else "", size * self.scale)
        self.set_text_color(*colour)

    @property
    def leading(self) -> float:
        """The height of a line of the chosen type [mm]."""
        return float(self.font_size_pt * _POINT * _LEADING)

    def known(self, text: str) -> str:
        """The text with a sign in place of what the font lacks."""
        return "".join(sign if sign in _KEEP or ord(sign) in self._known else _UNKNOWN for sign in text)

    def height_of(self, text: str, width: float) -> float:
        """The height [mm] of a text in the chosen type."""
        height = self.multi_cell(
            width,
            self.leading,
            self.known(text),
            align=Align.L,
            dry_run=True,
            output=MethodReturnValue.HEIGHT,
        )
        return float(height)  # type: ignore[arg-type]  # one number, as asked for

    def write_text(self, text: str, x: float, width: float, align: Align = Align.L) -> None:
        """Write a text in the chosen type from the present height on, which then is below it."""
        self.set_x(x)
        self.multi_cell(width, self.leading, self.known(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    @contextmanager
    def tagged(
        self, kind: str, parent: Tag | None = None, alt: str | None = None, attributes: str | None = None
    ) -> Iterator[None]:
        """Whatever is written meanwhile is this for those who have the page read to them."""
        mark = self.tags.leaf(self.page, kind, parent, alt, attributes)
        self.pages[self.page].struct_parents = self.tags.key_of(self.page)
        self._out(f"/{kind} <</MCID {mark}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Whatever is drawn meanwhile says nothing: lines, fields, repeated headers, the foot of the page."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def rule(self, x: float, y: float, width: float, colour: tuple[int, int, int] = LINE, thick: float = 0.2) -> None:
        """A line across [mm]."""
        with self.decoration():
            self.set_draw_color(*colour)
            self.set_line_width(thick)
            self.line(x, y, x + width, y)

    def field(self, x: float, y: float, width: float, height: float, colour: tuple[int, int, int] = TINT) -> None:
        """A filled field [mm]."""
        with self.decoration():
            self.set_fill_color(*colour)
            self.rect(x, y, width, height, style="F")

    @override
    def footer(self) -> None:
        scale, self.scale = self.scale, 1.0
        with self.decoration():
            self.type(_FOOT, colour=QUIET)
            self.set_y(self.h - BOTTOM + 8)
            words = self._report.page_words.format(number=self.page, count=self._pages or self.page)
            self.cell(self.epw / 2, self.leading, self.known(self._foot_title()), new_x=XPos.RIGHT)
            self.cell(self.epw / 2, self.leading, self.known(words), align=Align.R)
        self.scale = scale

    def _foot_title(self) -> str:
        title = self.known(self._report.title)
        while self.get_string_width(title) > self.epw / 2 - 2:
            title = title.rstrip("…")[:-1].rstrip() + "…"
        return title

    def _describe(self) -> None:
        report = self._report
        at = datetime.combine(report.day, time(), UTC)
        self.set_title(report.title)
        self.set_author(report.author)
        self.set_subject(report.subject)
        self.set_lang(report.language)
        self.set_creation_date(at)
        self.set_producer("kbdesk")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_xmp_metadata(_xmp(report, at))


def _xmp(report: Report, at: datetime) -> str:
    """What the file says of itself for archives (PDF/A); fpdf2's own would hold the time of writing."""
    title, subject, author = (escape(text) for text in (report.title, report.subject, report.author))
    moment = at.isoformat(timespec="seconds")
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{escape(report.language)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <pdf:Producer>kbdesk</pdf:Producer>
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>U</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"""
