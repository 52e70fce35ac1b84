"""Entering values."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
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


EXPECTED = Entry(NEW, unit="MWh", origin=Origin.CARRIED)


def expect(project: Project, entry: Entry = EXPECTED) -> None:
    project.commit("entry.source", {"year": "2023", "sector": "", "carrier": ""}, [Edit(None, entry)])


def test_that_a_value_typed_where_one_is_expected_is_typed_and_expected_again_once_deleted(
    project: Project, check_state: CheckState
) -> None:
    expect(project)
    check_state(lambda: data_entry.record_quantity(project, NEW, "12", "."))
    assert project.inventory.entries[NEW].origin is Origin.TYPED
    check_state(lambda: data_entry.record_quantity(project, NEW, "", "."))
    assert project.inventory.entries[NEW].is_expected
    data_entry.record_quantity(project, NEW, "13", ".")
    data_entry.record_quantity(project, NEW, "14", ".")
    check_state(lambda: data_entry.clear(project, [NEW]))
    assert project.inventory.entries[NEW] == EXPECTED
    data_entry.clear(project, [NEW])
    assert NEW not in project.inventory.entries


def test_that_a_note_on_an_expected_value_leaves_it_expected(project: Project) -> None:
    expect(project)
    data_entry.record_note(project, NEW, "ask Ms Novak")
    assert project.inventory.entries[NEW].is_expected
    data_entry.record_note(project, NEW, "")
    assert project.inventory.entries[NEW] == EXPECTED


def test_that_a_key_recorded_by_a_person_needs_no_confirming(project: Project) -> None:
    expect(project, replace(EXPECTED, notation_key=NotationKey.NO))
    data_entry.record_notation_key(project, NEW, NotationKey.NO)
    assert project.inventory.entries[NEW].origin is Origin.TYPED


def test_that_one_reason_goes_to_many_cells_in_one_step(project: Project, check_state: CheckState) -> None:
    cells = (GAS, NEW, EntryKey(2020, "industry", "peat"))
    change = check_state(
        lambda: data_entry.record_notation_keys(project, cells, NotationKey.C, note="one customer only")
    )
    assert dict(change.parameters)["count"] == "3"
    found = [project.inventory.entries[key] for key in cells]
    assert {(e.notation_key, e.note, e.text) for e in found} == {(NotationKey.C, "one customer only", "")}


def test_that_a_value_forgets_where_it_was_contained(project: Project, check_state: CheckState) -> None:
    check_state(lambda: data_entry.record_contained_in(project, GAS, "tertiary/natural_gas"))
    entry = project.inventory.entries[GAS]
    assert (entry.notation_key, entry.contained_in, entry.text) == (NotationKey.IE, "tertiary/natural_gas", "")
    check_state(lambda: data_entry.record_quantity(project, GAS, "5", "."))
    assert project.inventory.entries[GAS].contained_in == ""
    check_state(lambda: data_entry.record_notation_keys(project, [GAS], NotationKey.IE, contained_in="tertiary"))
    assert project.inventory.entries[GAS].contained_in == "tertiary"
    check_state(lambda: data_entry.record_notation_key(project, GAS, NotationKey.NE))
    assert project.inventory.entries[GAS].contained_in == ""


@pytest.mark.parametrize("where", ["residential", "residential/natural_gas"])
def test_that_nothing_is_contained_in_itself(project: Project, where: str) -> None:
    with pytest.raises(UserError) as refused:
        data_entry.record_contained_in(project, GAS, where)
    assert refused.value.code == "entry.contained_in_itself"


def test_that_source_and_note_are_taken_from_other_cells_but_never_numbers(
    project: Project, check_state: CheckState
) -> None:
    first, second = EntryKey(2020, "tertiary", "electricity"), EntryKey(2020, "tertiary", "natural_gas")
    data_entry.record_source(project, GAS, "Gas letter")
    data_entry.record_note(project, first, "own note")
    check_state(lambda: data_entry.fill(project, {first: GAS, second: GAS, NEW: EntryKey(2020, "rail", "diesel")}))
    entries = project.inventory.entries
    assert (entries[first].text, entries[first].source, entries[first].note) == ("6100", "Gas letter", "own note")
    assert (entries[second].text, entries[second].source) == ("", "Gas letter")
    assert NEW not in entries


def test_that_a_unit_goes_only_where_it_applies(project: Project, check_state: CheckState) -> None:
    check_state(lambda: data_entry.record_units(project, [GAS, EntryKey(2020, "tertiary", "electricity")], "m3"))
    assert project.inventory.entries[GAS].unit == "m3"
    assert project.inventory.entries[EntryKey(2020, "tertiary", "electricity")].unit == "MWh"


def test_that_grades_and_sources_go_to_many_cells(project: Project, check_state: CheckState) -> None:
    cells = (GAS, EntryKey(2020, "tertiary", "electricity"))
    check_state(lambda: data_entry.record_grades(project, cells, Grade.B))
    check_state(lambda: data_entry.record_source_id(project, cells, "s1"))
    assert {(project.inventory.entries[key].grade, project.inventory.entries[key].source_id) for key in cells} == {
        (Grade.B, "s1")
    }


def test_that_each_column_of_a_block_has_its_own_decimal_mark(project: Project, check_state: CheckState) -> None:
    other, third = EntryKey(2020, "tertiary", "natural_gas"), EntryKey(2020, "tertiary", "biomass")
    marks = {GAS: ",", other: "."}
    check_state(lambda: data_entry.paste(project, {GAS: "1.234", other: "1.234"}, marks, {third: NotationKey.NO}))
    entries = project.inventory.entries
    assert (entries[GAS].quantity, entries[other].quantity) == (Decimal(1234), Decimal("1.234"))
    assert entries[third].notation_key is NotationKey.NO


def test_that_choosing_the_unit_takes_a_number_whose_words_were_no_unit(
    project: Project, check_state: CheckState
) -> None:
    wood = EntryKey(2022, "residential", "biomass")
    data_entry.record_quantity(project, wood, "900 Rm", ",")
    assert project.inventory.entries[wood].is_draft
    assert "entry.words_unknown" in {finding.code for finding in project.findings_of(2022)}
    check_state(lambda: data_entry.record_unit(project, wood, "rm_beech", ","))
    entry = project.inventory.entries[wood]
    assert (entry.text, entry.quantity, entry.unit) == ("900 Rm", Decimal(900), "rm_beech")
    cell = project.cell(wood)
    assert cell is not None
    assert cell.energy_mwh == Decimal("1845.00")


def test_that_choosing_the_unit_makes_no_number_of_words_alone_or_of_thousands_in_words(project: Project) -> None:
    for text in ("about 900", "9 Tsd."):
        data_entry.record_quantity(project, GAS, text, ",")
        data_entry.record_unit(project, GAS, "kWh_hs", ",")
        assert project.inventory.entries[GAS].quantity is None


def test_that_bills_typed_as_a_sum_are_added_and_kept_as_typed(project: Project, check_state: CheckState) -> None:
    key = EntryKey(2020, "residential", "heating_oil")
    check_state(lambda: data_entry.record_quantity(project, key, "1.200 + 340,5 MWh", ","))
    found = project.inventory.entries[key]
    assert (found.text, found.quantity, found.unit) == ("1.200 + 340,5 MWh", Decimal("1540.5"), "MWh")
    data_entry.record_quantity(project, key, "10 - 20", ",")
    assert project.inventory.entries[key].is_draft
