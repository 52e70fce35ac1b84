"""Why emissions changed between two inventory years: additive log-mean Divisia index (LMDI-I, Ang 2004; ``log_mean``).

Every cell's emissions are ``population x energy per inhabitant of its sector x the carrier's share in the sector x
weather x emission factor``. *Weather* is the energy of the year over that of a mean year (``heating_weather``); energy
and share are then those of a mean year, so that the product stays the emissions. It is 1 where degree days or their
mean are not known of both years: then the weather is part of the energy.

What one of the years says nothing of is no change of consumption: a cell recorded in one year only, or with *not
estimated* or *confidential* in the other, goes to the effect *coverage*. *Does not exist* is a true zero.

Where a break is marked, the energy recorded before and after it measures different things, and no sum can tell a
change of consumption from a change of method. What does not rest on that energy is still known: inhabitants, weather,
and the factors, as both years are computed with one set. So across a break the effects *energy per inhabitant* and
*carrier mix* of the sectors it concerns are one effect, *method, boundary or data*, and nothing else is. That this
swallow only what it must, such a sector is decomposed in steps (chaining, Ang 2004, section 5): to the last inventory
before the break, across it, and on from the first after it. An inventory serves as a step if it knows every cell that
is compared, so that a gap between does not look like a change.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from decimal import localcontext
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import breaks_between
from kbdesk.models.calculation import YearResult
from kbdesk.models.compared_years import ComparedYear
from kbdesk.models.compared_years import Place
from kbdesk.models.compared_years import Span
from kbdesk.models.compared_years import State
from kbdesk.models.compared_years import Steps
from kbdesk.models.compared_years import compared_year
from kbdesk.models.compared_years import spans
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.log_mean import Logarithms
from kbdesk.models.log_mean import closed
from kbdesk.models.log_mean import log_mean_effects

_PRECISION = 50
"""Digits of the logarithms: far more than are shown."""
_ZERO = Decimal(0)


class Effect(StrEnum):
    """What changed."""

    POPULATION = "population"
    ENERGY = "energy_per_inhabitant"
    MIX = "carrier_mix"
    WEATHER = "weather"
    FACTOR = "emission_factor"
    BREAK = "method_or_boundary"
    COVERAGE = "coverage"


DRIVERS = (Effect.POPULATION, Effect.ENERGY, Effect.MIX, Effect.WEATHER, Effect.FACTOR)
"""What changes emissions; the other effects change only what is known of them."""
OCCASIONAL = (Effect.WEATHER, Effect.BREAK, Effect.COVERAGE)
"""The effects that are shown only where they are not zero."""
_HIDDEN = (Effect.ENERGY, Effect.MIX)


class Side(NamedTuple):
    """A cell in one of the years: energy as measured and in mean weather (where known) [MWh], emissions [t]."""

    mwh: Decimal
    mean_mwh: Decimal
    t: Decimal


@dataclass(frozen=True, slots=True)
class CellEffects:
    """The effects [t] of one sector and carrier; they sum to its change.

    ``before_t`` and ``after_t`` are its emissions, 0 where a year says nothing of it. ``sides`` is the cell in both
    years, ``None`` where they cannot be compared or a break lies between them.
    """

    sector: str
    carrier: str
    effects: Mapping[Effect, Decimal]
    before_t: Decimal
    after_t: Decimal
    sides: tuple[Side, Side] | None = None

    @property
    def change_t(self) -> Decimal:
        """The change of the cell's emissions [t]."""
        return _sum(self.effects.values())


@dataclass(frozen=True)
class Decomposition:
    """The effects of every cell between two years; emissions are energy-related [t].

    ``people`` are the inhabitants of both years, ``None`` unless both are known; ``with_weather`` says whether the
    weather of both is known; ``breaks`` are those between them that hide a change of consumption.
    """

    from_year: int
    to_year: int
    before_t: Decimal
    after_t: Decimal
    cells: tuple[CellEffects, ...]
    people: tuple[Decimal, Decimal] | None = None
    with_weather: bool = False
    breaks: tuple[Break, ...] = ()

    @property
    def change_t(self) -> Decimal:
        """The change of the total [t]."""
        with localcontext(prec=_PRECISION):
            return self.after_t - self.before_t

    def effects(self) -> Mapping[Effect, Decimal]:
        """The effects over all cells [t]; they sum to the change."""
        return self._effects

    def shown(self) -> tuple[Effect, ...]:
        """The effects worth a bar or column, in order."""
        return tuple(effect for effect in Effect if self._effects[effect] or effect not in OCCASIONAL)

    def by_sector(self) -> dict[str, dict[Effect, Decimal]]:
        """The effects by sector, in the order of the cells."""
        return _summed_by(self.cells, lambda cell: cell.sector)

    def by_carrier(self) -> dict[str, dict[Effect, Decimal]]:
        """The effects by energy carrier, in the order of the cells."""
        return _summed_by(self.cells, lambda cell: cell.carrier)

    @cached_property
    def _effects(self) -> Mapping[Effect, Decimal]:
        return _summed(self.cells)


def decompose(
    before: YearResult,
    after: YearResult,
    *,
    between: Iterable[YearResult] = (),
    weather: HeatingWeather | None = None,
    breaks: Iterable[Break] = (),
) -> Decomposition:
    """The effects between two years computed with the same factor set.

    ``between`` are the inventories between them: steps around the breaks. Without the inhabitants of both years the
    population effect is 0 and *energy per inhabitant* is that of the energy.
    """
    if before.year > after.year:
        return _reversed(decompose(after, before, between=between, weather=weather, breaks=breaks))
    with localcontext(prec=_PRECISION):
        people = _people(before, after)
        heating = weather if weather is not None and weather.knows(before.year) and weather.knows(after.year) else None
        first, last = (compared_year(result, heating, by_people=people is not None) for result in (before, after))
        hiding = tuple(each for each in breaks_between(breaks, before.year, after.year) if each.hides_consumption)
        steps = Steps((r for r in between if before.year < r.year < after.year), heating, by_people=people is not None)
        found = dict(_compared(first, last, steps, hiding))
        places = dict.fromkeys([*last.states, *first.states])
        cells = tuple(found.get(place) or _uncompared(place, first, last) for place in places)
        return Decomposition(
            from_year=before.year,
            to_year=after.year,
            before_t=_total(first),
            after_t=_total(last),
            cells=cells,
            people=people,
            with_weather=heating is not None,
            breaks=hiding,
        )


def _reversed(found: Decomposition) -> Decomposition:
    """The same from the later year to the earlier: the index is symmetric."""
    return replace(
        found,
        from_year=found.to_year,
        to_year=found.from_year,
        before_t=found.after_t,
        after_t=found.before_t,
        cells=tuple(
            replace(
                cell,
                effects={effect: -tonnes for effect, tonnes in cell.effects.items()},
                before_t=cell.after_t,
                after_t=cell.before_t,
                sides=cell.sides and (cell.sides[1], cell.sides[0]),
            )
            for cell in found.cells
        ),
        people=found.people and (found.people[1], found.people[0]),
    )


def _people(before: YearResult, after: YearResult) -> tuple[Decimal, Decimal] | None:
    one, other = before.population, after.population
    return (one, other) if one and other and one > 0 and other > 0 else None


def _compared(
    first: ComparedYear, last: ComparedYear, steps: Steps, breaks: Sequence[Break]
) -> Iterator[tuple[Place, CellEffects]]:
    """The cells that both years speak of, sector by sector."""
    logs, by_sector = Logarithms(), dict[str, list[Place]]()
    for place, state in last.states.items():
        if state.known and first.state(place).known:
            by_sector.setdefault(place[0], []).append(place)
    for sector, places in by_sector.items():
        concerning = [each.year for each in breaks if each.concerns(sector)]
        stops = [stop for at in concerning for stop in (steps.before(at, places), steps.after(at, places)) if stop]
        found = [_span_effects(span, places, logs) for span in spans([first, *stops, last], concerning)]
        for place in places:
            effects = _summed_parts(part[place] for part in found)
            one, other = first.state(place), last.state(place)
            before_t, after_t = one.emissions or _ZERO, other.emissions or _ZERO
            exact = dict(zip(effects, closed(list(effects.values()), after_t - before_t), strict=True))
            sides = (_side(one), _side(other)) if not concerning else None
            yield place, CellEffects(*place, exact, before_t, after_t, sides)


def _span_effects(span: Span, places: Sequence[Place], logs: Logarithms) -> dict[Place, dict[Effect, Decimal]]:
    """The effects on the cells of one sector between two years, not yet rounded."""
    energies = [sum((year.state(p).energy or _ZERO for p in places), _ZERO) for year in (span.first, span.last)]
    found = {}
    for place in places:
        one, other = span.first.state(place), span.last.state(place)
        pairs = zip(
            _factors(one, span.first.people, energies[0]), _factors(other, span.last.people, energies[1]), strict=True
        )
        shares = log_mean_effects(one.emissions or _ZERO, other.emissions or _ZERO, list(pairs), logs)
        found[place] = _named(shares, broken=span.broken)
    return found


def _named(shares: Iterable[Decimal], *, broken: bool) -> dict[Effect, Decimal]:
    effects = dict(zip(DRIVERS, shares, strict=True))
    if broken:
        effects[Effect.BREAK] = sum((effects.pop(effect) for effect in _HIDDEN), _ZERO)
    return effects


def _factors(state: State, people: Decimal, sector_mwh: Decimal) -> tuple[Decimal | None, ...]:
    """The factors in the order of ``DRIVERS``; ``None`` where a zero leaves one undefined."""
    energy, emissions = state.energy or _ZERO, state.emissions or _ZERO
    return (
        people,
        sector_mwh / people,
        energy / sector_mwh if sector_mwh else None,
        state.weather,
        emissions / (energy * state.weather) if energy else None,
    )


def _uncompared(place: Place, first: ComparedYear, last: ComparedYear) -> CellEffects:
    before_t, after_t = first.state(place).emissions or _ZERO, last.state(place).emissions or _ZERO
    change = after_t - before_t
    return CellEffects(*place, {Effect.COVERAGE: change} if change else {}, before_t, after_t)


def _side(state: State) -> Side:
    energy = state.energy or _ZERO
    return Side(energy * state.weather, energy, state.emissions or _ZERO)


def _total(year: ComparedYear) -> Decimal:
    return _sum(state.emissions for state in year.states.values() if state.emissions is not None)


def _summed(cells: Iterable[CellEffects]) -> dict[Effect, Decimal]:
    return dict.fromkeys(Effect, _ZERO) | _summed_parts(cell.effects for cell in cells)


def _summed_parts(parts: Iterable[Mapping[Effect, Decimal]]) -> dict[Effect, Decimal]:
    found: dict[Effect, Decimal] = {}
    with localcontext(prec=_PRECISION):
        for part in parts:
            for effect, tonnes in part.items():
                found[effect] = found.get(effect, _ZERO) + tonnes
    return found


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    with localcontext(prec=_PRECISION):
        return sum(numbers, _ZERO)


def _summed_by(cells: Iterable[CellEffects], name_of: Callable[[CellEffects], str]) -> dict[str, dict[Effect, Decimal]]:
    by_name: dict[str, list[CellEffects]] = {}
    for cell in cells:
        by_name.setdefault(name_of(cell), []).append(cell)
    return {name: _summed(within) for name, within in by_name.items()}
