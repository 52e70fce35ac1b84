"""How the width of a page is shared among columns."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.reports.columns import shares
from kbdesk.reports.content import Table

_CELLS = st.text(alphabet="abcdefg ", max_size=60)


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.lists(_CELLS, min_size=n, max_size=n), min_size=1, max_size=6)))
def test_that_shares_are_positive_and_fill_the_page(lines: list[list[str]]) -> None:
    header, *rows = (tuple(line) for line in lines)
    found = shares(Table("", header, tuple(rows)))
    assert len(found) == len(header)
    assert all(share > 0 for share in found)
    assert abs(sum(found) - 1) < 1e-9


def test_that_longer_texts_get_more_room() -> None:
    narrow, wide = shares(Table("", ("A", "B"), (("x", "a longer text of several words"),)))
    assert wide > 3 * narrow


@given(
    st.lists(st.sampled_from(["x", "", "W" * 300, "https://example.org/" * 9, "a few words"]), min_size=2, max_size=9)
)
def test_that_no_word_takes_the_room_of_the_other_columns(row: list[str]) -> None:
    header = tuple("A" for _ in row)
    assert min(shares(Table("", header, (tuple(row),)))) > 0.025
