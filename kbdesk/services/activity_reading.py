"""Reading an activity as it is typed: years, days and a country that are none are refused with what was expected."""

from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.texts.countries import is_country
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

FIRST_YEAR, LAST_YEAR = 1900, 2100
FIELDS = {
    "start_year": mark("First year"),
    "end_year": mark("Last year"),
    "decided": mark("Day of the resolution"),
    "reported": mark("Last report handed in on"),
}
"""What the fields that can be refused are called."""


class TypedActivity(NamedTuple):
    """An activity as typed; days as people write them, ``country`` as ISO code, years may be empty.

    ``reported`` is the day the last report (or the action plan) was handed in, for signatories of the Covenant.
    """

    kind: ActivityKind
    title: str
    state: ActivityState = ActivityState.RUNNING
    start_year: str = ""
    end_year: str = ""
    partner: str = ""
    country: str = ""
    decided: str = ""
    resolution: str = ""
    text: str = ""
    source_id: str = ""
    reported: str = ""


def read_activity(id_: str, typed: TypedActivity, texts: Texts) -> Activity:
    """The activity that was typed; what cannot be is a ``UserError`` with the ``field``."""
    title = _words(typed.title)
    if not title:
        raise UserError("activity.no_title")
    start, end = _year(typed, "start_year", texts), _year(typed, "end_year", texts)
    if start is not None and end is not None and end < start:
        raise UserError("activity.order", start=str(start), end=str(end))
    country = typed.country.strip()
    if country and not is_country(country):
        raise UserError("activity.country", found=country)
    return Activity(
        id=id_,
        kind=typed.kind,
        title=title,
        state=typed.state,
        start_year=start,
        end_year=end,
        partner=_words(typed.partner),
        country=country,
        decided=_day(typed, "decided", texts),
        resolution=_words(typed.resolution),
        text=typed.text.strip(),
        source_id=typed.source_id,
    )


def read_reported(typed: TypedActivity, texts: Texts) -> str:
    """The day of the last report as ISO text; empty where nothing is typed."""
    return _day(typed, "reported", texts)


def _year(typed: TypedActivity, field: str, texts: Texts) -> int | None:
    text = getattr(typed, field).strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        first, last = str(FIRST_YEAR), str(LAST_YEAR)
        raise UserError("activity.year", field=texts.tr(FIELDS[field]), found=text, first=first, last=last)
    return int(text)


def _day(typed: TypedActivity, field: str, texts: Texts) -> str:
    text = getattr(typed, field)
    read = read_typed_day(text, texts)
    if read.day is None and text.strip():
        raise UserError("activity.day", field=texts.tr(FIELDS[field]), found=text.strip())
    return read.day.isoformat() if read.day is not None else ""


def _words(text: str) -> str:
    return " ".join(text.split())
