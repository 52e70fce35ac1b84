"""What measures are expected to save in a year, beyond what the latest inventory already shows.

The effect of a measure grows evenly from the year it begins to the first year of its full effect. What it had reached
in the latest inventory year is in that inventory's figures: only the rest is expected still. All of it is expectation,
never a result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus

COUNTED = frozenset({MeasureStatus.DECIDED, MeasureStatus.RUNNING, MeasureStatus.DONE})
"""What is more than an idea."""
_ALL, _NOTHING = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Expected:
    """A measure with its yearly saving [t] at full effect; ``derived`` where it is computed from the energy saved."""

    measure: Measure
    saving_t: Decimal | None
    derived: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is part of the expectation: more than an idea, with a saving and a year."""
        return self.measure.status in COUNTED and self.saving_t is not None and begins(self.measure) is not None

    def additional_t(self, year: int, latest: int) -> Decimal:
        """The saving [t] in a year beyond what the inventory of the latest year has; 0 where none is known."""
        if self.saving_t is None:
            return _NOTHING
        return self.saving_t * max(_NOTHING, share(self.measure, year) - share(self.measure, latest))


def begins(measure: Measure) -> int | None:
    """The year a measure begins, or that of its full effect where no other is known; ``None`` without years."""
    return measure.start_year if measure.start_year is not None else measure.end_year


def share(measure: Measure, year: int) -> Decimal:
    """The share (0 to 1) of its full effect that a measure has in a year; 0 without years.

    Begun and in full effect in the same year, or without a year of full effect, it is whole from that year on.
    """
    start = begins(measure)
    if start is None or year < start:
        return _NOTHING
    full = measure.end_year
    if full is None or full <= start or year >= full:
        return _ALL
    return Decimal(year - start + 1) / Decimal(full - start + 1)


def additional_t(expected: Iterable[Expected], year: int, latest: int) -> Decimal:
    """What all that counts is expected to save [t] in a year beyond the figures of the latest inventory year."""
    return sum((each.additional_t(year, latest) for each in expected if each.counts), _NOTHING)
