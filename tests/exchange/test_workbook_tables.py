"""Workbooks as other programs write them: exact numbers, and everything that is no plain value named."""

import contextlib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl import load_workbook

from kbdesk.errors import UserError
from kbdesk.exchange.import_plan import RowState
from kbdesk.models.inventory import Entry
from tests.exchange.examples import plan
from tests.exchange.examples import problems

HEADER = ("Year", "Sector", "Carrier", "Quantity", "Unit")


def book_of(tmp_path: Path, *rows: tuple[Any, ...], title: str = "Table") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in (HEADER, *rows):
        sheet.append(row)
    path = tmp_path / "table.xlsx"
    book.save(path)
    return path


def cell(quantity: Any, year: int = 2020) -> tuple[Any, ...]:
    return (year, "residential", "electricity", quantity, "MWh")


def test_that_numbers_of_a_workbook_are_exact_and_texts_are_parsed_by_column(tmp_path: Path) -> None:
    found = plan(book_of(tmp_path, cell(0.1), cell(412345, 2021), cell("1.234,5", 2022)))
    assert (found.file_format, found.sheet) == ("xlsx", "Table")
    entries = [edit.after for edit in found.edits]
    assert [(e.quantity, e.text) for e in entries if isinstance(e, Entry)] == [
        (Decimal("0.1"), "0.1"),
        (Decimal(412345), "412345"),
        (Decimal("1234.5"), "1.234,5"),
    ]
    assert (found.columns[0].mark, found.columns[0].evidence) == (",", "1.234,5")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (date(2020, 10, 9), "import.cell_date"),
        (True, "import.cell_boolean"),
        ("#REF!", "import.cell_error"),
        ("=1+1", "import.cell_formula"),
        (1e300, "import.number_too_long"),
        ("viel", "import.not_a_number"),
    ],
)
def test_that_what_is_no_number_is_named(tmp_path: Path, value: Any, code: str) -> None:
    found = plan(book_of(tmp_path, cell(value), cell(1, 2021)))
    assert problems(found) == [(2, code)]
    assert found.count(RowState.NEW) == 1


def test_that_merged_cells_are_named(tmp_path: Path) -> None:
    path = book_of(tmp_path, cell(1), (2021, None, "electricity", 1, "MWh"))
    book = load_workbook(path)
    book["Table"].merge_cells("B2:B3")
    book.save(path)
    assert problems(plan(path)) == [(3, "import.cell_merged")]


def test_that_the_sheet_can_be_chosen_and_others_are_listed(tmp_path: Path) -> None:
    path = book_of(tmp_path, cell(1), title="Strom")
    book = load_workbook(path)
    book.create_sheet("Leer", 0)
    book.save(path)
    assert plan(path).sheet == "Strom"
    with pytest.raises(UserError) as refused:
        plan(path, sheet="Gas")
    assert refused.value.code == "import.no_such_sheet"
    assert refused.value.parameters["sheets"] == "Leer, Strom"
    with pytest.raises(UserError) as empty:
        plan(path, sheet="Leer")
    assert empty.value.code == "import.empty"


def test_that_row_numbers_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    path = book_of(tmp_path, cell(1), (None,) * 5, cell("x", 2021))
    assert problems(plan(path)) == [(4, "import.not_a_number")]


def test_that_a_damaged_workbook_is_a_sentence(tmp_path: Path) -> None:
    path = book_of(tmp_path, cell(1))
    content = path.read_bytes()
    for cut in range(0, len(content), len(content) // 40):
        path.write_bytes(content[:cut] + bytes([content[cut] ^ 0xFF]) + content[cut + 1 :])
        with contextlib.suppress(UserError):
            plan(path)
