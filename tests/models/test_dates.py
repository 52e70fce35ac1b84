"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.dates import NOT_A_DAY
from kbdesk.models.dates import read_day

VALENTINE = date(2023, 2, 14)
MONTHS = {"february": 2, "feb": 2, "februar": 2, "märz": 3}


@pytest.mark.parametrize(
    "text",
    [
        "14.02.2023",
        "14.2.2023",
        "14. 2. 2023",
        " 14.02.23 ",
        "2023-02-14",
        "2023/2/14",
        "14/02/2023",
        "02/14/2023",
        "14-02-2023",
        "14 February 2023",
        "14. Februar 2023",
        "14 Feb. 2023",
        "Feb 14, 2023",
        "February 14 2023",
    ],
)
@pytest.mark.parametrize("day_first", [True, False])
def test_that_a_day_with_one_reading_is_read_in_every_locale(text: str, *, day_first: bool) -> None:
    read = read_day(text, day_first=day_first, months=MONTHS)
    assert read == (VALENTINE, None, "")


def test_that_points_put_the_day_first_everywhere() -> None:
    assert read_day("03.04.2023", day_first=False) == (date(2023, 4, 3), None, "")


def test_that_slashes_are_read_by_the_locale_with_the_other_reading_beside() -> None:
    european, american = date(2023, 4, 3), date(2023, 3, 4)
    assert read_day("03/04/2023", day_first=True) == (european, american, "")
    assert read_day("03/04/2023", day_first=False) == (american, european, "")


def test_that_a_day_and_month_of_the_same_number_have_one_reading() -> None:
    assert read_day("04/04/2023", day_first=True).alternative is None


@pytest.mark.parametrize(
    "text",
    ["30.02.2023", "14.2023", "14022023", "heute", "2023-13-01", "14.02/2023", "١٤.٠٢.٢٠٢٣", "1.1.123", "0.1.2023"],
)
def test_that_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, day_first=True, months=MONTHS) == (None, None, NOT_A_DAY)


def test_that_nothing_is_no_problem() -> None:
    assert read_day("  ", day_first=True) == (None, None, "")


@given(day=st.dates(min_value=date(1990, 1, 1), max_value=date(2069, 12, 31)), day_first=st.booleans())
def test_that_every_day_is_read_back_from_each_usual_writing(day: date, *, day_first: bool) -> None:
    local = f"{day:%d/%m/%Y}" if day_first else f"{day:%m/%d/%Y}"
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}", local):
        assert read_day(text, day_first=day_first).day == day


@given(text=st.text(max_size=30), day_first=st.booleans())
def test_that_no_text_is_too_strange(text: str, *, day_first: bool) -> None:
    read = read_day(text, day_first=day_first, months=MONTHS)
    assert (read.day is None) == (bool(read.problem) or not text.strip())
