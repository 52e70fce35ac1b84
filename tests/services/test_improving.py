from decimal import Decimal

from kbdesk.models.improving import Weakness
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.services import data_entry
from kbdesk.services import improving
from kbdesk.services import years
from kbdesk.services.project import Project

GAS = EntryKey(2020, "residential", "natural_gas")


def test_that_good_data_leave_nothing_to_improve(project: Project) -> None:
    assert improving.to_improve(project, 2020) == ()
    assert improving.to_improve(project, 2015) == ()


def test_that_a_weak_value_is_proposed_with_what_rests_on_it(project: Project) -> None:
    data_entry.record_grade(project, GAS, Grade.D)
    (only,) = improving.to_improve(project, 2020)
    result, cell = project.results[2020], project.cell(GAS)
    assert cell is not None
    assert only.ask.id == "gas_grid"
    assert only.weakness is Weakness.GRADE_D
    assert only.share == (cell.emissions_t or Decimal(0)) / (result.emissions_t.value or Decimal(0))


def test_that_a_year_that_is_just_begun_is_ordered_by_the_year_before(project: Project) -> None:
    years.carry_forward(project, years.plan(project, 2020, [2023]))
    found = improving.to_improve(project, 2023)
    assert {one.weakness for one in found} == {Weakness.MISSING}
    assert sum((one.share for one in found), Decimal(0)).quantize(Decimal("0.001")) == 1
    assert found[0].score >= found[-1].score
    assert improving.last_emissions_t(project, GAS._replace(year=2035)) is None
