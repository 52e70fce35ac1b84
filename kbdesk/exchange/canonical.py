"""The canonical form of a payload and what is derived from it: bytes, hash, check code, file name."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
"""JSON without floats: decimals travel as strings."""

CHECK_ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
"""Digits and capitals without those taken for another: 0 O, 1 I L, S (5), B (8), Z (2), U (V)."""
CHECK_LENGTH = 7
_MAX_FILE_NAME = 40
_SIGNIFICANT = 12


def canonical_bytes(payload: Mapping[str, Json]) -> bytes:
    """UTF-8 JSON with sorted keys and no insignificant spaces; halves of surrogate pairs are written as escapes."""
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "backslashreplace")


def sha256_of(content: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def check_code(sha256: str) -> str:
    """Seven characters from the hash, for people to read out and compare: the last seven digits to the base 27."""
    rest, code = int(sha256, 16), ""
    for _ in range(CHECK_LENGTH):
        rest, digit = divmod(rest, len(CHECK_ALPHABET))
        code = CHECK_ALPHABET[digit] + code
    return code


def file_name(country: str, code: str, name: str, year: int, revision: int, check: str) -> str:
    """``KB-<country>-<code>-<year>-r<revision>-<check code>.xlsx``: ASCII, at most 40 characters.

    Letters lose their accents, everything but letters and digits is left out. A municipality without a code is named
    by its name; a code that is too long loses its end (the check code tells the files apart), an empty one is ``X``.
    """
    head = f"KB-{_plain(country)[:2].upper() or 'XX'}-"
    tail = f"-{year}-r{revision}-{check}.xlsx"
    middle = (_plain(code) or _plain(name))[: _MAX_FILE_NAME - len(head) - len(tail)] or "X"
    return head + middle + tail


def decimal_text(value: Decimal | None) -> str | None:
    """A decimal as plain digits, never with an exponent; missing stays missing."""
    return None if value is None else format(value, "f")


def float_text(value: float | None) -> str | None:
    """A statistic as plain digits, rounded to what every platform computes alike."""
    return None if value is None else format(Decimal(f"{value:.{_SIGNIFICANT}g}"), "f")


def _plain(text: str) -> str:
    spelled = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(c for c in decomposed if c.isascii() and c.isalnum())
