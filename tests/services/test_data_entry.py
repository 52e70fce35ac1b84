"""Entering values."""

from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

GAS = EntryKey(2020, "residential", "natural_gas")
NEW = EntryKey(2023, "residential", "natural_gas")


def test_that_a_quantity_is_kept_as_typed_and_understood_by_the_number_format(
    project: Project, check_state: CheckState
) -> None:
    check_state(lambda: data_entry.record_quantity(project, GAS, " 38.412,5 ", ","))
    entry = project.inventory.entries[GAS]
    assert (entry.text, entry.quantity, entry.origin) == ("38.412,5", Decimal("38412.5"), Origin.TYPED)


def test_that_text_that_is_no_number_stays_as_a_draft_and_makes_the_total_incomplete(
    project: Project, check_state: CheckState
) -> None:
    check_state(lambda: data_entry.record_quantity(project, GAS, "ask the utility", "."))
    entry = project.inventory.entries[GAS]
    assert (entry.text, entry.quantity, entry.is_draft) == ("ask the utility", None, True)
    assert not project.results[2020].complete
    assert any(finding.code == "entry.not_a_number" for finding in project.findings)


def test_that_a_notation_key_takes_the_place_of_a_value_and_undo_brings_it_back(
    project: Project, check_state: CheckState
) -> None:
    value = project.inventory.entries[GAS]
    check_state(lambda: data_entry.record_notation_key(project, GAS, NotationKey.NO))
    assert project.inventory.entries[GAS].text == ""
    project.undo()
    assert project.inventory.entries[GAS] == value


def test_that_a_value_takes_the_place_of_a_notation_key(project: Project, check_state: CheckState) -> None:
    data_entry.record_notation_key(project, NEW, NotationKey.NE)
    check_state(lambda: data_entry.record_quantity(project, NEW, "12", "."))
    assert project.inventory.entries[NEW].notation_key is None


def test_that_a_new_value_takes_the_unit_of_the_year_before(project: Project) -> None:
    data_entry.record_quantity(project, NEW, "39000", ".")
    assert project.inventory.entries[NEW].unit == "MWh"
    lonely = EntryKey(2020, "industry", "heating_oil")
    data_entry.record_quantity(project, lonely, "1200", ".")
    assert project.inventory.entries[lonely].unit == "l"


def test_that_a_unit_typed_behind_the_number_is_taken(project: Project) -> None:
    data_entry.record_quantity(project, NEW, "39 GWh", ".")
    assert (project.inventory.entries[NEW].unit, project.inventory.entries[NEW].quantity) == ("GWh", Decimal(39))


def test_that_an_emptied_field_leaves_nothing_behind(project: Project, check_state: CheckState) -> None:
    data_entry.record_quantity(project, NEW, "12", ".")
    check_state(lambda: data_entry.record_quantity(project, NEW, "", "."))
    assert NEW not in project.inventory.entries
    assert 2023 not in project.results


def test_that_typing_the_same_again_is_no_step(project: Project) -> None:
    before = project.undoable
    assert data_entry.record_quantity(project, GAS, project.inventory.entries[GAS].text, ".") is None
    assert project.undoable == before


@pytest.mark.parametrize(
    "command",
    [
        lambda p: data_entry.record_unit(p, GAS, "kWh_hs"),
        lambda p: data_entry.record_grade(p, GAS, Grade.C),
        lambda p: data_entry.record_grade(p, GAS, None),
        lambda p: data_entry.record_source(p, GAS, "letter of 14 February"),
        lambda p: data_entry.record_note(p, GAS, "without the brewery"),
        lambda p: data_entry.record_parameters(p, GAS, {"hs_kwh_per_m3": Decimal("11.2")}),
        lambda p: data_entry.clear(p, [GAS]),
        lambda p: data_entry.paste(p, {GAS: "1.234,5", NEW: "7"}, ","),
    ],
)
def test_that_every_command_can_be_undone_and_repeated(
    project: Project, check_state: CheckState, command: "object"
) -> None:
    assert callable(command)
    check_state(lambda: command(project))


def test_that_a_pasted_block_is_one_step(project: Project) -> None:
    before = project.inventory
    data_entry.paste(project, {GAS: "1", NEW: "2", NEW._replace(year=2022): " "}, ".")
    assert project.inventory.entries[NEW].origin is Origin.PASTED
    project.undo()
    assert project.inventory == before


def test_that_undo_survives_closing_the_document(project: Project, desk: Desk, tmp_path: Path) -> None:
    before = project.inventory
    data_entry.record_quantity(project, GAS, "1", ".")
    project.close()
    with desk.open(tmp_path / "Town.kbdesk") as again:
        again.undo()
        assert again.inventory == before


@pytest.mark.parametrize(("text", "unit"), [("412.345 m³", "m3"), ("39 000 kWh gross", "kWh_hs"), ("39 MWh", "MWh")])
def test_that_units_are_known_as_they_stand_on_paper(project: Project, text: str, unit: str) -> None:
    data_entry.record_quantity(project, NEW, text, ",")
    assert project.inventory.entries[NEW].unit == unit


@pytest.mark.parametrize("text", ["12o00", "39 furlongs", "412 °C"])
def test_that_words_that_are_no_unit_of_the_cell_make_a_draft(project: Project, text: str) -> None:
    data_entry.record_quantity(project, NEW, text, ".")
    entry = project.inventory.entries[NEW]
    assert (entry.text, entry.quantity) == (text, None)
