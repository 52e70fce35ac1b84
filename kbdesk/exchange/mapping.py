"""A mapping makes somebody's table one of ours: their headers, words, constants and decimal mark (a JSON file)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.labels import folded
from kbdesk.exchange.table_kinds import COLUMNS

_MAX_BYTES = 1_000_000
_PARTS = ("columns", "values", "constants", "decimal", "skip_rows")
_TARGETS = frozenset(name for columns in COLUMNS.values() for name in columns.all)


@dataclass(frozen=True)
class TableMapping:
    """How to read a table; every part may be missing. ``columns`` and ``values`` are by folded spelling."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    decimal: str = ""
    skip_rows: int = 0

    def meaning(self, column: str, word: str) -> str:
        """Our word for theirs in this column; words without a mapping stand for themselves."""
        return self.values.get(column, {}).get(folded(word), word)


def read_mapping(path: Path) -> TableMapping:
    """Read a mapping file; a bad one is a ``UserError`` naming what is wrong."""
    try:
        if path.stat().st_size > _MAX_BYTES or not path.is_file():
            raise UserError("import.mapping_unreadable", file=path.name)
        content = json.loads(path.read_text(encoding="utf-8-sig"), parse_float=str)
    except FileNotFoundError:
        raise UserError("import.missing", file=str(path)) from None
    except (OSError, ValueError, RecursionError):
        raise UserError("import.mapping_unreadable", file=path.name) from None
    return mapping_from(content, path.name)


def mapping_from(content: object, name: str) -> TableMapping:
    """The mapping a JSON document describes."""
    if not isinstance(content, dict):
        raise UserError("import.mapping_part", file=name, part="{}", expected=", ".join(_PARTS))
    unknown = [part for part in content if part not in _PARTS]
    if unknown:
        raise UserError("import.mapping_part", file=name, part=unknown[0], expected=", ".join(_PARTS))
    columns = {folded(theirs): ours for theirs, ours in _words(content, "columns", name).items()}
    constants = _words(content, "constants", name)
    for target in (*columns.values(), *constants):
        if target not in _TARGETS:
            raise UserError("import.mapping_column", file=name, column=target, known=", ".join(sorted(_TARGETS)))
    return TableMapping(columns, _values(content, name), constants, _decimal(content, name), _skip_rows(content, name))


def _words(content: Mapping[str, object], part: str, name: str) -> dict[str, str]:
    found = content.get(part, {})
    if not isinstance(found, dict) or not all(isinstance(word, str | int) for word in found.values()):
        raise UserError("import.mapping_part", file=name, part=part, expected='{"…": "…"}')
    return {str(key): str(word) for key, word in found.items()}


def _values(content: Mapping[str, object], name: str) -> dict[str, dict[str, str]]:
    found = content.get("values", {})
    if not isinstance(found, dict):
        raise UserError("import.mapping_part", file=name, part="values", expected='{"sector": {"…": "…"}}')
    return {
        str(column): {folded(theirs): ours for theirs, ours in _words(found, column, name).items()} for column in found
    }


def _decimal(content: Mapping[str, object], name: str) -> str:
    mark = content.get("decimal", "")
    if mark not in ("", ",", "."):
        raise UserError("import.mapping_part", file=name, part="decimal", expected='"," / "."')
    return str(mark)


def _skip_rows(content: Mapping[str, object], name: str) -> int:
    skip = content.get("skip_rows", 0)
    if not isinstance(skip, int) or isinstance(skip, bool) or skip < 0:
        raise UserError("import.mapping_part", file=name, part="skip_rows", expected="0, 1, 2 …")
    return skip
