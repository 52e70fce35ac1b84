"""The board of a year: one tile a sector and energy carrier, with its state as icon, word and hatch."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_DIGITS = 3


class TileState(StrEnum):
    """What can be said of one sector and energy carrier in one year."""

    VALUE = "value"
    DRAFT = "draft"
    MISSING = "missing"
    EXPECTED = "expected"
    NO_UNIT = "no_unit"
    NO_FACTOR = "no_factor"
    NO = "NO"
    NE = "NE"
    IE = "IE"
    C = "C"
    OPEN = "open"


ICONS = {
    TileState.VALUE: "check",
    TileState.DRAFT: "pencil",
    TileState.MISSING: "circle-dashed",
    TileState.EXPECTED: "circle-dashed",
    TileState.NO_UNIT: "circle-question-mark",
    TileState.NO_FACTOR: "circle-question-mark",
    TileState.NO: "ban",
    TileState.NE: "hourglass",
    TileState.IE: "link",
    TileState.C: "lock",
    TileState.OPEN: "",
}
_WORDS = {
    TileState.DRAFT: mark("not a number"),
    TileState.MISSING: mark("missing"),
    TileState.EXPECTED: mark("expected"),
    TileState.NO_UNIT: mark("unit detail missing"),
    TileState.NO_FACTOR: mark("factor missing"),
}
_ABSENT_VALUE = frozenset({TileState.MISSING, TileState.EXPECTED})
ATTENTION = _ABSENT_VALUE | {TileState.DRAFT, TileState.NO_UNIT, TileState.NO_FACTOR, TileState.NE}
"""States with something left to do."""


class Tile(NamedTuple):
    """One tile: its cell, its state, the words on it, and whether it rests on start values or grade D."""

    key: EntryKey
    state: TileState
    words: str
    weak: bool = False


@dataclass(frozen=True)
class Board:
    """The tiles of one year: sectors down, energy carriers across; no tile where a carrier does not occur."""

    year: int
    sectors: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    tiles: Mapping[tuple[str, str], Tile] | None = None

    def tile(self, row: int, column: int) -> Tile | None:
        """The tile at a place of the board."""
        return (self.tiles or {}).get((self.sectors[row], self.carriers[column]))

    @property
    def attention(self) -> int:
        """How many tiles have something left to do."""
        return sum(tile.state in ATTENTION for tile in (self.tiles or {}).values())

    @property
    def weak(self) -> int:
        """How many tiles rest on start values or grade D."""
        return sum(tile.weak for tile in (self.tiles or {}).values())


def board(project: Project, year: int, texts: Texts, recorded: set[tuple[str, str]] | None = None) -> Board:
    """The sectors and carriers that have an entry in any year (``recorded``), as they stand in this year."""
    book = project.reference.codebook
    if recorded is None:
        recorded = {(key.sector, key.carrier) for key in project.inventory.entries}
    sectors = tuple(s for s in book.sectors_of(SectorKind.STATIONARY, SectorKind.TRANSPORT) if _in(recorded, 0, s.id))
    carriers = tuple(carrier for carrier in book.carriers if _in(recorded, 1, carrier))
    tiles = {}
    for sector in sectors:
        for carrier in carriers:
            if book.carriers[carrier].serves(sector.kind):
                key = EntryKey(year, sector.id, carrier)
                tiles[sector.id, carrier] = _tile(project, key, (sector.id, carrier) in recorded, texts)
    return Board(year, tuple(s.id for s in sectors), carriers, tiles)


def missing_tiles(shown: Board) -> Sequence[Tile]:
    """The tiles that have a value in another year, or are expected, but have none in this one, in the board's order."""
    found = (shown.tile(r, c) for r in range(len(shown.sectors)) for c in range(len(shown.carriers)))
    return [tile for tile in found if tile is not None and tile.state in _ABSENT_VALUE]


def _in(recorded: set[tuple[str, str]], place: int, id_: str) -> bool:
    return any(pair[place] == id_ for pair in recorded)


def _tile(project: Project, key: EntryKey, recorded: bool, texts: Texts) -> Tile:  # noqa: FBT001 - private
    cell = project.cell(key)
    if cell is None:
        state = TileState.MISSING if recorded else TileState.OPEN
        return Tile(key, state, texts.tr(_WORDS[state]) if recorded else "")
    state = _state(cell)
    weak = cell.entry.quantity is not None and (cell.entry.grade is Grade.D or cell.entry.origin is Origin.START)
    return Tile(key, state, _words(state, cell, texts), weak)


def _state(cell: CellResult) -> TileState:
    entry = cell.entry
    if entry.notation_key is not None:
        return TileState(entry.notation_key)
    if entry.is_draft:
        return TileState.DRAFT
    if entry.quantity is None:
        return TileState.EXPECTED if entry.is_expected else TileState.MISSING
    if cell.energy_mwh is None:
        return TileState.NO_UNIT
    return TileState.NO_FACTOR if cell.emissions_t is None else TileState.VALUE


def _words(state: TileState, cell: CellResult, texts: Texts) -> str:
    if state is TileState.VALUE:
        return texts.tr("{value} t", value=texts.numbers.significant(cell.emissions_t, _DIGITS))
    if cell.entry.notation_key is not None:
        return texts.tr(NOTATION[NotationKey(cell.entry.notation_key)])
    return texts.tr(_WORDS[state])
