from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import assume
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.numbers import DecimalDecision
from kbdesk.models.numbers import ReadNumber
from kbdesk.models.numbers import decide_decimal_mark
from kbdesk.models.numbers import read_number

_LANGUAGES = (
    "bg_BG cs_CZ da_DK de_AT de_CH de_DE el_GR en_GB en_IE es_ES et_EE fi_FI fr_CH fr_FR ga_IE "
    "hr_HR hu_HU it_CH it_IT lt_LT lv_LV mt_MT nb_NO nl_NL pl_PL pt_PT ro_RO sk_SK sl_SI sv_SE"
)
EUROPE = _LANGUAGES.split()
MARKS = st.sampled_from([".", ","])
AMOUNTS = st.decimals(-(10**12), 10**12, places=3, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("412345", "412345"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("412 345,0", "412345.0"),
        ("412\u00a0345,0", "412345.0"),
        ("412\u202f345,0", "412345.0"),
        ("412\u2009345,0", "412345.0"),
        ("1'234'567.89", "1234567.89"),
        ("1’234’567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1'234.567", "1234.567"),
        ("12 345.678", "12345.678"),
        ("1234.567", "1234.567"),
        ("1234,5", "1234.5"),
        ("0.123", "0.123"),
        ("0,123", "0.123"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("000123", "123"),
        ("−5", "-5"),
        ("-5", "-5"),
        ("- 5", "-5"),
        ("+5", "5"),
        ("-0", "0"),
        ("  17\t", "17"),
        ("\ufeff17", "17"),
        ("1e5", "100000"),
        ("4,12E+05", "412000"),
        ("4.12345E-3", "0.00412345"),
        ("-1.5e+06", "-1500000"),
    ],
)
@pytest.mark.parametrize("mark", [".", ","])
def test_that_a_number_with_one_reading_is_read_whatever_the_format(text: str, value: str, mark: str) -> None:
    found = read_number(text, mark)
    assert found == ReadNumber(Decimal(value))
    assert str(found.value) == value


@pytest.mark.parametrize(
    ("text", "mark", "value", "alternative"),
    [
        ("1.234", ",", "1234", "1.234"),
        ("1.234", ".", "1.234", "1234"),
        ("1,234", ",", "1.234", "1234"),
        ("412.345 m³", ",", "412345", "412.345"),
        ("-12,500", ".", "-12500", "-12.500"),
    ],
)
def test_that_three_digits_behind_one_mark_have_two_readings(
    text: str, mark: str, value: str, alternative: str
) -> None:
    found = read_number(text, mark)
    assert (found.value, found.alternative) == (Decimal(value), Decimal(alternative))
    assert not found.problem


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\t"])
def test_that_nothing_is_nothing_and_no_problem(text: str) -> None:
    assert read_number(text, ",") == ReadNumber(None)


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "n/a",
        "–",
        "-",
        ".",
        "1..2",
        "1.2.3",
        "12 34",
        "1234 567",
        "1.23.456",
        "01.234.567",
        "1.234,567,890",
        "1.234'567,8",
        "1 234.567.890",
        "1,5,",
        "5.",
        "5-",
        "(5)",
        "1_000",
        "--5",
        "inf",
        "nan",
        "１２",
        "٣٤",
        "5 ٣",
        "12.345e3",
        "1e99",
        "2015-2016",
        "01.05.2015",
        "1" * 300,
    ],
)
@pytest.mark.parametrize("mark", [".", ","])
def test_that_what_is_no_number_is_not_guessed(text: str, mark: str) -> None:
    assert read_number(text, mark) == ReadNumber(None, problem="number.not_a_number")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 kWh", "5", "kWh"),
        ("9 800 MWh", "9800", "MWh"),
        ("12 %", "12", "%"),
        ("1 234 m3", "1234", "m3"),
        ("7,5t CO2e", "7.5", "t CO2e"),
        ("21°C", "21", "°C"),
        ("5 т", "5", "т"),
        ("1e5 kWh", "100000", "kWh"),
    ],
)
def test_that_words_behind_the_number_are_its_unit(text: str, value: str, unit: str) -> None:
    assert read_number(text, ",") == ReadNumber(Decimal(value), None, unit)


@pytest.mark.parametrize(
    ("text", "meant"), [("5 Tsd. MWh", "5000"), ("1,5 Mio. kWh", "1500000"), ("2 Mrd kWh", "2000000000")]
)
def test_that_words_for_a_thousand_or_a_million_are_asked_about(text: str, meant: str) -> None:
    found = read_number(text, ",")
    assert (found.value, found.alternative) == (None, Decimal(meant))
    assert found.problem == "number.scale_word"


def test_that_more_digits_than_can_be_kept_are_refused() -> None:
    assert read_number("9" * 28, ",").value == Decimal("9" * 28)
    assert read_number("9" * 29, ",").problem == "number.too_long"
    assert read_number("-" + "9" * 29, ",").problem == "number.too_long"


@given(AMOUNTS, st.sampled_from(EUROPE))
@example(Decimal("1234.500"), "de_CH")
def test_that_numbers_formatted_anywhere_in_europe_are_read_back(value: Decimal, name: str) -> None:
    locale = Locale.parse(name)
    mark = "," if locale.number_symbols["latn"]["decimal"] == "," else "."
    text = format_decimal(value, format="#,##0.000", locale=locale)
    assert read_number(text, mark).value == value


@given(AMOUNTS, MARKS)
def test_that_a_number_is_read_exactly(value: Decimal, mark: str) -> None:
    text = f"{value:f}".replace(".", mark)
    found = read_number(text, mark)
    assert found.value == value
    assert not found.problem


@given(st.text(max_size=40), MARKS)
def test_that_no_text_fails_and_a_value_is_finite(text: str, mark: str) -> None:
    found = read_number(text, mark)
    assert found.value is None or found.value.is_finite()
    assert found.value is None or not found.problem


@given(st.text(alphabet="0123456789., '-+eE", max_size=20))
def test_that_both_marks_give_the_same_readings_the_other_way_round(text: str) -> None:
    point, comma = read_number(text, "."), read_number(text, ",")
    if point.alternative is None or point.problem:
        assert point == comma
    else:
        assert (point.value, point.alternative) == (comma.alternative, comma.value)


@given(st.lists(AMOUNTS, min_size=1, max_size=20), MARKS, MARKS)
def test_that_a_column_shows_its_mark_when_one_number_does(values: list[Decimal], mark: str, default: str) -> None:
    assume(any(abs(value) >= 1000 for value in values))
    texts = [f"{value:.2f}".replace(".", mark) for value in values]
    found = decide_decimal_mark(texts, default)
    assert (found.mark, found.ambiguous) == (mark, False)
    assert found.evidence in texts


@pytest.mark.parametrize(
    ("texts", "default", "expected"),
    [
        (["1.234", "5.678"], ",", DecimalDecision(",", "", ambiguous=True)),
        (["1.234", "5,6"], ".", DecimalDecision(",", "5,6", ambiguous=False)),
        (["1.234.567"], ".", DecimalDecision(",", "1.234.567", ambiguous=False)),
        (["1.2", "5,6"], ",", DecimalDecision(",", "5,6", ambiguous=True)),
        (["1.2", "3.4", "5,6"], ",", DecimalDecision(".", "1.2", ambiguous=True)),
        (["12", "x", ""], ".", DecimalDecision(".", "", ambiguous=False)),
        ([], ",", DecimalDecision(",", "", ambiguous=False)),
        (["1 234", "1.5 MWh"], ",", DecimalDecision(".", "1.5 MWh", ambiguous=False)),
    ],
)
def test_that_a_column_is_decided_as_a_whole(texts: list[str], default: str, expected: DecimalDecision) -> None:
    assert decide_decimal_mark(texts, default) == expected
