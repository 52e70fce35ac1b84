"""Bills typed one after the other are added up as on paper; what is no sum, or might be a range, is none."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.numbers import NOT_A_NUMBER
from kbdesk.models.numbers import TOO_LONG
from kbdesk.models.numbers import ReadNumber
from kbdesk.models.numbers import read_number
from kbdesk.models.sums import is_sum
from kbdesk.models.sums import read_amount

AMOUNTS = st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False)
MARKS = st.sampled_from([".", ","])


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1200 + 340,5", "1540.5", ""),
        ("1200+340,5", "1540.5", ""),
        ("1.200 + 340,5 kWh", "1540.5", "kWh"),
        ("1 200 kWh + 340,5 kWh", "1540.5", "kWh"),
        ("1,200 + 3.5", "1203.5", ""),
        ("412 + 3 m³", "415", "m³"),
        ("1000 - 250 + 1", "751", ""),
        ("1000 − 250", "750", ""),
        ("-5 + 10", "5", ""),
        ("0,1 + 0,2", "0.3", ""),
    ],
)
def test_that_terms_are_added_up(text: str, value: str, unit: str) -> None:
    read = read_amount(text, ",")
    assert (read.value, read.alternative, read.unit_text, read.problem) == (Decimal(value), None, unit, "")
    assert is_sum(text, ",")


@pytest.mark.parametrize(
    "text",
    [
        "10-20",
        "10 - 20",
        "10–20",
        "1.5 + 1,5",
        "5 +",
        "+",
        "3 + (4)",
        "2*3",
        "6/2",
        "3 + 4 Tsd. kWh",
        "a + b",
        "1 ++ 2",
    ],
)
def test_that_nothing_else_is_computed(text: str) -> None:
    assert read_amount(text, ",") == ReadNumber(None, problem=NOT_A_NUMBER)
    assert not is_sum(text, ",")


def test_that_different_units_are_no_sum() -> None:
    assert read_amount("12 MWh + 3 kWh", ",") == read_number("12 MWh + 3 kWh", ",")
    assert not is_sum("12 MWh + 3 kWh", ",")


def test_that_a_doubtful_sum_keeps_its_other_reading() -> None:
    assert read_amount("1.234 + 2", ",") == ReadNumber(Decimal(1236), Decimal("3.234"))
    assert read_amount("1.234 + 2", ".") == ReadNumber(Decimal("3.234"), Decimal(1236))


def test_that_no_digit_is_lost() -> None:
    assert read_amount(f"{10**27} + 0.00001", ".").problem == TOO_LONG
    assert read_amount("1" * 200 + " + " + "1" * 210, ".").value is None


@given(st.lists(AMOUNTS, min_size=2, max_size=8), st.sampled_from(["de_DE", "en_GB", "fr_FR"]), MARKS)
def test_that_a_sum_as_a_locale_writes_it_is_exact(amounts: list[Decimal], locale: str, mark: str) -> None:
    text = " + ".join(format_decimal(each, "#,##0.00", locale=locale) for each in amounts)
    read = read_amount(f"{text} kWh", mark)
    assert (read.value, read.alternative, read.unit_text) == (sum(amounts), None, "kWh")


@given(st.lists(AMOUNTS, min_size=1, max_size=8), MARKS)
def test_that_what_is_taken_off_is_the_same_as_added_and_negative(amounts: list[Decimal], mark: str) -> None:
    whole = sum(amounts, Decimal(1))
    text = " - ".join(f"{each:f}" for each in (whole, *amounts))
    assert read_amount(text, mark).value == Decimal(1)


@given(st.text(max_size=40), MARKS)
def test_that_a_number_stays_what_it_is_and_any_text_is_read(text: str, mark: str) -> None:
    plain, read = read_number(text, mark), read_amount(text, mark)
    if "+" not in text and "-" not in text and "−" not in text:
        assert read == plain
    assert read.value is None or read.value.is_finite()


@given(st.text(alphabet="0123456789., '+-ekWh", max_size=24), MARKS)
def test_that_a_sum_is_never_below_zero_and_never_both_number_and_problem(text: str, mark: str) -> None:
    read = read_amount(text, mark)
    assert read.value is None or not read.problem
    if is_sum(text, mark):
        assert read.value is not None
        assert read.value >= 0
