"""Finding the header of a table and what each column is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from kbdesk.errors import UserError
from kbdesk.exchange.cells import Grid
from kbdesk.exchange.cells import Row
from kbdesk.exchange.labels import folded
from kbdesk.exchange.mapping import TableMapping
from kbdesk.exchange.table_kinds import COLUMNS
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.exchange.table_kinds import column_name
from kbdesk.exchange.table_kinds import expected_headers
from kbdesk.exchange.table_kinds import recognised_kind

_LOOK_AT = 30
_SHOWN = 12


@dataclass(frozen=True)
class Header:
    """The header row: its kind, the place of each known column, and the columns nobody asked for."""

    row: Row
    kind: TableKind
    places: dict[str, int]
    ignored: tuple[str, ...]

    def title(self, column: str) -> str:
        """The column's title as the file writes it; its own name where it comes from a constant."""
        return self.row.cells[self.places[column]].text if column in self.places else column


def find_header(grid: Grid, mapping: TableMapping, name: str) -> Header:
    """The first row that is a header; without one a ``UserError`` names what was found and what was expected."""
    rows = [row for row in grid.rows if row.number > mapping.skip_rows and not row.is_blank]
    if not rows:
        raise UserError("import.empty", file=name)
    for row in rows[:_LOOK_AT]:
        titles = _titles(row, mapping)
        if (kind := recognised_kind([*titles, *mapping.constants])) is not None:
            return _header(row, kind, titles, name)
    found = next((row for row in rows if not row.cells[0].text.startswith("#")), rows[0])
    shown = ", ".join(cell.text for cell in found.cells[:_SHOWN] if cell.text)
    raise UserError("import.no_header", file=name, found=shown[:200], expected=expected_headers())


def body(grid: Grid, header: Header, name: str) -> tuple[Row, ...]:
    """The rows below the header that hold anything; none at all is a ``UserError``."""
    rows = tuple(row for row in grid.rows if row.number > header.row.number and not row.is_blank)
    if not rows:
        raise UserError("import.header_only", file=name)
    return rows


def _titles(row: Row, mapping: TableMapping) -> list[str]:
    return [mapping.columns.get(folded(cell.text), column_name(cell.text)) for cell in row.cells]


def _header(row: Row, kind: TableKind, titles: Sequence[str], name: str) -> Header:
    known = COLUMNS[kind].all
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        if title in places:
            raise UserError("import.column_twice", file=name, column=row.cells[place].text)
        if title in known:
            places[title] = place
    ignored = tuple(
        cell.text for cell, title in zip(row.cells, titles, strict=True) if cell.text and title not in known
    )
    return Header(row, kind, places, ignored)
