"""Reading a day as people write it, exactly and without guessing.

``14.02.2023``, ``14/2/2023``, ``2023-02-14``, ``14 February 2023``. Points always put the day first; slashes and dashes
do so where the locale does, and the other reading is kept beside it. A year of two digits is of 1970 to 2069.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

NOT_A_DAY = "date.not_a_day"
_NO_MONTHS: Mapping[str, int] = {}
_CENTURY, _PIVOT = 100, 70
_BIG_ENDIAN = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/.]) ?(?P<two>\d{1,2})(?P=mark) ?(?P<year>\d{4}|\d{2})")
_NAMED = (
    re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[^\W\d_]+)\.?,? (?P<year>\d{4})"),
    re.compile(r"(?P<month>[^\W\d_]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
)


class ReadDay(NamedTuple):
    """What a text was read as.

    ``day`` is ``None`` for an empty text (no ``problem``) and for one that is no day (with a ``problem`` code).
    ``alternative`` is the other reading of a text whose day and month can be exchanged.
    """

    day: date | None
    alternative: date | None = None
    problem: str = ""


def read_day(text: str, *, day_first: bool, months: Mapping[str, int] = _NO_MONTHS) -> ReadDay:
    """Read a typed day; ``day_first`` decides where both readings are possible, ``months`` are names in lower case."""
    plain = " ".join(text.split())
    if not plain:
        return ReadDay(None)
    if not plain.isascii() and any(letter.isdigit() and not letter.isascii() for letter in plain):
        return ReadDay(None, problem=NOT_A_DAY)  # other digits than 0-9: their look may deceive
    if (found := _BIG_ENDIAN.fullmatch(plain)) is not None:
        return _certain(_day(found["year"], found["month"], found["day"]))
    if (found := _NUMBERS.fullmatch(plain)) is not None:
        return _of_numbers(found, day_first=day_first or found["mark"] == ".")
    return _certain(_of_words(plain, months))


def _of_numbers(found: re.Match[str], *, day_first: bool) -> ReadDay:
    day_month = _day(found["year"], found["two"], found["one"])
    if found["mark"] == ".":
        return _certain(day_month)
    month_day = _day(found["year"], found["one"], found["two"])
    first, second = (day_month, month_day) if day_first else (month_day, day_month)
    if first is None or second is None or first == second:
        return _certain(first or second)
    return ReadDay(first, second)


def _of_words(plain: str, months: Mapping[str, int]) -> date | None:
    for shape in _NAMED:
        found = shape.fullmatch(plain)
        month = months.get(found["month"].casefold()) if found is not None else None
        if found is not None and month is not None:
            return _day(found["year"], str(month), found["day"])
    return None


def _certain(day: date | None) -> ReadDay:
    return ReadDay(day, problem="" if day is not None else NOT_A_DAY)


def _day(year: str, month: str, day: str) -> date | None:
    """The day, if the calendar has it."""
    number = int(year)
    if number < _CENTURY:
        number += 2000 if number < _PIVOT else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
