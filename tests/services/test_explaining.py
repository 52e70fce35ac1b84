"""Explanations and history in words."""

from datetime import date
from decimal import Decimal

import pytest

from kbdesk.errors import UserError
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.services import deadlines
from kbdesk.services import declaring
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
    assert "\n412.345 m³ × 0,9674 × 11,2 kWh/m³ × 0,902 = 4.029,8731514272 MWh\n" in said
    assert "0,247" in said
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


def lines(project: Project, key: EntryKey = GAS) -> tuple[str, ...]:
    """The history without day, time and person."""
    return tuple(line.partition(": ")[2] for line in history_of(project, key, project.reference.texts("en")))


def test_that_the_history_names_the_field_that_changed_and_no_equal_quantities(project: Project) -> None:
    data_entry.record_grade(project, GAS, Grade.B)
    data_entry.record_note(project, GAS, "estimated")
    data_entry.record_source(project, GAS, "letter")
    data_entry.record_unit(project, GAS, "m3")
    data_entry.record_parameters(project, GAS, {"hs_kwh_per_m3": Decimal("11.2")})
    project.undo()
    newest, conversion, unit, source, note, grade, first = lines(project)
    assert newest == "taken back: Conversion: Calorific value Hs [kWh/m³] 11.2 → nothing"
    assert conversion == "Conversion: nothing → Calorific value Hs [kWh/m³] 11.2"
    assert unit.startswith("38000 MWh → 38000 m³")
    assert (source, note, grade) == ("Source: nothing → letter", "Note: nothing → estimated", "Data quality: A → B")
    assert first == "nothing → 38000 MWh; Data quality: A"


def test_that_a_source_record_is_told_in_words(project: Project) -> None:
    letter = Source("s1", "Stadtwerke", title="gas letter")
    project.commit("source.add", {"source": "Stadtwerke"}, [Edit(None, letter)])
    data_entry.record_source_id(project, [GAS], "s1", "p. 2")
    assert lines(project)[0] == "Source: nothing → Stadtwerke, gas letter, p. 2"
    assert "Source: Stadtwerke, gas letter, p. 2" in explain_cell(project, GAS, project.reference.texts("en"))


def test_that_a_key_is_told_in_words_with_where_the_value_is_contained(project: Project) -> None:
    data_entry.record_contained_in(project, GAS, "tertiary/natural_gas")
    texts = project.reference.texts("en")
    place = f"{texts.sector('tertiary')}, {texts.carrier('natural_gas')}"
    assert lines(project)[0] == f"38000 MWh → contained elsewhere; Contained in: nothing → {place}"
    assert f"Contained in: {place}" in explain_cell(project, GAS, texts)


def test_that_looks_and_reasons_are_part_of_the_history(project: Project) -> None:
    given = Acknowledgement("entry.jump", *GAS, "38000 MWh", "closure", "the mill", "Anna", "2024-03-05")
    look = SecondLook(2020, "residential", "Jan", "2024-03-06")
    project.commit("finding.acknowledged", {}, [Edit(None, given)])
    project.commit("look.checked", {}, [Edit(None, look)])
    assert lines(project)[:2] == ("second look", "acknowledged (Closure or moved away: the mill)")
    data_entry.record_quantity(project, GAS, "39000", ".")
    assert project.inventory.second_looks == {}
    assert lines(project)[:2] == ("38000 MWh → 39000 MWh", "second look")


POWER = GAS._replace(carrier="electricity")


def test_that_the_electricity_of_heat_pumps_is_told_with_its_numbers(project: Project) -> None:
    texts = project.reference.texts("en")
    data_entry.record_quantity(project, GAS._replace(carrier="ambient_heat"), "907.14", ".")
    before = project.results[2020].emissions_t.value
    assert declaring.declare_heat_pumps(project, "yes") is not None
    said = explain_cell(project, POWER, texts)
    needed = (
        "Heat pumps: 907.14 MWh of ambient heat ÷ 3.2 = 283.48125 MWh of electricity, which BISKO counts with the heat."
    )
    assert needed in said
    assert "Taken off here: 9,700 MWh − 283.48125 MWh = 9,416.51875 MWh" in said
    cell = project.cell(POWER)
    assert cell is not None
    assert before is not None
    assert cell.factor.t_per_mwh is not None
    after = project.results[2020].emissions_t.value
    assert after == before - Decimal("283.48125") * cell.factor.t_per_mwh
    project.undo()
    assert project.results[2020].emissions_t.value == before


def test_that_a_declaration_that_is_none_is_not_recorded(project: Project) -> None:
    assert declaring.heat_pumps(project) == declaring.UNDECLARED
    assert declaring.declare_heat_pumps(project, declaring.UNDECLARED) is None
    declaring.declare_heat_pumps(project, "no")
    assert declaring.heat_pumps(project) == "no"
    declaring.declare_heat_pumps(project, declaring.UNDECLARED)
    assert project.inventory.answers == {}
    with pytest.raises(ValueError, match="perhaps"):
        declaring.declare_heat_pumps(project, "perhaps")


def test_that_the_fleet_says_why_it_is_in_no_total(project: Project) -> None:
    texts, key = project.reference.texts("en"), EntryKey(2020, "municipal_fleet", "diesel")
    before = project.results[2020].emissions_t
    data_entry.record_quantity(project, key, "100 MWh", ".")
    apart = "Shown apart: BISKO counts all traffic, and the municipal fleet is part of it. It is in no total."
    assert explain_cell(project, key, texts)[-1] == apart
    assert project.results[2020].emissions_t == before
    base_data.change_rules(project, factor_set="com-lca-co2e-2024")
    assert "Shown apart" not in "\n".join(explain_cell(project, key, texts))


def test_that_bills_are_part_of_the_explanation(project: Project) -> None:
    bill = Bill(
        "b1", *GAS[1:], date(2019, 10, 1), date(2020, 9, 30), "366", Decimal(366), "MWh", method=SplitMethod.DAYS
    )
    project.commit("bill.record", {}, [Edit(None, bill)])
    said = "\n".join(explain_cell(project, GAS, project.reference.texts("en")))
    assert "274/366 days" in said
    assert "cover 274 of 366 days" in said


@pytest.mark.parametrize(
    ("action", "value", "shown"),
    [
        ("entry.notation_keys", "NO", "does not exist here"),
        ("entry.units", "kWh_hs", "kWh"),
        ("entry.grades", "–", "–"),
    ],
)
def test_that_what_was_recorded_is_told_without_ids(project: Project, action: str, value: str, shown: str) -> None:
    parameters = {"value": value, "count": "2"}
    change = project.commit(action, parameters, [Edit(None, Answer("any", "x"))])
    assert change is not None
    for language in ("en", "de"):
        told = describe(change, project.reference.texts(language))
        assert "_hs" not in told
    assert shown in describe(change, project.reference.texts("en"))


def test_that_a_deadline_is_told_as_a_day(project: Project) -> None:
    texts = project.reference.texts("en")
    for typed, shown in (("2026-12-31", "31 Dec 2026"), ("", "deadline –,")):
        change = deadlines.record(project, typed, "5", texts)
        assert change is not None
        assert shown in describe(change, texts)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_action_has_words_in_every_language(project: Project, language: str) -> None:
    texts = project.reference.texts(language)
    change = data_entry.record_quantity(project, GAS, "412", ".")
    assert change is not None
    assert "412" in describe(change, texts)
