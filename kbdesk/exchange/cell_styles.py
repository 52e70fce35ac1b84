"""The looks of a submission's cells as named styles of a workbook."""

from collections.abc import Iterator
from collections.abc import Mapping
from typing import TYPE_CHECKING
from typing import Literal
from typing import NamedTuple

from kbdesk.exchange.sheets import Look

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle

_INK, _TEAL, _GREY, _WHITE, _LINE = "FF1F2A30", "FF0B4F5C", "FF5A6A72", "FFFFFFFF", "FFB8C4CA"
_TEXT = "@"


class _Style(NamedTuple):
    number_format: str = "General"
    size: int = 10
    colour: str = _INK
    bold: bool = False
    italic: bool = False
    fill: str = ""
    line: bool = True
    horizontal: Literal["left", "right"] | None = None
    indent: int = 0
    vertical: Literal["top", "center"] = "top"
    wrapped: bool = False


def _number(number_format: str) -> _Style:
    """A number with room between it and a text in the next column."""
    return _Style(number_format, horizontal="right", indent=1)


_STYLES: Mapping[Look, _Style] = {
    Look.TEXT: _Style(_TEXT),
    Look.TITLE: _Style(size=16, colour=_TEAL, bold=True, line=False),
    Look.HEADER: _Style(colour=_WHITE, bold=True, fill=_TEAL, line=False, vertical="center", wrapped=True),
    Look.LABEL: _Style(bold=True, wrapped=True),
    Look.YEAR: _Style("0", horizontal="left"),
    Look.WHOLE: _number("#,##0"),
    Look.TWO: _number("#,##0.00"),
    Look.EXACT: _number("#,##0.0000"),
    Look.HINT: _Style(colour=_GREY, italic=True, line=False),
    Look.WRAPPED: _Style(_TEXT, wrapped=True),
    Look.GUARDED: _Style(_TEXT),
    Look.SHARE: _number("0.000"),
    Look.FIGURE_WHOLE: _Style("#,##0", size=12, colour=_TEAL, bold=True, horizontal="left"),
    Look.FIGURE_TWO: _Style("#,##0.00", size=12, colour=_TEAL, bold=True, horizontal="left"),
    Look.ONE: _number("#,##0.0"),
    Look.THREE: _number("#,##0.000"),
    Look.PERCENT: _number("0.0%"),
}
_NAMES = {look: f"kbdesk {look.name.lower().replace('_', ' ')}" for look in Look}


def style_name(look: Look) -> str:
    """The name a look's style has among the cell styles of the spreadsheet program."""
    return _NAMES[look]


def named_styles() -> Iterator["NamedStyle"]:
    """A new style for every look; a style belongs to one workbook."""
    return (_named(look, style) for look, style in _STYLES.items())


def _named(look: Look, style: _Style) -> "NamedStyle":
    from openpyxl import styles  # noqa: PLC0415 - not needed to start

    line = styles.Side(style="hair", color=_LINE) if style.line else None
    return styles.NamedStyle(
        name=_NAMES[look],
        font=styles.Font(name="Calibri", family=2, sz=style.size, b=style.bold, i=style.italic, color=style.colour),
        fill=styles.PatternFill("solid", fgColor=style.fill) if style.fill else styles.PatternFill(),
        border=styles.Border(bottom=line) if line else styles.Border(),
        alignment=styles.Alignment(
            horizontal=style.horizontal, vertical=style.vertical, indent=style.indent, wrap_text=style.wrapped
        ),
        number_format=style.number_format,
    )
