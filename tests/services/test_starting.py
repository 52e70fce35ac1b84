"""A start inventory is plausible beside the country it is scaled from, and says what it lacks."""

from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.models.national import read_national
from kbdesk.services.desk import Desk
from kbdesk.services.starting import fill
from kbdesk.services.starting import gap_lines
from kbdesk.services.starting import plan

YEAR = 2021
TOWNS = [
    ("DE", "Dudenhofen", "07338007", "bisko"),
    ("DE", "Alzey", "07331003", "bisko"),
    ("FR", "Commune", "", "com-lca-co2e-2024"),
    ("IT", "Comune", "", "com-lca-co2e-2024"),
    ("AT", "Gemeinde", "", "com-lca-co2e-2024"),
    ("HU", "Község", "", "com-lca-co2e-2024"),
]


@pytest.mark.parametrize(("country", "name", "code", "factor_set"), TOWNS)
def test_that_energy_per_inhabitant_is_that_of_the_country_and_gaps_are_listed(
    desk: Desk, tmp_path: Path, country: str, name: str, code: str, factor_set: str
) -> None:
    tables = read_national(desk.reference.resources / "national", country)
    assert tables is not None
    town = Municipality(country, name, code, 1990, factor_set)
    with desk.create(tmp_path / "Town.kbdesk", town) as project:
        people = BaseDatum(2020, Indicator.POPULATION, Decimal(6030), "register")
        project.commit("base.datum", {}, [Edit(None, people)])
        texts = project.reference.texts("en")
        planned = plan(project, range(1990, 2024), texts)
        fill(project, planned)
        result = project.results[YEAR]
        population = project.inventory.population(YEAR)
        assert population is not None
        assert result.energy_mwh.value is not None
        national = sum(row.energy_mwh for row in tables.energy if row.year == YEAR) / tables.population[YEAR]
        own = result.energy_mwh.value / population
        assert Decimal("0.7") * national <= own <= Decimal("1.02") * national
        assert 10 <= own <= 40
        assert result.emissions_t_per_inhabitant is not None
        assert 2 <= result.emissions_t_per_inhabitant <= 12
        assert all(cell.entry.grade is Grade.D for cell in result.cells if cell.energy_mwh is not None)
        lines = gap_lines(planned.gaps, texts)
        assert bool(lines) == bool(planned.gaps)
        assert len(set(lines)) == len(lines)
