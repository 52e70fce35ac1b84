"""The totals of a year in the shape of the grid: by row, by column and of the whole."""

from collections.abc import Iterable

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import emissions_total
from kbdesk.models.calculation import energy_total
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_layout import EntryRow
from kbdesk.ui.item_models.grid_totals import GridTotals

Pair = tuple[Total | None, Total | None]
_NOTHING = Total(None, 0)


def year_totals(result: YearResult | None, layout: EntryLayout) -> GridTotals:
    """The totals of a year's result; without one all are empty. The whole leaves direct emissions out."""
    cells = result.everything if result else ()
    by_sector, by_carrier = _grouped(cells, 1), _grouped(_added(cells), 2)
    rows = tuple(_row(row, by_sector, layout) for row in layout.rows)
    energy, emissions = zip(*(_column(c, by_carrier) for c in layout.carriers), strict=True)
    mwh = result.energy_mwh if result else _NOTHING
    tonnes = result.emissions_t if result else _NOTHING
    return GridTotals(rows, (energy, emissions), ((mwh, None), (None, tonnes)))


def totals_after(
    before: GridTotals, result: YearResult | None, layout: EntryLayout, touched: Iterable[EntryKey]
) -> GridTotals:
    """The totals after a change of these entries: only their rows and columns are added up again."""
    keys = list(touched)
    if result is None or not keys:
        return year_totals(result, layout)
    sectors, carriers = {key.sector for key in keys}, {key.carrier for key in keys}
    cells = result.everything
    members = {m for row in layout.rows if sectors & {*row.members} for m in row.members} | sectors
    by_sector = _grouped((cell for cell in cells if cell.entry.key.sector in members), 1)
    by_carrier = _grouped((cell for cell in _added(cells) if cell.entry.key.carrier in carriers), 2)
    rows = tuple(
        _row(row, by_sector, layout) if sectors & {row.sector, *row.members} else known
        for row, known in zip(layout.rows, before.rows, strict=True)
    )
    columns = (
        _column(carrier, by_carrier) if carrier in carriers else known
        for carrier, known in zip(layout.carriers, zip(*before.columns, strict=True), strict=True)
    )
    energy, emissions = zip(*columns, strict=True)
    return GridTotals(rows, (energy, emissions), ((result.energy_mwh, None), (None, result.emissions_t)))


def _added(cells: Iterable[CellResult]) -> Iterable[CellResult]:
    """The cells that are part of a total: what is contained in others has its own row and no more."""
    return (cell for cell in cells if not cell.apart)


def _grouped(cells: Iterable[CellResult], part: int) -> dict[str, list[CellResult]]:
    """The cells by sector (1) or carrier (2) of their key."""
    groups: dict[str, list[CellResult]] = {}
    for cell in cells:
        groups.setdefault(str(cell.entry.key[part]), []).append(cell)
    return groups


def _row(row: EntryRow, by_sector: dict[str, list[CellResult]], layout: EntryLayout) -> Pair:
    sectors = row.members or (row.sector,)
    cells = [cell for sector in sectors for cell in by_sector.get(sector, ())]
    if row.members:
        cells = [*_added(cells)]
    direct = layout.codebook.sectors[sectors[0]].kind is SectorKind.DIRECT
    return (None if direct else energy_total(cells), emissions_total(cells))


def _column(carrier: str, by_carrier: dict[str, list[CellResult]]) -> Pair:
    cells = by_carrier.get(carrier, ())
    return (None if carrier == DIRECT else energy_total(cells), emissions_total(cells))
