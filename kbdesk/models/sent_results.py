"""What was handed in: by which factor set, and which emissions it had for each year."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple


class SentResult(NamedTuple):
    """The last revision of a year that was handed in, its day as ISO text.

    ``emissions_t`` are its totals by year [t], without those that lacked a part.
    """

    year: int
    revision: int
    day: str
    set_id: str
    set_title: str
    emissions_t: Mapping[int, Decimal]


def last_with(sent: Mapping[int, SentResult], year: int, set_id: str) -> SentResult | None:
    """The submission handed in last that has emissions of this year by this set; ``None`` without one."""
    having = [each for each in sent.values() if year in each.emissions_t and each.set_id == set_id]
    return max(having, key=lambda each: (each.day, each.year), default=None)
