import pytest
from hypothesis import given
from hypothesis import strategies

from kbdesk.models.year_lists import read_years
from kbdesk.models.year_lists import years_in_words

_YEARS = strategies.sets(strategies.integers(1990, 2099), min_size=1).map(lambda years: tuple(sorted(years)))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025", (2025,)),
        (" 2023-2025 ", (2023, 2024, 2025)),
        ("2023 – 2025", (2023, 2024, 2025)),
        ("2025, 2020;2022", (2020, 2022, 2025)),
        ("2020 2022", (2020, 2022)),
        ("2020-2021, 2021", (2020, 2021)),
    ],
)
def test_that_years_are_read_as_people_write_them(text: str, years: tuple[int, ...]) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize("text", ["", "next year", "2025-2023", "23-25", "2023-", "2023,,2024", "20235", "२०२३"])
def test_that_what_is_no_list_of_years_gives_none(text: str) -> None:
    assert read_years(text) == ()


@given(_YEARS)
def test_that_years_in_words_are_read_back_as_the_same_years(years: tuple[int, ...]) -> None:
    assert read_years(years_in_words(years)) == years


def test_that_years_that_follow_each_other_are_said_in_one() -> None:
    assert years_in_words((2020, 2022, 2023, 2024)) == "2020, 2022–2024"
