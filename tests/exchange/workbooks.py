"""Workbooks changed as people and accidents change them."""

import zipfile
from collections.abc import Callable
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.canonical import sha256_of
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.transport import MAX_CHUNK
from kbdesk.exchange.transport import packed
from kbdesk.exchange.workbook_writer import workbook_bytes


def resaved(path: Path, change: Callable[[Any], None] | None = None) -> Path:
    """The file as another program writes it after a change."""
    book = load_workbook(path)
    if change is not None:
        change(book)
    target = path.with_name(f"resaved-{path.name}")
    book.save(target)
    return target


def with_member(path: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """The file with one archive member changed."""
    target = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
    return target


def transport_only(folder: Path, payload: Mapping[str, Any]) -> Path:
    """A workbook with nothing but a transport sheet."""
    content = canonical_bytes(payload)
    return transport_of(folder, packed(content), schema=str(payload.get("schema")), sha256=sha256_of(content))


def transport_of(folder: Path, text: str, size: int = MAX_CHUNK, **stated: str) -> Path:
    """A workbook with a transport sheet of this packed text, in pieces of this size."""
    sheet = Sheet("Transport", (10, 10))
    for label, value in stated.items():
        sheet.add(SheetCell(label), SheetCell(value))
    for start in range(0, len(text), size):
        sheet.add(SheetCell("payload"), SheetCell(text[start : start + size]))
    path = folder / "transport.xlsx"
    path.write_bytes(workbook_bytes([sheet], "x", date(2026, 11, 22)))
    return path
