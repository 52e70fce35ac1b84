"""What the overview says of open items, deadlines, second looks, improvements and years."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services import deadlines
from kbdesk.services import second_looks
from kbdesk.services import years
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from kbdesk.ui.dialogs.still_true_dialog import StillTrueDialog
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.widgets.next_steps import next_steps
from kbdesk.ui.widgets.standing import standing
from kbdesk.ui.widgets.tiles import TileState
from kbdesk.ui.widgets.tiles import board
from kbdesk.ui.widgets.year_states import GroupState
from kbdesk.ui.widgets.year_states import YearStates
from kbdesk.ui.widgets.year_strip_model import YearStripModel
from tests.builders import typical_inventory
from tests.ui.open_document import connected
from tests.ui.open_document import open_document

YEAR, NEXT = 2020, 2023
GAS = EntryKey(YEAR, "residential", "natural_gas")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    typical = typical_inventory()
    weak = replace(typical.entries[GAS], grade=Grade.D)
    heat = Entry(EntryKey(YEAR, "residential", "district_heat"), notation_key=NotationKey.NO)
    records = replace(typical, entries={**typical.entries, GAS: weak, heat.key: heat})
    with open_document(tmp_path, data_dir, records, YEAR) as shared:
        yield shared


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> OverviewPlace:
    made = OverviewPlace(context)
    connected(context, made)
    made.refresh(None)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.hide())
    made.resize(1100, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def begin_next_year(context: Context) -> None:
    assert context.run(lambda: years.carry_forward(context.project, years.plan(context.project, YEAR, [NEXT])))
    context.year = NEXT


def lines(context: Context) -> tuple[str, ...]:
    return tuple(line.words for line in standing(context.project, context.year, context.texts))


def test_that_what_to_improve_first_says_whom_to_ask_and_why(
    qtbot: QtBot, context: Context, place: OverviewPlace
) -> None:
    (button,) = place.improving.buttons
    assert button.text() == "Ask the gas grid operator"
    assert "of emissions rest on grade D · little work" in button.accessibleDescription()
    with qtbot.waitSignal(context.bus.place_wanted) as wanted:
        button.click()
    assert wanted.args == ["data_entry", GAS]


def test_that_good_data_leave_nothing_to_improve(context: Context, place: OverviewPlace) -> None:
    context.run(lambda: data_entry.record_grade(context.project, GAS, Grade.A))
    assert place.improving.isHidden()


def test_that_a_tick_is_a_second_look_and_an_edit_takes_it_back(context: Context, place: OverviewPlace) -> None:
    sectors = [look.sector for look in second_looks.looks(context.project, YEAR)]
    at = sectors.index("residential")
    place.looks.boxes[at].click()
    look = context.project.inventory.second_looks[YEAR, "residential"]
    assert place.looks.states[at].startswith(f"checked by {look.who} on ")
    context.run(lambda: data_entry.record_quantity(context.project, GAS, "38100", "."))
    assert not place.looks.boxes[at].isChecked()
    assert place.looks.states[at] == "3 values, not checked yet"
    context.run(context.project.undo)
    assert place.looks.boxes[at].isChecked()
    place.looks.boxes[at].click()
    assert not context.project.inventory.second_looks


def test_that_a_look_shows_errors_and_is_possible_with_them(context: Context, place: OverviewPlace) -> None:
    context.run(lambda: data_entry.record_quantity(context.project, GAS, "-5", "."))
    at = [look.sector for look in second_looks.looks(context.project, YEAR)].index("residential")
    assert place.looks.states[at].endswith("error") or place.looks.states[at].endswith("errors")
    place.looks.boxes[at].click()
    assert (YEAR, "residential") in context.project.inventory.second_looks


def test_that_a_year_just_begun_says_what_it_waits_for(context: Context, place: OverviewPlace) -> None:
    begin_next_year(context)
    place.show_year(NEXT)
    shown = place.standing.texts
    assert "9 values are expected" in shown
    assert "1 answer is open: still true?" in shown
    tiles = board(context.project, NEXT, context.texts).tiles or {}
    assert tiles["residential", "natural_gas"].state is TileState.EXPECTED
    words = [
        step.words for step in next_steps(context.project, board(context.project, NEXT, context.texts), context.texts)
    ]
    assert words == [
        "Enter the inhabitants of 2023",
        "Say whether 1 thing is still true",
        "Enter 9 missing values of 2023",
    ]


def test_that_still_true_is_asked_from_the_board_and_from_other_places(context: Context, place: OverviewPlace) -> None:
    begin_next_year(context)
    place.show_year(NEXT)
    place.show_target("still_true")
    dialog = place.findChild(StillTrueDialog)
    assert dialog is not None
    assert dialog.list.count() == 1
    dialog.all.click()
    assert not len(years.unconfirmed(context.project, NEXT))
    dialog.reject()
    assert not any("still true" in words for words in place.standing.texts)


def test_that_the_deadline_counts_down_and_is_changed_on_the_board(context: Context, place: OverviewPlace) -> None:
    assert "No deadline is set." in place.standing.texts
    button = place.standing.buttons[place.standing.texts.index("No deadline is set.")]
    button.click()
    dialog = place.findChild(DeadlineDialog)
    assert dialog is not None
    dialog.day.setText("9 April 2026")
    dialog.accept()
    assert "Submission due 9 April 2026, in 39 days" in place.standing.texts
    context.run(lambda: deadlines.record(context.project, "2026-03-01", "", context.texts))
    assert "Submission due today, 1 March 2026" in place.standing.texts
    context.run(lambda: deadlines.record(context.project, "2026-02-27", "", context.texts))
    assert "Submission was due 27 February 2026, overdue by 2 days" in place.standing.texts


def test_that_the_next_inventory_leads_to_the_dialog_for_new_years(
    qtbot: QtBot, context: Context, place: OverviewPlace
) -> None:
    words = "Next inventory due: 2023 (every 3 years)"
    with qtbot.waitSignal(context.bus.new_year_wanted) as wanted:
        place.standing.buttons[place.standing.texts.index(words)].click()
    assert wanted.args == ["2023"]


def test_that_nothing_submitted_is_said(context: Context) -> None:
    assert lines(context)[-1] == "Nothing was submitted yet."


def test_that_an_explained_warning_is_no_step_any_more(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = Finding(Level.WARNING, "value.jump", YEAR)
    explained = finding._replace(acknowledged=Acknowledgement("value.jump", YEAR, "", "", "x"))
    project = context.project
    monkeypatch.setattr(project, "findings_of", lambda _year: (finding,))
    shown = board(project, YEAR, context.texts)
    step = next(s for s in next_steps(project, shown, context.texts) if s.words == "Look at 1 warning")
    assert step.leads_to == ("findings", YEAR)
    assert lines(context)[0] == "1 open warning"
    monkeypatch.setattr(project, "findings_of", lambda _year: (explained,))
    assert not any("warning" in s.words for s in next_steps(project, shown, context.texts))
    assert lines(context)[0] == "No errors and no open warnings in 2020"


def test_that_the_strip_says_how_far_every_year_is(context: Context) -> None:
    states = YearStates(context.project)
    states.follow()
    assert states.years == (2010, 2020)
    assert states.groups == ("municipal", "tertiary", "residential", "transport")
    assert states.of(2010, "municipal").state is GroupState.COMPLETE
    assert states.of(2010, "residential") == (GroupState.PARTLY, 3, 4)
    assert states.of(2015, "transport").state is GroupState.NOTHING
    begin_next_year(context)
    states.follow()
    assert states.of(NEXT, "residential") == (GroupState.PARTLY, 1, 4)
    assert states.of(NEXT, "transport").state is GroupState.NOTHING
    context.project.undo()
    states.follow()
    assert states.years == (2010, 2020)


def test_that_following_gives_what_a_new_look_gives(context: Context) -> None:
    states = YearStates(context.project)
    lpg = GAS._replace(carrier="lpg")
    steps: tuple[Callable[[], object], ...] = (
        lambda: data_entry.record_quantity(context.project, lpg, "5", "."),
        lambda: data_entry.record_notation_key(context.project, lpg, NotationKey.NE),
        lambda: data_entry.clear(context.project, [lpg, GAS]),
        context.project.undo,
    )
    for step in steps:
        step()
        states.follow()
        fresh = YearStates(context.project)
        fresh.follow()
        assert (states.years, states.groups, states.recorded) == (fresh.years, fresh.groups, fresh.recorded)
        assert all(states.of(y, g) == fresh.of(y, g) for y in states.years for g in states.groups)


def test_that_a_sector_that_does_not_exist_is_not_missing(context: Context) -> None:
    for carrier in ("diesel", "gasoline"):
        for year in (2010, 2020):
            key = EntryKey(year, "road_passenger", carrier)
            data_entry.record_notation_key(context.project, key, NotationKey.NO)
    states = YearStates(context.project)
    states.follow()
    assert states.of(YEAR, "transport").state is GroupState.ABSENT


def test_that_a_click_or_enter_in_the_strip_goes_to_the_year(
    qtbot: QtBot, context: Context, place: OverviewPlace
) -> None:
    strip = place.strip
    index = strip.strip_model.index(0, 0)
    with qtbot.waitSignal(context.bus.year_chosen) as clicked:
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.visualRect(index).center())
    assert clicked.args == [2010]
    strip.setCurrentIndex(strip.strip_model.index(1, 1))
    with qtbot.waitSignal(context.bus.year_chosen) as entered:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert entered.args == [2020]


def test_that_the_strip_model_is_sound_and_speaks(context: Context) -> None:
    model = YearStripModel(context.texts)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    states = YearStates(context.project)
    states.follow()
    for year in (2020, 2020, 2026):
        model.show_states(states, year)
    spoken = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Residential buildings, 2010: 3 of 4"
    assert model.years == (2010, 2020, 2026)
    tester.deleteLater()
    model.deleteLater()


def test_that_the_strip_is_painted(place: OverviewPlace) -> None:
    place.strip.setFocus()
    assert not place.strip.grab().isNull()


def test_that_everything_carried_is_of_one_origin(context: Context) -> None:
    begin_next_year(context)
    assert {cell.entry.origin for cell in context.project.results[NEXT].cells} == {Origin.CARRIED}
