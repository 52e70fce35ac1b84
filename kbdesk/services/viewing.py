"""The read-only tables of a year as rows of texts: for the window and for copying into other forms."""

from collections.abc import Iterator
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.views import BEYOND_BASIC
from kbdesk.models.views import ApartRow
from kbdesk.models.views import QualityLine
from kbdesk.models.views import ViewKind
from kbdesk.models.views import ViewTable
from kbdesk.models.views import cells_behind
from kbdesk.models.views import quality_by
from kbdesk.models.views import view
from kbdesk.services.project import Project
from kbdesk.texts.counting_texts import apart_name
from kbdesk.texts.counting_texts import apart_sentence
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.texts.view_names import TITLES
from kbdesk.texts.view_names import column_name
from kbdesk.texts.view_names import row_name

VIEWS = tuple(TITLES)
"""The views, in the order in which they are offered."""
_QUALITY_COLUMNS = 4
_NOTES = {
    ViewKind.COVENANT_ENERGY: mark("For copying into MyCovenant, the only official channel of the Covenant of Mayors."),
    ViewKind.COVENANT_EMISSIONS: mark(
        "For copying into MyCovenant, the only official channel of the Covenant of Mayors."
    ),
    ViewKind.GPC: mark("BASIC level: what is treated or burnt outside the municipality (scope 3) is not contained."),
    ViewKind.QUALITY: mark(
        "Grades weighted by energy: A 100, B 50, C 25, D 0 percent; undefined while a value has none."
    ),
}


class ShownView(NamedTuple):
    """A view ready to be shown: ``≥`` marks sums that lack a part. The last rows may stand apart, below the total."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[tuple[CellResult, ...], ...], ...] = ()
    """By row and column, the name of the row too: the values a number is the sum of."""
    apart: int = 0
    """How many rows stand below the total."""


def shown_view(project: Project, year: int, kind: ViewKind, texts: Texts) -> ShownView:
    """The table of a year; without values it has no rows."""
    result = project.results.get(year)
    title = f"{texts.tr(TITLES[kind])}, {year}"
    note = texts.tr(_NOTES[kind]) if kind in _NOTES else ""
    if result is None:
        return ShownView(title, note, (texts.tr("Sector"),), ())
    if kind is ViewKind.QUALITY:
        return ShownView(
            title, note, _quality_header(texts), _quality_rows(project, year, texts), _quality_cells(result)
        )
    table = view(result, project.reference.codebook, kind)
    header = (texts.tr("Sector"), *(column_name(kind, c, texts) for c in table.columns), texts.tr("Total"))
    rows = [_row(table, row, texts) for row in table.rows]
    whole = [*(_shown(table.column_totals[c], texts) for c in table.columns), _shown(table.total, texts)]
    if not rows and not table.apart:
        return ShownView(title, note, header, ())
    rows.append((texts.tr("Total"), *whole))
    rows += [_apart(table, row, texts) for row in table.apart]
    note = "\n".join(part for part in (note, *_why_apart(result, table, texts)) if part)
    return ShownView(title, note, header, tuple(rows), _cells(project, result, table), len(table.apart))


def _cells(project: Project, result: YearResult, table: ViewTable) -> tuple[tuple[tuple[CellResult, ...], ...], ...]:
    """What stands behind each number; beside the name of a row, and under *total*, everything in it.

    What stands apart follows below the total.
    """
    columns = (None, *table.columns, None)
    codebook = project.reference.codebook
    counted = tuple(
        tuple(cells_behind(result, codebook, table.kind, row, column) for column in columns)
        for row in (*table.rows, None)
    )
    apart = tuple(
        tuple(cells_behind(result, codebook, table.kind, row.row, column, apart=True) for column in columns)
        for row in table.apart
    )
    return (*counted, *apart)


def _quality_cells(result: YearResult) -> tuple[tuple[tuple[CellResult, ...], ...], ...]:
    sectors = [line.id for line in quality_by(result, lambda cell: cell.key.sector)]
    carriers = [line.id for line in quality_by(result, lambda cell: cell.key.carrier)]
    groups = (
        *(tuple(cell for cell in result.cells if cell.key.sector == name) for name in sectors),
        *(tuple(cell for cell in result.cells if cell.key.carrier == name) for name in carriers),
        result.cells,
    )
    return tuple((group,) * _QUALITY_COLUMNS for group in groups)


def _row(table: ViewTable, row: str, texts: Texts) -> tuple[str, ...]:
    cells = (table.cells.get((row, column)) for column in table.columns)
    shown = ("" if cell is None else _shown(cell, texts) for cell in cells)
    return (row_name(table.kind, row, texts), *shown, _shown(table.row_totals[row], texts))


def _why_apart(result: YearResult, table: ViewTable, texts: Texts) -> Iterator[str]:
    if result.aside and table.apart:
        yield apart_sentence(texts)
    if any(row.row in BEYOND_BASIC for row in table.apart):
        yield texts.tr(
            "Shown apart: direct emissions other than those of waste and waste water are not part of the BASIC level."
        )


def _apart(table: ViewTable, row: ApartRow, texts: Texts) -> tuple[str, ...]:
    """A row that is in no total, marked in words."""
    name = apart_name(row_name(table.kind, row.row, texts), texts)
    cells = (row.cells.get(column) for column in table.columns)
    return (name, *("" if cell is None else _shown(cell, texts) for cell in cells), _shown(row.total, texts))


def _shown(total: Total, texts: Texts) -> str:
    if total.value is None:
        return "–"
    number = texts.numbers.integer(total.value)
    return f"≥ {number}" if total.missing else number


def _quality_header(texts: Texts) -> tuple[str, ...]:
    tr = texts.tr
    return tr("Sector or energy carrier"), tr("Final energy [MWh]"), tr("Share of energy"), tr("Data quality")


def _quality_rows(project: Project, year: int, texts: Texts) -> tuple[tuple[str, ...], ...]:
    result = project.results[year]
    sectors = quality_by(result, lambda cell: cell.key.sector)
    carriers = quality_by(result, lambda cell: cell.key.carrier)
    whole = QualityLine("", result.energy_mwh.value, None, result.data_quality)
    return (
        *(_quality_row(texts.sector(line.id), line, texts) for line in sectors),
        *(_quality_row(texts.carrier(line.id), line, texts) for line in carriers),
        _quality_row(texts.tr("Total"), whole, texts),
    )


def _quality_row(name: str, line: QualityLine, texts: Texts) -> tuple[str, ...]:
    numbers = texts.numbers
    score = texts.tr("undefined") if line.score is None else numbers.percent(line.score, 0)
    return name, numbers.integer(line.energy_mwh), "" if line.share is None else numbers.percent(line.share, 0), score
