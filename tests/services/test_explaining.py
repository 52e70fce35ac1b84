"""Explanations and history in words."""

from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.services.explaining import echo
from kbdesk.services.explaining import explain_cell
from kbdesk.services.history import describe
from kbdesk.services.history import history_of
from kbdesk.services.history import undo_text
from kbdesk.services.project import Project

GAS = EntryKey(2020, "residential", "natural_gas")


def test_that_a_gas_volume_is_explained_step_by_step(project: Project) -> None:
    data_entry.record_quantity(project, GAS, "412.345", ",")
    data_entry.record_unit(project, GAS, "m3")
    data_entry.record_parameters(project, GAS, {"hs_kwh_per_m3": Decimal("11.2"), "state_number": Decimal("0.9674")})
    said = "\n".join(explain_cell(project, GAS, project.reference.texts("de")))
    for part in ("412.345", "0,9674", "0,0112", "0,902", "0,247"):
        assert part in said
    assert echo(project, GAS, project.reference.texts("de")).startswith("= 4.030 MWh · 668")


def test_that_a_missing_parameter_leaves_the_energy_unknown(project: Project) -> None:
    data_entry.record_unit(project, GAS, "m3")
    cell = project.cell(GAS)
    assert cell is not None
    assert cell.energy_mwh is None
    assert echo(project, GAS, project.reference.texts("en")) == ""
    assert any(finding.code == "entry.parameter_missing" for finding in project.findings)


def test_that_an_empty_cell_cannot_be_explained(project: Project) -> None:
    with pytest.raises(UserError):
        explain_cell(project, GAS._replace(year=1999), project.reference.texts("en"))


def test_that_the_history_of_a_value_names_both_sides_of_every_change(project: Project) -> None:
    data_entry.record_quantity(project, GAS, "412", ".")
    data_entry.record_quantity(project, GAS, "421", ".")
    texts = project.reference.texts("en")
    assert "412" in undo_text(project, texts)
    assert "421" in undo_text(project, texts)
    newest = history_of(project, GAS, texts)[0]
    assert "412 MWh → 421 MWh" in newest


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_action_has_words_in_every_language(project: Project, language: str) -> None:
    texts = project.reference.texts(language)
    change = data_entry.record_quantity(project, GAS, "412", ".")
    assert change is not None
    assert "412" in describe(change, texts)
