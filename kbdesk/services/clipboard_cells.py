"""A block of cells on the clipboard: as text with tabs, and as the table that spreadsheets put beside it.

The text carries the numbers as they are displayed, rounded. LibreOffice (``sdval``) and Excel (``x:num``) write the
number itself into the table; it is taken where the table has the same cells as the text.
"""

import csv
import io
from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Decimal
from decimal import InvalidOperation
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from typing_extensions import override

_EXACT = ("sdval", "x:num")
_DIGITS = 15
"""Spreadsheets keep so many digits; what follows is noise of their arithmetic."""
_LARGEST = 60
"""Longer texts are no numbers."""


class BlockCell(NamedTuple):
    """One cell: its displayed text, and the number behind it where the program that copied it says so."""

    text: str
    exact: Decimal | None = None


Rows = tuple[tuple[BlockCell, ...], ...]
"""Rows of a block, all equally long."""


def read_cells(text: str, html: str = "") -> Rows:
    """The cells of a clipboard; an empty one has none."""
    # a lone quotation mark is no broken table: the reader takes it as text
    parsed = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))
    while parsed and not any(cell.strip() for cell in parsed[-1]):
        parsed.pop()
    width = max((len(row) for row in parsed), default=0)
    rows = tuple(tuple(BlockCell(cell.strip()) for cell in (*row, *[""] * (width - len(row)))) for row in parsed)
    return _with_exact(rows, _table(html)) if html else rows


def write_text(rows: Iterable[Sequence[str]]) -> str:
    """The clipboard text of a block; a cell that could begin a formula is written so that none is run."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue().removesuffix("\n")


def write_html(rows: Iterable[Sequence[BlockCell]]) -> str:
    """The same block as a table with the exact numbers."""
    lines = ("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in rows)
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


class _TableReader(HTMLParser):
    """Collects the cells of the first table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[BlockCell]] = []
        self._exact: Decimal | None = None
        self._span = 1
        self._text: list[str] | None = None

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            given = dict(attrs)
            self._exact = next((_number(value) for name in _EXACT if (value := given.get(name))), None)
            span = given.get("colspan") or ""
            self._span = int(span) if span.isascii() and span.isdigit() and len(span) < _SPAN_DIGITS else 1
            self._text = []

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._text is not None and self.rows:
            text = " ".join("".join(self._text).split())
            self.rows[-1] += [BlockCell(text, self._exact), *[BlockCell("")] * (self._span - 1)]
            self._text = None

    @override
    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)


_SPAN_DIGITS = 4


def _table(html: str) -> list[list[BlockCell]]:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


def _with_exact(rows: Rows, table: list[list[BlockCell]]) -> Rows:
    """The cells with the numbers of the table, where the table is the same block."""
    if len(table) != len(rows):
        return rows
    merged = []
    for row, other in zip(rows, table, strict=True):
        if len(other) != len(row):
            return rows
        merged.append(
            tuple(
                cell._replace(exact=twin.exact) if _same_text(cell.text, twin.text) else cell
                for cell, twin in zip(row, other, strict=True)
            )
        )
    return tuple(merged)


def _same_text(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _number(text: str) -> Decimal | None:
    """The number of an attribute, without the noise of binary arithmetic; ``None`` for what is none."""
    if len(text) > _LARGEST:
        return None
    try:
        value = Decimal(text.replace(",", "."))  # LibreOffice writes the decimal mark of its own language, no groups
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    return Decimal(f"{float(value):.{_DIGITS}g}") if len(value.as_tuple().digits) > _DIGITS else value


def _html_cell(cell: BlockCell) -> str:
    number = "" if cell.exact is None else f' sdval="{cell.exact:f}" x:num="{cell.exact:f}"'
    return f"<td{number}>{escape(cell.text)}</td>"


def _harmless(cell: str) -> str:
    starts = cell.startswith(("=", "+", "@")) or (cell.startswith("-") and not cell[1:2].isdigit())
    return f"'{cell}" if starts else cell
