"""The sheet that carries the payload: gzip, base64 in text cells, with its hash; and the way back, with limits."""

import base64
import binascii
import gzip
import zlib
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kbdesk.exchange.sheet_texts import unguarded
from kbdesk.exchange.sheet_wording import Wording
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell

TRANSPORT = "Transport"
MAX_CHUNK = 30_000
MAX_PACKED = 5_000_000
MAX_UNPACKED = 25_000_000
_SCHEMA, _HASH, _PREVIOUS, _PAYLOAD = "schema", "sha256", "previous_sha256", "payload"


@dataclass(frozen=True)
class Parcel:
    """What the sheet holds: the stated schema and hash and the packed payload as text."""

    schema: str
    sha256: str
    packed: str


def transport_sheet(payload: Mapping[str, Any], packed_text: str, sha256: str) -> Sheet:
    """The sheet for a payload whose packed form and hash are given."""
    wording = Wording(payload["wording"])
    sheet = Sheet(TRANSPORT, (18, 100), landscape=True)
    hint = "The data below are the submission; the other sheets show them. Please change nothing in this file."
    sheet.add(SheetCell(wording.phrase(hint), Look.HINT))
    sheet.add_pair(_SCHEMA, payload["schema"])
    sheet.add_pair(_HASH, sha256)
    sheet.add_pair(_PREVIOUS, payload["previous_sha256"])
    for chunk in chunks(packed_text):
        sheet.add_pair(_PAYLOAD, chunk)
    return sheet


def packed(content: bytes) -> str:
    """The bytes compressed and as text; the same bytes give the same text."""
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode("ascii")


def chunks(text: str) -> Iterator[str]:
    """The text in pieces that fit into cells."""
    for start in range(0, len(text), MAX_CHUNK):
        yield text[start : start + MAX_CHUNK]


def unpacked(text: str) -> bytes | None:
    """The bytes behind the text; ``None`` where it is broken or too long to be a submission."""
    if len(text) > MAX_PACKED:
        return None
    try:
        compressed = base64.b64decode(text, validate=True)
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        content = inflater.decompress(compressed, MAX_UNPACKED)
    except (binascii.Error, ValueError, zlib.error):
        return None
    return content if inflater.eof and not inflater.unconsumed_tail else None


def parcel_in(cells: Mapping[tuple[int, int], str]) -> Parcel | None:
    """What a sheet's cells (row and column from 0) carry; ``None`` where they carry no payload."""
    pairs = [(cells.get((row, 0), ""), cells.get((row, 1), "")) for row in sorted({row for row, _ in cells})]
    stated = dict(pairs)
    payload = "".join(unguarded(text.strip()) for label, text in pairs if label == _PAYLOAD)
    if _SCHEMA not in stated and not payload:
        return None
    return Parcel(stated.get(_SCHEMA, "").strip(), stated.get(_HASH, "").strip().lower(), payload)
