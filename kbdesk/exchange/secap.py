"""A year in the order of the Covenant of Mayors' form: header, table A (final energy), table B (emissions), factors.

MyCovenant is the only official channel of the Covenant: this workbook is what one copies from. English, as the form.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.sheets import Look
from kbdesk.exchange.sheets import Sheet
from kbdesk.exchange.sheets import SheetCell
from kbdesk.exchange.whole_file import write_whole
from kbdesk.exchange.workbook_writer import workbook_bytes
from kbdesk.models.calculation import YearResult
from kbdesk.models.factors import FactorSet
from kbdesk.models.inventory import Municipality
from kbdesk.models.views import ViewTable
from kbdesk.texts.texts import Texts
from kbdesk.texts.view_names import column_name
from kbdesk.texts.view_names import row_name

_WIDTH, _NAME_WIDTH = 14, 46


@dataclass(frozen=True, slots=True)
class CovenantYear:
    """What the form asks for of one year."""

    municipality: Municipality
    result: YearResult
    factor_set: FactorSet
    energy: ViewTable
    emissions: ViewTable
    created: date


def write_secap(year: CovenantYear, path: Path, texts: Texts) -> Path:
    """Write the workbook; never in place of another file."""
    if path.exists():
        raise UserError("export.exists", path=str(path))
    sheets = (
        _header(year),
        _table("A Final energy", "Final energy consumption [MWh]", year.energy, texts),
        _table("B Emissions", f"Emissions [t {year.factor_set.gas_basis}]", year.emissions, texts),
        _factors(year, texts),
    )
    title = f"{year.municipality.name} {year.result.year}"
    try:
        write_whole(path, workbook_bytes(sheets, title, year.created))
    except OSError as error:
        raise UserError("export.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return path


def _header(year: CovenantYear) -> Sheet:
    sheet = Sheet("Inventory", (_NAME_WIDTH, 60))
    municipality, result, factor_set = year.municipality, year.result, year.factor_set
    sheet.add(SheetCell(f"{municipality.name}: emission inventory {result.year}", Look.TITLE))
    sheet.add_gap()
    sheet.add_pair("Local authority", municipality.name)
    sheet.add_pair("Country", municipality.country)
    sheet.add_pair("Code", municipality.code)
    sheet.add_pair("Inventory year", result.year, Look.YEAR)
    sheet.add_pair("Number of inhabitants in the inventory year", result.population, Look.WHOLE)
    sheet.add_pair("Emission factors", factor_set.title)
    sheet.add_pair("Emission reporting unit", f"tonnes {factor_set.gas_basis}")
    sheet.add_pair("Final energy [MWh]", result.energy_mwh.value, Look.WHOLE)
    sheet.add_pair(f"Emissions [t {factor_set.gas_basis}]", result.emissions_t.value, Look.WHOLE)
    sheet.add_pair("Values that are missing in the total", result.emissions_t.missing, Look.WHOLE)
    sheet.add_gap()
    sheet.add(SheetCell("For copying into MyCovenant, the only official channel of the Covenant of Mayors.", Look.HINT))
    return sheet


def _table(name: str, title: str, table: ViewTable, texts: Texts) -> Sheet:
    sheet = Sheet(name, (_NAME_WIDTH, *[_WIDTH] * (len(table.columns) + 1)), frozen_rows=3, landscape=True)
    sheet.add(SheetCell(title, Look.TITLE))
    sheet.add_gap()
    sheet.add_header(("Sector", *(column_name(table.kind, column, texts) for column in table.columns), "Total"))
    for row in table.rows:
        cells = (table.cells.get((row, column)) for column in table.columns)
        values = (None if cell is None else cell.value for cell in cells)
        _add(sheet, row_name(table.kind, row, texts), (*values, table.row_totals[row].value))
    totals = (table.column_totals[column].value for column in table.columns)
    _add(sheet, "Total", (*totals, table.total.value))
    for apart in table.apart:
        shares = (apart.cells.get(column) for column in table.columns)
        name = f"{row_name(table.kind, apart.row, texts)} (shown apart: contained in transport)"
        _add(sheet, name, (*(None if share is None else share.value for share in shares), apart.total.value))
    return sheet


def _add(sheet: Sheet, name: str, values: tuple[Decimal | None, ...]) -> None:
    sheet.add(SheetCell(name, Look.LABEL), *(SheetCell(value, Look.TWO) for value in values))


def _factors(year: CovenantYear, texts: Texts) -> Sheet:
    sheet = Sheet("Factors", (_NAME_WIDTH, _WIDTH, 14, 90), frozen_rows=1, landscape=True)
    sheet.add_header(("Energy carrier", "t/MWh", "Status", "Source"))
    for carrier, value, status, source in _used(year, texts.carrier):
        cells = (SheetCell(value, Look.EXACT), SheetCell(status), SheetCell(source, Look.WRAPPED))
        sheet.add(SheetCell(carrier, Look.LABEL), *cells)
    return sheet


def _used(year: CovenantYear, named: Callable[[str], str]) -> Iterator[tuple[str, Decimal | None, str, str]]:
    factors = {cell.key.carrier: cell.factor for cell in year.result.cells if cell.energy_mwh}
    for carrier, factor in factors.items():
        yield named(carrier), factor.t_per_mwh, factor.status.value, factor.source
