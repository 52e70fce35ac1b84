"""The table behind a picture as csv, workbook and HTML: typed numbers, nothing that runs, the same bytes."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kbdesk.exchange.chart_table import ChartTable
from kbdesk.exchange.chart_table import Figure
from kbdesk.exchange.chart_table import table_csv
from kbdesk.exchange.chart_table import table_html
from kbdesk.exchange.chart_table import table_text
from kbdesk.exchange.chart_table import table_workbook

DAY = date(2026, 3, 12)
TABLE = ChartTable(
    "Emissions by sector: Münster",
    ("Year", "Households", "Change", "Kind"),
    (
        ("1990", Figure(12340.256, 1), Figure(None), "own inventory"),
        ("2020", Figure(-5.0, 1), Figure(-0.1234, 1, percent=True), "=1+1"),
    ),
    ("2020: 12 % less.", "Source: inventory of Münster."),
)


def lines(content: bytes, separator: str) -> list[list[str]]:
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_that_a_table_is_written_as_the_office_reads_numbers() -> None:
    english, german = lines(table_csv(TABLE, "."), ","), lines(table_csv(TABLE, ","), ";")
    assert english[1] == ["1990", "12340.3", "", "own inventory"]
    assert german[1] == ["1990", "12340,3", "", "own inventory"]
    assert german[2] == ["2020", "-5,0", "-12,3%", "'=1+1"]
    assert english[-1] == ["Source: inventory of Münster."]
    assert english[3] == []


def test_that_a_workbook_has_numbers_as_numbers_and_words_below() -> None:
    content = table_workbook(TABLE, DAY)
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(TABLE.header)
    assert [cell.value for cell in sheet[2]][:2] == [1990, 12340.256]
    assert sheet["C3"].value == pytest.approx(-0.1234)
    assert sheet["C3"].number_format == "0.0%"
    assert sheet["D3"].value == "'=1+1"
    assert sheet["D3"].data_type == "s"
    assert [row[0].value for row in sheet.iter_rows(min_row=5)] == [TABLE.title, *TABLE.words]
    assert sheet.title == "Emissions by sector  Münster"
    assert table_workbook(TABLE, DAY) == content


def test_that_html_has_heads_a_caption_and_a_language() -> None:
    written = table_html(("Year", "<t>"), [("1990", "=2")], "Emissions & more", "de")
    assert '<table lang="de">' in written
    assert "<caption>Emissions &amp; more</caption>" in written
    assert '<th scope="col">&lt;t&gt;</th>' in written
    assert "<td>&#x27;=2</td>" in written


def test_that_copied_numbers_stay_as_shown_and_names_cannot_run() -> None:
    written = table_text(("=HYPERLINK(1)", "Change"), [("+0,5\u202f%", "-1,234.5"), ("@x", "−3 %")])
    assert written == "'=HYPERLINK(1)\tChange\n+0,5\u202f%\t-1,234.5\n'@x\t−3 %"


@given(st.text(max_size=40), st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_that_no_text_can_be_run_and_no_number_is_lost(text: str, value: float) -> None:
    table = TABLE._replace(title=text, rows=((text, Figure(value, 3), Figure(value, 1, percent=True), text),))
    for content in (table_csv(table, "."), table_csv(table, ",")):
        for line in content.decode("utf-8-sig").split("\r\n"):
            assert not line.lstrip('"').startswith(("=", "@"))
    table_workbook(table, DAY)
