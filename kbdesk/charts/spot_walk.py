"""Going from value to value in a picture: by keyboard from neighbour to neighbour, with the pointer to the nearest."""

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from statistics import fmean
from typing import NamedTuple

from kbdesk.charts.spots import Place
from kbdesk.charts.spots import Spot


class Step(Enum):
    """A step by keyboard: along the axis, across the series, through all values one by one, or to an end."""

    BACK = "back"
    ON = "on"
    UP = "up"
    DOWN = "down"
    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"


class Placed(NamedTuple):
    """A value with its place in the picture."""

    spot: Spot
    place: Place


def neighbour(placed: Sequence[Placed], at: int | None, step: Step) -> int | None:
    """The number of the value a step leads to; the one it came from where there is none further.

    Without a value to begin at, a step on or up leads to the first, any other to the last. Along the axis the series
    stays the same as long as it goes on; else the value beside is taken.
    """
    if not placed:
        return None
    if at is None:
        return _end(placed, placed[0].spot.series, last=step not in (Step.ON, Step.UP, Step.FIRST, Step.NEXT))
    if step in (Step.NEXT, Step.PREVIOUS):
        return min(len(placed) - 1, max(0, at + (1 if step is Step.NEXT else -1)))
    if step in (Step.FIRST, Step.LAST):
        return _end(placed, placed[at].spot.series, last=step is Step.LAST)
    found = _across(placed, at, step) if step in (Step.UP, Step.DOWN) else _along(placed, at, step)
    return at if found is None else found


def nearest(placed: Sequence[Placed], x: float, y: float, size: tuple[float, float], reach: float) -> int | None:
    """The number of the value a pointer is at, no further away than ``reach``; all in pixels of a picture this size."""
    best: tuple[float, float] | None = None
    found = None
    for number, (_, place) in enumerate(placed):
        away = max(place.left * size[0] - x, x - place.right * size[0], 0.0)
        off = max(place.top * size[1] - y, y - place.bottom * size[1], 0.0)
        area = (place.right - place.left) * (place.bottom - place.top)
        rank = ((away**2 + off**2) ** 0.5, area)
        if rank[0] <= reach and (best is None or rank < best):
            best, found = rank, number
    return found


def _end(placed: Sequence[Placed], series: int, *, last: bool) -> int:
    numbers = [n for n, each in enumerate(placed) if each.spot.series == series]
    return (max if last else min)(numbers, key=lambda n: placed[n].spot.column)


def _along(placed: Sequence[Placed], at: int, step: Step) -> int | None:
    sign = 1 if step is Step.ON else -1
    here = placed[at]
    ahead = [n for n, each in enumerate(placed) if sign * (each.spot.column - here.spot.column) > 0]
    same = [n for n in ahead if placed[n].spot.series == here.spot.series]
    height = here.place.middle[1]
    return min(
        same or ahead,
        key=lambda n: (sign * placed[n].spot.column, abs(placed[n].place.middle[1] - height)),
        default=None,
    )


def _across(placed: Sequence[Placed], at: int, step: Step) -> int | None:
    """The next value above or below in the same column; beyond the last one, another series that lies further there."""
    here = placed[at].spot
    column = [n for n, each in enumerate(placed) if each.spot.column == here.column]
    column.sort(key=lambda n: (placed[n].place.middle[1], -placed[n].spot.series))
    wanted = column.index(at) + (-1 if step is Step.UP else 1)
    if 0 <= wanted < len(column):
        return column[wanted]
    return _beyond(placed, at, step)


def _beyond(placed: Sequence[Placed], at: int, step: Step) -> int | None:
    """The value nearest in the columns, of the series next above or below that has none in this column."""
    heights = defaultdict[int, list[float]](list)
    for each in placed:
        heights[each.spot.series].append(each.place.middle[1])
    here = placed[at].spot
    beside = {each.spot.series for each in placed if each.spot.column == here.column}
    sign = -1 if step is Step.UP else 1
    means = {series: (sign * fmean(found), -sign * series) for series, found in heights.items()}
    further = [s for s in means if s not in beside and means[s] > means[here.series]]
    if not further:
        return None
    wanted = min(further, key=lambda series: means[series])
    numbers = (n for n, each in enumerate(placed) if each.spot.series == wanted)
    return min(numbers, key=lambda n: abs(placed[n].spot.column - here.column))
