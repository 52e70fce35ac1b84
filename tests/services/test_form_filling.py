"""How far a form is, what a value's state is, and a value with its unit and source in one step."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Edit
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.second_looks import SecondLook
from kbdesk.services import data_entry
from kbdesk.services import form_filling
from kbdesk.services import sources
from kbdesk.services.desk import Desk
from kbdesk.services.form_filling import ValueState
from kbdesk.services.form_filling import value_state
from kbdesk.services.project import Project
from tests.builders import DUDENHOFEN

YEAR = 2022
POWER = EntryKey(YEAR, "residential", "electricity")
GAS = EntryKey(YEAR, "residential", "natural_gas")


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A new document."""
    with desk.create(tmp_path / "New.kbdesk", DUDENHOFEN) as created:
        yield created


def form(project: Project, form_id: str) -> EntryForm:
    return next(each for each in project.reference.forms if each.id == form_id)


def warning(level: Level = Level.WARNING) -> Finding:
    return Finding(level, "entry.negative", *POWER)


def test_that_an_empty_value_is_missing_only_where_it_is_asked_for(project: Project) -> None:
    assert value_state(project, POWER) is ValueState.MISSING
    assert value_state(project, POWER, asked=False) is ValueState.EMPTY


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (NotationKey.NO, ValueState.ABSENT),
        (NotationKey.NE, ValueState.UNKNOWN),
        (NotationKey.IE, ValueState.ELSEWHERE),
        (NotationKey.C, ValueState.CONFIDENTIAL),
    ],
)
def test_that_a_reason_is_a_state_and_one_carried_forward_is_asked_again(
    project: Project, key: NotationKey, state: ValueState
) -> None:
    data_entry.record_notation_key(project, POWER, key)
    assert value_state(project, POWER) is state
    entry = project.inventory.entries[POWER]
    project.commit("entry.fill", {}, [Edit(entry, replace(entry, origin=Origin.CARRIED))])
    assert value_state(project, POWER) is ValueState.CARRIED


def test_that_what_the_guide_said_does_not_exist_needs_no_confirming(project: Project) -> None:
    project.commit("entry.fill", {}, [Edit(None, Answer("card.gas_grid", NO))])
    assert value_state(project, GAS) is ValueState.ABSENT
    data_entry.record_quantity(project, POWER, "1", ".")
    assert project.inventory.entries[GAS].origin is Origin.CARRIED
    assert value_state(project, GAS) is ValueState.ABSENT


def test_that_a_value_is_judged_by_its_findings_and_the_second_look(project: Project) -> None:
    data_entry.record_quantity(project, POWER, "9 800", ".")
    assert value_state(project, POWER) is ValueState.ENTERED
    assert value_state(project, POWER, [warning()]) is ValueState.WARNED
    assert value_state(project, POWER, [warning(Level.ERROR)]) is ValueState.WRONG
    assert value_state(project, POWER, [warning(Level.NOTE)]) is ValueState.ENTERED
    data_entry.record_quantity(project, POWER, "about 9", ".")
    assert value_state(project, POWER) is ValueState.DRAFT


def test_that_a_second_look_is_a_state(project: Project) -> None:
    data_entry.record_quantity(project, POWER, "9 800", ".")
    look = SecondLook(YEAR, "residential", "A. Tester", project.today().isoformat())
    project.commit("entry.fill", {}, [Edit(None, look)])
    assert value_state(project, POWER) is ValueState.CHECKED


def test_that_progress_counts_what_is_asked_and_what_is_to_check(project: Project) -> None:
    heat = form(project, "heat_network")
    before = form_filling.progress_of(project, heat, YEAR)
    assert (before.missing, before.asked, before.absent) == (4, 4, False)
    data_entry.record_quantity(project, EntryKey(YEAR, "residential", "district_heat"), "12", ".")
    data_entry.record_notation_key(project, EntryKey(YEAR, "residential", "local_heat"), NotationKey.NE)
    after = form_filling.progress_of(project, heat, YEAR)
    assert (after.missing, after.open, after.entered) == (2, 1, 1)


def test_that_a_form_of_which_nothing_exists_is_absent(project: Project) -> None:
    project.commit("entry.fill", {}, [Edit(None, Answer("card.district_heat", NO))])
    assert form_filling.progress_of(project, form(project, "heat_network"), YEAR).absent
    assert not form_filling.progress_of(project, form(project, "households"), YEAR).absent


def test_that_the_unit_is_that_of_last_year_then_of_the_form_then_of_the_carrier(project: Project) -> None:
    oil = EntryKey(YEAR, "residential", "heating_oil")
    assert form_filling.form_unit(project, form(project, "chimney_sweep"), oil) == "MWh"
    assert form_filling.form_unit(project, form(project, "households"), oil) == "l"
    data_entry.record_quantity(project, oil._replace(year=2020), "3 GJ", ".")
    assert form_filling.form_unit(project, form(project, "chimney_sweep"), oil) == "GJ"
    assert form_filling.form_unit(project, None, GAS) == ""


def test_that_a_value_is_recorded_with_unit_source_and_grade_in_one_step(project: Project) -> None:
    kind = next(each for each in project.reference.source_kinds.values() if each.grade is Grade.A)
    source = sources.new_source(project, supplier="Stadtwerke", kind=kind.id)
    sources.add_source(project, source)
    form_filling.fill_in(project, POWER, "9 800", ".", "MWh", source.id)
    entry = project.inventory.entries[POWER]
    assert (entry.quantity, entry.unit) == (Decimal(9800), "MWh")
    assert (entry.source_id, entry.grade) == (source.id, Grade.A)
    form_filling.fill_in(project, POWER, "", ".", "MWh", source.id)
    project.undo()
    assert project.inventory.entries[POWER] == entry
    project.undo()
    assert POWER not in project.inventory.entries


def test_that_a_grade_given_by_a_person_stays(project: Project) -> None:
    kind = next(each for each in project.reference.source_kinds.values() if each.grade is Grade.A)
    source = sources.new_source(project, supplier="Stadtwerke", kind=kind.id)
    sources.add_source(project, source)
    data_entry.record_grade(project, POWER, Grade.C)
    form_filling.fill_in(project, POWER, "9 800", ".", "MWh", source.id)
    assert project.inventory.entries[POWER].grade is Grade.C


@pytest.mark.parametrize(
    ("text", "basis", "unit"),
    [("412", "gross", "kWh_hs"), ("412 MWh", "gross", "MWh_hs"), ("412 kWh", "net", "kWh"), ("412 MWh", "net", "MWh")],
)
def test_that_the_basis_keeps_the_size_that_was_typed(project: Project, text: str, basis: str, unit: str) -> None:
    data_entry.record_quantity(project, GAS, text, ".")
    assert value_state(project, GAS) is ValueState.BASIS
    form_filling.say_basis(project, [GAS, POWER], gross=basis == "gross")
    assert project.inventory.entries[GAS] == Entry(GAS, text, Decimal(412), unit)
    assert value_state(project, GAS) is ValueState.ENTERED
