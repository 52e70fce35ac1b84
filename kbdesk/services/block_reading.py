"""What a block copied in a spreadsheet means in a grid: where each cell goes, how its number is read, what it changes.

Names in the first row or column put the numbers where they belong; without names they go where the cursor is. The
decimal mark is decided for each column; what one column proves holds for the others of the block.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kbdesk.exchange.labels import NOTATION_KEY_LABELS
from kbdesk.exchange.labels import folded
from kbdesk.models.changes import Change
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.numbers import COMMA
from kbdesk.models.numbers import POINT
from kbdesk.models.numbers import decide_decimal_mark
from kbdesk.models.numbers import read_number
from kbdesk.services import data_entry
from kbdesk.services.block_headings import Axis
from kbdesk.services.block_headings import Headings
from kbdesk.services.block_headings import words_of
from kbdesk.services.clipboard_cells import BlockCell
from kbdesk.services.clipboard_cells import Rows
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import NOTATION


class CellState(StrEnum):
    """What becomes of one cell of a block."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_UNDERSTOOD = "not_understood"
    """No number; it is kept as a draft."""
    NOWHERE = "nowhere"
    """Its heading is not known or stands there twice, or the carrier does not occur in the sector."""


class BlockPlace(NamedTuple):
    """Where a block without names goes: the cell it begins at, and what follows to the right and below."""

    start: EntryKey
    sectors: tuple[str, ...]
    across: tuple[str, ...]
    """Carriers or years from the first column on."""
    axis: Axis
    """What ``across`` are."""


class PastedCell(NamedTuple):
    """One filled cell of a block; ``shown`` is its text in the source, ``text`` what is recorded."""

    shown: str
    text: str
    mark: str
    key: EntryKey | None
    state: CellState
    value: Decimal | None = None
    notation_key: NotationKey | None = None
    spot: tuple[int, int] = (0, 0)
    """Row and column in the block, from 1 on, without its headings."""
    rounded: bool = False
    """The source displays less than it holds; the exact number is recorded."""


class MarkDecision(NamedTuple):
    """The decimal mark of a block: ``evidence`` is the text that proves it, ``sample`` one that it matters for."""

    mark: str
    evidence: str
    sample: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class BlockReading:
    """How a block was understood, before anything is written."""

    cells: tuple[PastedCell, ...]
    decision: MarkDecision
    across: Headings | None
    down: Headings | None
    height: int
    width: int
    room: tuple[int, int] | None = None
    """Rows and columns there are, where the block is larger: then nothing of it goes anywhere."""

    def count(self, state: CellState) -> int:
        """How many cells become this."""
        return sum(1 for cell in self.cells if cell.state is state)

    @property
    def is_doubtful(self) -> bool:
        """Whether someone should look before it is recorded; a single cell without names never needs that."""
        single = self.height * self.width == 1 and self.across is None and self.down is None
        if single or self.room is not None:
            return False
        named = any(found is not None and found.axis is not None for found in (self.across, self.down))
        unsure = any(cell.state in (CellState.NOT_UNDERSTOOD, CellState.NOWHERE) or cell.rounded for cell in self.cells)
        return named or unsure or self.decision.ambiguous

    @property
    def headings_left_out(self) -> bool:
        """Whether names nobody knows stand around the numbers."""
        return any(found is not None and found.axis is None for found in (self.across, self.down))


def read_block(project: Project, rows: Rows, place: BlockPlace, mark: str, chosen: str = "") -> BlockReading:
    """Read a block; ``mark`` is the decimal mark where nothing proves another, ``chosen`` the one a person chose."""
    across, down, body = _headings(project, rows)
    decision, marks = _marks(body, mark, chosen)
    height, width = len(body), len(body[0]) if body else 0
    target = _Target(place, across, down)
    room = target.room(height, width)
    keys = _keys(project)
    cells: list[PastedCell] = []
    seen: set[EntryKey | None] = set()
    for row, column, cell in _filled(body) if room is None else ():
        unit = _unit(across, column) or _unit(down, row)
        key = target.key(project, row, column)
        read = _read(project, cell, None if key in seen else key, marks[column], keys, unit)
        cells.append(read._replace(spot=(row + 1, column + 1)))
        seen.add(key)
    return BlockReading(tuple(cells), decision, across, down, height, width, room)


def paste_block(project: Project, reading: BlockReading) -> Change | None:
    """Record what a block was read as, in one step; cells without a place are left out."""
    placed = {
        c.key: c for c in reading.cells if c.key is not None and c.state not in (CellState.NOWHERE, CellState.SAME)
    }
    texts = {key: cell.text for key, cell in placed.items() if cell.notation_key is None}
    marks = {key: cell.mark for key, cell in placed.items()}
    keys = {key: cell.notation_key for key, cell in placed.items() if cell.notation_key is not None}
    return data_entry.paste(project, texts, marks, keys)


class _Target(NamedTuple):
    """Where the cells of a block go."""

    place: BlockPlace
    across: Headings | None
    down: Headings | None

    def room(self, height: int, width: int) -> tuple[int, int] | None:
        """Rows and columns there are where a block without names does not fit; ``None`` where it does."""
        rows, columns = len(self._positions(self._row_axis)), len(self._positions(self._column_axis))
        tall = not self._names(self.down) and height > rows
        broad = not self._names(self.across) and width > columns
        return (rows, columns) if tall or broad else None

    def key(self, project: Project, row: int, column: int) -> EntryKey | None:
        """The cell of the grid; ``None`` where there is none."""
        part = self.place.start._asdict()
        part[self._row_axis] = self._id(self.down, self._row_axis, row)
        part[self._column_axis] = self._id(self.across, self._column_axis, column)
        if not all(part.values()):
            return None
        key = EntryKey(int(part["year"]), str(part["sector"]), str(part["carrier"]))
        return key if _fits(project, key) else None

    @property
    def _row_axis(self) -> Axis:
        if self._names(self.down) and self.down is not None and self.down.axis is not None:
            return self.down.axis
        named = self.across.axis if self.across is not None else None
        return self.place.axis if named is Axis.SECTOR else Axis.SECTOR

    @property
    def _column_axis(self) -> Axis:
        if self._names(self.across) and self.across is not None and self.across.axis is not None:
            return self.across.axis
        return Axis.SECTOR if self._row_axis is self.place.axis else self.place.axis

    def _names(self, headings: Headings | None) -> bool:
        return headings is not None and headings.axis is not None

    def _positions(self, axis: Axis) -> tuple[str, ...]:
        return self.place.sectors if axis is Axis.SECTOR else self.place.across

    def _id(self, headings: Headings | None, axis: Axis, number: int) -> str:
        if headings is not None and headings.axis is not None:
            return headings.names[number].id
        return self._positions(axis)[number]


def _headings(project: Project, rows: Rows) -> tuple[Headings | None, Headings | None, Rows]:
    """The names above and beside the numbers, and the numbers."""
    if len(rows) == 1 and len(rows[0]) == 1:
        return None, None, rows
    words = words_of(project.reference.codebook, project.reference.all_texts(), _keys(project))
    beside_is_named = words.headings([row[0].text for row in rows[1:]]) is not None
    first = [cell.text for cell in rows[0]]
    corner = beside_is_named and len(first) > 1
    across = words.headings(first[1:] if corner else first) if len(rows) > 1 else None
    body = rows[1:] if across is not None else rows
    down = words.headings([row[0].text for row in body]) if len(rows[0]) > 1 else None
    if across is not None and down is not None and across.axis is not None and across.axis is down.axis:
        down = Headings(None, down.names)
    if down is not None:
        body = tuple(row[1:] for row in body)
    if not _has_numbers(body):
        return None, None, rows
    return across, down, body


def _has_numbers(rows: Rows) -> bool:
    return any(read_number(cell.text, POINT).value is not None for row in rows for cell in row)


def _marks(body: Rows, mark: str, chosen: str) -> tuple[MarkDecision, list[str]]:
    """The decision for the whole block and the mark of each column."""
    columns = [[cell.text for cell in column if cell.exact is None] for column in zip(*body, strict=True)]
    whole = decide_decimal_mark([text for column in columns for text in column], mark)
    doubtful = (t for column in columns for t in column if read_number(t, mark).alternative is not None)
    sample = next(doubtful, whole.evidence)
    if chosen:
        return MarkDecision(chosen, "", sample, ambiguous=False), [chosen] * len(columns)
    marks = []
    for column in columns:
        own = decide_decimal_mark(column, whole.mark)
        marks.append(own.mark if own.evidence else whole.mark)
    return MarkDecision(whole.mark, whole.evidence, sample, whole.ambiguous), marks


def _read(
    project: Project,
    cell: BlockCell,
    key: EntryKey | None,
    mark: str,
    keys: Mapping[str, NotationKey],
    unit: str,
) -> PastedCell:
    text, used, rounded = _exactly(cell, mark)
    if key is None:
        return PastedCell(cell.text, text, used, None, CellState.NOWHERE)
    before = project.inventory.entries.get(key)
    notation = keys.get(folded(cell.text))
    if notation is not None:
        same = before is not None and before.notation_key is notation
        return PastedCell(cell.text, text, used, key, _state(before, same=same), notation_key=notation)
    if unit and project.reference.codebook.unit_named(unit, key.sector, key.carrier) is not None:
        text = f"{text} {unit}"
    read = data_entry.understood(project, key, text, used)
    if read.quantity is None:
        return PastedCell(cell.text, text, used, key, CellState.NOT_UNDERSTOOD)
    same = before is not None and before.quantity == read.quantity and read.unit in ("", before.unit)
    return PastedCell(cell.text, text, used, key, _state(before, same=same), read.quantity, rounded=rounded)


def _state(before: Entry | None, *, same: bool) -> CellState:
    if same:
        return CellState.SAME
    return CellState.CHANGED if before is not None and (before.text or before.notation_key) else CellState.NEW


def _exactly(cell: BlockCell, mark: str) -> tuple[str, str, bool]:
    """The text to record with its mark: as displayed where that says all, else the number behind it."""
    if cell.exact is None or read_number(cell.text, mark).value is None:
        return cell.text, mark, False
    fitting = next((m for m in (mark, POINT, COMMA) if read_number(cell.text, m).value == cell.exact), "")
    if fitting:
        return cell.text, fitting, False
    return f"{cell.exact:f}".replace(POINT, mark), mark, True


def _filled(body: Rows) -> Iterator[tuple[int, int, BlockCell]]:
    for row, cells in enumerate(body):
        for column, cell in enumerate(cells):
            if cell.text:
                yield row, column, cell


def _unit(headings: Headings | None, number: int) -> str:
    return headings.names[number].unit if headings is not None else ""


def _keys(project: Project) -> dict[str, NotationKey]:
    """Every way in which a reason instead of a value may be written."""
    known: dict[str, NotationKey] = {folded(key): key for key in NotationKey}
    for texts in project.reference.all_texts():
        for words in (NOTATION, NOTATION_KEY_LABELS):
            known.update({folded(texts.tr(word)): key for key, word in words.items()})
    return known


def _fits(project: Project, key: EntryKey) -> bool:
    codebook = project.reference.codebook
    known = key.sector in codebook.sectors and key.carrier in (*codebook.carriers, DIRECT)
    return known and codebook.occurs(key.sector, key.carrier)
