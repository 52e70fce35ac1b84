"""Reading separated text: any encoding found in offices, any of three separators, with sizes bounded before reading."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.cells import EMPTY
from kbdesk.exchange.cells import Cell
from kbdesk.exchange.cells import Grid
from kbdesk.exchange.cells import Row
from kbdesk.exchange.sheet_texts import unguarded

MAX_BYTES = 50_000_000
MAX_ROWS = 100_000
"""No inventory fills more: 200 years of every sector and carrier are fewer distinct rows."""
MAX_COLUMNS = 200
MAX_CELLS = 1_500_000
_MAX_FIELD = 20_000
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CODE_PAGES = ["cp1252", "cp1250", "cp1253", "cp1257"]
_CODE_PAGE_OF = {
    **dict.fromkeys(("CZ", "HR", "HU", "PL", "RO", "SI", "SK"), "cp1250"),
    **dict.fromkeys(("CY", "EL", "GR"), "cp1253"),
    **dict.fromkeys(("EE", "LT", "LV"), "cp1257"),
}
_SEPARATORS = (";", "\t", ",")
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}
_SAMPLE = 20
_LOOKED_AT = 16


def read_text_table(path: Path, country: str) -> Grid:
    """Read a csv file; one that is no text is a ``UserError``. The country tells the likeliest code page."""
    return text_grid(path.read_bytes(), country, path.name)


def text_grid(content: bytes, country: str, name: str) -> Grid:
    """The same from the content of a file."""
    text, encoding = decoded(content, country, name)
    separator = _separator(text)
    return Grid("csv", tuple(_rows(text, separator, name)), encoding, separator)


def decoded(content: bytes, country: str, name: str) -> tuple[str, str]:
    """The text and the encoding it was read in: a byte order mark, else valid UTF-8, else a code page."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding, name), encoding.removesuffix("-sig")
    if encoding := _unmarked_utf16(content[:_LOOKED_AT]):
        return _strictly(content, encoding, name), "utf-16"
    if _CONTROL.intersection(content):
        raise UserError("import.not_a_table", file=name)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _from_code_page(content, country, name)


def _unmarked_utf16(start: bytes) -> str:
    """The byte order of UTF-16 without its mark: every header is ASCII, so every second byte of it is zero."""
    for encoding, zeros, letters in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) == _LOOKED_AT and not any(zeros) and all(letters):
            return encoding
    return ""


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise UserError("import.undecodable", file=name) from None
    if "\x00" in text:
        raise UserError("import.not_a_table", file=name)
    return text


def _from_code_page(content: bytes, country: str, name: str) -> tuple[str, str]:
    """A single word does not tell one code page from another, the country does; else statistics decide."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files only

    candidates = [_CODE_PAGE_OF.get(country, _CODE_PAGES[0])] if country else []
    if not candidates and (best := from_bytes(content[:200_000], cp_isolation=_CODE_PAGES).best()) is not None:
        candidates = [best.encoding]
    for encoding in (*candidates, *_CODE_PAGES):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UserError("import.undecodable", file=name)


def _separator(text: str) -> str:
    """The separator that stands in the same number in most of the first lines."""
    lines = [line for line in text[:100_000].splitlines() if line.strip() and not line.lstrip().startswith("#")]
    sample = lines[:_SAMPLE]
    widths = {sep: _widths(sample, sep) for sep in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sep: (_agreement(widths[sep]), max(widths[sep], default=0)))


def _widths(lines: list[str], separator: str) -> list[int]:
    try:
        return [len(row) for row in csv.reader(lines, delimiter=separator)]
    except csv.Error:
        return []


def _agreement(widths: list[int]) -> int:
    usual = max((w for w in widths if w > 1), key=widths.count, default=0)
    return widths.count(usual) if usual else 0


def _rows(text: str, separator: str, name: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number, cells = 1, 0
    try:
        for fields in reader:
            if any(len(field) > _MAX_FIELD for field in fields):
                raise UserError("import.broken_csv", file=name, row=number)
            cells += len(fields)
            if cells > MAX_CELLS:
                raise UserError("import.too_many_cells", file=name, limit=MAX_CELLS)
            yield Row(number, tuple(_cell(field.strip()) for field in fields[:MAX_COLUMNS]))
            number = reader.line_num + 1
            if number > MAX_ROWS + 1:
                raise UserError("import.too_many_rows", file=name, limit=MAX_ROWS)
    except csv.Error:
        raise UserError("import.broken_csv", file=name, row=number) from None


def _cell(text: str) -> Cell:
    return Cell(unguarded(text)) if text else EMPTY
