"""Under which name a kept file is written out to be looked at, and whether the desktop may open it at all.

Names come from other people's computers: they may be too long, impossible on this system, or hide what the file is.
"""

import unicodedata
from pathlib import PurePosixPath

_LETTERS = (".pdf", ".txt", ".md", ".rtf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".odp", ".eml", ".msg")
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic")
OPENED_TYPES = frozenset((*_LETTERS, *_TABLES, *_PICTURES))
"""Documents, pictures, tables and letters. Everything else may be a program: it is kept, but never opened."""

_LONGEST = 80
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)


def is_opened(file_name: str) -> bool:
    """Whether a file of this name is of a type that is only looked at."""
    return PurePosixPath(safe_name(file_name)).suffix.casefold() in OPENED_TYPES


def safe_name(file_name: str) -> str:
    """The name as every system takes it: what is forbidden becomes a dash, what cannot be seen is left out."""
    seen = "".join(letter for letter in file_name if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co"})
    plain = "".join("-" if letter in _FORBIDDEN else letter for letter in seen).strip(" .")
    path = PurePosixPath(plain or "file")
    suffix = path.suffix if len(path.suffix) <= _LONGEST // 2 else ""
    stem = path.name[: len(path.name) - len(suffix)] if suffix else path.name
    stem = stem[: _LONGEST - len(suffix)].strip(" .") or "file"
    return f"{stem}-{suffix}" if stem.partition(".")[0].casefold() in _RESERVED else f"{stem}{suffix}"
