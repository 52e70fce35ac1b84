"""Blocks as spreadsheets put them on the clipboard."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.services.clipboard_cells import BlockCell
from kbdesk.services.clipboard_cells import read_cells
from kbdesk.services.clipboard_cells import write_html
from kbdesk.services.clipboard_cells import write_text
from tests.services.conftest import CLIPBOARD


def test_that_a_block_copied_in_libreoffice_brings_its_exact_numbers() -> None:
    text = (CLIPBOARD / "libreoffice_german.txt").read_text(encoding="utf-8")
    rows = read_cells(text, (CLIPBOARD / "libreoffice_german.html").read_text(encoding="utf-8"))
    assert (len(rows), len(rows[0])) == (16, 12)
    assert rows[0][0] == BlockCell("29.148,3", Decimal("29148.3"))
    assert rows[2][2] == BlockCell("1.234,6", Decimal("1234.5678"))
    assert all(cell.exact is not None for row in rows for cell in row)


def test_that_excel_is_understood_too() -> None:
    html = '<table><tr><td x:num="412.345678">412,3</td><td class=xl65>Erdgas</td></tr></table>'
    assert read_cells("412,3\tErdgas\r\n", html) == ((BlockCell("412,3", Decimal("412.345678")), BlockCell("Erdgas")),)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>412,3</p>",
        '<table><tr><td sdval="1">1</td><td>2</td></tr></table>',
        '<table><tr><td sdval="7">999</td></tr></table>',
        '<table><tr><td sdval="nan">412,3</td></tr></table>',
        f'<table><tr><td sdval="{"9" * 500}">412,3</td></tr></table>',
        '<table><tr><td colspan="99999999999" sdval="1">412,3',
    ],
)
def test_that_a_table_that_is_not_the_same_block_is_not_believed(html: str) -> None:
    assert read_cells("412,3", html) == ((BlockCell("412,3"),),)


def test_that_merged_cells_keep_their_room() -> None:
    html = '<table><tr><td colspan=2 sdval="1">1</td><td sdval="2">2</td></tr></table>'
    assert read_cells("1\t\t2", html)[0][2].exact == Decimal(2)


def test_that_noise_of_binary_arithmetic_is_no_number() -> None:
    assert read_cells("0,3", '<table><tr><td sdval="0.30000000000000004">0,3</td></tr></table>')[0][0].exact == Decimal(
        "0.3"
    )


@given(st.text(max_size=60), st.text(max_size=80))
def test_that_any_clipboard_is_read(text: str, html: str) -> None:
    rows = read_cells(text, f"<table>{html}</table>")
    assert len({len(row) for row in rows}) <= 1


@given(st.lists(st.lists(st.decimals(-(10**6), 10**6, places=3), min_size=2, max_size=2), min_size=1, max_size=4))
def test_that_what_is_written_is_read_again(numbers: list[list[Decimal]]) -> None:
    rows = tuple(tuple(BlockCell(f"{number:.1f}", number) for number in row) for row in numbers)
    assert read_cells(write_text([[cell.text for cell in row] for row in rows]), write_html(rows)) == rows
