"""Numbers, dates and times as a locale writes them (CLDR, by Babel, which is loaded when first needed)."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import ROUND_HALF_UP
from decimal import Decimal
from decimal import localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_SIGNIFICANT = 4
_LARGEST_MAGNITUDE = 12
_LONGEST = 60
"""Digits before and behind the mark: more than any number that is kept."""

_KEPT = 2048
"""So many numbers are kept as written: a screen full of them several times over."""


def european(locale: str) -> str:
    """The locale for dates: English without a country is that of Europe here, the day comes first."""
    return "en_GB" if locale == "en" else locale


@dataclass(frozen=True)
class Numbers:
    """Formats for one locale, for example ``de`` or ``en``; nothing given is shown as a dash.

    Halves are rounded up, as spreadsheets do: the window shows what the submission shows.
    """

    locale: str

    def fixed(self, value: Decimal | float | None, decimals: int) -> str:
        """The number with exactly so many decimals."""
        if value is None:
            return "–"
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        with localcontext(rounding=ROUND_HALF_UP):
            return self._written(value, pattern)

    def integer(self, value: Decimal | float | None) -> str:
        """The number without decimals."""
        return self.fixed(value, 0)

    def plain(self, value: Decimal | float) -> str:
        """The number with all its digits, grouped."""
        with localcontext(prec=_LONGEST):
            return self._written(value, "#,##0.###############")

    def significant(self, value: Decimal | float | None, digits: int = _SIGNIFICANT) -> str:
        """The number with about so many significant digits, never in exponent form."""
        if value is None:
            return "–"
        magnitude = Decimal(str(value)).adjusted() if value else 0
        return self.fixed(value, max(0, digits - 1 - magnitude) if abs(magnitude) < _LARGEST_MAGNITUDE else 0)

    def percent(self, share: Decimal | float | None, decimals: int = 1, *, signed: bool = False) -> str:
        """A share (0.1) as percent (10 %), with a sign where wanted."""
        if share is None:
            return "–"
        digits = "0" + ("." + "0" * decimals if decimals else "")
        pattern = (
            f"+#,##{digits}\u202f%;−#,##{digits}\u202f%" if signed else f"#,##{digits}\u202f%;−#,##{digits}\u202f%"
        )
        with localcontext(rounding=ROUND_HALF_UP):
            return self._written(share, pattern)

    def day(self, value: date) -> str:
        """A date."""
        from babel.dates import format_date  # noqa: PLC0415 - Babel costs start-up time

        return format_date(value, format="medium", locale=european(self.locale))

    def time(self, value: datetime) -> str:
        """A time of day."""
        from babel.dates import format_time  # noqa: PLC0415 - Babel costs start-up time

        return format_time(value, format="short", locale=self.locale)

    @property
    def decimal_mark(self) -> str:
        """The decimal mark of the locale: ``,`` or ``.``."""
        from babel.numbers import get_decimal_symbol  # noqa: PLC0415 - Babel costs start-up time

        return get_decimal_symbol(_locale(self.locale))

    def _written(self, value: Decimal | float, pattern: str) -> str:
        # Nothing with a sign equals nothing without one, and is written otherwise.
        return _formatted(value, pattern, self.locale) if value else _format(value, pattern, self.locale)


def _format(value: Decimal | float, pattern: str, locale: str) -> str:
    written: str = _pattern(pattern).apply(value, _locale(locale))
    return written


@lru_cache(maxsize=_KEPT, typed=True)
def _formatted(value: Decimal | float, pattern: str, locale: str) -> str:
    """The same totals are written again and again; the pattern says how they are rounded."""
    return _format(value, pattern, locale)


# Both are constant; Babel reads them anew for every number.
@lru_cache(maxsize=64)
def _pattern(pattern: str) -> "NumberPattern":
    from babel.numbers import parse_pattern  # noqa: PLC0415 - Babel costs start-up time

    return parse_pattern(pattern)


@lru_cache(maxsize=8)
def _locale(locale: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - Babel costs start-up time

    return Locale.parse(locale)
