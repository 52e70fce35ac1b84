"""Reading back a submission's workbook, also one that a spreadsheet program has saved: sheets as cells, with limits.

The parser is expat itself with every document type declaration refused, so that no entity can be declared, expanded or
fetched. openpyxl takes longer to load than a whole verification may last.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from collections.abc import Mapping
from decimal import Decimal
from decimal import InvalidOperation
from typing import NamedTuple
from xml.parsers import expat

from kbdesk.exchange.sheet_texts import unescaped

WORKBOOK = "xl/workbook.xml"
MAX_MEMBER = 60_000_000
MAX_CELLS = 2_000_000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

Place = tuple[int, int]
"""Row and column, from 0."""


class BrokenWorkbookError(Exception):
    """The file is no workbook that could be read."""


class SheetNames(NamedTuple):
    """The archive members of the sheets by title, in the order shown; ``hidden`` are titles not shown."""

    members: Mapping[str, str]
    hidden: tuple[str, ...]


class WorkbookReader:
    """An open workbook. Every method raises ``BrokenWorkbookError`` on whatever is wrong with the file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._shared: list[str] | None = None
        self.sheets = self._sheet_names()

    def content(self, member: str) -> bytes:
        """The bytes of an archive member."""
        try:
            info = self._archive.getinfo(member)
            if info.file_size > MAX_MEMBER or info.compress_type not in _PACKINGS:
                raise BrokenWorkbookError(member)
            return self._archive.read(info)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise BrokenWorkbookError(member) from error

    def cells(self, title: str) -> dict[Place, str | Decimal]:
        """The cells of a sheet that hold anything: texts and numbers."""
        collector = _CellCollector(self._shared_strings)
        _parse(self.content(self.sheets.members[title]), collector)
        return collector.cells

    def _shared_strings(self) -> list[str]:
        if self._shared is None:
            collector = _StringCollector()
            if "xl/sharedStrings.xml" in self._archive.namelist():
                _parse(self.content("xl/sharedStrings.xml"), collector)
            self._shared = collector.strings
        return self._shared

    def _sheet_names(self) -> SheetNames:
        book, links = _AttributeCollector("sheet"), _AttributeCollector("Relationship")
        _parse(self.content(WORKBOOK), book)
        _parse(self.content("xl/_rels/workbook.xml.rels"), links)
        targets = {link.get("Id", ""): link.get("Target", "") for link in links.found}
        members = {}
        for sheet in book.found:
            target = targets.get(sheet.get("id", ""), "")
            members[sheet.get("name", "")] = _member(target)
        hidden = [sheet.get("name", "") for sheet in book.found if sheet.get("state", "visible") != "visible"]
        return SheetNames(members, tuple(hidden))


class _Collector:
    """What the parser calls."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text between elements."""


class _AttributeCollector(_Collector):
    """The attributes of every element of one name."""

    def __init__(self, element: str) -> None:
        self._element = element
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._element:
            self.found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})


class _TextCollector(_Collector):
    """Texts of ``t`` elements, without phonetic hints."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._inside = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser gives them
        if name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._inside = not self._phonetic

    def end(self, name: str) -> None:
        if name == "rPh":
            self._phonetic = False
        elif name == "t":
            self._inside = False

    def text(self, text: str) -> None:
        if self._inside:
            self._parts.append(text)

    def _taken(self) -> str:
        text = unescaped("".join(self._parts))
        self._parts.clear()
        return text


class _StringCollector(_TextCollector):
    """The shared strings."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.strings.append(self._taken())


class _CellCollector(_TextCollector):
    """The cells of a sheet."""

    def __init__(self, shared: Callable[[], list[str]]) -> None:
        super().__init__()
        self._shared = shared
        self._kind, self._place = "", ""
        self.cells: dict[Place, str | Decimal] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == "c":
            self._kind, self._place = attributes.get("t", "n"), attributes.get("r", "")
            self._parts.clear()
        elif name == "v":
            self._inside = True

    def end(self, name: str) -> None:
        super().end(name)
        if name == "v":
            self._inside = False
        elif name == "c":
            self._keep()

    def _keep(self) -> None:
        text = self._taken()
        found = _PLACE.fullmatch(self._place)
        if not text or found is None:
            return
        if len(self.cells) >= MAX_CELLS:
            raise BrokenWorkbookError(self._place)
        self.cells[int(found[2]) - 1, _column(found[1])] = self._value(text)

    def _value(self, text: str) -> str | Decimal:
        if self._kind == "s":
            strings = self._shared()
            place = int(text) if text.isdecimal() else len(strings)
            return strings[place] if place < len(strings) else ""
        if self._kind != "n":
            return text
        try:
            return Decimal(text)
        except InvalidOperation:
            return text


def _parse(content: bytes, collector: _Collector) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: collector.start(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: collector.end(name.rpartition(":")[2])
    parser.CharacterDataHandler = collector.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BrokenWorkbookError(str(error)) from error


def _refuse(*_declaration: object) -> None:
    raise BrokenWorkbookError("document type declaration")


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _member(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
