"""A chart as a file for others: a picture, or the table behind it."""

from datetime import date
from pathlib import Path

from kbdesk.charts.data import Chart
from kbdesk.charts.data import Quantity
from kbdesk.charts.style import ChartStyle
from kbdesk.errors import UserError
from kbdesk.exchange.chart_table import ChartTable
from kbdesk.exchange.chart_table import Figure
from kbdesk.exchange.chart_table import table_csv
from kbdesk.exchange.chart_table import table_html
from kbdesk.exchange.chart_table import table_text
from kbdesk.exchange.chart_table import table_workbook
from kbdesk.exchange.whole_file import write_whole

PICTURES = (".png", ".svg", ".pdf")
_CSV, _WORKBOOK = ".csv", ".xlsx"
SUFFIXES = (*PICTURES, _CSV, _WORKBOOK)


def save(shown: Chart, path: Path, style: ChartStyle, day: date) -> None:
    """Save the chart by the suffix of the path: as picture, or its table as csv or xlsx.

    An existing file is replaced by a whole one, or kept. Same chart and day, same bytes.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError("chart.suffix", name=path.name, known=", ".join(SUFFIXES))
    if not path.parent.is_dir():
        raise UserError("chart.no_folder", folder=str(path.parent))
    content = _content(shown, suffix, style, day)
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserError("chart.unwritable", path=str(path), reason=error.strerror or str(error)) from error


def _content(shown: Chart, suffix: str, style: ChartStyle, day: date) -> bytes:
    if suffix in PICTURES:
        from kbdesk.charts.draw import picture_bytes  # noqa: PLC0415 - matplotlib loads with the first picture

        return picture_bytes(shown, suffix, style)
    table = chart_table(shown)
    return table_csv(table, shown.numbers.decimal_mark) if suffix == _CSV else table_workbook(table, day)


def chart_table(shown: Chart) -> ChartTable:
    """The table of the chart with its numbers, and below it the finding, the notes and the source."""
    rows = tuple(tuple(c if isinstance(c, str) else _figure(c) for c in row) for row in shown.cells)
    return ChartTable(shown.title, shown.header, rows, (shown.sentence, *shown.notes, shown.footer))


def copied_table(shown: Chart, language: str) -> str:
    """The table of the chart as HTML, as the clipboard hands it to a text program."""
    table = shown.table()
    return table_html(table.header, table.rows, shown.title, language)


def copied_text(shown: Chart) -> str:
    """The same as lines with tabs between, for programs that take no HTML."""
    table = shown.table()
    return table_text(table.header, table.rows)


def _figure(cell: Quantity) -> Figure:
    return Figure(cell.value, cell.decimals, cell.percent)
