"""The guide without its window: cards that say what does not exist, numbers, how far one is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.absences import Card
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.services import beginning
from kbdesk.services import data_entry
from kbdesk.services import guiding
from kbdesk.services.first_result import first_result
from kbdesk.services.history import describe
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

GAS = EntryKey(2020, "residential", "natural_gas")
HEAT = EntryKey(2020, "residential", "district_heat")
NEW = EntryKey(2023, "residential", "electricity")


def card(project: Project, card_id: str) -> Card:
    return next(each for each in project.reference.cards if each.id == card_id)


def key_of(project: Project, key: EntryKey) -> NotationKey | None:
    entry = project.inventory.entries.get(key)
    return entry.notation_key if entry else None


def test_that_no_sets_the_key_in_every_place_of_every_year_in_one_step(
    project: Project, check_state: CheckState
) -> None:
    heat = card(project, "district_heat")
    check_state(lambda: guiding.answer_card(project, heat, "no"))
    for year in (2010, 2020):
        assert all(key_of(project, EntryKey(year, *place)) is NotationKey.NO for place in heat.places)
    project.undo()
    assert not any(place.carrier == "district_heat" for place in project.inventory.entries)
    assert project.inventory.answer(heat.answer_id) == ""


def test_that_no_leaves_values_other_keys_and_notes_and_says_so(project: Project) -> None:
    noted = EntryKey(2020, "industry", "natural_gas")
    unknown = EntryKey(2020, "tertiary", "natural_gas")
    data_entry.record_note(project, noted, "ask again")
    data_entry.record_notation_key(project, unknown, NotationKey.NE)
    before = {key: project.inventory.entries[key] for key in (GAS, noted, unknown)}
    gas = card(project, "gas_grid")
    guiding.answer_card(project, gas, "no")
    assert {key: project.inventory.entries[key] for key in before} == before
    stays = set(guiding.kept(project, gas))
    assert stays >= set(before)
    assert all(key.carrier == "natural_gas" for key in stays)
    assert key_of(project, EntryKey(2020, "agriculture", "natural_gas")) is NotationKey.NO


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_that_another_answer_takes_back_what_no_has_set(project: Project, answer: str) -> None:
    heat, before = card(project, "district_heat"), dict(project.inventory.entries)
    guiding.answer_card(project, heat, "no")
    guiding.answer_card(project, heat, answer)
    assert project.inventory.entries == before
    assert not project.absent


def test_that_a_key_edited_since_stays(project: Project) -> None:
    heat = card(project, "district_heat")
    guiding.answer_card(project, heat, "no")
    data_entry.record_note(project, HEAT, "looked up in the plan")
    guiding.answer_card(project, heat, "yes")
    assert key_of(project, HEAT) is NotationKey.NO


def test_that_what_two_cards_say_stays_until_both_say_otherwise(project: Project) -> None:
    place = EntryKey(2020, "industry", "district_heat")
    heat, industry = card(project, "district_heat"), card(project, "industry")
    for each in (heat, industry):
        guiding.answer_card(project, each, "no")
    guiding.answer_card(project, heat, "yes")
    assert key_of(project, place) is NotationKey.NO
    guiding.answer_card(project, industry, "yes")
    assert key_of(project, place) is None


def test_that_a_value_that_is_expected_is_expected_again(project: Project) -> None:
    expected = Entry(HEAT, unit="MWh", origin=Origin.CARRIED)
    project.commit("import", {"file": "x", "count": "1"}, [Edit(None, expected)])
    heat = card(project, "district_heat")
    guiding.answer_card(project, heat, "no")
    assert key_of(project, HEAT) is NotationKey.NO
    guiding.answer_card(project, heat, "unsure")
    assert project.inventory.entries[HEAT] == expected


def test_that_all_cards_answered_no_are_undone_step_by_step(project: Project) -> None:
    states = [project.inventory]
    for each in project.reference.cards:
        guiding.answer_card(project, each, "no")
        states.append(project.inventory)
    for before in reversed(states[:-1]):
        project.undo()
        assert project.inventory == before


def test_that_a_new_year_begins_with_what_does_not_exist(project: Project) -> None:
    guiding.answer_card(project, card(project, "district_heat"), "no")
    number = project.reference.guide_numbers.number("electricity")
    guiding.record_quantity(project, number, NEW, "9800", ".", "MWh")
    assert key_of(project, EntryKey(2023, "residential", "district_heat")) is NotationKey.NO


def test_that_the_same_answer_twice_is_nothing(project: Project) -> None:
    heat = card(project, "district_heat")
    guiding.answer_card(project, heat, "no")
    assert guiding.answer_card(project, heat, "no") is None


def test_that_an_unknown_answer_is_refused(project: Project) -> None:
    with pytest.raises(UserError):
        guiding.answer_card(project, card(project, "coal"), "perhaps")


def test_that_an_answer_is_told_in_the_words_of_the_question(project: Project) -> None:
    change = guiding.answer_card(project, card(project, "coal"), "no")
    assert change is not None
    assert describe(change, project.reference.texts("en")) == "Is coal still burned? – no"


def test_that_a_number_comes_with_unit_and_grade_of_its_letter(project: Project, check_state: CheckState) -> None:
    number = project.reference.guide_numbers.number("wood")
    key = EntryKey(2020, "residential", "biomass")
    check_state(lambda: guiding.record_quantity(project, number, key, "850", ".", "rm_beech"))
    entry = project.inventory.entries[key]
    assert (entry.quantity, entry.unit, entry.grade) == (Decimal(850), "rm_beech", Grade.B)
    data_entry.record_grade(project, key, Grade.C)
    guiding.record_quantity(project, number, key, "900", ".", "rm_beech")
    assert project.inventory.entries[key].grade is Grade.C


def test_that_a_number_typed_where_a_card_said_no_has_a_unit(project: Project) -> None:
    guiding.answer_card(project, card(project, "district_heat"), "no")
    data_entry.record_quantity(project, HEAT, "12", ".")
    assert project.inventory.entries[HEAT].unit == "MWh"


def test_that_a_number_begins_where_it_is_answered_or_can_be(project: Project) -> None:
    buildings = project.reference.guide_numbers.number("municipal_buildings")
    guiding.answer_card(project, card(project, "district_heat"), "no")
    assert guiding.cell_to_show(project, buildings, 2023).carrier == "electricity"
    key = EntryKey(2023, "municipal_buildings", "heating_oil")
    guiding.record_quantity(project, buildings, key, "12000", ".", "l")
    assert guiding.cell_to_show(project, buildings, 2023).carrier == "heating_oil"


def test_that_the_step_of_a_number_is_told_by_the_number_although_it_brings_other_records(project: Project) -> None:
    guiding.answer_card(project, card(project, "agriculture"), "no")
    number = project.reference.guide_numbers.number("electricity")
    change = guiding.record_quantity(project, number, NEW, "9800", ".", "MWh")
    assert change is not None
    assert describe(change, project.reference.texts("en")).endswith("nothing → 9800 MWh")


def test_that_a_number_taken_away_leaves_nothing(project: Project) -> None:
    number = project.reference.guide_numbers.number("wood")
    key = EntryKey(2020, "residential", "biomass")
    guiding.record_quantity(project, number, key, "850", ".", "rm_beech")
    guiding.record_quantity(project, number, key, "", ".", "rm_beech")
    assert key not in project.inventory.entries


def test_that_gross_or_net_gas_is_not_assumed(project: Project) -> None:
    number = project.reference.guide_numbers.number("natural_gas")
    key = EntryKey(2023, "tertiary", "natural_gas")
    guiding.record_quantity(project, number, key, "4467774", ".", "")
    assert project.inventory.entries[key].unit == ""


def test_that_a_reason_takes_the_place_of_a_value_and_is_taken_back(project: Project) -> None:
    guiding.record_key(project, "natural_gas", GAS, NotationKey.NE)
    assert project.inventory.entries[GAS].text == ""
    guiding.record_key(project, "natural_gas", GAS, None)
    assert key_of(project, GAS) is None
    project.undo()
    project.undo()
    assert project.inventory.entries[GAS].text == "38000"


def test_that_pages_are_counted_as_they_are_answered(project: Project) -> None:
    now = guiding.state(project, 2023)
    assert (now.answered, now.begun, now.finished, len(now.pages)) == (0, False, False, 11)
    assert now.first_open == guiding.INHABITANTS
    for each in project.reference.cards:
        guiding.answer_card(project, each, "no")
    now = guiding.state(project, 2023)
    assert now.begun
    assert {page.page for page in now.pages if page.absent} == {"natural_gas", "district_heat"}
    assert guiding.state(project, 2020).pages[2].answered


def test_that_the_guide_goes_on_where_it_was_left(project: Project) -> None:
    assert guiding.resume_page(project, 2023) == guiding.INHABITANTS
    number = project.reference.guide_numbers.number("electricity")
    guiding.record_quantity(project, number, NEW, "9800", ".", "MWh")
    assert project.inventory.answer(guiding.PAGE) == "electricity"
    assert guiding.resume_page(project, 2023) == "natural_gas"


def test_that_a_finished_guide_opens_at_its_result(project: Project) -> None:
    for each in project.reference.cards:
        guiding.answer_card(project, each, "yes")
    for number in project.reference.guide_numbers.numbers:
        guiding.record_key(project, number.id, EntryKey(2020, *number.cells[0].place), NotationKey.NE)
    assert guiding.finished(project, 2020)
    assert guiding.resume_page(project, 2020) == guiding.RESULT


def test_that_the_first_year_is_the_last_full_one(project: Project) -> None:
    assert beginning.first_year(project) == 2020
    data_entry.clear(project, tuple(project.inventory.entries))
    assert beginning.first_year(project) == project.today().year - 1
    assert beginning.is_new(project)


def test_that_the_first_result_says_what_it_rests_on(project: Project) -> None:
    result = first_result(project, 2020)
    whole = project.results[2020].emissions_t.value
    assert whole is not None
    assert result.emissions_t == whole
    assert sum(part.emissions_t for part in result.parts) == whole
    assert result.own_share == 1
    gas = project.inventory.entries[GAS]
    project.commit("import", {"file": "x", "count": "1"}, [Edit(gas, replace(gas, unit="m3"))])
    assert first_result(project, 2020).unknown == (GAS,)
    assert first_result(project, 1999).parts == ()
