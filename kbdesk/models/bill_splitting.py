"""What of a bill belongs to which year: by the days of its period, or by how cold they were.

All arithmetic is exact; only amounts are rounded, and those of all years together are the bill's amount. Degree days
come from a table of monthly shares (``resources/billing``), within a month by days. Where the heating degree days of
every year of the bill are known, they weight the years.
"""

from calendar import isleap
from calendar import monthrange
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.resource_tables import read_table

MonthShares = Mapping[int, Fraction]
"""Parts per thousand of a year's degree days by month (1 to 12)."""

_DIGITS = 6
"""An amount has at least so many significant digits, and all digits of its bill."""
_NO_DEGREE_DAYS: Mapping[int, Decimal] = {}


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a bill that belongs to a year: ``amount`` = bill × ``part`` / ``whole``.

    ``part`` and ``whole`` are days, or degree days: parts per thousand of a year, absolute where ``weighted``.
    """

    year: int
    first_day: date
    last_day: date
    amount: Decimal
    part: Fraction
    whole: Fraction
    method: SplitMethod
    weighted: bool = False

    @property
    def days(self) -> int:
        """The days of the bill in the year."""
        return (self.last_day - self.first_day).days + 1


def read_month_shares(path: Path) -> dict[int, Fraction]:
    """Read ``degree_day_shares.csv``; a row of several months is shared evenly among them."""
    found = {}
    for row in read_table(path):
        months = [int(month) for month in row["months"].split()]
        found.update({month: Fraction(row["per_mille"]) / len(months) for month in months})
    return found


def split(
    bill: Bill,
    shares: MonthShares,
    degree_days: Mapping[int, Decimal] = _NO_DEGREE_DAYS,
    quantity: Decimal | None = None,
) -> tuple[Share, ...]:
    """The parts of a bill by year, ascending; ``quantity`` in place of the bill's where it was converted.

    Amounts are rounded half up so that they sum to the quantity exactly; what is left by rounding is in the later year.
    ``degree_days`` are those of years where they are known; they are used where they are known of all.
    """
    whole_amount = bill.quantity if quantity is None else quantity
    spans = tuple(_by_year(bill.first_day, bill.last_day))
    weighted = _is_weighted(bill, degree_days)
    parts = [_weight(bill.method, span, shares, degree_days if weighted else _NO_DEGREE_DAYS) for span in spans]
    whole = sum(parts, Fraction(0))
    if not whole:
        parts, whole = [Fraction((last - first).days + 1) for first, last in spans], Fraction(_days(bill))
    decimals = _decimals(whole_amount)
    found, given, until = [], Decimal(0), Fraction(0)
    for (first, last), part in zip(spans, parts, strict=True):
        until += part
        reached = whole_amount if until == whole else _rounded(Fraction(whole_amount) * until / whole, decimals)
        found.append(Share(first.year, first, last, reached - given, part, whole, bill.method, weighted))
        given = reached
    return tuple(found)


def settled(amount: Decimal) -> Decimal:
    """A computed amount with as many digits as make sense: whole numbers, or six significant digits."""
    return _rounded(Fraction(amount), max(0, _DIGITS - 1 - amount.adjusted()))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many days of a year the bills of one meter cover."""

    meter: str
    covered: int
    days: int

    @property
    def complete(self) -> bool:
        """Whether no day is missing."""
        return self.covered == self.days


def coverage(bills: Iterable[Bill], year: int) -> Coverage:
    """The least covered meter of a year; ``note`` of a bill names its meter or building. No bills cover no day."""
    days = 366 if isleap(year) else 365
    covered: dict[str, int] = {}
    for bill in bills:
        first, last = max(bill.first_day, date(year, 1, 1)), min(bill.last_day, date(year, 12, 31))
        covered[bill.note] = covered.get(bill.note, 0) + max(0, (last - first).days + 1)
    meter = min(covered, key=lambda name: (covered[name], name), default="")
    return Coverage(meter, covered.get(meter, 0), days)


def first_overlap(bills: Iterable[Bill]) -> tuple[Bill, Bill] | None:
    """Two bills of one meter that have days in common, the earliest such; ``None`` where there are none."""
    ends: dict[str, Bill] = {}
    for bill in sorted(bills, key=lambda bill: (bill.first_day, bill.last_day, bill.id)):
        before = ends.get(bill.note)
        if before is not None and bill.first_day <= before.last_day:
            return before, bill
        ends[bill.note] = bill
    return None


def _by_year(first: date, last: date) -> Iterator[tuple[date, date]]:
    for year in range(first.year, last.year + 1):
        yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


def _days(bill: Bill) -> int:
    return (bill.last_day - bill.first_day).days + 1


def _is_weighted(bill: Bill, degree_days: Mapping[int, Decimal]) -> bool:
    years = range(bill.first_day.year, bill.last_day.year + 1)
    known = all(degree_days.get(year, Decimal(0)) > 0 for year in years)
    return bill.method is SplitMethod.DEGREE_DAYS and known and len(years) > 1


def _weight(
    method: SplitMethod, span: tuple[date, date], shares: MonthShares, degree_days: Mapping[int, Decimal]
) -> Fraction:
    first, last = span
    if method is SplitMethod.DAYS:
        return Fraction((last - first).days + 1)
    year = first.year
    per_mille = sum((_of_month(month, span, shares) for month in range(first.month, last.month + 1)), Fraction(0))
    return per_mille * Fraction(degree_days[year]) / 1000 if year in degree_days else per_mille


def _of_month(month: int, span: tuple[date, date], shares: MonthShares) -> Fraction:
    first, last = span
    length = monthrange(first.year, month)[1]
    start = first.day if month == first.month else 1
    end = last.day if month == last.month else length
    return shares[month] * (end - start + 1) / length


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    return max(own, _DIGITS - 1 - amount.adjusted(), 0)


def _rounded(value: Fraction, decimals: int) -> Decimal:
    """The value with so many decimals, half up; exact whatever the size, unlike arithmetic with a precision."""
    scaled = value * 10**decimals
    whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((int(value < 0), digits, -decimals))
