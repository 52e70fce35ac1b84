"""Makes ``findings/national_bands.csv``: what is usual per inhabitant, by country, for single cells and for totals.

    python packaging/make_bands.py SOURCE [OUT]

SOURCE holds ``national/`` as it was collected, OUT is the resources folder (default: the project's), whose
``findings/bands.csv`` has the German bands.

The only published spread between municipalities is the German one (``findings/bands.csv``). It is transferred: the low
and high end of a German carrier or sector divided by the German national value is the spread, and a country's own
national value times that spread is its band. A carrier that is rare in a country (below a quarter of the German value)
gets no band there: its spread is another one.
"""

import csv
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 2013, 2023
"""The years whose mean is the national value."""
RARE = 0.25
"""A carrier below this share of the German value per inhabitant gets no band."""
HOME = "DE"
COLUMNS = ("country", "sector", "carrier", "low", "high", "source")
SOURCE = f"Eurostat energy balances {FIRST_YEAR}-{LAST_YEAR}, spread of German municipalities"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"

SECTORS = {"residential": ("households",), "tertiary": ("services", "agriculture")}
"""The cells' sectors with the national sectors that they are. German farms were counted in services for most years."""
STATIONARY = ("households", "services", "agriculture", "industry")
MUNICIPAL = "municipal_buildings"
CARRIERS = {
    "electricity": "electricity",
    "natural_gas": "natural_gas",
    "heating_oil": "heating_oil_and_petroleum",
    "district_heat": "district_heat",
    "biomass": "biomass_solid",
    "solar_thermal": "solar_thermal",
    "ambient_heat": "ambient_heat",
}
"""The carriers with a German spread and what they are called in the national table."""
MUNICIPAL_CARRIERS = ("electricity", "natural_gas", "heating_oil", "district_heat", "biomass")
TOTALS = {"households": ("households",), "commerce": ("services", "agriculture"), "stationary": STATIONARY}
"""The totals over all carriers with a German spread."""

Row = Mapping[str, str]


class Spread(NamedTuple):
    """Low and high end as multiples of the national value."""

    low: float
    high: float


class National:
    """National final energy per inhabitant [MWh], the mean of the recent years for which a sector is complete."""

    def __init__(self, energy: Iterable[Row], population: Iterable[Row], coverage: Iterable[Row]) -> None:
        self._people = {(row["country"], int(row["year"])): float(row["population"]) for row in population}
        self._complete = set(_complete_years(coverage))
        self._mwh: dict[tuple[str, str], dict[tuple[int, str], float]] = {}
        for row in energy:
            of_sector = self._mwh.setdefault((row["country"], row["sector"]), {})
            of_sector[int(row["year"]), row["carrier"]] = float(row["value_mwh"])

    @property
    def countries(self) -> list[str]:
        """The countries with population, alphabetically."""
        return sorted({country for country, _ in self._people})

    def value(self, country: str, sectors: Iterable[str], carrier: str = "") -> float | None:
        """MWh per inhabitant and year of all these sectors; ``None`` where one of them is not known."""
        parts = [self._of_sector(country, sector, carrier) for sector in sectors]
        return None if None in parts else sum(part for part in parts if part is not None)

    def _of_sector(self, country: str, sector: str, carrier: str) -> float | None:
        found = self._mwh.get((country, sector), {})
        known = [
            sum(mwh for (y, c), mwh in found.items() if y == year and carrier in ("", c)) / self._people[country, year]
            for year in range(FIRST_YEAR, LAST_YEAR + 1)
            if (country, sector, year) in self._complete and (country, year) in self._people
        ]
        return sum(known) / len(known) if known else None


def make_bands(source: Path, findings: Path) -> None:
    """Write the table beside the German bands it is made from."""
    tables = ("national_final_energy", "national_population", "national_final_energy_coverage")
    national = National(*(_read(source / f"{name}.csv") for name in tables))
    german = {row["id"]: row for row in _read(findings / "bands.csv") if row["country"] == HOME}
    with (findings / "national_bands.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row for country in national.countries for row in _rows(national, german, country))


def _rows(national: National, german: Mapping[str, Row], country: str) -> Iterator[tuple[str, ...]]:
    for carrier, name in CARRIERS.items():
        spread = _spread(german[carrier], national.value(HOME, STATIONARY, name))
        for sector, sectors in SECTORS.items():
            yield from _row(country, sector, carrier, spread, _common(national, country, sectors, name))
        if carrier in MUNICIPAL_CARRIERS:
            yield from _municipal(national, german, country, carrier)
        yield from _row(country, "*", carrier, spread, _common(national, country, STATIONARY, name))
    for total, sectors in TOTALS.items():
        spread = _spread(german[total], national.value(HOME, sectors))
        yield from _row(country, total, "*", spread, national.value(country, sectors))


def _municipal(national: National, german: Mapping[str, Row], country: str, carrier: str) -> Iterator[tuple[str, ...]]:
    """No single carrier exceeds all municipal energy, which goes with the services of a country."""
    services = national.value(country, ("services",))
    if _common(national, country, ("services",), CARRIERS[carrier]) is not None:
        spread = _spread(german["municipal"], national.value(HOME, ("services",)))
        yield from _row(country, MUNICIPAL, carrier, spread, services)


def _common(national: National, country: str, sectors: Iterable[str], name: str) -> float | None:
    """The national value where the carrier is not rare."""
    names = tuple(sectors)
    own, german = national.value(country, names, name), national.value(HOME, names, name)
    return own if own is not None and german is not None and own >= RARE * german else None


def _spread(row: Row, national: float | None) -> Spread:
    if not national:
        raise ValueError(f"no German national value for {row['id']}")
    return Spread(float(row["low"]) / national, float(row["high"]) / national)


def _row(country: str, sector: str, carrier: str, spread: Spread, national: float | None) -> Iterator[tuple[str, ...]]:
    if national is not None:
        yield country, sector, carrier, f"{national * spread.low:.3g}", f"{national * spread.high:.3g}", SOURCE


def _complete_years(coverage: Iterable[Row]) -> Iterator[tuple[str, str, int]]:
    for row in coverage:
        if row["coverage"] == "complete":
            for year in range(int(row["year_from"]), int(row["year_to"]) + 1):
                yield row["country"], row["sector"], year


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python packaging/make_bands.py SOURCE [OUT]")
    make_bands(
        Path(sys.argv[1]) / "national",
        (Path(sys.argv[2]) if len(sys.argv) == 3 else RESOURCES) / "findings",  # noqa: PLR2004 - argv
    )
