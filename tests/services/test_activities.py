"""The register of activities: added, changed, removed in steps; in order; with what is due."""

import csv
from datetime import date
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.services import activities
from kbdesk.services import sources
from kbdesk.services.activities import TypedActivity
from kbdesk.services.exporting import export_tables
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts
from tests.services.conftest import CheckState

CYCLING = TypedActivity(
    ActivityKind.CAMPAIGN, " City  Cycling ", start_year="2019", partner="Climate Alliance", decided="14.02.2019"
)
TWIN = TypedActivity(ActivityKind.CITY_PARTNERSHIP, "Twin town", start_year="1987", country="FR", partner="Óbidos")
COVENANT = TypedActivity(ActivityKind.COVENANT, "Covenant of Mayors", decided="2024-02-29")


@pytest.fixture
def texts(reference: Reference) -> Texts:
    return reference.texts("en")


@pytest.fixture
def project(project: Project) -> Project:
    project.today = lambda: date(2026, 3, 1)
    return project


def codes(project: Project, texts: Texts) -> list[str]:
    return [note.code for note in activities.notes(project, texts)]


def test_that_activities_are_added_changed_and_removed_in_steps(
    project: Project, texts: Texts, check_state: CheckState
) -> None:
    check_state(lambda: activities.add(project, CYCLING, texts))
    check_state(lambda: activities.add(project, TWIN, texts))
    first = project.inventory.activities["a1"]
    assert (first.title, first.start_year, first.end_year, first.decided) == ("City Cycling", 2019, None, "2019-02-14")
    check_state(
        lambda: activities.change(project, "a1", CYCLING._replace(end_year="2024", text=" three weeks "), texts)
    )
    assert project.inventory.activities["a1"].text == "three weeks"
    assert activities.change(project, "a2", TWIN, texts) is None
    check_state(lambda: activities.remove(project, "a1"))
    assert list(project.inventory.activities) == ["a2"]
    activities.add(project, CYCLING, texts)
    assert set(project.inventory.activities) == {"a2", "a3"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"title": "  "}, "activity.no_title"),
        ({"start_year": "twenty"}, "activity.year"),
        ({"start_year": "1899"}, "activity.year"),
        ({"end_year": "2101"}, "activity.year"),
        ({"end_year": "²"}, "activity.year"),
        ({"start_year": "2020", "end_year": "2019"}, "activity.order"),
        ({"decided": "in spring"}, "activity.day"),
        ({"reported": "in spring"}, "activity.day"),
        ({"country": "Nowhere"}, "activity.country"),
    ],
)
def test_that_what_cannot_be_is_refused_and_nothing_recorded(
    project: Project, texts: Texts, wrong: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        activities.add(project, CYCLING._replace(**wrong), texts)  # type: ignore[arg-type]  # fields by their names
    assert refused.value.code == code
    assert texts.error(refused.value)
    assert not project.inventory.activities


def test_that_the_register_is_in_the_order_wanted(project: Project, texts: Texts) -> None:
    for typed in (CYCLING, TWIN, COVENANT, TWIN._replace(title="Abbey", start_year="", end_year="2000", country="")):
        activities.add(project, typed, texts)

    def titles(sorting: str, kind: ActivityKind | None = None) -> list[str]:
        return [a.title for a in activities.in_order(project, sorting, texts, kind)]

    assert titles("years") == ["City Cycling", "Abbey", "Twin town", "Covenant of Mayors"]
    assert titles("title") == ["Abbey", "City Cycling", "Covenant of Mayors", "Twin town"]
    assert titles("country")[0] == "Twin town"
    assert titles("partner")[-1] == "Covenant of Mayors"
    assert titles("title", ActivityKind.CITY_PARTNERSHIP) == ["Abbey", "Twin town"]
    for sorting in activities.SORTINGS:
        assert len(titles(sorting)) == 4


def test_that_a_signatory_is_told_what_is_due_next(project: Project, texts: Texts) -> None:
    activities.add(project, COVENANT, texts)
    covenant = project.inventory.activities["a1"]
    assert activities.next_due(project, covenant) == (True, date(2026, 2, 28))
    assert activities.is_overdue(project)
    assert codes(project, texts)[0] == "activity.plan_overdue"
    activities.change(project, "a1", COVENANT._replace(reported="1.7.2025", start_year="2024"), texts)
    due = activities.next_due(project, project.inventory.activities["a1"])
    assert due == (False, date(2027, 7, 1))
    assert not activities.is_overdue(project)
    (note,) = activities.notes(project, texts)
    assert note.code == "activity.report_due"
    assert "2027" in note.sentence(texts)
    activities.change(project, "a1", COVENANT._replace(decided="", reported="", start_year="2024"), texts)
    assert codes(project, texts) == ["activity.no_signature"]
    activities.change(project, "a1", COVENANT._replace(state=ActivityState.DONE, start_year="2024"), texts)
    assert codes(project, texts) == []


def test_that_the_day_of_a_report_goes_with_its_activity(
    project: Project, texts: Texts, check_state: CheckState
) -> None:
    activities.add(project, COVENANT._replace(reported="1.7.2025"), texts)
    assert project.inventory.answers
    check_state(lambda: activities.remove(project, "a1"))
    assert not project.inventory.answers
    activities.add(project, CYCLING._replace(reported="1.7.2025"), texts)
    assert not project.inventory.answers


def test_that_missing_years_and_a_past_end_are_noted(project: Project, texts: Texts) -> None:
    activities.add(project, CYCLING._replace(start_year=""), texts)
    activities.add(project, CYCLING._replace(end_year="2024"), texts)
    activities.add(project, CYCLING._replace(end_year="2024", state=ActivityState.DONE), texts)
    assert codes(project, texts) == ["activity.past_end", "activity.without_year"]
    assert all(note.sentence(texts) for note in activities.notes(project, texts))


def test_that_the_register_is_told_in_rows(project: Project, texts: Texts) -> None:
    source = sources.new_source(project, supplier="Council", title="Minutes")
    sources.add_source(project, source)
    activities.add(project, TWIN._replace(source_id=source.id, resolution="No. 4", end_year="1987"), texts)
    activities.add(project, CYCLING, texts)
    activities.add(project, CYCLING._replace(start_year="", end_year="2024"), texts)
    activities.add(project, CYCLING._replace(start_year="2030", state=ActivityState.PLANNED), texts)
    header, rows = activities.activity_rows(project, texts)
    assert {len(row) for row in rows} == {len(header)}
    assert [row[2] for row in rows] == ["from 2030", "until 2024", "since 2019", "1987"]
    assert rows[-1] == (
        "City partnership", "Twin town", "1987", "Óbidos", "France", "running", "No. 4", "", "Council, Minutes"
    )  # fmt: skip


def test_that_the_register_is_exported_beside_the_tables(project: Project, texts: Texts, tmp_path: Path) -> None:
    assert "activities.csv" not in [path.name for path in export_tables(project, tmp_path / "without")]
    activities.add(project, COVENANT._replace(title="=Covenant", reported="1.7.2025"), texts)
    register = export_tables(project, tmp_path / "with")[-1]
    with register.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["kind"], row["title"], row["state"]) == ("covenant", "'=Covenant", "running")
    assert (row["decided"], row["reported"], row["start_year"]) == ("2024-02-29", "2025-07-01", "")
    with pytest.raises(UserError) as refused:
        export_tables(project, tmp_path / "with")
    assert refused.value.code == "export.exists"
