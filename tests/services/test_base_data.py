"""Base data, local factors, published results, rules."""

from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.services import base_data
from kbdesk.services.project import Project
from tests.services.conftest import CheckState


def test_that_inhabitants_change_the_value_per_inhabitant(project: Project, check_state: CheckState) -> None:
    before = project.results[2020].emissions_t_per_inhabitant
    check_state(lambda: base_data.record_base_datum(project, 2020, Indicator.POPULATION, "12.060", ",", "register"))
    after = project.results[2020].emissions_t_per_inhabitant
    assert before is not None
    assert after == before / 2


def test_that_a_datum_can_be_deleted(project: Project, check_state: CheckState) -> None:
    check_state(lambda: base_data.record_base_datum(project, 2020, Indicator.POPULATION, "", "."))
    assert project.results[2020].emissions_t_per_inhabitant is None


@pytest.mark.parametrize("text", ["none", "0", "-5"])
def test_that_text_that_is_no_positive_number_is_refused_in_a_sentence(project: Project, text: str) -> None:
    with pytest.raises(UserError) as refused:
        base_data.record_base_datum(project, 2020, Indicator.POPULATION, text, ".")
    assert text in project.reference.texts("de").error(refused.value)


def test_that_a_local_factor_goes_before_the_set(project: Project, check_state: CheckState) -> None:
    key = EntryKey(2020, "residential", "natural_gas")
    check_state(lambda: base_data.record_local_factor(project, 2020, "natural_gas", "0,2", ",", "utility"))
    cell = project.cell(key)
    assert cell is not None
    assert (cell.factor.t_per_mwh, cell.factor.source) == (Decimal("0.2"), "utility")


def test_that_a_published_total_becomes_a_support_year(project: Project, check_state: CheckState) -> None:
    check_state(lambda: base_data.record_published_total(project, 1990, "50.000", ",", "report"))
    assert next((s.year, s.published) for s in project.supports) == (1990, True)


def test_that_another_factor_set_changes_results_and_can_be_undone(project: Project, check_state: CheckState) -> None:
    before = project.results[2020].emissions_t
    check_state(lambda: base_data.change_rules(project, factor_set="com-ipcc-co2-2024"))
    assert project.results[2020].emissions_t != before
    project.undo()
    assert project.results[2020].emissions_t == before
    with pytest.raises(UserError):
        base_data.change_rules(project, factor_set="none")
