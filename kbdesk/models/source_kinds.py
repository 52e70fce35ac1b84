"""Kinds of sources, and the data quality grade each is worth (data in ``resources/codebook/source_kinds.csv``)."""

from dataclasses import dataclass
from pathlib import Path

from kbdesk.models.inventory import Grade
from kbdesk.models.resource_tables import read_table


@dataclass(frozen=True, slots=True)
class SourceKind:
    """One kind: its English label, the grade proposed for values from it, and where that rule stands."""

    id: str
    label: str
    grade: Grade
    reference: str


def read_source_kinds(path: Path) -> dict[str, SourceKind]:
    """Read ``source_kinds.csv``, in the order in which kinds are offered."""
    rows = (SourceKind(row["id"], row["label"], Grade(row["grade"]), row["reference"]) for row in read_table(path))
    return {kind.id: kind for kind in rows}
