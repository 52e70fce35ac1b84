"""What can be read off a chart one by one: each value with its words, where it lies, and which data are behind it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

BAR_WIDTH = 0.62
STACK_WIDTH = 0.74
"""How much of the distance between two bars a bar takes; the bars of a stack stand closer."""


class Behind(StrEnum):
    """Where the data behind a value were entered: values of a year, base data with published totals, or measures."""

    VALUES = "values"
    BASE_DATA = "base_data"
    MEASURES = "measures"


class SpotTarget(NamedTuple):
    """The data behind a value: those of a year, or one cell; the largest one where a value is the sum of several."""

    year: int
    sector: str = ""
    carrier: str = ""
    behind: Behind = Behind.VALUES


class Box(NamedTuple):
    """Where a value lies, in the units of the axes it is drawn on; a point has no width and no height."""

    left: float
    low: float
    right: float
    high: float


class Spot(NamedTuple):
    """One value. ``series`` is its line or part, ``column`` its year or the number of its bar.

    ``value`` is in the unit of the picture, ``box`` in that of its axes; without a box the drawing tells where it lies.
    Without ``target`` nothing was entered: it is a target or a trend.
    """

    series: int
    column: int
    text: str
    value: float
    box: Box | None = None
    target: SpotTarget | None = None


class Place(NamedTuple):
    """A rectangle in a picture, as shares of its width and height from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the rectangle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Frame(NamedTuple):
    """Axes in a picture: the rectangle they fill, and the values at its ends."""

    place: Place
    left: float
    low: float
    right: float
    high: float

    def place_of(self, box: Box) -> Place:
        """Where a box on these axes lies in the picture."""
        wide, tall = self.place.right - self.place.left, self.place.bottom - self.place.top
        across = [self.place.left + wide * (x - self.left) / (self.right - self.left) for x in (box.left, box.right)]
        down = [self.place.bottom - tall * (y - self.low) / (self.high - self.low) for y in (box.low, box.high)]
        return Place(min(across), min(down), max(across), max(down))


class Layout(NamedTuple):
    """A drawn picture: its axes, where there are any, and the values whose place only the drawing knows."""

    frame: Frame | None
    noted: Mapping[tuple[int, int], Place]

    def place_of(self, spot: Spot) -> Place | None:
        """Where a value lies in the picture; ``None`` where it is not drawn."""
        if spot.box is None:
            return self.noted.get((spot.series, spot.column))
        return self.frame.place_of(spot.box) if self.frame is not None else None
