"""Bills of periods that cross a year; the figures were computed by hand."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.bill_splitting import Coverage
from kbdesk.models.bill_splitting import coverage
from kbdesk.models.bill_splitting import first_overlap
from kbdesk.models.bill_splitting import read_month_shares
from kbdesk.models.bill_splitting import settled
from kbdesk.models.bill_splitting import split
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.paths import resources_dir

SHARES = read_month_shares(resources_dir() / "billing" / "degree_day_shares.csv")
DAYS, DEGREE_DAYS = SplitMethod.DAYS, SplitMethod.DEGREE_DAYS


def bill(
    first: date, last: date, quantity: str = "412345", method: SplitMethod = DAYS, *, id_: str = "1", meter: str = ""
) -> Bill:
    return Bill(
        id_, "residential", "natural_gas", first, last, quantity, Decimal(quantity), "kWh_hs", (), method, note=meter
    )


GAS_YEAR = (date(2021, 10, 1), date(2022, 9, 30))


def amounts(one: Bill, degree_days: dict[int, Decimal] | None = None) -> dict[int, Decimal]:
    return {share.year: share.amount for share in split(one, SHARES, degree_days or {})}


def test_that_the_table_is_one_year() -> None:
    assert sorted(SHARES) == list(range(1, 13))
    assert sum(SHARES.values()) == 1000
    assert SHARES[7] == Fraction(40, 3)


def test_that_a_gas_year_is_split_by_days() -> None:
    # 92 and 273 of 365 days: 412345 × 92 / 365 = 103933.53…, the rest 308411.46…
    assert amounts(bill(*GAS_YEAR)) == {2021: Decimal(103934), 2022: Decimal(308411)}
    assert [(int(share.part), int(share.whole), share.days) for share in split(bill(*GAS_YEAR), SHARES)] == [
        (92, 365, 92),
        (273, 365, 273),
    ]


def test_that_a_gas_year_is_split_by_degree_days() -> None:
    # October to December 80 + 120 + 160 = 360 of 1000; January to September 640 of 1000
    assert amounts(bill(*GAS_YEAR, method=DEGREE_DAYS)) == {2021: Decimal(148444), 2022: Decimal(263901)}


def test_that_known_degree_days_weight_the_years() -> None:
    # 3300 × 0.36 = 1188 and 2900 × 0.64 = 1856, together 3044: 412345 × 1188 / 3044 = 160928.33…
    known = {2021: Decimal(3300), 2022: Decimal(2900)}
    one = bill(*GAS_YEAR, method=DEGREE_DAYS)
    assert amounts(one, known) == {2021: Decimal(160928), 2022: Decimal(251417)}
    assert all(share.weighted for share in split(one, SHARES, known))


def test_that_degree_days_of_one_year_alone_weight_nothing() -> None:
    one = bill(*GAS_YEAR, method=DEGREE_DAYS)
    assert amounts(one, {2021: Decimal(3300)}) == amounts(one)
    assert amounts(one, {2021: Decimal(3300), 2022: Decimal(0)}) == amounts(one)


def test_that_a_month_is_split_by_its_days() -> None:
    # 16 of 31 days of December: 160 × 16 / 31; 15 of 31 days of January: 170 × 15 / 31
    shares = split(bill(date(2021, 12, 16), date(2022, 1, 15), "1000", DEGREE_DAYS), SHARES)
    assert [share.part for share in shares] == [Fraction(160 * 16, 31), Fraction(170 * 15, 31)]
    assert [str(share.amount) for share in shares] == ["500.98", "499.02"]


def test_that_a_leap_year_has_its_day() -> None:
    one = bill(date(2019, 3, 1), date(2020, 2, 29), "366")
    assert amounts(one) == {2019: Decimal(306), 2020: Decimal(60)}
    whole_february = split(bill(date(2019, 12, 31), date(2020, 2, 29), "366", DEGREE_DAYS), SHARES)[1]
    assert whole_february.part == 320


def test_that_a_bill_within_a_year_is_that_years() -> None:
    assert amounts(bill(date(2022, 1, 1), date(2022, 12, 31), "9.65")) == {2022: Decimal("9.65")}


def test_that_small_numbers_keep_six_digits() -> None:
    assert amounts(bill(*GAS_YEAR, quantity="412")) == {2021: Decimal("103.847"), 2022: Decimal("308.153")}
    assert amounts(bill(*GAS_YEAR, quantity="0")) == {2021: Decimal(0), 2022: Decimal(0)}


def test_that_a_computed_amount_has_sensible_digits() -> None:
    assert str(settled(Decimal(41234) * Decimal("0.9674") * Decimal("11.2"))) == "446765"
    assert str(settled(Decimal("3.00000049"))) == "3.00000"


DAY = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))
QUANTITY = st.decimals(min_value=0, max_value=10**12, places=3)


@given(
    first=DAY,
    length=st.integers(min_value=0, max_value=2000),
    quantity=QUANTITY,
    method=st.sampled_from(SplitMethod),
    known=st.dictionaries(st.integers(1990, 2036), st.decimals(1000, 5000, places=1)),
)
def test_that_the_parts_of_all_years_are_the_bill(
    first: date, length: int, quantity: Decimal, method: SplitMethod, known: dict[int, Decimal]
) -> None:
    last = first + timedelta(days=length)
    shares = split(bill(first, last, str(quantity), method), SHARES, known)
    assert sum((share.amount for share in shares), Decimal(0)) == quantity
    assert all(share.amount >= 0 for share in shares)
    assert sum(share.days for share in shares) == length + 1
    assert sum(share.part for share in shares) == shares[0].whole
    assert [share.year for share in shares] == list(range(first.year, last.year + 1))
    for share in shares:
        exact = Fraction(quantity) * share.part / share.whole
        assert abs(Fraction(share.amount) - exact) <= max(Fraction(quantity) / 100_000, Fraction(1, 1000))


@given(first=DAY, cut=st.integers(1, 700), more=st.integers(1, 700), method=st.sampled_from(SplitMethod))
def test_that_every_year_has_as_many_parts_per_thousand_however_it_is_cut(
    first: date, cut: int, more: int, method: SplitMethod
) -> None:
    middle, last = first + timedelta(days=cut), first + timedelta(days=cut + more)
    whole = {share.year: share.part for share in split(bill(first, last, method=method), SHARES)}
    parts: dict[int, Fraction] = {}
    for piece in (bill(first, middle, method=method), bill(middle + timedelta(days=1), last, method=method)):
        for share in split(piece, SHARES):
            parts[share.year] = parts.get(share.year, Fraction(0)) + share.part
    assert parts == whole


def test_that_the_days_covered_are_counted() -> None:
    gas_years = [bill(*GAS_YEAR), bill(date(2022, 10, 1), date(2023, 9, 30), id_="2")]
    assert coverage(gas_years[:1], 2022) == Coverage("", 273, 365)
    assert coverage(gas_years, 2022).complete
    assert coverage([], 2020) == Coverage("", 0, 366)


def test_that_the_least_covered_meter_counts() -> None:
    bills = [
        bill(date(2022, 1, 1), date(2022, 12, 31), meter="school"),
        bill(*GAS_YEAR, id_="2", meter="town hall"),
    ]
    assert coverage(bills, 2022) == Coverage("town hall", 273, 365)


@pytest.mark.parametrize(("first", "found"), [(date(2022, 9, 30), True), (date(2022, 10, 1), False)])
def test_that_bills_with_a_day_in_common_are_found(first: date, *, found: bool) -> None:
    pair = [bill(first, date(2023, 9, 30), id_="2"), bill(*GAS_YEAR)]
    assert (first_overlap(pair) is not None) == found
    assert first_overlap([pair[1], bill(first, date(2023, 9, 30), id_="2", meter="school")]) is None
