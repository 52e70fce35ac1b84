from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import Indicator
from kbdesk.services import base_data
from kbdesk.services import weathering
from kbdesk.services.project import Project
from tests.services.conftest import CheckState


def test_that_the_national_degree_days_serve_without_any_word(project: Project) -> None:
    found = weathering.corrected_series(project)
    assert found.years
    assert not found.missing
    assert not found.degree_days.own


def test_that_an_assumption_of_the_municipality_takes_the_place_of_the_shipped_one(
    project: Project, check_state: CheckState
) -> None:
    assert weathering.shares(project)["natural_gas"] == 1
    check_state(lambda: weathering.record(project, {"natural_gas": "82,5 %"}, "", ","))
    assert weathering.shares(project)["natural_gas"] == Decimal("0.825")
    assert "weather.natural_gas" in project.inventory.answers
    check_state(lambda: weathering.record(project, {"natural_gas": ""}, "", ","))
    assert weathering.shares(project)["natural_gas"] == 1
    assert "weather.natural_gas" not in project.inventory.answers


def test_that_own_degree_days_need_their_mean(project: Project) -> None:
    year = max(project.results)
    base_data.record_base_datum(project, year, Indicator.HEATING_DEGREE_DAYS, "3190", ".")
    assert weathering.corrected_series(project).degree_days.own_unused
    weathering.record(project, {}, "3781", ".")
    found = weathering.corrected_series(project)
    assert found.degree_days.own
    assert tuple(found.years) == (year,)
    assert year not in found.missing
    assert round(found.years[year].mean / found.years[year].degree_days, 4) == Decimal("1.1853")


@pytest.mark.parametrize(
    ("percent", "mean", "code"),
    [
        ("101", "", "weather.no_share"),
        ("-1", "", "weather.no_share"),
        ("most", "", "number.not_a_number"),
        ("80", "0", "number.not_positive"),
        ("80", "x", "number.not_a_number"),
    ],
)
def test_that_what_is_no_share_or_mean_is_refused_and_nothing_recorded(
    project: Project, percent: str, mean: str, code: str
) -> None:
    before = project.inventory.answers
    with pytest.raises(UserError) as caught:
        weathering.record(project, {"heating_oil": "50", "natural_gas": percent}, mean, ".")
    assert caught.value.code == code
    assert project.inventory.answers == before
