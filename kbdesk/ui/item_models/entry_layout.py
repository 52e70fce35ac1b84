"""Which rows and columns a grid has: sectors under group headings, across carriers of a year or years of a carrier."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import Sector
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.texts.marking import mark

COMMON_CARRIERS = (
    "electricity",
    "natural_gas",
    "heating_oil",
    "district_heat",
    "biomass",
    "lpg",
    "solar_thermal",
    "ambient_heat",
    "diesel",
    "gasoline",
    DIRECT,
)
"""The columns shown from the start; others follow when they hold a value or are asked for."""

_MUNICIPAL = "municipal"
_HEADINGS = {
    SectorKind.STATIONARY: mark("Buildings, businesses, agriculture"),
    SectorKind.TRANSPORT: mark("Transport"),
    SectorKind.DIRECT: mark("Direct emissions, not from energy"),
}
_MUNICIPAL_HEADING = mark("The municipality itself")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A sector, or the heading of a group of sectors (then ``members`` names them)."""

    sector: str = ""
    heading: str = ""
    members: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the row holds no values of its own."""
        return not self.sector


class EntryColumn(NamedTuple):
    """What all cells of a column have in common."""

    year: int
    carrier: str


@dataclass(frozen=True)
class EntryLayout:
    """The rows and columns of a grid, and which cells can hold a value."""

    codebook: Codebook
    rows: tuple[EntryRow, ...]
    columns: tuple[EntryColumn, ...]
    carrier: str = ""
    """The carrier of all columns, which then are years; empty where the columns are carriers."""

    @cached_property
    def carriers(self) -> tuple[str, ...]:
        """The carrier of each column."""
        return tuple(column.carrier for column in self.columns)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years shown, ascending."""
        return tuple(sorted({column.year for column in self.columns}))

    def key(self, row: int, column: int) -> EntryKey | None:
        """The entry of a cell; ``None`` for headings and where the carrier does not occur in the sector."""
        return self._keys[row][column]

    def place(self, key: EntryKey) -> tuple[int, int] | None:
        """Row and column of an entry; ``None`` for what the grid does not show."""
        row, column = self._row_of.get(key.sector), self._column_of.get(EntryColumn(key.year, key.carrier))
        return None if row is None or column is None else (row, column)

    @cached_property
    def _keys(self) -> tuple[tuple[EntryKey | None, ...], ...]:
        return tuple(tuple(self._key(row, column) for column in self.columns) for row in self.rows)

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {row.sector: number for number, row in enumerate(self.rows) if row.sector}

    @cached_property
    def _column_of(self) -> dict[EntryColumn, int]:
        return {column: number for number, column in enumerate(self.columns)}

    def _key(self, row: EntryRow, column: EntryColumn) -> EntryKey | None:
        can_hold = row.sector and self.codebook.occurs(row.sector, column.carrier)
        return EntryKey(column.year, row.sector, column.carrier) if can_hold else None


def year_layout(codebook: Codebook, year: int, used: Iterable[str]) -> EntryLayout:
    """Sectors by carriers; those in use or common first, each part in the order of the codebook."""
    columns = (EntryColumn(year, carrier) for carrier in carriers_in_order(codebook, {*used, *COMMON_CARRIERS}))
    return EntryLayout(codebook, tuple(_rows(codebook)), tuple(columns))


def series_layout(codebook: Codebook, carrier: str, years: Iterable[int]) -> EntryLayout:
    """Sectors in which the carrier occurs, by years."""
    columns = tuple(EntryColumn(year, carrier) for year in sorted(set(years)))
    return EntryLayout(codebook, tuple(_rows(codebook, carrier)), columns, carrier)


def carriers_in_order(codebook: Codebook, first: Iterable[str]) -> tuple[str, ...]:
    """Every carrier, these first, each part in the order of the codebook."""
    wanted = set(first)
    return tuple(sorted([*codebook.carriers, DIRECT], key=lambda carrier: carrier not in wanted))


def _rows(codebook: Codebook, carrier: str = "") -> Iterator[EntryRow]:
    groups: dict[str, list[str]] = {}
    for sector in codebook.sectors.values():
        if not carrier or codebook.occurs(sector.id, carrier):
            groups.setdefault(_heading(sector), []).append(sector.id)
    for heading, members in groups.items():
        yield EntryRow(heading=heading, members=tuple(members))
        yield from (EntryRow(sector=member) for member in members)


def _heading(sector: Sector) -> str:
    return _MUNICIPAL_HEADING if sector.parent == _MUNICIPAL else _HEADINGS[sector.kind]
