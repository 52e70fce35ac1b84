"""Missing inhabitants are filled in one step, marked as estimates, and give way to what is typed."""

from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.services import base_data
from kbdesk.services import inhabitants
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

PEOPLE = Indicator.POPULATION
ESTIMATE_2020 = "Estimate: inhabitants of 2020, scaled with the national series"


def filled(project: Project, *years: int, language: str = "en") -> None:
    inhabitants.fill(project, inhabitants.plan(project, years, project.reference.texts(language)))


def test_that_the_years_between_are_filled_in_one_step(project: Project, check_state: CheckState) -> None:
    texts = project.reference.texts("en")
    first, last = inhabitants.proposed_years(project)
    assert (first, last) == (2010, 2020)
    planned = inhabitants.plan(project, range(first, last + 1), texts)
    change = check_state(lambda: inhabitants.fill(project, planned))
    assert dict(change.parameters)["years"] == "2011–2019"
    base = project.inventory.base_data
    assert base[2010, PEOPLE].source == base[2020, PEOPLE].source == "register"
    assert base[2019, PEOPLE].source == ESTIMATE_2020
    assert Decimal(6000) < base[2019, PEOPLE].value < Decimal(6060)


def test_that_a_typed_number_is_no_estimate_any_more_and_stays(project: Project) -> None:
    filled(project, 2019)
    base_data.record_base_datum(project, 2019, PEOPLE, "6001", ".")
    assert project.inventory.base_data[2019, PEOPLE].source == ""
    filled(project, 2019)
    assert project.inventory.population(2019) == Decimal(6001)


def test_that_estimates_are_renewed_whatever_language_they_were_made_in(project: Project) -> None:
    filled(project, 2019, language="de")
    base_data.record_base_datum(project, 2020, PEOPLE, "12060", ".")
    filled(project, 2019)
    found = project.inventory.base_data[2019, PEOPLE]
    assert found.source == ESTIMATE_2020
    assert found.value > Decimal(11_900)


def test_that_the_list_of_municipalities_is_the_start_where_nothing_is_known(desk: Desk, tmp_path: Path) -> None:
    town = Municipality("DE", "Dudenhofen", "07338007", 1990, "bisko")
    with desk.create(tmp_path / "Town.kbdesk", town) as project:
        filled(project, 1990, 2020)
        base = project.inventory.base_data
        assert base[2020, PEOPLE].source == "List of European municipalities (Eurostat LAU 2020)"
        assert base[1990, PEOPLE].source == ESTIMATE_2020


def test_that_a_country_without_a_series_is_said(desk: Desk, tmp_path: Path) -> None:
    with desk.create(tmp_path / "Town.kbdesk", Municipality("AD", "Canillo", "", 1990, "bisko")) as project:
        texts = project.reference.texts("en")
        with pytest.raises(UserError) as refused:
            inhabitants.plan(project, [2020], texts)
        assert "AD" in texts.error(refused.value)
