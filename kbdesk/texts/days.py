"""Days in words and as they are typed, in the way of a locale (CLDR, by Babel, which is loaded when first needed)."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from kbdesk.models.dates import ReadDay
from kbdesk.models.dates import read_day
from kbdesk.texts.numbers import european
from kbdesk.texts.texts import Texts

_ENGLISH = "en"


def read_typed_day(text: str, texts: Texts) -> ReadDay:
    """What a text typed in this number format and language is read as."""
    locale = european(texts.numbers.locale)
    names = {**_month_names(_ENGLISH), **_month_names(european(texts.language)), **_month_names(locale)}
    return read_day(text, day_first=_day_first(locale), months=names)


def day_in_words(day: date, texts: Texts) -> str:
    """The day with the name of its month (“14 February 2023”): nobody takes it for another one."""
    from babel.dates import format_date  # noqa: PLC0415 - Babel costs start-up time

    return format_date(day, format="long", locale=european(texts.language))


@cache
def _month_names(locale: str) -> Mapping[str, int]:
    """Names of months, whole and short, in lower case without points."""
    from babel.dates import get_month_names  # noqa: PLC0415 - Babel costs start-up time

    return {
        name.casefold().rstrip("."): month
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, locale).items()
    }


@cache
def _day_first(locale: str) -> bool:
    from babel.dates import get_date_format  # noqa: PLC0415 - Babel costs start-up time

    pattern = str(get_date_format("short", locale).pattern)
    return pattern.find("d") < pattern.find("M")
