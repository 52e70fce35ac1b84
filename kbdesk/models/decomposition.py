"""Why emissions changed between two inventory years: additive log-mean Divisia index (LMDI-I).

Every cell's emissions are ``population x energy per inhabitant of its sector x the carrier's share in the sector x
emission factor``. With the log-mean weight ``L(a, b) = (a - b) / ln(a / b)`` the effect of each factor is
``L(E1, E0) ln(x1 / x0)``, and the effects of a cell sum to its change (Ang 2004, Energy Policy 32, 1131-1139). A factor
that is zero in one of the years takes the whole change of its cell, several share it equally: the limit of small values
(Ang and Liu 2007, Energy Policy 35, 238-246).

What one of the years says nothing of is no change of consumption: a cell recorded in one year only, or with *not
estimated* or *confidential* in the other, goes to the effect *coverage*. *Does not exist* is a true zero.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from decimal import localcontext
from enum import StrEnum
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.inventory import NotationKey

_PRECISION = 50
"""Digits of the logarithms: far more than are shown."""
_QUANTUM = Decimal("1e-12")
"""Effects are kept to the microgram and the largest takes the rest: their sum is the change to the last digit."""
_ZERO = Decimal(0)
_Place = tuple[str, str]


class Effect(StrEnum):
    """What changed."""

    POPULATION = "population"
    ENERGY = "energy_per_inhabitant"
    MIX = "carrier_mix"
    FACTOR = "emission_factor"
    COVERAGE = "coverage"


DRIVERS = (Effect.POPULATION, Effect.ENERGY, Effect.MIX, Effect.FACTOR)


@dataclass(frozen=True, slots=True)
class CellEffects:
    """The effects [t] of one sector and carrier; they sum to its change."""

    sector: str
    carrier: str
    effects: Mapping[Effect, Decimal]

    @property
    def change_t(self) -> Decimal:
        """The change of the cell's emissions [t]."""
        return _sum(self.effects.values())


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The effects of every cell between two years; emissions are energy-related [t]."""

    from_year: int
    to_year: int
    before_t: Decimal
    after_t: Decimal
    cells: tuple[CellEffects, ...]

    @property
    def change_t(self) -> Decimal:
        """The change of the total [t]."""
        with localcontext(prec=_PRECISION):
            return self.after_t - self.before_t

    def effects(self) -> dict[Effect, Decimal]:
        """The effects over all cells [t]; they sum to the change."""
        return _summed(self.cells)

    def by_sector(self) -> dict[str, dict[Effect, Decimal]]:
        """The effects by sector, in the order of the cells."""
        return {
            name: _summed(c for c in self.cells if c.sector == name) for name in _names(c.sector for c in self.cells)
        }

    def by_carrier(self) -> dict[str, dict[Effect, Decimal]]:
        """The effects by energy carrier, in the order of the cells."""
        return {
            name: _summed(c for c in self.cells if c.carrier == name) for name in _names(c.carrier for c in self.cells)
        }


class _State(NamedTuple):
    """What a year says of one cell: energy [MWh] and emissions [t]; ``None`` where it says nothing."""

    energy: Decimal | None
    emissions: Decimal | None

    @property
    def known(self) -> bool:
        return self.energy is not None and self.emissions is not None


_SILENT = _State(None, None)
_NOTHING = _State(_ZERO, _ZERO)


def decompose(before: YearResult, after: YearResult) -> Decomposition:
    """The effects between two years computed with the same factor set.

    Without the inhabitants of both years the population effect is 0 and *energy per inhabitant* is that of the energy.
    """
    with localcontext(prec=_PRECISION):
        first, second = _states(before), _states(after)
        places = list(dict.fromkeys([*second, *first]))
        people = _people(before, after)
        sectors = [_sector_energy(states, first, second) for states in (first, second)]
        cells = tuple(
            _cell(place, first.get(place, _SILENT), second.get(place, _SILENT), people, sectors) for place in places
        )
        return Decomposition(before.year, after.year, _total(first), _total(second), cells)


def _states(result: YearResult) -> dict[_Place, _State]:
    return {(cell.key.sector, cell.key.carrier): _state(cell) for cell in result.cells}


def _state(cell: CellResult) -> _State:
    if cell.entry.notation_key is NotationKey.NO:
        return _NOTHING
    return _State(cell.energy_mwh, cell.emissions_t)


def _people(before: YearResult, after: YearResult) -> tuple[Decimal, Decimal]:
    one, other = before.population, after.population
    return (one, other) if one and other and one > 0 and other > 0 else (Decimal(1), Decimal(1))


def _sector_energy(
    states: Mapping[_Place, _State], first: Mapping[_Place, _State], second: Mapping[_Place, _State]
) -> dict[str, Decimal]:
    """The energy of each sector in the cells both years speak of: only those are decomposed."""
    found: dict[str, Decimal] = {}
    for place, state in states.items():
        if state.energy is not None and _comparable(first.get(place, _SILENT), second.get(place, _SILENT)):
            found[place[0]] = found.get(place[0], _ZERO) + state.energy
    return found


def _comparable(before: _State, after: _State) -> bool:
    return before.known and after.known and min(_numbers(before, after)) >= 0


def _numbers(*states: _State) -> list[Decimal]:
    return [number for state in states for number in state if number is not None]


def _cell(
    place: _Place, before: _State, after: _State, people: tuple[Decimal, Decimal], sectors: list[dict[str, Decimal]]
) -> CellEffects:
    change = (after.emissions or _ZERO) - (before.emissions or _ZERO)
    if not _comparable(before, after):
        return CellEffects(*place, {Effect.COVERAGE: change} if change else {})
    pairs = zip(
        _factors(before, people[0], sectors[0].get(place[0], _ZERO)),
        _factors(after, people[1], sectors[1].get(place[0], _ZERO)),
        strict=True,
    )
    shares = _shares(before.emissions or _ZERO, after.emissions or _ZERO, list(pairs))
    return CellEffects(*place, dict(zip(DRIVERS, _closed(shares, change), strict=True)))


def _factors(state: _State, people: Decimal, sector_mwh: Decimal) -> tuple[Decimal | None, ...]:
    """Population, energy per inhabitant, share of the carrier, factor; ``None`` where a zero leaves it undefined."""
    energy, emissions = state.energy or _ZERO, state.emissions or _ZERO
    return (
        people,
        sector_mwh / people,
        energy / sector_mwh if sector_mwh else None,
        emissions / energy if energy else None,
    )


def _shares(before: Decimal, after: Decimal, factors: list[tuple[Decimal | None, Decimal | None]]) -> list[Decimal]:
    """What each factor explains of the change of one cell [t]."""
    if before and after:
        weight = before if before == after else (after - before) / (after / before).ln()
        return [weight * (y / x).ln() if x and y else _ZERO for x, y in factors]
    if before == after:
        return [_ZERO] * len(factors)
    turned = [x is not None and y is not None and bool(x) != bool(y) for x, y in factors]
    return [(after - before) / turned.count(True) if each else _ZERO for each in turned]


def _closed(shares: list[Decimal], change: Decimal) -> list[Decimal]:
    """The shares rounded, with what is left over in the largest."""
    rounded = [share.quantize(_QUANTUM) for share in shares]
    largest = max(range(len(rounded)), key=lambda at: abs(rounded[at]))
    rounded[largest] += change - sum(rounded)
    return rounded


def _total(states: Mapping[_Place, _State]) -> Decimal:
    return _sum(state.emissions for state in states.values() if state.emissions is not None)


def _summed(cells: Iterable[CellEffects]) -> dict[Effect, Decimal]:
    found = dict.fromkeys(Effect, _ZERO)
    with localcontext(prec=_PRECISION):
        for cell in cells:
            for effect, tonnes in cell.effects.items():
                found[effect] += tonnes
    return found


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    with localcontext(prec=_PRECISION):
        return sum(numbers, _ZERO)


def _names(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))
