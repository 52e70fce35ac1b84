"""Profile, climate justice, activities, measures, plants and targets: all of it travels, none of the people do."""

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.named_sources import as_handed_on
from kbdesk.exchange.submission import to_inventory
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.answers import Answer
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.membership import read_membership
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.models.targets import Target
from kbdesk.paths import resources_dir
from tests import builders
from tests.exchange.examples import LETTER
from tests.exchange.examples import payload_of
from tests.exchange.examples import schema
from tests.exchange.examples import texts
from tests.exchange.examples import verified
from tests.exchange.examples import written
from tests.storage import strategies

OFFICE = "Office for climate"
MEMBERSHIP = read_membership(resources_dir() / "membership")
PERSONAL = ("Weiß", "06232", "call early", "Jan Wolf", "a.pdf")
NEW_PARTS = {"profile", "justice", "activities", "measures", "targets", "plants", "electricity"}


def answers(**said: str) -> dict[str, Answer]:
    told = {question.replace("__", "."): value for question, value in said.items()}
    told |= {"justice.no-destructive-timber.stance": "yes", "justice.no-destructive-timber.resolution": "@No. 3"}
    told |= {"justice.no-destructive-timber.source": LETTER.id, "justice.awareness.stance": "planned"}
    return {question: Answer(question, value) for question, value in told.items()}


def registered() -> Inventory:
    """Every kind of record of the register, with people behind it and texts that spreadsheets would run."""
    activities = (
        Activity("a1", ActivityKind.CAMPAIGN, "=HYPERLINK(1)", start_year=2019, partner="+Partner", text="-text"),
        Activity("a2", ActivityKind.COVENANT, "Covenant", decided="2022-05-01", source_id=LETTER.id),
        Activity("a3", ActivityKind.OTHER, "Day", ActivityState.PLANNED, country="FR", end_year=2030),
    )
    measures = (
        Measure("m1", "LED", MeasureStatus.DECIDED, "tertiary", "electricity", 2026, 2028, "Jan Wolf", Decimal(10)),
        Measure("m2", "@idea", note="first\nsecond", cost=Decimal("1000.50"), currency="CHF", source_id=LETTER.id),
    )
    target = Target(
        "t1",
        "Half",
        Basis.TOTAL,
        CommitmentKind.REDUCTION,
        Decimal("0.5"),
        2010,
        2035,
        "2021-07-01",
        "council",
        "tertiary",
    )
    plants = (
        PlantYear(
            "North",
            2020,
            "district_heat",
            (("natural_gas", Decimal(1200)), ("biogas", Decimal("0.5"))),
            Decimal(900),
            Decimal(800),
            Decimal(200),
            Split.EXERGETIC,
            Decimal(85),
            TemperatureKind.FLOW,
            Decimal("0.9"),
            Decimal("0.4"),
            "letter",
        ),
        PlantYear("North", 2021, "local_heat"),
    )
    return replace(
        builders.typical_inventory(),
        sources={LETTER.id: LETTER},
        answers=answers(
            member__type="municipality",
            member__generation="charter-2021",
            member__date="1995-03-01",
            member__source=LETTER.id,
            activity__a2__reported="2024-04-30",
            card__railway="no",
        ),
        activities={each.id: each for each in activities},
        measures={each.id: each for each in measures},
        targets={target.id: target},
        plants={(each.plant, each.year): each for each in plants},
        electricity={2020: ElectricityYear(2020, Decimal(5), Decimal("0.1"), source="grid operator")},
    )


def payload(inventory: Inventory, **more: Any) -> dict[str, Any]:
    return payload_of(inventory, membership=MEMBERSHIP, **more)


def sheet_rows(folder: Path, name: str) -> list[list[object]]:
    sheet = load_workbook(written(payload(registered()), folder).path)[name]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def row_of(rows: Iterable[list[object]], first: str) -> list[object]:
    return next(row for row in rows if row[0] == first)


def test_that_the_whole_register_survives_the_submission() -> None:
    inventory = registered()
    made = payload(inventory)
    assert schema().problem(made) == ""
    back = to_inventory(json.loads(canonical_bytes(made)))
    assert back == as_handed_on(inventory, texts("de"), OFFICE)
    assert back.activities["a1"] == inventory.activities["a1"]
    assert back.plants == inventory.plants
    assert back.electricity == inventory.electricity
    assert back.targets == inventory.targets
    assert back.answer("activity.a2.reported") == "2024-04-30"
    assert back.answer("member.evidence").startswith("=Stadtwerke Süd")
    assert "card.railway" not in back.answers


records = st.builds(
    lambda activities, measures, plants, electricity, targets: {
        "activities": {a.id: replace(a, source_id="") for a in activities},
        "measures": {m.id: replace(m, source_id="") for m in measures},
        "plants": {(p.plant, p.year): p for p in plants},
        "electricity": {e.year: e for e in electricity},
        "targets": {t.id: t for t in targets},
    },
    st.lists(strategies.activities, max_size=3),
    st.lists(strategies.measures, max_size=3),
    st.lists(strategies.plants, max_size=3),
    st.lists(strategies.electricity, max_size=3),
    st.lists(strategies.targets, max_size=3),
)


@settings(max_examples=60, deadline=None)
@given(found=records, said=st.text(max_size=20).filter(bool))
def test_that_any_register_survives_the_submission(found: dict[str, Any], said: str) -> None:
    told = {question: Answer(question, said) for question in ("member.resolution", "justice.awareness.resolution")}
    inventory = replace(builders.minimal_inventory(), answers=told, **found)
    back = to_inventory(json.loads(canonical_bytes(payload(inventory))))
    assert back == as_handed_on(inventory, texts("de"), OFFICE)


def test_that_people_stay_in_the_municipality(tmp_path: Path) -> None:
    inventory = registered()
    content = canonical_bytes(payload(inventory)).decode()
    assert not [word for word in PERSONAL if word in content]
    back = to_inventory(json.loads(content))
    assert (back.measures["m1"].responsible, back.measures["m2"].responsible) == (OFFICE, "")


def test_that_a_submission_with_a_register_verifies(tmp_path: Path) -> None:
    found = verified(written(payload(registered()), tmp_path).path)
    assert (found.differences, found.recomputed) == ((), ())
    assert found.sound


def test_that_a_submission_without_a_register_is_as_before() -> None:
    made = payload(builders.typical_inventory())
    assert not NEW_PARTS & made.keys()
    assert "Member profile" not in made["wording"]["phrases"]
    assert to_inventory(json.loads(canonical_bytes(made))) == builders.typical_inventory()


def test_that_the_register_is_told_on_its_sheet_in_both_languages(tmp_path: Path) -> None:
    rows = sheet_rows(tmp_path, "Commitments and activities")
    firsts = [str(row[0]) for row in rows]
    for title in ("Member profile", "Climate justice", "Activities", "Measures"):
        assert any(first.endswith(title) for first in firsts)
    covenant = row_of(rows, "Covenant")
    assert "2022-05-01" in str(covenant[8])
    assert covenant[9] == "2024-04-30"
    led = row_of(rows, "LED")
    assert (led[3], led[4], led[5], led[7]) == (2026, 2028, OFFICE, 10)
    held = next(row for row in rows if "tropical timber" in str(row[0]))
    assert "yes" in str(held[2])
    assert held[5] == "'@No. 3"


def test_that_plants_and_local_electricity_explain_local_factors(tmp_path: Path) -> None:
    rows = sheet_rows(tmp_path, "Method")
    plant = str(row_of(rows, "North, 2020")[1])
    for part in ("1200 MWh", "85 °C", "exergetic", "letter"):
        assert part in plant
    assert "5 MWh, 0.1 t" in str(row_of(rows, "2020")[1])


def test_that_nothing_in_the_register_can_be_run(tmp_path: Path) -> None:
    book = load_workbook(written(payload(registered()), tmp_path).path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert not str(cell.value).startswith(("=", "+", "-", "@")) or cell.data_type == "n"


def test_that_changes_of_the_register_are_listed_by_field(tmp_path: Path) -> None:
    inventory = registered()
    before = to_inventory(json.loads(canonical_bytes(payload(inventory))))
    changed = replace(
        inventory,
        activities={**inventory.activities, "a3": replace(inventory.activities["a3"], end_year=2031)},
        measures={"m1": replace(inventory.measures["m1"], sector="residential")},
        plants={},
    )
    made = payload(changed, revision=2, previous=before, previous_sha256="0" * 64)
    listed = [(tuple(c["key"]), c["field"], c["old"], c["new"]) for c in made["changes"]]
    assert (("activity", "a3"), "end_year", "2030", "2031") in listed
    assert (("measure", "m1"), "sector", "tertiary", "residential") in listed
    assert (("measure", "m2"), "title", "@idea", None) in listed
    assert (("plant", "North", "2020"), "fuels", "biogas=0.5; natural_gas=1200", None) in listed
    file = written(made, tmp_path)
    rows = [list(row) for row in load_workbook(file.path)["Changes"].iter_rows(values_only=True)]
    assert ["activity", None, "Day", None, "end_year", "2030", "2031"] in rows
    assert ["plant", "2020", "North", None, "carrier", "district_heat", None] in rows
    assert verified(file.path).sound
    assert payload(inventory, revision=2, previous=before, previous_sha256="0" * 64)["changes"] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_that_pledge_and_statements_have_their_words(language: str) -> None:
    made = payload_of(registered(), language, membership=MEMBERSHIP)
    assert made["profile"]["generation_name"][-1] == "Charter of 2021"
    assert [item["id"] for item in made["justice"]] == ["awareness", "no-destructive-timber"]
    assert made["justice"][0]["name"][-1] == "Raising awareness"


def test_that_words_of_a_later_program_stand_for_themselves(tmp_path: Path) -> None:
    told = {q: Answer(q, "new") for q in ("member.type", "member.generation", "justice.water.stance")}
    inventory = replace(builders.typical_inventory(), answers=told)
    rows = load_workbook(written(payload(inventory), tmp_path).path)["Commitments and activities"]
    cells = {str(cell) for row in rows.iter_rows(values_only=True) for cell in row}
    assert {"new", "water"} <= cells
    assert to_inventory(json.loads(canonical_bytes(payload(inventory)))) == inventory
