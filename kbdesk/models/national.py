"""National final energy and inhabitants, from which a start inventory is scaled. One table a country.

What a table lacks is missing, never zero; ``coverage`` says where all energy carriers of a sector are listed.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.resource_tables import read_table

ANY = "*"
COMPLETE = "complete"


class NationalEnergy(NamedTuple):
    """Final energy [MWh net] of a country, year, national sector and carrier, with the id of its source."""

    year: int
    sector: str
    carrier: str
    energy_mwh: Decimal
    source: str


class Span(NamedTuple):
    """Years of a national sector of which something is said: whether its table is complete, or a weak spot."""

    sector: str
    first_year: int
    last_year: int
    word: str
    text: str = ""

    def holds(self, sector: str, year: int) -> bool:
        """Whether it is about this sector and year."""
        return sector == self.sector and self.first_year <= year <= self.last_year


@dataclass(frozen=True)
class NationalTables:
    """The tables of one country; ``weak_spots`` with the word *no* are not to be used."""

    country: str
    energy: Sequence[NationalEnergy]
    population: Mapping[int, Decimal]
    coverage: Sequence[Span]
    weak_spots: Sequence[Span]
    places: Mapping[tuple[str, str], tuple[str, str]]
    sources: Mapping[str, str]

    def place(self, sector: str, carrier: str) -> tuple[str, str]:
        """Our sector and carrier for the national ones; what is not renamed keeps its name."""
        exact = self.places.get((sector, carrier))
        if exact is not None:
            return exact
        own_sector = self.places.get((sector, ANY), (sector, ANY))[0]
        own_carrier = self.places.get((ANY, carrier), (ANY, carrier))[1]
        return own_sector, own_carrier

    def complete(self, sector: str, year: int) -> bool:
        """Whether every energy carrier of the sector is in the table of the year."""
        return any(span.word == COMPLETE and span.holds(sector, year) for span in self.coverage)

    def weak_spot(self, sector: str, year: int) -> Span | None:
        """What is known to be wrong with the figures of a sector in a year."""
        return next((span for span in self.weak_spots if span.holds(sector, year)), None)


def read_national(folder: Path, country: str) -> NationalTables | None:
    """The tables of a country; ``None`` where there is no table of its energy."""
    path = folder / "energy" / f"{country}.csv"
    if not path.is_file():
        return None
    energy = [
        NationalEnergy(int(r["year"]), r["sector"], r["carrier"], Decimal(r["value_mwh"]), r["source"])
        for r in read_table(path)
    ]
    return NationalTables(
        country=country,
        energy=energy,
        population=read_population(folder, country),
        coverage=[_span(r, "coverage") for r in _of(country, folder / "coverage.csv")],
        weak_spots=[_span(r, "use") for r in _of(country, folder / "weak_spots.csv")],
        places={
            (r["sector"], r["carrier"]): (r["own_sector"], r["own_carrier"])
            for r in read_table(folder / "energy_places.csv")
        },
        sources={r["id"]: r["text"] for r in read_table(folder / "energy_sources.csv")},
    )


def read_population(folder: Path, country: str) -> dict[int, Decimal]:
    """The inhabitants of a country by year; empty where its series is not shipped."""
    return {int(r["year"]): Decimal(r["population"]) for r in _of(country, folder / "population.csv")}


def _of(country: str, path: Path) -> list[dict[str, str]]:
    return [row for row in read_table(path) if row["country"] == country]


def _span(row: Mapping[str, str], word: str) -> Span:
    return Span(row["sector"], int(row["year_from"]), int(row["year_to"]), row[word], row.get("text", ""))
