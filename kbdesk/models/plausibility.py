"""What is usual: final energy per inhabitant and year, of single cells, sectors, energy carriers and the whole.

Data in ``resources/findings``: ``bands.csv`` (published bands, tunable) and ``national_bands.csv`` (made from national
energy balances). A country without bands of its own takes those of the EU.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.resource_tables import read_table

EUROPE = "EU27"
ALL = "*"


class Band(NamedTuple):
    """The usual range of final energy, in MWh per inhabitant and year, with its source."""

    low: float
    high: float
    source: str

    def contains(self, mwh_per_inhabitant: float) -> bool:
        """Whether a value is usual."""
        return self.low <= mwh_per_inhabitant <= self.high


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of cells that has a band: of some sectors or of some carriers (empty: of all).

    ``watch_low`` says whether too little is worth a word (a village without gas grid uses little gas). The ratios are
    what is usual from one year to the next, ``None`` where not known.
    """

    id: str
    sectors: frozenset[str]
    carriers: frozenset[str]
    watch_low: bool
    ratio_low: float | None
    ratio_high: float | None


@dataclass(frozen=True)
class Bands:
    """All bands; cells and sums are looked up by country."""

    sums: tuple[Sum, ...] = ()
    published: Mapping[tuple[str, str], Band] = field(default_factory=dict)
    """By country and id of the sum."""
    national: Mapping[tuple[str, str, str], Band] = field(default_factory=dict)
    """By country, sector and carrier."""

    def cell(self, country: str, sector: str, carrier: str) -> Band | None:
        """What is usual in a cell; ``None`` where nothing is known."""
        return self.cells(country).get((sector, carrier))

    def cells(self, country: str) -> Mapping[tuple[str, str], Band]:
        """What is usual in every cell of a country (or of the EU), by sector and carrier."""
        known = country if country in self._by_country else EUROPE
        return self._by_country.get(known, {})

    def sector(self, country: str, sum_id: str) -> Band | None:
        """What is usual for a group of sectors, or for all (*stationary*), over all carriers."""
        return self.published.get((country, sum_id)) or self.cell(country, sum_id, ALL)

    def carrier(self, country: str, sum_id: str) -> Band | None:
        """What is usual for an energy carrier over all sectors but transport."""
        return self.published.get((country, sum_id)) or self.cell(country, ALL, sum_id)

    def of(self, country: str, wanted: Sum) -> Band | None:
        """What is usual for a sum."""
        return self.carrier(country, wanted.id) if wanted.carriers else self.sector(country, wanted.id)

    @cached_property
    def carrier_sums(self) -> Mapping[str, Sum]:
        """The sum that a carrier is counted in."""
        return {carrier: found for found in self.sums for carrier in found.carriers}

    @cached_property
    def _by_country(self) -> Mapping[str, Mapping[tuple[str, str], Band]]:
        found: dict[str, dict[tuple[str, str], Band]] = {}
        for (country, sector, carrier), band in self.national.items():
            found.setdefault(country, {})[sector, carrier] = band
        return found


NO_BANDS = Bands()


def read_bands(folder: Path) -> Bands:
    """Read ``bands.csv`` and ``national_bands.csv``."""
    rows = read_table(folder / "bands.csv")
    national = read_table(folder / "national_bands.csv")
    return Bands(
        sums=tuple({row["id"]: _sum(row) for row in rows}.values()),
        published={(row["country"], row["id"]): _band(row) for row in rows},
        national={(row["country"], row["sector"], row["carrier"]): _band(row) for row in national},
    )


def _band(row: Mapping[str, str]) -> Band:
    return Band(float(row["low"]), float(row["high"]), row["source"])


def _sum(row: Mapping[str, str]) -> Sum:
    return Sum(
        id=row["id"],
        sectors=_names(row["sectors"].split()),
        carriers=_names(row["carriers"].split()),
        watch_low=row["watched"] == "both",
        ratio_low=float(row["ratio_low"]) if row["ratio_low"] else None,
        ratio_high=float(row["ratio_high"]) if row["ratio_high"] else None,
    )


def _names(found: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in found if name != ALL)
