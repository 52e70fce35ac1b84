"""Which rows and columns the grid of a year has: sectors under group headings, energy carriers that fit."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class EntryLayout:
    """The rows and columns of the grid, and which cells can hold a value."""

    codebook: Codebook
    rows: tuple[EntryRow, ...]
    carriers: tuple[str, ...]

    def key(self, year: int, row: int, column: int) -> EntryKey | None:
        """The entry of a cell; ``None`` for headings and where the carrier does not occur in the sector."""
        sector, carrier = self.rows[row].sector, self.carriers[column]
        return EntryKey(year, sector, carrier) if sector and fits(self.codebook, sector, carrier) else None

    def place(self, key: EntryKey) -> tuple[int, int] | None:
        """Row and column of an entry; ``None`` for ids the codebook does not know."""
        row = next((r for r, shown in enumerate(self.rows) if shown.sector == key.sector), None)
        if row is None or key.carrier not in self.carriers:
            return None
        return row, self.carriers.index(key.carrier)


def fits(codebook: Codebook, sector: str, carrier: str) -> bool:
    """Whether the carrier occurs in the sector; direct emissions belong to direct sectors only."""
    kind = codebook.sectors[sector].kind
    if carrier == DIRECT or kind is SectorKind.DIRECT:
        return carrier == DIRECT and kind is SectorKind.DIRECT
    return codebook.carriers[carrier].serves(kind)


def entry_layout(codebook: Codebook, used: Iterable[str]) -> EntryLayout:
    """The layout with the carriers that are in use or common first, each part in the order of the codebook."""
    first = {*used, *COMMON_CARRIERS}
    carriers = [*codebook.carriers, DIRECT]
    ordered = sorted(carriers, key=lambda carrier: carrier not in first)
    return EntryLayout(codebook, tuple(_rows(codebook)), tuple(ordered))


def _rows(codebook: Codebook) -> Iterator[EntryRow]:
    groups: dict[str, list[str]] = {}
    for sector in codebook.sectors.values():
        groups.setdefault(_heading(sector), []).append(sector.id)
    for heading, members in groups.items():
        yield EntryRow(heading=heading, members=tuple(members))
        yield from (EntryRow(sector=member) for member in members)


def _heading(sector: Sector) -> str:
    return _MUNICIPAL_HEADING if sector.parent == _MUNICIPAL else _HEADINGS[sector.kind]
