"""Start inventories of real municipalities are plausible beside their countries, and say what they lack.

The list of municipalities gives the inhabitants (Eurostat LAU 2020). 2019 is the year that all countries have complete.
Final energy per inhabitant must be that of Eurostat ``ten00124`` (2019, April 2022), which was not used for the start
values; less a little, as it counts domestic flights and places nothing in the codebook for them. Emissions per
inhabitant must be near the territorial fossil CO2 of the Global Carbon Project (2018, edition of December 2020): that
counts cement and not the fuel chain nor imported electricity, so that 15 % are allowed.
"""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.models.national import read_population
from kbdesk.services.base_data import record_base_datum
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.starting import fill
from kbdesk.services.starting import gap_lines
from kbdesk.services.starting import plan

YEAR = 2019
YEARS = range(1990, 2024)
ENERGY_BAND = (Decimal("0.97"), Decimal("1.01"))
EMISSIONS_BAND = (Decimal("0.85"), Decimal("1.15"))
COUNTRIES = {
    "AT": ("305027232", "7.746"),
    "DE": ("2335354497", "9.131"),
    "FR": ("1618096658", "5.199"),
    "HU": ("208986902", "5.136"),
    "IT": ("1315579494", "5.576"),
}
"""Final energy 2019 [MWh] and fossil CO2 per inhabitant 2018 [t], see above."""


class Town(NamedTuple):
    country: str
    code: str
    name: str
    inhabitants: int
    gaps: int
    gap: str
    """Of the sentences about gaps how many there are, and how the first begins."""


TOWNS = [
    Town("DE", "07338007", "Dudenhofen", 6061, 1, "Agriculture 1999–2017: not filled. "),
    Town("DE", "07331003", "Alzey, Stadt", 18627, 1, "Agriculture 1999–2017: not filled. "),
    Town("FR", "62528", "Loos-en-Gohelle", 6751, 0, ""),
    Town("IT", "021011", "Bressanone/Brixen", 22572, 3, "Agriculture 2023: electricity only"),
    Town("AT", "10405", "Güssing", 3667, 1, "Road transport 1990–2023: filled with care. "),
    Town("HU", "20127", "Tata", 23465, 8, "Agriculture 1990–1999, 2016–2018, 2020–2023: electricity only"),
]


def made(desk: Desk, folder: Path, town: Town) -> Project:
    """A document of the town."""
    factor_set = desk.reference.factors.default_for(town.country)
    return desk.create(
        folder / "Town.kbdesk", Municipality(town.country, town.name, town.code, YEARS[0], factor_set, "en")
    )


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.name)
def test_that_a_municipality_starts_as_its_country_is(desk: Desk, tmp_path: Path, town: Town) -> None:
    found = desk.reference.municipalities.find(town.country, town.code)
    assert found is not None
    assert (found.name, found.population) == (town.name, town.inhabitants)
    people = read_population(desk.reference.resources / "national", town.country)[YEAR]
    energy, co2 = map(Decimal, COUNTRIES[town.country])
    with made(desk, tmp_path, town) as project:
        fill(project, plan(project, YEARS, project.reference.texts("en")))
        result = project.results[YEAR]
        assert result.population is not None
        assert result.energy_mwh.value is not None
        assert result.emissions_t_per_inhabitant is not None
        low, high = ENERGY_BAND
        assert low <= result.energy_mwh.value / result.population / (energy / people) <= high
        low, high = EMISSIONS_BAND
        assert low <= result.emissions_t_per_inhabitant / co2 <= high
        assert list(project.results) == list(YEARS)
        assert all(cell.entry.grade is Grade.D for cell in result.cells if cell.energy_mwh is not None)


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.name)
def test_that_what_the_national_tables_lack_is_listed_and_makes_the_year_incomplete(
    desk: Desk, tmp_path: Path, town: Town
) -> None:
    with made(desk, tmp_path, town) as project:
        texts = project.reference.texts("en")
        planned = plan(project, YEARS, texts)
        fill(project, planned)
        lines = gap_lines(planned.gaps, texts)
        assert len(set(lines)) == len(lines) == town.gaps
        assert next(iter(lines), "").startswith(town.gap)
        partly = {gap.year for gap in planned.gaps if gap.code == "start.electricity_only"}
        assert not any(project.results[year].complete for year in partly)


def test_that_recorded_inhabitants_go_before_the_list(desk: Desk, tmp_path: Path) -> None:
    with made(desk, tmp_path, TOWNS[0]) as project:
        record_base_datum(project, 2020, Indicator.POPULATION, "6030", ".", "register")
        fill(project, plan(project, YEARS, project.reference.texts("en")))
        assert project.inventory.population(2020) == 6030
        nearby = project.inventory.population(2019)
        assert nearby is not None
        assert abs(nearby - 6030) < 30
