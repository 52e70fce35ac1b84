"""The place of activities: profile, climate justice and the register, recorded as people fill them in."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.models.activities import ActivityKind
from kbdesk.models.membership import MemberType
from kbdesk.models.membership import Stance
from kbdesk.paths import DataDir
from kbdesk.services import activities
from kbdesk.services import membership
from kbdesk.services import sources
from kbdesk.services.activities import TypedActivity
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.focused_edit import enter
from kbdesk.ui.forms.activity_dialog import ActivityDialog
from kbdesk.ui.forms.activity_justice import StatementDetails
from kbdesk.ui.places.activities import ActivitiesPlace
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.step_box import StateLabel
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

TIMBER = membership.TIMBER


@pytest.fixture
def context(tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> ActivitiesPlace:
    made = ActivitiesPlace(context)
    connected(context, made)
    made.refresh(None)
    show_active(qtbot, made, 1000, 900)
    return made


def record(context: Context, *typed: TypedActivity) -> None:
    for each in typed:
        context.run(partial(activities.add, context.project, each, context.texts))


def choose(combo: CalmCombo, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def dialog() -> ActivityDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ActivityDialog) and w.isVisible()]
    return found


def titles(place: ActivitiesPlace) -> list[str]:
    rows = place.register.table.rows
    return [rows.index(row, 1).data() for row in range(rows.rowCount())]


def word(context: Context) -> str:
    state = ActivitiesPlace.state(context)
    assert state is not None
    return state.word


def test_that_the_empty_place_says_how_to_begin(place: ActivitiesPlace, context: Context) -> None:
    assert place.register.empty.isVisible()
    assert not place.register.table.isVisible()
    assert not place.register.timeline.isVisible()
    assert word(context) == "none recorded yet"
    offered = [action.text() for action in place.register.suggest.menu().actions()]
    assert "Campaign: STADTRADELN" in offered
    assert nameless(place) == []


def test_that_the_profile_is_saved_field_by_field(place: ActivitiesPlace, context: Context) -> None:
    choose(place.profile.type, "district")
    fill(place.profile.resolution, "No. 12")
    fill(place.profile.date, "1.3.1995")
    found = membership.profile(context.project)
    assert (found.type, found.resolution, found.date) == (MemberType.DISTRICT, "No. 12", "1995-03-01")
    fill(place.profile.date, "in spring")
    assert place.profile.date.is_refused
    assert "in spring" in context.messages.text
    assert membership.profile(context.project).date == "1995-03-01"


def test_that_a_pledge_is_explained_and_leads_to_its_commitments(place: ActivitiesPlace, context: Context) -> None:
    assert not place.profile.wording.isVisible()
    choose(place.profile.generation, "ten-percent")
    assert place.profile.wording.isVisible()
    assert "10 percent every five years" in place.profile.wording.text()
    assert "Half per inhabitant by 2030: held" in place.profile.belonging.text()
    choose(place.profile.generation, "halve-2010")
    assert place.profile.belonging.text() == "No commitment of the list belongs to it."
    place.profile.choose.click()
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CommitmentsDialog) and w.isVisible()]
    shown.reject()


def test_that_a_statement_asks_for_its_resolution_once_it_is_held(place: ActivitiesPlace, context: Context) -> None:
    row = place.justice.rows[TIMBER]
    assert row.details is None
    assert "destructive logging" in row.note.word
    choose(row.stance, "yes")
    assert row.note.isVisible()
    details: StatementDetails | None = row.details
    assert details is not None
    assert details.isVisible()
    assert nameless(place) == []
    fill(details.resolution, "No. 3")
    fill(details.date, "2.5.1996")
    assert not row.note.isVisible()
    source = sources.new_source(context.project, supplier="Council", title="Minutes")
    context.run(lambda: sources.add_source(context.project, source))
    details.evidence.source_chosen.emit(source.id)
    said = membership.said(context.project, TIMBER)
    assert (said.stance, said.resolution, said.date, said.source_id) == (Stance.YES, "No. 3", "1996-05-02", source.id)
    choose(row.stance, "")
    assert not details.isVisible()
    place.refresh(context.project.undo())
    assert (details.isVisible(), details.resolution.text()) == (True, "No. 3")


def test_that_a_suggestion_begins_an_activity(place: ActivitiesPlace, context: Context) -> None:
    place.register.suggest.menu().actions()[0].trigger()
    asked = dialog()
    assert (asked.title.text(), asked.kind.value) == ("STADTRADELN", "campaign")
    assert asked.about.isVisible()
    fill(asked.start_year, "2019")
    asked.accept()
    assert titles(place) == ["STADTRADELN"]
    assert word(context) == "1 activity"
    assert place.register.timeline.isVisible()
    assert (
        "since 2019" in place.register.timeline.summary.text() or "1 activity" in place.register.timeline.summary.text()
    )


def test_that_what_cannot_be_is_said_in_the_dialog_at_its_field(place: ActivitiesPlace, context: Context) -> None:
    place.register.new.click()
    asked = dialog()
    assert nameless(asked) == []
    asked.title.setText("Working group")
    asked.start_year.setText("2020")
    asked.end_year.setText("2019")
    asked.accept()
    assert "before the first year" in asked.message.text()
    assert asked.focusWidget() is asked.end_year
    asked.end_year.setText("soon")
    asked.accept()
    assert "Last year: “soon” is no year" in asked.message.text()
    asked.reject()
    assert asked.isVisible()
    assert "not saved yet" in asked.message.text()
    asked.reject()
    assert not asked.isVisible()
    assert not context.project.inventory.activities


def test_that_reports_are_asked_for_of_signatories_only(place: ActivitiesPlace, context: Context) -> None:
    place.register.new.click()
    asked = dialog()
    assert not asked.reported.isVisible()
    asked.kind.setCurrentIndex(asked.kind.findData("covenant"))
    assert asked.reported.isVisible()
    asked.title.setText("Covenant of Mayors")
    asked.decided.setText("1.5.2022")
    asked.accept()
    said = [label.word for label in place.register.notes.findChildren(StateLabel) if label.isVisible()]
    assert "Covenant of Mayors: the action plan was due on 1 May 2024." in said
    assert word(context) == "report overdue"
    place.register.change("a1")
    fill(dialog().reported, "1.2.2026")
    dialog().accept()
    assert word(context) == "1 activity"


def test_that_the_register_is_changed_and_emptied_by_the_keyboard(
    qtbot: QtBot, place: ActivitiesPlace, context: Context
) -> None:
    record(context, TypedActivity(ActivityKind.PROJECT, "Solar roof", start_year="2020"))
    place.register.table.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog().title.text() == "Solar roof"
    dialog().title.setText("Solar roofs")
    dialog().accept()
    assert titles(place) == ["Solar roofs"]
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.register.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert not context.project.inventory.activities
    assert place.register.empty.isVisible()
    place.refresh(context.project.undo())
    assert titles(place) == ["Solar roofs"]


def test_that_the_register_is_filtered_and_put_in_order(place: ActivitiesPlace, context: Context) -> None:
    record(
        context,
        TypedActivity(ActivityKind.PROJECT, "Solar roof", start_year="2020"),
        TypedActivity(ActivityKind.CAMPAIGN, "City Cycling", start_year="2019"),
        TypedActivity(ActivityKind.CAMPAIGN, "Action day"),
    )
    assert titles(place) == ["Solar roof", "City Cycling", "Action day"]
    place.register.table.horizontalHeader().sectionClicked.emit(1)
    assert (titles(place), place.register.sorting.value) == (["Action day", "City Cycling", "Solar roof"], "title")
    choose(place.register.filter, "campaign")
    assert titles(place) == ["Action day", "City Cycling"]
    assert [bar.label for bar in place.register.timeline.timeline.bars] == ["City Cycling", "Action day"]
    place.register.table.choose("a2")
    place.register.remove_chosen()
    place.register.remove_chosen()
    assert titles(place) == ["Solar roof"]
    assert place.register.filter.value == ""


def test_that_the_links_to_the_parts_come_first_and_the_keyboard_begins_in_the_first_field(
    place: ActivitiesPlace,
) -> None:
    enter(place)
    assert QApplication.focusWidget() is place.profile.type
    for button in reversed(place.jumps.buttons):
        press(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is button


def test_that_every_line_of_a_short_register_is_seen(place: ActivitiesPlace, context: Context) -> None:
    record(context, *(TypedActivity(ActivityKind.CAMPAIGN, f"Campaign {number}") for number in range(5)))
    QApplication.processEvents()
    table = place.register.table
    assert table.verticalHeader().length() <= table.viewport().height()


def test_that_the_whole_register_is_copied_as_a_table_in_which_nothing_runs(
    place: ActivitiesPlace, context: Context
) -> None:
    record(context, TypedActivity(ActivityKind.PROJECT, "=HYPERLINK(1)", text="two\nlines\tand a tab"))
    place.register.copy.click()
    header, line = QApplication.clipboard().text().split("\n")
    assert header.split("\t")[:3] == ["Kind", "Title", "Years"]
    assert line.split("\t")[1] == "'=HYPERLINK(1)"
    assert "two lines and a tab" in line


def test_that_another_place_leads_to_an_activity(place: ActivitiesPlace, context: Context) -> None:
    record(
        context,
        TypedActivity(ActivityKind.PROJECT, "Solar roof", start_year="2020"),
        TypedActivity(ActivityKind.CAMPAIGN, "City Cycling", start_year="2019"),
    )
    place.show_target("a2")
    assert place.register.table.current == "a2"
    place.show_target("nothing")
    assert place.register.table.current == "a2"
