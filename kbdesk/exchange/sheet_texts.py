"""How text is written into a sheet so that it stays text, and how it is read back."""

import re

MAX_CELL = 32_000
"""Below the 32,767 characters a spreadsheet's cell can hold."""
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
GUARD = "'"
_BEFORE = f" {GUARD}"


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula, guarded or not."""
    return text.lstrip(_BEFORE).startswith(_TRIGGERS)


def guarded(text: str) -> str:
    """The text as it is written: nothing that could be run, nothing that no sheet can hold."""
    clean = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))[:MAX_CELL]
    return GUARD + clean if is_dangerous(clean) else clean


def unguarded(text: str) -> str:
    """The text behind the guard."""
    return text[1:] if text.startswith(GUARD) and is_dangerous(text[1:]) else text


def printable(text: str) -> str:
    """The text without what no output can encode."""
    return text.encode("utf-8", "replace").decode("utf-8")


def same_text(one: str, other: str) -> bool:
    """Whether two cells say the same; guards and blanks at the ends do not count."""
    return _level(one) == _level(other)


def escaped(text: str) -> str:
    """The text with what a workbook would take for an escaped character written out."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text behind a workbook's escapes (``_x000D_``)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _level(text: str) -> str:
    level = _NOT_IN_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))[:MAX_CELL].strip()
    return level.lstrip(_BEFORE) if is_dangerous(level) else level
