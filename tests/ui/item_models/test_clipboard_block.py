"""Blocks from and to spreadsheets."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.services.clipboard_cells import write_text
from kbdesk.ui.item_models.clipboard_block import read_block


def test_that_line_ends_and_trailing_lines_do_not_matter() -> None:
    for text in ("1\t2\r\n3\t4\r\n", "1\t2\n3\t4", "1\t2\r3\t4\r\n\r\n"):
        assert read_block(text, ",").rows == (("1", "2"), ("3", "4"))


def test_that_short_rows_are_filled() -> None:
    assert read_block("1\n2\t3", ".").rows == (("1", ""), ("2", "3"))


def test_that_names_above_and_beside_numbers_are_left_out() -> None:
    block = read_block("\tElectricity\tGas\nTown hall\t1\t2\nSchool\t3\t4", ".")
    assert block.rows == (("1", "2"), ("3", "4"))
    assert block.headings_left_out


def test_that_words_alone_are_no_headings() -> None:
    assert read_block("about 5\nabout 6", ".").rows == (("about 5",), ("about 6",))


def test_that_an_empty_clipboard_is_an_empty_block() -> None:
    block = read_block("", ".")
    assert (block.height, block.width) == (0, 0)


def test_that_no_cell_runs_as_a_formula() -> None:
    assert write_text([["=1+1", "-5", "-A1", "@x", "+2"]]) == "'=1+1\t-5\t'-A1\t'@x\t'+2"


@given(st.text(max_size=60))
def test_that_any_clipboard_text_is_read(text: str) -> None:
    block = read_block(text, ",")
    assert all(len(row) == block.width for row in block.rows)


@given(st.lists(st.lists(st.integers(0, 10**6).map(str), min_size=2, max_size=2), min_size=1, max_size=4))
def test_that_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    assert read_block(write_text(rows), ".").rows == tuple(tuple(row) for row in rows)
