"""The national average beside a value: per inhabitant, of the nearest year, with its source."""

import pytest

from kbdesk.models.inventory import EntryKey
from kbdesk.models.national import read_national
from kbdesk.paths import resources_dir
from kbdesk.services.comparing_nationally import average_sentence
from kbdesk.services.comparing_nationally import average_text
from kbdesk.services.comparing_nationally import national_average
from kbdesk.services.project import Project
from kbdesk.services.starting import fill
from kbdesk.services.starting import plan

GAS = EntryKey(2020, "residential", "natural_gas")
LATER = GAS._replace(year=2031)


def test_that_the_average_is_the_national_energy_by_the_national_inhabitants(project: Project) -> None:
    tables = read_national(resources_dir() / "national", "DE")
    assert tables is not None
    national = sum(
        row.energy_mwh
        for row in tables.energy
        if row.year == 2020 and tables.place(row.sector, row.carrier) == ("residential", "natural_gas")
    )
    found = national_average(project, GAS)
    assert found is not None
    assert found.mwh_per_inhabitant == national / tables.population[2020]
    assert (found.year, found.country) == (2020, "DE")


def test_that_a_start_value_is_the_average(project: Project) -> None:
    """Both are read from the same tables: scaled to the inhabitants, the start value is the average."""
    texts = project.reference.texts("en")
    fill(project, plan(project, [2019], texts))
    population = project.inventory.population(2019)
    assert population is not None
    filled = [cell for cell in project.results[2019].cells if cell.energy_mwh]
    assert filled
    for cell in filled:
        average = national_average(project, cell.key)
        assert average is not None
        assert cell.energy_mwh is not None
        assert float(cell.energy_mwh / population) == pytest.approx(
            float(average.mwh_per_inhabitant), rel=1e-2, abs=1e-6
        )


def test_that_the_nearest_year_serves_and_is_said(project: Project) -> None:
    texts = project.reference.texts("en")
    said = average_sentence(project, LATER, texts)
    found = national_average(project, LATER)
    assert found is not None
    assert found.year < 2031
    assert f"(DE {found.year})" in said
    assert "kWh per inhabitant" in said
    assert "Eurostat" in said
    assert average_text(project, GAS, texts).startswith("national average ")


def test_that_there_is_nothing_where_the_country_or_the_cell_has_none(project: Project) -> None:
    texts = project.reference.texts("en")
    for place in (("street_lighting", "electricity"), ("residential", "hydrogen"), ("waste", "direct")):
        assert average_text(project, EntryKey(2020, *place), texts) == ""
        assert average_sentence(project, EntryKey(2020, *place), texts) == ""
    assert project.reference.national_averages("XX").find(GAS) is None
