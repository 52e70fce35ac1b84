"""The totals of a carrier year by year, and how much each differs from the year before it."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping

from kbdesk.models.calculation import Total
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import emissions_total
from kbdesk.models.calculation import energy_total
from kbdesk.models.inventory import DIRECT
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.grid_totals import Difference
from kbdesk.ui.item_models.grid_totals import GridTotals

_NOTHING = Total(None, 0)
_Column = tuple[Total | None, Total | None]


def series_totals(results: Mapping[int, YearResult], layout: EntryLayout) -> GridTotals:
    """Final energy [MWh], emissions [t] and the difference to the year before, by year."""
    return _arranged([_column(results, layout, year) for year in layout.years], layout)


def series_totals_after(
    before: GridTotals, results: Mapping[int, YearResult], layout: EntryLayout, touched: Collection[int]
) -> GridTotals:
    """The totals after a change of these years: only they are added up again."""
    known = zip(*before.columns[:2], strict=True)
    columns = [
        _column(results, layout, year) if year in touched else column
        for year, column in zip(layout.years, known, strict=True)
    ]
    return _arranged(columns, layout)


def _column(results: Mapping[int, YearResult], layout: EntryLayout, year: int) -> _Column:
    result = results.get(year)
    if result is None:
        return (None if layout.carrier == DIRECT else _NOTHING, _NOTHING)
    if layout.carrier == DIRECT:
        return None, emissions_total(result.direct)
    cells = [cell for cell in result.cells if cell.entry.key.carrier == layout.carrier]
    return energy_total(cells), emissions_total(cells)


def _arranged(columns: list[_Column], layout: EntryLayout) -> GridTotals:
    if not columns:
        return GridTotals((), ((), (), ()), ())
    energy, emissions = zip(*columns, strict=True)
    compared = emissions if layout.carrier == DIRECT else energy
    return GridTotals((), (energy, emissions, tuple(_differences(compared, layout.years))), ())


def _differences(totals: tuple[Total | None, ...], years: tuple[int, ...]) -> Iterator[Difference | None]:
    """The difference to the nearest earlier year with a value; none where either is incomplete."""
    earlier: tuple[int, Total] | None = None
    for year, total in zip(years, totals, strict=True):
        if total is None or total.value is None:
            yield None
            continue
        yield _difference(total, earlier)
        earlier = year, total


def _difference(total: Total, earlier: tuple[int, Total] | None) -> Difference | None:
    if earlier is None or not (total.complete and earlier[1].complete) or not earlier[1].value or total.value is None:
        return None
    return Difference(total.value / earlier[1].value - 1, earlier[0])
