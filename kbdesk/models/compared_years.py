"""The years a decomposition compares, cell by cell, and the stops between them around breaks."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.inventory import NotationKey

_ZERO, _ONE = Decimal(0), Decimal(1)
Place = tuple[str, str]
"""Sector and energy carrier."""


class State(NamedTuple):
    """A cell in one year: energy [MWh] in mean weather, the weather it had, emissions [t]; ``None``: not known."""

    energy: Decimal | None
    emissions: Decimal | None
    weather: Decimal = _ONE

    @property
    def known(self) -> bool:
        """Whether the year says something of the cell that can be decomposed: energy and emissions, neither below 0."""
        return self.energy is not None and self.emissions is not None and self.energy >= 0 and self.emissions >= 0


_SILENT = State(None, None)
_NOTHING = State(_ZERO, _ZERO)


class ComparedYear(NamedTuple):
    """One year as it is compared: inhabitants (1 where not both years know them) and cells."""

    year: int
    people: Decimal
    states: Mapping[Place, State]

    def state(self, place: Place) -> State:
        """What the year says of a cell, perhaps nothing."""
        return self.states.get(place, _SILENT)


class Steps:
    """The inventories that can serve as steps around a break; each is read when it is first asked for."""

    def __init__(self, results: Iterable[YearResult], heating: HeatingWeather | None, *, by_people: bool) -> None:
        self._heating, self._by_people = heating, by_people
        self._results = sorted((result for result in results if self._knows_enough(result)), key=lambda r: r.year)
        self._years: dict[int, ComparedYear] = {}

    def before(self, year: int, places: Sequence[Place]) -> ComparedYear | None:
        """The last one before a break that knows these cells."""
        earlier = (result for result in reversed(self._results) if result.year < year)
        return self._first_knowing(earlier, places)

    def after(self, year: int, places: Sequence[Place]) -> ComparedYear | None:
        """The first one from a break on that knows these cells."""
        return self._first_knowing((result for result in self._results if result.year >= year), places)

    def _first_knowing(self, results: Iterable[YearResult], places: Sequence[Place]) -> ComparedYear | None:
        found = (self._read(result) for result in results)
        return next((year for year in found if all(year.state(place).known for place in places)), None)

    def _read(self, result: YearResult) -> ComparedYear:
        if result.year not in self._years:
            self._years[result.year] = compared_year(result, self._heating, by_people=self._by_people)
        return self._years[result.year]

    def _knows_enough(self, result: YearResult) -> bool:
        """Whether it knows inhabitants and weather where the two compared years do."""
        if self._by_people and not (result.population is not None and result.population > 0):
            return False
        return self._heating is None or self._heating.knows(result.year)


class Span(NamedTuple):
    """Two years that are decomposed in one step; ``broken``: across a break."""

    first: ComparedYear
    last: ComparedYear
    broken: bool


def compared_year(result: YearResult, heating: HeatingWeather | None, *, by_people: bool) -> ComparedYear:
    """A year as it is compared, with the weather and by the inhabitants where both years know them."""
    states = {(cell.key.sector, cell.key.carrier): _state(cell, heating) for cell in result.cells}
    return ComparedYear(result.year, result.population if by_people and result.population else _ONE, states)


def _state(cell: CellResult, heating: HeatingWeather | None) -> State:
    if cell.entry.notation_key is NotationKey.NO:
        return _NOTHING
    energy = cell.energy_mwh
    if energy is None or heating is None:
        return State(energy, cell.emissions_t)
    factor = heating.factor(*cell.key)
    return State(energy / factor, cell.emissions_t, factor)


def spans(years: Sequence[ComparedYear], breaks: Sequence[int]) -> list[Span]:
    """From the first year to the last, with a stop before and after each break."""
    stops = sorted({year.year: year for year in years}.values(), key=lambda year: year.year)
    return [Span(one, other, any(one.year < at <= other.year for at in breaks)) for one, other in pairwise(stops)]
