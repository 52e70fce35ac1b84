"""A preview says what another factor set would change and changes nothing."""

from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.calculation import Total
from kbdesk.services.base_data import change_rules
from kbdesk.services.factor_sets import Shift
from kbdesk.services.factor_sets import preview
from kbdesk.services.project import Project


def test_that_a_total_that_lacks_a_factor_is_not_told_as_a_decrease() -> None:
    whole, lacking = Total(Decimal(1000), 0), Total(Decimal(700), 1)
    assert Shift("2020", whole, lacking).change_t is None
    assert Shift("2020", lacking, whole).change_t is None
    assert Shift("2020", lacking, lacking._replace(value=Decimal(650))).change_t == -50


def test_that_the_preview_is_what_the_change_then_brings(project: Project) -> None:
    before = dict(project.results)
    found = preview(project, "com-lca-co2e-2024", 2020)
    assert dict(project.results) == before
    change_rules(project, factor_set="com-lca-co2e-2024")
    for shift in found.years:
        assert shift.before == before[int(shift.name)].emissions_t
        assert shift.after == project.results[int(shift.name)].emissions_t


def test_that_sectors_sum_to_the_year(project: Project) -> None:
    found = preview(project, "com-lca-co2e-2024", 2010)
    assert found.sector_year == 2010
    (year,) = (shift for shift in found.years if shift.name == "2010")
    assert sum(shift.change_t or 0 for shift in found.sectors) == year.change_t


def test_that_without_the_year_the_latest_one_serves_and_an_unknown_set_is_refused(project: Project) -> None:
    assert preview(project, "com-lca-co2e-2024", 1999).sector_year == 2020
    with pytest.raises(UserError):
        preview(project, "my-own", 2020)
