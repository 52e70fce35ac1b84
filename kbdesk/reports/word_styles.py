"""The styles of the Word report: those of the office's template, else plain ones; what a template lacks is added."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor
from docx.styles.style import ParagraphStyle

INK, QUIET = RGBColor(22, 25, 29), RGBColor(86, 93, 102)
_FONT = "Arial"
_SIZES = {"Normal": 9.5, "Heading 1": 19.0, "Heading 2": 13.5, "Heading 3": 11.0, "Caption": 9.0}
_ABOVE_BELOW = {"Heading 1": (6.0, 6.0), "Heading 2": (14.0, 5.0), "Heading 3": (11.0, 4.0), "Caption": (8.0, 3.0)}
_BOLD = ("Heading 1", "Heading 2", "Heading 3", "Caption")
_REGIONS = {"en": "en-GB"}


def prepare_plain(document: WordDocument) -> None:
    """A4, one plain font, headings that need no colour."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    for name, size in _SIZES.items():
        style = paragraph_style(document, name)
        style.font.size = Pt(size)
        style.font.bold = name in _BOLD
        style.font.italic = False
        style.font.color.rgb = INK
        _set_font(style)
        above, below = _ABOVE_BELOW.get(name, (0.0, 5.0))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.line_spacing = 1.15


def paragraph_style(document: WordDocument, name: str) -> ParagraphStyle:
    """A style by its English name; one the template lacks is added, a heading with its level."""
    for style in document.styles:
        if isinstance(style, ParagraphStyle) and (style.name or "").casefold() == name.casefold():
            return style
    added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    if not isinstance(added, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs")
    if name.startswith("Heading"):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        added.element.get_or_add_pPr().append(level)
        added.font.bold = True
    return added


def has_list(document: WordDocument, name: str) -> bool:
    """Whether a style of lists sets its own dots or numbers."""
    style = paragraph_style(document, name)
    return bool(style.element.findall(".//" + qn("w:numPr")))


def set_language(document: WordDocument, language: str) -> None:
    """Say in which language the whole document is, so that it is read and spelled rightly."""
    tag = language_tag(language)
    styles = document.styles.element
    defaults = _child(_child(_child(styles, "w:docDefaults", first=True), "w:rPrDefault"), "w:rPr")
    lang = _child(defaults, "w:lang")
    lang.set(qn("w:val"), tag)
    normal = paragraph_style(document, "Normal").element.get_or_add_rPr()
    _child(normal, "w:lang").set(qn("w:val"), tag)


def language_tag(language: str) -> str:
    """The language with a country, as Word wants it."""
    return language if "-" in language else _REGIONS.get(language, f"{language}-{language.upper()}")


def _child(parent: BaseOxmlElement, tag: str, *, first: bool = False) -> BaseOxmlElement:
    found: BaseOxmlElement | None = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.insert(0, found) if first else parent.append(found)
    return found


def _set_font(style: ParagraphStyle) -> None:
    """Name the font; what the theme says of it would come first."""
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    fonts.set(qn("w:cs"), _FONT)
