"""Numbers, dates and times as people of a country write them."""

from datetime import date
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies

from kbdesk.texts.numbers import Numbers

NARROW_SPACE = "\u202f"


@pytest.mark.parametrize(("locale", "written"), [("en", "1,234.50"), ("de", "1.234,50"), ("hr", "1.234,50")])
def test_that_decimals_and_groups_follow_the_locale(locale: str, written: str) -> None:
    assert Numbers(locale).fixed(Decimal("1234.5"), 2) == written


@pytest.mark.parametrize(
    "write", [lambda n: n.fixed(None, 2), lambda n: n.significant(None), lambda n: n.percent(None)]
)
def test_that_a_missing_number_is_a_dash_and_not_zero(write: object) -> None:
    assert callable(write)
    assert write(Numbers("de")) == "–"


@pytest.mark.parametrize(
    ("value", "written"),
    [("0", "0.000"), ("0.000123456", "0.0001235"), ("12.3456", "12.35"), ("1234.5", "1,235"), ("987654.3", "987,654")],
)
def test_that_significant_digits_are_kept_without_an_exponent(value: str, written: str) -> None:
    assert Numbers("en").significant(Decimal(value)) == written


@pytest.mark.parametrize(("value", "written"), [("0.5", "1"), ("412.5", "413"), ("-2.5", "-3"), ("2.4999", "2")])
def test_that_halves_are_rounded_as_a_spreadsheet_rounds_them(value: str, written: str) -> None:
    assert Numbers("en").integer(Decimal(value)) == written
    assert Numbers("en").percent(Decimal(value) / 100, 0) == f"{written.replace('-', '−')}{NARROW_SPACE}%"


@pytest.mark.parametrize(("share", "written"), [("0.105", "+10,5"), ("-0.105", "−10,5"), ("0", "+0,0")])
def test_that_a_signed_share_shows_its_sign(share: str, written: str) -> None:
    assert Numbers("de").percent(Decimal(share), signed=True) == f"{written}{NARROW_SPACE}%"


def test_that_dates_and_times_follow_the_locale() -> None:
    assert Numbers("de").day(date(2022, 3, 9)) == "09.03.2022"
    assert Numbers("en").day(date(2022, 3, 9)) == "9 Mar 2022"
    assert Numbers("de").time(datetime(2022, 3, 9, 14, 5)) == "14:05"  # noqa: DTZ001 - as read from a clock


@given(strategies.decimals(min_value=-(10**9), max_value=10**9, places=6), strategies.sampled_from(["en", "de"]))
def test_that_a_plain_number_loses_no_digit(value: Decimal, locale: str) -> None:
    numbers = Numbers(locale)
    group = {",": ".", ".": ","}[numbers.decimal_mark]
    read = numbers.plain(value).replace(group, "").replace(numbers.decimal_mark, ".")
    assert Decimal(read) == value
