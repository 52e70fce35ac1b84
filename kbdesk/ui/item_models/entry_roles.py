"""What a cell of the entry grid tells the view beside Qt's own roles."""

from dataclasses import dataclass
from enum import IntEnum
from enum import StrEnum

from PySide6.QtCore import Qt


class EntryRole(IntEnum):
    """Roles of the entry grid."""

    FACE = Qt.ItemDataRole.UserRole + 1
    """How the cell looks (``CellFace``)."""
    KEY = Qt.ItemDataRole.UserRole + 2
    """Which entry it is (``EntryKey``), ``None`` where there can be none."""
    OPEN = Qt.ItemDataRole.UserRole + 3
    """Whether something is left to do: a draft, a finding, a value not known yet."""


class CellKind(StrEnum):
    """What a cell holds."""

    CLOSED = "closed"
    """The carrier does not occur in this sector, or the row is a heading."""
    EMPTY = "empty"
    VALUE = "value"
    DRAFT = "draft"
    NOTATION = "notation"
    EXPECTED = "expected"
    """Nothing yet, but the year this one was carried forward from has a value."""


class FindingMark(StrEnum):
    """The worst finding of a cell."""

    NONE = ""
    ACKNOWLEDGED = "acknowledged"
    """Someone has said why it is right as it stands."""
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class CellFace:
    """What is painted in a cell, and the same in words."""

    kind: CellKind = CellKind.EMPTY
    text: str = ""
    unit: str = ""
    estimated: bool = False
    """A value of the start inventory: hatched until a real one replaces it."""
    computed: bool = False
    """Made from bills, not typed."""
    has_note: bool = False
    finding: FindingMark = FindingMark.NONE
    is_text: bool = False
    """Words, not a number: they stand at the left."""
    remarks: tuple[str, ...] = ()
    """Sentences for the tooltip and the accessible description."""


CLOSED_FACE = CellFace(kind=CellKind.CLOSED)
