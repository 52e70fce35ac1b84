"""The totals of a grid, unfolded: from the menu of the grid, by Enter or a double click on a total."""

from functools import partial

from PySide6.QtWidgets import QMenu

from kbdesk.models.calculation import CellResult
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.widgets.entry_grid import EntryGrid

ALL = -1


def add_totals(menu: QMenu, context: Context, grid: EntryGrid) -> None:
    """Offer to explain the totals the current cell is part of."""
    index, tr = grid.view.currentIndex(), context.texts.tr
    chosen = menu.addMenu(context.theme.icon("calculator"), tr("How is the &total computed?"))
    chosen.setEnabled(index.isValid() and bool(context.project.results))
    wanted = [(_title(context, grid, index.row(), ALL), index.row(), ALL)] if not grid.model.layout.carrier else []
    wanted.append((_title(context, grid, ALL, index.column()), ALL, index.column()))
    if not grid.model.layout.carrier:
        wanted.append((_title(context, grid, ALL, ALL), ALL, ALL))
    for title, row, column in wanted if index.isValid() else ():
        action = chosen.addAction(title.replace("&", "&&"))
        action.triggered.connect(partial(explain_total, context, grid, row, column))


def explain_total(context: Context, grid: EntryGrid, row: int, column: int) -> None:
    """Show what the total of a row or a column is the sum of; ``ALL`` stands for every one."""
    from kbdesk.ui.dialogs.explain_dialog import ExplainDialog  # noqa: PLC0415 - seldom needed

    cells = _cells(context, grid.model.layout, row, column)
    ExplainDialog(grid.window(), context, _title(context, grid, row, column), cells).open()


def _cells(context: Context, layout: EntryLayout, row: int, column: int) -> list[CellResult]:
    """The values of a row, a column or the year; direct emissions are no part of the whole.

    What is contained in others is part of its own row only.
    """
    results = context.project.results
    years = layout.years if column == ALL else (layout.columns[column].year,)
    carriers = set(layout.carriers if column == ALL else (layout.columns[column].carrier,))
    sectors: set[str] | None = None
    if row != ALL:
        sectors = {*(layout.rows[row].members or (layout.rows[row].sector,))}
    whole = row == ALL and column == ALL
    alone = sectors is not None and not layout.rows[row].is_heading
    return [
        cell
        for year in years
        if (result := results.get(year)) is not None
        for cell in (result.cells if whole else result.everything)
        if cell.key.carrier in carriers
        and (sectors is None or cell.key.sector in sectors)
        and (alone or not cell.apart)
    ]


def _title(context: Context, grid: EntryGrid, row: int, column: int) -> str:
    """What is summed up: “Residential buildings, 2022”."""
    layout, texts = grid.model.layout, context.texts
    if layout.carrier:
        return f"{texts.carrier(layout.carrier)}, {layout.columns[column].year}"
    year = str(layout.years[0])
    if row != ALL:
        return f"{grid.row_name(row)}, {year}"
    if column != ALL:
        return f"{texts.carrier(layout.columns[column].carrier)}, {year}"
    return f"{texts.tr('All energy-related emissions')}, {year}"
