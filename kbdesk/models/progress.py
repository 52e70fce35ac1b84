"""Are we on track? Support years, target paths, verdicts, five-year windows, trend (accounting rules, section 6).

Support years are own inventories and, where none exists, published results. Statistics use float; stored quantities
do not pass through here on their way back.

An incomplete total is a lower bound: what it proves counts (*off track* stays off track), what it cannot prove is
*not assessable*. The same holds for a year that covers too few key sectors, except against an earlier year that covers
as little: then like is compared with like.
"""

import math
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from statistics import median
from typing import NamedTuple

from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.coverage import KEY_SECTORS_NEEDED
from kbdesk.models.coverage import covered_key_sectors
from kbdesk.models.coverage import key_sectors_of
from kbdesk.models.inventory import Inventory

WINDOW_YEARS = 5
WINDOW_RANGE = range(3, 8)
FIVE_YEAR_GOAL = -0.10
TREND_YEARS = 5
"""The trend follows the last five support years: about one council term of yearly or a generation of rarer reports."""
PATH_END = 2050
_TREND_MINIMUM = 3
_ROUNDING = 1e-9


class Verdict(StrEnum):
    """The answer to *are we on track*."""

    ON_TRACK = "on_track"
    OFF_TRACK = "off_track"
    REACHED = "reached"
    NOT_ASSESSABLE = "not_assessable"


class SupportYear(NamedTuple):
    """Emissions of one year that commitments are judged by.

    ``complete`` is false where parts are missing, ``covering`` where too few key sectors have values.
    """

    year: int
    emissions_t: Decimal
    population: Decimal | None
    published: bool
    complete: bool
    covering: bool = True

    def value(self, basis: Basis) -> float | None:
        """Emissions [t] or emissions per inhabitant [t]; ``None`` without population."""
        if basis is Basis.TOTAL:
            return float(self.emissions_t)
        share = per_inhabitant(self.emissions_t, self.population)
        return None if share is None else float(share)


class Point(NamedTuple):
    """A support year as a number: t or t per inhabitant."""

    year: int
    value: float
    complete: bool = True
    covering: bool = True


class Window(NamedTuple):
    """A five-year test: change from one support year to a later one, scaled to five years (share, not percent)."""

    from_year: int
    to_year: int
    change_per_five_years: float
    met: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """One commitment held against the support years; values in t or t per inhabitant."""

    commitment: Commitment
    verdict: Verdict
    base_year: int | None
    base_value: float | None
    base_year_replaced: bool
    latest_year: int | None
    actual: float | None
    target: float | None
    windows: tuple[Window, ...]
    path: tuple[tuple[int, float], ...]
    trend_reaches: int | None
    required_change_per_year: float | None

    @property
    def distance(self) -> float | None:
        """Actual less target [t or t per inhabitant]: positive is above the path."""
        return None if self.actual is None or self.target is None else self.actual - self.target

    @property
    def distance_percent(self) -> float | None:
        """The distance in percent of the target."""
        return None if self.distance is None or not self.target else 100.0 * self.distance / self.target


def support_years(
    inventory: Inventory, results: Mapping[int, YearResult], codebook: Codebook
) -> tuple[SupportYear, ...]:
    """Own inventories with emissions and, for other years, published totals; ascending."""
    found = {
        year: SupportYear(
            year=year,
            emissions_t=result.emissions_t.value,
            population=result.population,
            published=False,
            complete=result.complete,
            covering=len(covered_key_sectors(result, codebook)) >= KEY_SECTORS_NEEDED,
        )
        for year, result in results.items()
        if result.emissions_t.value is not None
    }
    for year, (total_t, covering) in published_totals(inventory, codebook).items():
        if year not in found:
            people = inventory.population(year)
            found[year] = SupportYear(year, total_t, people, published=True, complete=True, covering=covering)
    return tuple(found[year] for year in sorted(found))


class PublishedTotal(NamedTuple):
    """Published emissions [t] of a year; ``covering`` is false for the sum of too few sectors to be a total."""

    emissions_t: Decimal
    covering: bool = True


def published_totals(inventory: Inventory, codebook: Codebook) -> dict[int, PublishedTotal]:
    """Published energy-related emissions by year: the published total, else the sum of the published sectors."""
    parts: dict[int, dict[str, Decimal]] = {}
    for (year, sector), result in inventory.published.items():
        known = codebook.sectors.get(sector)
        if known is None or known.kind is not SectorKind.DIRECT:
            parts.setdefault(year, {})[sector] = result.emissions_t
    return {year: _published_total(found, codebook) for year, found in parts.items()}


def _published_total(parts: Mapping[str, Decimal], codebook: Codebook) -> PublishedTotal:
    if (total := parts.get("")) is not None:
        return PublishedTotal(total)
    covered = key_sectors_of(parts, codebook)
    return PublishedTotal(sum(parts.values(), Decimal(0)), len(covered) >= KEY_SECTORS_NEEDED)


def assess(commitment: Commitment, supports: Sequence[SupportYear], base_year: int) -> Progress:
    """Hold one commitment against the support years; *not assessable* where the needed values are missing."""
    wanted = commitment.base_year if commitment.base_year is not None else base_year
    points = [
        Point(s.year, v, s.complete, s.covering) for s in supports if (v := s.value(commitment.basis)) is not None
    ]
    base = _base(commitment, points, wanted)
    if base is None:
        return _not_assessable(commitment)
    latest = points[-1]
    known = comparable(points, base.year)
    final = commitment.final_target(base.value)
    return Progress(
        commitment=commitment,
        verdict=_verdict(commitment, base, latest),
        base_year=base.year,
        base_value=base.value,
        base_year_replaced=base.year > wanted,
        latest_year=latest.year,
        actual=latest.value,
        target=commitment.target(latest.year, base.year, base.value),
        windows=windows(known),
        path=target_path(commitment, base.year, base.value),
        trend_reaches=trend_reaches(known, final),
        required_change_per_year=_required_change(commitment, latest, final),
    )


def _base(commitment: Commitment, points: Sequence[Point], wanted: int) -> Point | None:
    """The first year from the wished one on; a level needs none to be measured by, so any year serves."""
    later = next((point for point in points if point.year >= wanted), None)
    return points[0] if later is None and points and commitment.kind is CommitmentKind.LEVEL else later


def comparable(points: Sequence[Point], base_year: int) -> list[Point]:
    """The complete points from the base year on that cover as much as the latest: what windows and trend follow."""
    return [p for p in points if p.complete and p.year >= base_year and p.covering == points[-1].covering]


def target_path(commitment: Commitment, base_year: int, base: float) -> tuple[tuple[int, float], ...]:
    """The target of every year from the base year to the target year (2050 where there is none)."""
    end = max(commitment.target_year or PATH_END, base_year)
    return tuple((year, commitment.target(year, base_year, base)) for year in range(base_year, end + 1))


def windows(points: Sequence[Point]) -> tuple[Window, ...]:
    """For each support year the change since the support year closest to five years earlier.

    Three to seven years apart; five preferred, then the longer. ``(E2 / E1) ** (5 / years) - 1``. Emissions below 0, as
    a wrong sign gives them for a while, have no such change.
    """
    found = []
    for later in points:
        if later.value < 0:
            continue
        earlier = [p for p in points if later.year - p.year in WINDOW_RANGE and p.value > 0]
        if earlier:
            first = min(earlier, key=lambda p: (abs(later.year - p.year - WINDOW_YEARS), p.year))
            change = math.pow(later.value / first.value, WINDOW_YEARS / (later.year - first.year)) - 1.0
            found.append(Window(first.year, later.year, change, change <= FIVE_YEAR_GOAL + _ROUNDING))
    return tuple(found)


def trend(points: Sequence[Point]) -> tuple[float, float] | None:
    """Theil-Sen line over the last support years as (slope per year, value in year 0); ``None`` below three years."""
    last = points[-TREND_YEARS:]
    if len(last) < _TREND_MINIMUM:
        return None
    slope = median((b.value - a.value) / (b.year - a.year) for a, b in combinations(last, 2))
    return slope, median(point.value - slope * point.year for point in last)


def trend_reaches(points: Sequence[Point], goal: float | None) -> int | None:
    """The first year in which the trend line is at the goal or below; ``None`` where it never gets there."""
    line = trend(points)
    if goal is None or line is None or line[0] >= 0:
        return None
    slope, start = line
    return max(points[-1].year, math.ceil((goal - start) / slope))


def _verdict(commitment: Commitment, base: Point, latest: Point) -> Verdict:
    final = commitment.final_target(base.value)
    is_level = commitment.kind is CommitmentKind.LEVEL
    if not is_level and (latest.year <= base.year or base.value <= 0):
        return Verdict.NOT_ASSESSABLE
    target = commitment.target(latest.year, base.year, base.value)
    if latest.value > target * (1.0 + _ROUNDING):
        base_is_low = not base.complete or (latest.covering and not base.covering)
        return Verdict.NOT_ASSESSABLE if base_is_low and not is_level else Verdict.OFF_TRACK
    if not latest.complete or (not latest.covering and (is_level or base.covering)):
        return Verdict.NOT_ASSESSABLE
    reached = final is not None and latest.value <= final * (1.0 + _ROUNDING)
    return Verdict.REACHED if reached else Verdict.ON_TRACK


def _required_change(commitment: Commitment, latest: Point, final: float | None) -> float | None:
    if final is None or commitment.target_year is None or commitment.target_year <= latest.year or latest.value <= 0:
        return None
    return math.pow(max(final, 0.0) / latest.value, 1.0 / (commitment.target_year - latest.year)) - 1.0


def _not_assessable(commitment: Commitment) -> Progress:
    return Progress(
        commitment=commitment,
        verdict=Verdict.NOT_ASSESSABLE,
        base_year=None,
        base_value=None,
        base_year_replaced=False,
        latest_year=None,
        actual=None,
        target=None,
        windows=(),
        path=(),
        trend_reaches=None,
        required_change_per_year=None,
    )
