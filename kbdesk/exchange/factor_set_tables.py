"""A factor set as a table: a few lines that say what it is, then one line for each country, year and energy carrier.

``id``, ``title`` and so on stand before the header, the value beside the name. The table may come from anywhere: every
row that cannot be used is named with its problems, and the set counts only where there are none.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.exchange.cells import Grid
from kbdesk.exchange.cells import Row
from kbdesk.exchange.column_numbers import decide_column
from kbdesk.exchange.csv_writer import csv_text
from kbdesk.exchange.header import Header
from kbdesk.exchange.import_plan import read_grid
from kbdesk.exchange.import_problems import Problem
from kbdesk.exchange.labels import Vocabulary
from kbdesk.exchange.mapping import TableMapping
from kbdesk.exchange.row_reader import RowReader
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.exchange.table_kinds import column_name
from kbdesk.exchange.text_tables import text_grid
from kbdesk.models.factors import ANY
from kbdesk.models.factors import FactorRow
from kbdesk.models.factors import Series
from kbdesk.models.inventory import DIRECT
from kbdesk.texts.countries import is_country

HEAD = ("id", "title", "edition", "gas_basis", "boundary", "licence", "reference")
"""What a set says of itself."""
COLUMNS = ("country", "year", "carrier", "t_per_mwh", "source", "confidence", "note")
_NEEDED = frozenset({"carrier", "t_per_mwh"})
_LARGEST_FACTOR = Decimal(10)
"""t/MWh: the highest factor of any country and year is below 3; a larger one is in g/kWh or kg/MWh."""
_LOOK_AT = 60


@dataclass(frozen=True)
class FactorTable:
    """What a table holds: its head as far as it has one, the series, and the problems of rows by their number."""

    head: Mapping[str, str]
    series: Mapping[tuple[str, str], Series]
    problems: tuple[tuple[int, Problem], ...]

    @property
    def factors(self) -> int:
        """How many factors there are."""
        return sum(len(rows) for rows in self.series.values())


def read_factor_table(path: Path, carriers: Vocabulary) -> FactorTable:
    """Read a csv or xlsx file; one that is no table of factors at all is a ``UserError``."""
    return _understood(read_grid(path), carriers, path.name)


def factor_table_of(content: bytes, carriers: Vocabulary, name: str) -> FactorTable:
    """The same from a content that was kept."""
    return _understood(text_grid(content, "", name), carriers, name)


def factor_table_text(head: Mapping[str, str], series: Mapping[tuple[str, str], Series]) -> str:
    """The table as text, as it is kept; reading it again gives the same."""
    rows: list[Sequence[str]] = [(name, head.get(name, "")) for name in HEAD]
    rows += [(), COLUMNS]
    for (country, carrier), by_year in series.items():
        for year, row in by_year.items():
            value = format(row.t_per_mwh, "f")
            said = row.source, row.confidence, row.note
            rows.append((country, "" if year is None else str(year), carrier, value, *said))
    return csv_text(rows)


def _understood(grid: Grid, carriers: Vocabulary, name: str) -> FactorTable:
    rows = [row for row in grid.rows if not row.is_blank]
    header = _header(rows, name)
    head = {
        column_name(row.cell(0).text): row.cell(1).text
        for row in rows
        if row.number < header.row.number and column_name(row.cell(0).text) in HEAD
    }
    body = [row for row in rows if row.number > header.row.number]
    if not body:
        raise UserError("import.header_only", file=name)
    cells = [row.cell(header.places["t_per_mwh"]) for row in body]
    likely = "," if grid.separator == ";" else "."
    decision = decide_column(header.title("t_per_mwh"), "t_per_mwh", cells, likely, fixed=False)
    readers = [(row, RowReader(row, header, TableMapping(), {"t_per_mwh": decision})) for row in body]
    return _collected(head, readers, carriers)


def _header(rows: Sequence[Row], name: str) -> Header:
    for row in rows[:_LOOK_AT]:
        titles = [column_name(cell.text) for cell in row.cells]
        if not _NEEDED.issubset(titles):
            continue
        places: dict[str, int] = {}
        for place, title in enumerate(titles):
            if title in places:
                raise UserError("import.column_twice", file=name, column=row.cells[place].text)
            if title in COLUMNS:
                places[title] = place
        return Header(row, TableKind.LOCAL_FACTORS, places, ())
    raise UserError("factor_set.no_header", file=name, expected=", ".join(COLUMNS))


def _collected(head: Mapping[str, str], readers: Sequence[tuple[Row, RowReader]], carriers: Vocabulary) -> FactorTable:
    series: dict[tuple[str, str], dict[int | None, FactorRow]] = {}
    problems: list[tuple[int, Problem]] = []
    seen: dict[tuple[str, str, int | None], int] = {}
    for row, reader in readers:
        country, year, carrier, found = _read(reader, carriers)
        place = (country, carrier, year)
        if not reader.problems and place in seen:
            reader.add("import.duplicate", "carrier", " ".join(map(str, place)), str(seen[place]))
        problems += [(row.number, problem) for problem in reader.problems]
        if not reader.problems and found is not None:
            seen[place] = row.number
            series.setdefault((country, carrier), {})[year] = found
    return FactorTable(head, series, tuple(problems))


def _read(reader: RowReader, carriers: Vocabulary) -> tuple[str, int | None, str, FactorRow | None]:
    country = reader.text("country").strip().upper() or ANY
    if country != ANY and not is_country(country):
        reader.add("factor_set.country", "country", country, "")
    year = reader.year() if reader.cell("year").text else None
    carrier = reader.word("carrier", carriers, "import.unknown_carrier")
    if carrier == DIRECT:
        reader.add("import.factor_of_direct", "carrier", reader.cell("carrier").text, "")
    count = len(reader.problems)
    value = reader.positive("t_per_mwh", zero=True)
    if value is None and len(reader.problems) == count:
        reader.add("import.empty_cell", "t_per_mwh", "", "")
    if value is not None and value > _LARGEST_FACTOR:
        reader.add("import.factor_too_large", "t_per_mwh", reader.cell("t_per_mwh").text, "")
    said = (reader.text(column) for column in ("source", "confidence", "note"))
    return country, year, carrier, None if value is None else FactorRow(value, *said)
