"""What an import would do, row by row, before anything is written."""

from collections import Counter
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.archives import MAX_XLSX_BYTES
from kbdesk.exchange.archives import OLE_START
from kbdesk.exchange.archives import ZIP_START
from kbdesk.exchange.cells import Cell
from kbdesk.exchange.cells import Grid
from kbdesk.exchange.cells import Row
from kbdesk.exchange.column_numbers import ColumnDecision
from kbdesk.exchange.column_numbers import decide_column
from kbdesk.exchange.header import Header
from kbdesk.exchange.header import body
from kbdesk.exchange.header import find_header
from kbdesk.exchange.import_problems import Problem
from kbdesk.exchange.import_records import RecordReader
from kbdesk.exchange.labels import Labels
from kbdesk.exchange.mapping import TableMapping
from kbdesk.exchange.mapping import read_mapping
from kbdesk.exchange.named_sources import SourceNames
from kbdesk.exchange.row_reader import RowReader
from kbdesk.exchange.table_kinds import COLUMNS
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.exchange.text_tables import MAX_BYTES
from kbdesk.exchange.text_tables import read_text_table
from kbdesk.exchange.workbook_tables import read_workbook_table
from kbdesk.models.changes import Edit
from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import Record
from kbdesk.texts.texts import Texts

_KEY_COLUMNS = ("year", "sector", "carrier", "indicator")
_NAMED_ROWS = 6
_LIKELY_MARK = {",": ".", ";": ","}
"""Spreadsheets separate cells by semicolons just where the comma is the decimal mark."""
_TWICE = 2


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row: its number in the file, its cells as written, what is recorded now and what it would make of it."""

    number: int
    cells: tuple[str, ...]
    state: RowState
    before: Record | None
    after: Record | None
    problems: tuple[Problem, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The first problem of the row."""
        return self.problems[0] if self.problems else None


@dataclass(frozen=True)
class ImportPlan:
    """Everything an import would do and how the file was understood."""

    path: Path
    kind: TableKind
    header: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    columns: tuple[ColumnDecision, ...]
    ignored_columns: tuple[str, ...]
    file_format: str
    encoding: str
    separator: str
    sheet: str

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What new and changed rows do, as one step for the caller to record."""
        return tuple(Edit(r.before, r.after) for r in self.rows if r.state in (RowState.NEW, RowState.CHANGED))

    @cached_property
    def rejected(self) -> tuple[PlannedRow, ...]:
        """The rows that cannot be imported."""
        return tuple(row for row in self.rows if row.state is RowState.REJECTED)

    def count(self, state: RowState) -> int:
        """How many rows are in this state."""
        return self._counts[state]

    @cached_property
    def _counts(self) -> Counter[RowState]:
        return Counter(row.state for row in self.rows)


def plan_import(
    path: Path,
    inventory: Inventory,
    codebook: Codebook,
    labels: Labels,
    *,
    decimal_default: str = ".",
    sheet: str | None = None,
    mapping: Path | TableMapping | None = None,
    origin: Origin = Origin.IMPORT,
    languages: Sequence[Texts] = (),
) -> ImportPlan:
    """Read a table and say what it would change; nothing is written.

    Problems of the file as a whole are a ``UserError``; problems of rows are in the rows, all of them.
    ``decimal_default`` is the decimal mark of columns in which no cell tells and the separator does not either.
    A source column that says in one of the ``languages`` what is recorded of a source leaves the source as it is.
    """
    used = read_mapping(mapping) if isinstance(mapping, Path) else mapping or TableMapping()
    grid = read_grid(path, sheet, inventory.municipality.country)
    header = find_header(grid, used, path.name)
    rows = body(grid, header, path.name)
    decisions = _decisions(rows, header, used, _LIKELY_MARK.get(grid.separator, decimal_default))
    reader = RecordReader(
        inventory, codebook, labels, origin, [SourceNames(inventory.sources, each) for each in languages]
    )
    planned = [_planned(row, reader, header, RowReader(row, header, used, decisions)) for row in rows]
    return ImportPlan(
        path=path,
        kind=header.kind,
        header=tuple(cell.text for cell in header.row.cells),
        rows=tuple(_without_duplicates(planned, header)),
        columns=tuple(decision for decision in decisions.values() if decision.target in header.places),
        ignored_columns=header.ignored,
        file_format=grid.file_format,
        encoding=grid.encoding,
        separator=grid.separator,
        sheet=grid.sheet,
    )


def read_grid(path: Path, sheet: str | None = None, country: str = "") -> Grid:
    """Read the file by what it is, not by its name; sizes are looked at before anything is read."""
    if path.is_dir():
        raise UserError("import.folder", file=str(path))
    if path.exists() and not path.is_file():
        raise UserError("import.no_file", file=str(path))
    try:
        size = path.stat().st_size
        with path.open("rb") as handle:
            start = handle.read(8)
        if start.startswith((OLE_START, ZIP_START)):
            return _read_workbook(path, sheet, start, size)
        return _read_text(path, sheet, country, size)
    except FileNotFoundError:
        raise UserError("import.missing", file=str(path)) from None
    except OSError as error:
        raise UserError("import.unreadable", file=str(path), reason=error.strerror or str(error)) from None


def _read_workbook(path: Path, sheet: str | None, start: bytes, size: int) -> Grid:
    if start.startswith(OLE_START):
        raise UserError("import.old_workbook", file=path.name)
    _refuse_above(MAX_XLSX_BYTES, size, path.name)
    return read_workbook_table(path, sheet)


def _read_text(path: Path, sheet: str | None, country: str, size: int) -> Grid:
    if not size:
        raise UserError("import.empty", file=path.name)
    _refuse_above(MAX_BYTES, size, path.name)
    if sheet is not None:
        raise UserError("import.no_sheets", file=path.name, sheet=sheet)
    return read_text_table(path, country)


def _refuse_above(limit: int, size: int, name: str) -> None:
    if size > limit:
        raise UserError("import.too_large", file=name, size_mb=size // 1_000_000, limit_mb=limit // 1_000_000)


def _decisions(rows: Sequence[Row], header: Header, mapping: TableMapping, default: str) -> dict[str, ColumnDecision]:
    decided = {}
    for target in COLUMNS[header.kind].all:
        if target not in COLUMNS[header.kind].numbers:
            continue
        if target in header.places:
            cells = [row.cell(header.places[target]) for row in rows]
            known, fixed = (mapping.decimal or default), bool(mapping.decimal)
            decided[target] = decide_column(header.title(target), target, cells, known, fixed=fixed)
        else:
            constant = Cell(mapping.constants.get(target, ""))
            decided[target] = decide_column(target, target, [constant], ".", fixed=True)
    return decided


def _planned(row: Row, records: RecordReader, header: Header, reader: RowReader) -> PlannedRow:
    before, after = records.read(header.kind, reader)
    cells = tuple(cell.text for cell in row.cells)
    if reader.problems:
        return PlannedRow(row.number, cells, RowState.REJECTED, before, after, tuple(reader.problems))
    if before is None:
        return PlannedRow(row.number, cells, RowState.NEW, None, after)
    if _says_the_same(before, after):
        return PlannedRow(row.number, cells, RowState.SAME, before, before)
    return PlannedRow(row.number, cells, RowState.CHANGED, before, after)


def _says_the_same(before: Record, after: Record) -> bool:
    """Whether two records differ at most in how the number is written and how it came in."""
    if isinstance(before, Entry) and isinstance(after, Entry) and before.quantity is not None:
        after = replace(after, text=before.text if after.quantity == before.quantity else after.text)
    if isinstance(before, Entry) and isinstance(after, Entry):
        return before == replace(after, origin=before.origin)
    return before == after


def _without_duplicates(rows: Sequence[PlannedRow], header: Header) -> list[PlannedRow]:
    """The rows, with those rejected that speak of the same thing as another row of the file; both are named."""
    key_titles = frozenset(header.title(column) for column in _KEY_COLUMNS)
    by_identity: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in rows:
        if row.after is not None and _has_identity(row, key_titles):
            by_identity[row.after.identity].append(row.number)
    return [_marked(row, by_identity, key_titles, header) for row in rows]


def _marked(
    row: PlannedRow,
    by_identity: Mapping[tuple[str, ...], list[int]],
    key_titles: frozenset[str],
    header: Header,
) -> PlannedRow:
    after = None if row.state is RowState.REJECTED else row.after
    identity = row.after.identity if row.after is not None else ()
    numbers = by_identity.get(identity, [])
    if len(numbers) < _TWICE or not _has_identity(row, key_titles):
        return replace(row, after=after)
    others = ", ".join(str(number) for number in numbers[:_NAMED_ROWS] if number != row.number)
    problem = Problem("import.duplicate", header.title("year"), " · ".join(filter(None, identity[1:])), others)
    return replace(row, state=RowState.REJECTED, after=None, problems=(*row.problems, problem))


def _has_identity(row: PlannedRow, key_titles: frozenset[str]) -> bool:
    """Whether it is known what the row speaks of."""
    return not any(problem.column in key_titles for problem in row.problems)
