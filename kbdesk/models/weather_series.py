"""The inventory as it had been in years of mean weather: a second series beside the first, for explaining only.

Degree days of one measure only: the municipality's own (with their own mean), or the national ones. Never a mixture,
as the base temperatures differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.codebook import Codebook
from kbdesk.models.resource_tables import read_table
from kbdesk.models.weather import CORRECTED_BISKO_SECTORS
from kbdesk.models.weather import weather_factor

FIRST_MEAN_YEAR, LAST_MEAN_YEAR = 1991, 2020
"""The present reference period of climate (World Meteorological Organization)."""
_MEAN_YEARS = range(FIRST_MEAN_YEAR, LAST_MEAN_YEAR + 1)


class SpaceHeat(NamedTuple):
    """How much of an energy carrier heats rooms (0 to 1), and where that is from."""

    carrier: str
    share: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class DegreeDays:
    """Degree days by year [Kd] and their mean, ``None`` where not known.

    ``own``: they are the municipality's, not national ones; ``over_period``: the mean is that of 1991-2020;
    ``own_unused``: own ones are recorded, but cannot be used as their mean is not known.
    """

    days: Mapping[int, Decimal]
    mean: Decimal | None
    own: bool = False
    over_period: bool = True
    own_unused: bool = False


@dataclass(frozen=True, slots=True)
class CorrectedYear:
    """A year as measured and as it had been in mean weather: final energy [MWh], emissions [t]."""

    year: int
    degree_days: Decimal
    mean: Decimal
    population: Decimal | None
    energy_mwh: Decimal
    corrected_mwh: Decimal
    emissions_t: Decimal
    corrected_t: Decimal

    @property
    def milder(self) -> Decimal:
        """By how much the year was milder than the mean (a share, negative where it was colder)."""
        return 1 - self.degree_days / self.mean

    @property
    def corrected_t_per_inhabitant(self) -> Decimal | None:
        """Corrected emissions per inhabitant [t]; ``None`` without inhabitants."""
        return per_inhabitant(self.corrected_t, self.population)


@dataclass(frozen=True, slots=True)
class WeatherSeries:
    """The years that can be corrected, ascending, and those that cannot because degree days are missing."""

    degree_days: DegreeDays
    years: Mapping[int, CorrectedYear]
    missing: tuple[int, ...]


def choose_degree_days(
    own: Mapping[int, Decimal], national: Mapping[int, Decimal], own_mean: Decimal | None
) -> DegreeDays:
    """The municipality's own degree days where their mean is known, else the national ones."""
    over_period = _mean(own)
    if own and own_mean is not None:
        return DegreeDays(own, own_mean, own=True, over_period=False)
    if over_period is not None:
        return DegreeDays(own, over_period, own=True)
    return DegreeDays(national, _mean(national), own_unused=bool(own))


def weather_series(
    results: Mapping[int, YearResult],
    codebook: Codebook,
    shares: Mapping[str, Decimal],
    degree_days: DegreeDays,
) -> WeatherSeries:
    """Every year with emissions, corrected; a carrier without a share heats no rooms."""
    years, missing = dict[int, CorrectedYear](), list[int]()
    sectors = heated_sectors(codebook)
    for year, result in sorted(results.items()):
        if result.emissions_t.value is None:
            continue
        if degree_days.mean is None or year not in degree_days.days:
            missing.append(year)
            continue
        years[year] = _corrected(result, sectors, shares, degree_days.days, degree_days.mean)
    return WeatherSeries(degree_days, years, tuple(missing))


def heated_sectors(codebook: Codebook) -> frozenset[str]:
    """The sectors whose heat depends on the weather: households, services, municipal facilities (BISKO)."""
    return frozenset(sector.id for sector in codebook.sectors.values() if sector.bisko in CORRECTED_BISKO_SECTORS)


def read_space_heat(path: Path) -> dict[str, SpaceHeat]:
    """Read the table of shares, by carrier."""
    rows = read_table(path)
    return {row["carrier"]: SpaceHeat(row["carrier"], Decimal(row["share"]), row["source"]) for row in rows}


def read_degree_days(path: Path, country: str) -> dict[int, Decimal]:
    """The national degree days of a country by year [Kd]; empty where there are none."""
    return {int(row["year"]): Decimal(row["hdd"]) for row in read_table(path) if row["country"] == country}


def _corrected(
    result: YearResult,
    sectors: frozenset[str],
    shares: Mapping[str, Decimal],
    days: Mapping[int, Decimal],
    mean: Decimal,
) -> CorrectedYear:
    more = weather_factor(days, result.year, mean) - 1
    energy, emissions = result.energy_mwh.value or Decimal(0), result.emissions_t.value or Decimal(0)
    heat_mwh = heat_t = Decimal(0)
    for cell in result.cells:
        _, sector, carrier = cell.entry.key
        if sector in sectors and (share := shares.get(carrier)):
            heat_mwh += (cell.energy_mwh or 0) * share
            heat_t += (cell.emissions_t or 0) * share
    return CorrectedYear(
        year=result.year,
        degree_days=days[result.year],
        mean=mean,
        population=result.population,
        energy_mwh=energy,
        corrected_mwh=energy + heat_mwh * more,
        emissions_t=emissions,
        corrected_t=emissions + heat_t * more,
    )


def _mean(days: Mapping[int, Decimal]) -> Decimal | None:
    """The mean of the reference period; ``None`` where a year of it is missing."""
    if any(year not in days for year in _MEAN_YEARS):
        return None
    return sum((days[year] for year in _MEAN_YEARS), Decimal(0)) / len(_MEAN_YEARS)
