"""The same inventory in other frames: sectors by carriers, the Covenant's table, GPC by scope, data quality.

A view only regroups the results of a year: its parts sum to the total of the year, with the number of parts missing.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import emissions_total
from kbdesk.models.calculation import energy_total
from kbdesk.models.codebook import Codebook
from kbdesk.models.counting import is_bisko
from kbdesk.models.data_quality import data_quality
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.inventory import DIRECT

GRID_GROUP = "grid"
"""Carriers supplied by networks: what they emit is emitted elsewhere (scope 2)."""
SCOPE_1, SCOPE_2 = "scope_1", "scope_2"
BEYOND_BASIC = ("IV", "V")
"""The sectors of GPC that its BASIC level leaves out: industrial processes, land use and what else is not energy."""
OTHER = "other"
"""The row or column of ids the codebook does not know."""


class ViewKind(StrEnum):
    """What a view shows and how it is grouped."""

    ENERGY = "energy"
    EMISSIONS = "emissions"
    COVENANT_ENERGY = "covenant-energy"
    COVENANT_EMISSIONS = "covenant-emissions"
    GPC = "gpc"
    QUALITY = "quality"


class ApartRow(NamedTuple):
    """A row of what is contained in others, by column and as a whole: it is in no total of the table."""

    row: str
    cells: Mapping[str, Total]
    total: Total


@dataclass(frozen=True, slots=True)
class ViewTable:
    """Rows by columns of totals [MWh or t]; only rows and columns that hold something, in the frame's order.

    ``apart`` are rows to be shown below the totals.
    """

    kind: ViewKind
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Total]
    row_totals: Mapping[str, Total]
    column_totals: Mapping[str, Total]
    total: Total
    apart: tuple[ApartRow, ...] = ()


@dataclass(frozen=True, slots=True)
class QualityLine:
    """A sector or carrier: final energy [MWh], its share of the year's energy, and its data-quality score (0 to 1).

    The score is ``None`` (undefined) where energy is ungraded or there is none.
    """

    id: str
    energy_mwh: Decimal | None
    share: Decimal | None
    score: Decimal | None


_COVENANT_COLUMNS = tuple(str(n) for n in (*range(1, 11), 22, *range(11, 16)))
"""The order of the Covenant's form of 2020: biogas stands before plant oil."""


def view(result: YearResult, codebook: Codebook, kind: ViewKind) -> ViewTable:
    """One of the tables of a year; GPC contains the direct emissions of its BASIC level, the others those of energy."""
    frame = _frame(kind, codebook)
    return _table(kind, frame, _framed(result, kind, codebook), _rows_apart(frame, _apart(result, kind, codebook)))


def cells_behind(
    result: YearResult,
    codebook: Codebook,
    kind: ViewKind,
    row: str | None = None,
    column: str | None = None,
    *,
    apart: bool = False,
) -> tuple[CellResult, ...]:
    """The cells a number of a view is the sum of: of a row, a column, both, or the whole where neither is given.

    With ``apart`` it is a row that stands apart.
    """
    frame = _frame(kind, codebook)
    return tuple(
        cell
        for cell in (_apart if apart else _framed)(result, kind, codebook)
        if row in (None, frame.row_of(cell)) and column in (None, frame.column_of(cell))
    )


class _Frame(NamedTuple):
    """To which row and column a cell belongs, what is added up, and the order of columns."""

    row_of: Callable[[CellResult], str]
    column_of: Callable[[CellResult], str]
    total: Callable[[Iterable[CellResult]], Total]
    column_order: tuple[str, ...]


def _framed(result: YearResult, kind: ViewKind, codebook: Codebook) -> tuple[CellResult, ...]:
    if kind is not ViewKind.GPC:
        return result.cells
    return (*result.cells, *(cell for cell in result.direct if _gpc(cell, codebook) not in BEYOND_BASIC))


def _apart(result: YearResult, kind: ViewKind, codebook: Codebook) -> tuple[CellResult, ...]:
    """What is shown below the total: what is contained in others, and in GPC what its BASIC level leaves out."""
    if kind is not ViewKind.GPC:
        return result.aside
    return (*result.aside, *(cell for cell in result.direct if _gpc(cell, codebook) in BEYOND_BASIC))


def _frame(kind: ViewKind, codebook: Codebook) -> _Frame:
    match kind:
        case ViewKind.GPC:
            return _Frame(lambda c: _gpc(c, codebook), lambda c: _scope(c, codebook), emissions_total, ())
        case ViewKind.COVENANT_ENERGY | ViewKind.COVENANT_EMISSIONS:
            of = energy_total if kind is ViewKind.COVENANT_ENERGY else emissions_total
            return _Frame(lambda c: _row(c, codebook), lambda c: _column(c, codebook), of, _COVENANT_COLUMNS)
        case _:
            of = energy_total if kind is ViewKind.ENERGY else emissions_total
            return _Frame(lambda c: c.key.sector, lambda c: c.key.carrier, of, tuple(codebook.carriers))


def quality_by(result: YearResult, part: Callable[[CellResult], str]) -> tuple[QualityLine, ...]:
    """The data quality of each sector or carrier, weighted by energy, in the order of the cells."""
    groups: dict[str, list[CellResult]] = {}
    for cell in result.cells:
        if cell.energy_mwh is not None:
            groups.setdefault(part(cell), []).append(cell)
    whole = result.energy_mwh.value
    return tuple(_quality(name, cells, whole) for name, cells in groups.items())


def _quality(name: str, cells: list[CellResult], whole: Decimal | None) -> QualityLine:
    energy = energy_total(cells).value
    score = data_quality((c.entry.grade, c.energy_mwh) for c in cells if c.energy_mwh is not None)
    return QualityLine(name, energy, energy / whole if energy is not None and whole else None, score)


def _rows_apart(frame: _Frame, cells: Iterable[CellResult]) -> tuple[ApartRow, ...]:
    rows: dict[str, dict[str, list[CellResult]]] = {}
    for cell in _saying(cells, frame):
        rows.setdefault(frame.row_of(cell), {}).setdefault(frame.column_of(cell), []).append(cell)
    return tuple(
        ApartRow(
            row,
            MappingProxyType({column: frame.total(group) for column, group in groups.items()}),
            frame.total([cell for group in groups.values() for cell in group]),
        )
        for row, groups in rows.items()
    )


def _saying(cells: Iterable[CellResult], frame: _Frame) -> list[CellResult]:
    """The cells that hold a value, or lack one that belongs there."""
    return [cell for cell in cells if frame.total([cell]) != Total(None, 0)]


def _table(kind: ViewKind, frame: _Frame, cells: Iterable[CellResult], apart: tuple[ApartRow, ...]) -> ViewTable:
    row_of, column_of, total, column_order = frame
    said = _saying(cells, frame)
    places: dict[tuple[str, str], list[CellResult]] = {}
    rows: dict[str, list[CellResult]] = {}
    columns: dict[str, list[CellResult]] = {}
    for cell in said:
        row, column = row_of(cell), column_of(cell)
        places.setdefault((row, column), []).append(cell)
        rows.setdefault(row, []).append(cell)
        columns.setdefault(column, []).append(cell)
    for column in (column for row in apart for column in row.cells):
        columns.setdefault(column, [])
    ordered = sorted(columns, key=lambda c: (column_order.index(c) if c in column_order else len(column_order), c))
    return ViewTable(
        kind=kind,
        rows=tuple(sorted(rows)) if kind is ViewKind.GPC else tuple(rows),
        columns=tuple(ordered),
        cells=MappingProxyType({place: total(group) for place, group in places.items()}),
        row_totals=MappingProxyType({name: total(group) for name, group in rows.items()}),
        column_totals=MappingProxyType({name: total(columns[name]) for name in ordered}),
        total=total(said),
        apart=apart,
    )


def _row(cell: CellResult, codebook: Codebook) -> str:
    sector = codebook.sectors.get(cell.key.sector)
    return sector.covenant_row if sector else OTHER


def _column(cell: CellResult, codebook: Codebook) -> str:
    carrier = codebook.carriers.get(cell.key.carrier)
    return carrier.covenant_column if carrier else OTHER


def _gpc(cell: CellResult, codebook: Codebook) -> str:
    sector = codebook.sectors.get(cell.key.sector)
    return sector.gpc if sector else OTHER


def _scope(cell: CellResult, codebook: Codebook) -> str:
    """Fuels burnt here are scope 1, what networks supply is scope 2 (GPC 2014, chapter 3).

    Ambient heat burns nothing: in BISKO its emissions are those of the electricity of heat pumps.
    """
    if cell.key.carrier == DIRECT:
        return SCOPE_1
    if cell.key.carrier == AMBIENT_HEAT and is_bisko(cell.factor.set_id):
        return SCOPE_2
    carrier = codebook.carriers.get(cell.key.carrier)
    return SCOPE_2 if carrier is not None and carrier.group == GRID_GROUP else SCOPE_1
