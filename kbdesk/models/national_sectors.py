"""What a country uses per inhabitant in whole sectors: a yardstick for those of a municipality.

Only years count in which the national table lists every energy carrier of the sectors: a part of one says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kbdesk.models.calculation import FactorFinder
from kbdesk.models.codebook import Codebook
from kbdesk.models.national import NationalTables
from kbdesk.models.start_inventory import AMONG_OTHERS
from kbdesk.models.start_inventory import NationalAmount
from kbdesk.models.start_inventory import national_amounts

Sectors = frozenset[str]
"""Ids of our sectors."""


class SectorAverage(NamedTuple):
    """Final energy per inhabitant [MWh] of a country in some sectors, by energy carrier, and the year it is of."""

    year: int
    energy: Mapping[str, Decimal]
    sources: tuple[str, ...]

    @property
    def mwh_per_inhabitant(self) -> Decimal:
        """All carriers together."""
        return sum(self.energy.values(), Decimal(0))


class NationalSectors:
    """The averages of one country; empty where it has no table."""

    def __init__(self, tables: NationalTables | None, codebook: Codebook) -> None:
        self._tables, self._codebook = tables, codebook
        self._found: dict[tuple[Sectors, int], SectorAverage | None] = {}

    def find(self, sectors: Sectors, year: int) -> SectorAverage | None:
        """The average of these sectors together, of the year or the nearest complete one; ``None`` without any."""
        key = (sectors, year)
        if key not in self._found:
            tables = self._tables
            years = [y for y in self._amounts if self._complete(tables, sectors, y)] if tables else []
            nearest = min(years, key=lambda y: (abs(y - year), -y), default=None)
            self._found[key] = None if nearest is None or tables is None else self._average(tables, sectors, nearest)
        return self._found[key]

    def _complete(self, tables: NationalTables, sectors: Sectors, year: int) -> bool:
        national = [name for name, own in self._places.items() if own & sectors]
        return bool(national) and bool(tables.population.get(year)) and all(_usable(tables, n, year) for n in national)

    def _average(self, tables: NationalTables, sectors: Sectors, year: int) -> SectorAverage:
        people = tables.population[year]
        energy: dict[str, Decimal] = {}
        sources: dict[str, None] = {}
        for (sector, carrier), amount in self._amounts[year].items():
            if sector in sectors and amount.energy_mwh:
                energy[carrier] = energy.get(carrier, Decimal(0)) + amount.energy_mwh / people
                sources |= dict.fromkeys(tables.sources.get(name, name) for name in amount.sources)
        return SectorAverage(year, energy, tuple(sources))

    @cached_property
    def _amounts(self) -> Mapping[int, Mapping[tuple[str, str], NationalAmount]]:
        return national_amounts(self._tables, self._codebook) if self._tables else {}

    @cached_property
    def _places(self) -> Mapping[str, set[str]]:
        """In which of our sectors each national one stands."""
        tables, found = self._tables, dict[str, set[str]]()
        if tables is None:
            return found
        for row in tables.energy:
            found.setdefault(row.sector, set()).add(tables.place(row.sector, row.carrier)[0])
        return found


@dataclass(frozen=True, slots=True)
class NationalComparison:
    """A country to compare with: its averages, and the factors of the set in use without any local one."""

    country: str
    sectors: NationalSectors
    factors: FactorFinder

    def emissions_t(self, average: SectorAverage, year: int) -> Decimal | None:
        """Emissions per inhabitant [t] with the factors of a year; ``None`` where an energy carrier has no factor."""
        emissions = Decimal(0)
        for carrier, energy_mwh in average.energy.items():
            factor = self.factors.find(year, carrier).t_per_mwh
            if factor is None:
                return None
            emissions += energy_mwh * factor
        return emissions


def _usable(tables: NationalTables, sector: str, year: int) -> bool:
    weak = tables.weak_spot(sector, year)
    if weak is not None and weak.word == "no":
        return sector == AMONG_OTHERS
    return tables.complete(sector, year)
