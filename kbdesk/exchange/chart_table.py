"""The table behind a picture as a file: typed numbers, and below them finding, notes and source in words."""

import csv
import html
import io
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP
from decimal import Decimal
from decimal import localcontext
from typing import NamedTuple

from kbdesk.exchange.csv_writer import safe_cell
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.workbook_writer import workbook_bytes

_DECIMAL_COMMA = ","
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_DIGITS = 400
"""More than any number has."""
_NARROWEST, _WIDEST = 10, 40
_LOOKS = (Look.WHOLE, Look.ONE, Look.TWO, Look.THREE)
"""By the number of decimals."""


class Figure(NamedTuple):
    """A number shown with so many decimals; a share is shown as percent; ``None`` where it is missing."""

    value: float | None
    decimals: int = 0
    percent: bool = False


class ChartTable(NamedTuple):
    """A table with what belongs to it; ``words`` are the finding, the notes and the source."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | Figure, ...], ...]
    words: tuple[str, ...]


def table_csv(table: ChartTable, decimal_mark: str) -> bytes:
    """As a spreadsheet of the office opens it: UTF-8 with a mark, semicolons where the decimal mark is a comma.

    Numbers have the decimals shown and no grouping; nothing in the file can be run as a formula.
    """
    buffer = io.StringIO()
    separator = ";" if decimal_mark == _DECIMAL_COMMA else ","
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    rows = [[_plain(cell, decimal_mark) for cell in row] for row in table.rows]
    for line in (table.header, *rows, (), (table.title,), *((text,) for text in table.words)):
        writer.writerow([safe_cell(cell) for cell in line])
    return buffer.getvalue().encode("utf-8-sig")


def table_workbook(table: ChartTable, day: date) -> bytes:
    """As a workbook of one sheet, with numbers in full, shown with their decimals; same table and day, same bytes."""
    printable = "".join(sign if sign.isprintable() else " " for sign in table.title)
    name = _NOT_IN_NAMES.sub(" ", printable)[:_LONGEST_NAME].strip() or "1"
    sheet = Sheet(name, tuple(_widths(table)), frozen_rows=1, landscape=True)
    sheet.add_header(table.header)
    for row in table.rows:
        sheet.add(*(_cell(cell) for cell in row))
    sheet.add_gap()
    sheet.add(SheetCell(table.title, Look.HINT))
    for text in table.words:
        sheet.add(SheetCell(text, Look.HINT))
    return workbook_bytes([sheet], table.title, day)


def table_html(header: Sequence[str], rows: Iterable[Sequence[str]], caption: str, language: str) -> str:
    """Rows of shown texts as a table a text program takes from the clipboard; nothing in it can be run as a formula."""
    heads = "".join(f'<th scope="col">{_escaped(cell)}</th>' for cell in header)
    lines = "".join(f"<tr>{''.join(_html_cells(row))}</tr>" for row in rows)
    words = f"<caption>{_escaped(caption)}</caption>"
    return f'<table lang="{language}">{words}<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The same as lines with tabs between, for programs that take no HTML."""
    return "\n".join("\t".join(map(_guarded, line)) for line in (header, *rows))


def _html_cells(row: Sequence[str]) -> Iterator[str]:
    first, *others = row
    yield f'<th scope="row">{_escaped(first)}</th>'
    for cell in others:
        yield f"<td>{_escaped(cell)}</td>"


def _escaped(cell: str) -> str:
    return html.escape(_guarded(cell))


def _guarded(cell: str) -> str:
    """The cell so that nothing runs; a number as it is shown, with the blanks it may have, is none that could."""
    bare = "".join(cell.split())
    return cell if safe_cell(bare) == bare else safe_cell(cell)


def _plain(cell: str | Figure, decimal_mark: str) -> str:
    """The cell without grouping, with an ordinary minus sign."""
    if isinstance(cell, str):
        return cell
    if cell.value is None:
        return ""
    with localcontext(prec=_DIGITS, rounding=ROUND_HALF_UP):
        value = Decimal(str(cell.value)) * (100 if cell.percent else 1)
        rounded = value.quantize(Decimal(1).scaleb(-cell.decimals))
        written = f"{rounded + 0:f}".replace(".", decimal_mark)
    return f"{written}%" if cell.percent else written


def _cell(cell: str | Figure) -> SheetCell:
    if isinstance(cell, str):
        return SheetCell(int(cell), Look.YEAR) if cell.isascii() and cell.isdigit() else SheetCell(cell)
    look = Look.PERCENT if cell.percent else _LOOKS[min(cell.decimals, len(_LOOKS) - 1)]
    return SheetCell(None if cell.value is None else Decimal(str(cell.value)), look)


def _widths(table: ChartTable) -> Iterator[int]:
    for column, title in enumerate(table.header):
        longest = max((len(_plain(row[column], ".")) for row in table.rows), default=0)
        in_two_lines = max(-(-len(title) // 2), *(len(word) for word in title.split(" ")))
        yield min(_WIDEST, max(_NARROWEST, longest + 2, in_two_lines + 2))
