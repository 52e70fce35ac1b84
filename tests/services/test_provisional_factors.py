"""A year after the last edition is provisional and says so; a carrier without factor makes the total incomplete."""

import pytest

from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import EntryKey
from kbdesk.services.data_entry import record_quantity
from kbdesk.services.explaining import explain_cell
from kbdesk.services.project import Project
from kbdesk.services.tabulating import overview_rows
from kbdesk.texts.findings import finding_text

POWER = EntryKey(2024, "residential", "electricity")
COOLING = EntryKey(2020, "residential", "district_cooling")


@pytest.mark.parametrize(("language", "word"), [("en", "provisional"), ("de", "vorläufig")])
def test_that_the_factor_of_the_last_year_is_said_to_be_provisional(project: Project, language: str, word: str) -> None:
    texts = project.reference.texts(language)
    record_quantity(project, POWER, "1000 MWh", ".")
    cell = project.cell(POWER)
    assert cell is not None
    assert (cell.factor.status, cell.factor.year_used) == (FactorStatus.PROVISIONAL, 2022)
    told = "\n".join(explain_cell(project, POWER, texts))
    assert word in told
    assert "2022" in told
    (found,) = (f for f in project.findings_of(2024) if f.code == "factor.provisional")
    assert word in finding_text(found, texts).casefold()


def test_that_a_carrier_without_factor_makes_the_total_incomplete_and_not_smaller(project: Project) -> None:
    texts, before = project.reference.texts("en"), project.results[2020].emissions_t
    assert overview_rows(project, [2020], texts)[0][-1] == "yes"
    record_quantity(project, COOLING, "100 MWh", ".")
    after = project.results[2020].emissions_t
    assert (after.value, after.missing) == (before.value, 1)
    assert overview_rows(project, [2020], texts)[0][-1] == "no"
    (found,) = (f for f in project.findings_of(2020) if f.code == "factor.missing")
    assert "no emission factor" in finding_text(found, texts)
