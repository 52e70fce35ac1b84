"""The commitments as lines of a chart: the path of each from its base year, with its name and value at the end."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from kbdesk.charts.data import TargetLine
from kbdesk.charts.data import TargetLook
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import PATH_END
from kbdesk.models.progress import Progress
from kbdesk.texts.texts import Texts

_HALF = Decimal("0.5")
_ROOM_YEARS = 3
"""A chart ends at the target year if the last figures are at least so many years older; otherwise in 2050."""
_LOOKS = {
    CommitmentKind.LEVEL: TargetLook.LEVEL,
    CommitmentKind.REDUCTION: TargetLook.REDUCTION,
    CommitmentKind.RATE: TargetLook.RATE,
}


def last_year(commitments: Iterable[Commitment], latest: int) -> int:
    """The year with which the lines end: the latest target year, 2050 where there is none or it is too near."""
    end = max((c.target_year for c in commitments if c.target_year is not None), default=PATH_END)
    return end if end >= latest + _ROOM_YEARS else max(PATH_END, latest + 1)


def target_lines(
    progress: Iterable[Progress],
    values: Mapping[int, float],
    first: int,
    last: int,
    label: Callable[[Commitment, float], str],
) -> Iterator[TargetLine]:
    """A line each from the value of its base year; without that value there is none (a level needs no base)."""
    for held in progress:
        commitment = held.commitment
        start = first if commitment.kind is CommitmentKind.LEVEL else held.base_year
        if start is None or (commitment.kind is not CommitmentKind.LEVEL and start not in values):
            continue
        base, end = values.get(start, 0.0), min(last, commitment.target_year or last)
        if end <= start:
            continue
        years = range(start, end + 1) if commitment.kind is CommitmentKind.RATE else (start, end, last)
        points = tuple((year, commitment.target(year, start, base)) for year in dict.fromkeys(years))
        yield TargetLine(_LOOKS[commitment.kind], label(commitment, points[-1][1]), points)


def target_label(texts: Texts, commitment: Commitment, value: str) -> str:
    """The name of a target with its value [t], which is written already."""
    if commitment.kind is CommitmentKind.LEVEL:
        return texts.tr("Goal: {value} t per inhabitant", value=value)
    percent = texts.numbers.percent(commitment.value, 0)
    if commitment.kind is CommitmentKind.RATE:
        return texts.trn(
            "−{percent} every year: {value} t",
            "−{percent} every {count} years: {value} t",
            commitment.period_years,
            percent=percent,
            value=value,
        )
    if commitment.value == _HALF:
        return texts.tr("Half by {year}: {value} t", year=commitment.target_year, value=value)
    return texts.tr("−{percent} by {year}: {value} t", percent=percent, year=commitment.target_year, value=value)


def at_year(target: TargetLine, year: int) -> float | None:
    """The value of the path in a year, between its corners on the straight line; ``None`` outside."""
    for (start, low), (end, high) in pairwise(target.points):
        if start <= year <= end:
            return low + (high - low) * (year - start) / (end - start)
    return None
