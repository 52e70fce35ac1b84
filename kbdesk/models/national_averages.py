"""What a country uses per inhabitant, in our sectors and energy carriers: a yardstick for a municipality's value."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import EntryKey
from kbdesk.models.national import NationalTables
from kbdesk.models.start_inventory import national_amounts

Place = tuple[str, str]


class NationalAverage(NamedTuple):
    """Final energy per inhabitant [MWh] of a country, the year it is of, and where it is from."""

    mwh_per_inhabitant: Decimal
    year: int
    country: str
    source: str


class NationalAverages:
    """The averages of one country; what its tables lack, or list as nothing, has none."""

    def __init__(self, tables: NationalTables | None, codebook: Codebook) -> None:
        self._tables, self._codebook = tables, codebook
        self._found: dict[EntryKey, NationalAverage | None] = {}

    def find(self, key: EntryKey) -> NationalAverage | None:
        """The average of the cell in its year, else in the nearest year that has one; ``None`` where none has."""
        if key not in self._found:
            series = self._series.get((key.sector, key.carrier), {})
            nearest = min(series, key=lambda year: (abs(year - key.year), -year), default=None)
            self._found[key] = None if nearest is None else series[nearest]
        return self._found[key]

    @cached_property
    def _series(self) -> Mapping[Place, Mapping[int, NationalAverage]]:
        tables, found = self._tables, dict[Place, dict[int, NationalAverage]]()
        if tables is None:
            return found
        for year, amounts in national_amounts(tables, self._codebook).items():
            people = tables.population.get(year)
            for place, amount in amounts.items() if people else ():
                if people and amount.energy_mwh:
                    source = "; ".join(tables.sources.get(name, name) for name in amount.sources)
                    average = NationalAverage(amount.energy_mwh / people, year, tables.country, source)
                    found.setdefault(place, {})[year] = average
        return found
