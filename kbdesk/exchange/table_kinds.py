"""The four tidy tables and how they are recognised by their header."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.exchange.labels import folded
from kbdesk.models.conversion import PARAMETERS


class TableKind(StrEnum):
    """What a table holds."""

    ENTRIES = "entries"
    STRUCTURE = "structure"
    LOCAL_FACTORS = "local_factors"
    PUBLISHED = "published_results"


@dataclass(frozen=True)
class Columns:
    """The columns of one kind of table, in the order in which they are written."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    numbers: frozenset[str]

    @property
    def all(self) -> tuple[str, ...]:
        """Every column the kind knows."""
        return (*self.required, *self.optional)


COLUMNS = {
    TableKind.ENTRIES: Columns(
        ("year", "sector", "carrier", "quantity", "unit"),
        ("quality", "source", "note", "notation_key", "contained_in", *PARAMETERS, "quantity_typed", "entry_origin"),
        frozenset({"quantity", *PARAMETERS}),
    ),
    TableKind.STRUCTURE: Columns(("year", "indicator", "value"), ("source",), frozenset({"value"})),
    TableKind.LOCAL_FACTORS: Columns(("year", "carrier", "t_per_mwh"), ("source", "note"), frozenset({"t_per_mwh"})),
    TableKind.PUBLISHED: Columns(
        ("year", "emissions_t"),
        ("sector", "final_energy_mwh", "source"),
        frozenset({"emissions_t", "final_energy_mwh"}),
    ),
}


def column_name(header: str) -> str:
    """The column a header cell names, as it would be written here (``Notation key`` is ``notation_key``)."""
    return folded(header).replace(" ", "_")


def recognised_kind(headers: Iterable[str]) -> TableKind | None:
    """The kind whose required columns are all there; ``None`` where none fits."""
    names = {column_name(header) for header in headers}
    fitting = [kind for kind, columns in COLUMNS.items() if names.issuperset(columns.required)]
    return max(fitting, key=lambda kind: len(COLUMNS[kind].required), default=None)


def expected_headers() -> str:
    """The four headers, for a sentence."""
    return " · ".join(",".join(columns.required) for columns in COLUMNS.values())
