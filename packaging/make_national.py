"""Makes the tables of national values in ``resources/national`` from the collected ones.

    python packaging/make_national.py SOURCE [OUT]

SOURCE is the collected folder ``national/``; OUT is ``resources/national``. A country is a table of its own: a start
inventory reads one. What was decided by hand (places, weak spots, names of sources) stands in OUT already and stays.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from make_resources import RESOURCES
from make_resources import read
from make_resources import write

ENERGY_COLUMNS = ("year", "sector", "carrier", "value_mwh", "source")
COVERAGE_COLUMNS = ("country", "sector", "year_from", "year_to", "coverage")
POPULATION_COLUMNS = ("country", "year", "population")
DEGREE_DAY_COLUMNS = ("country", "year", "hdd", "source")
_SUM = "EU27"
"""The sum over the countries is no country."""


def main(source: Path, out: Path) -> None:
    """Make the tables."""
    by_country: dict[str, list[Mapping[str, str]]] = {}
    for row in read(source / "national_final_energy.csv"):
        by_country.setdefault(row["country"], []).append(row)
    for country, rows in by_country.items():
        if country != _SUM:
            write(out / "energy" / f"{country}.csv", ENERGY_COLUMNS, rows)
    coverage = [row for row in read(source / "national_final_energy_coverage.csv") if row["country"] != _SUM]
    write(out / "coverage.csv", COVERAGE_COLUMNS, coverage)
    population = [row for row in read(source / "national_population.csv") if row["country"] != _SUM]
    write(out / "population.csv", POPULATION_COLUMNS, population)
    degree_days = [row for row in read(source / "heating_degree_days.csv") if row["country"] != _SUM]
    write(out / "heating_degree_days.csv", DEGREE_DAY_COLUMNS, degree_days)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python packaging/make_national.py SOURCE [OUT]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else RESOURCES / "national")  # noqa: PLR2004 - argv
