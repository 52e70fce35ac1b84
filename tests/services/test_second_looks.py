from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.services import second_looks
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

GAS = EntryKey(2020, "residential", "natural_gas")
LOOK = (2020, "residential")


def test_that_a_look_says_who_and_when(project: Project, check_state: CheckState) -> None:
    check_state(lambda: second_looks.check(project, *LOOK))
    look = project.inventory.second_looks[LOOK]
    assert look.who == project.document.who
    assert look.on == project.today().isoformat()


def test_that_every_sector_with_values_can_be_looked_at(project: Project) -> None:
    found = second_looks.looks(project, 2020)
    assert [one.sector for one in found] == [
        "municipal_buildings",
        "street_lighting",
        "tertiary",
        "residential",
        "road_passenger",
    ]
    assert [one.values for one in found] == [2, 1, 1, 3, 2]
    assert not any(one.look for one in found)
    assert second_looks.looks(project, 2015) == ()


def test_that_any_edit_takes_the_look_back_and_undo_brings_it_again(project: Project) -> None:
    second_looks.check(project, *LOOK)
    second_looks.check(project, 2020, "tertiary")
    data_entry.record_note(project, GAS, "asked again")
    assert list(project.inventory.second_looks) == [(2020, "tertiary")]
    project.undo()
    assert set(project.inventory.second_looks) == {LOOK, (2020, "tertiary")}
    project.redo()
    assert project.document.read_inventory().second_looks == project.inventory.second_looks
    assert LOOK not in project.inventory.second_looks


def test_that_a_look_can_be_taken_back(project: Project, check_state: CheckState) -> None:
    assert second_looks.take_back(project, *LOOK) is None
    second_looks.check(project, *LOOK)
    check_state(lambda: second_looks.take_back(project, *LOOK))
    assert not project.inventory.second_looks


def test_that_errors_are_said_but_prevent_no_look(project: Project) -> None:
    data_entry.record_quantity(project, GAS, "-5", ".")
    assert next(one.errors for one in second_looks.looks(project, 2020) if one.sector == "residential") > 0
    second_looks.check(project, *LOOK)
    assert LOOK in project.inventory.second_looks
