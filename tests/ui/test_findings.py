"""The place of findings: few first, each mended, explained or gone to, all by keyboard."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.findings import in_order
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services.history import undo_text
from kbdesk.services.project import Project
from kbdesk.services.reviews import with_acknowledgements
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.findings import FindingsPlace
from kbdesk.ui.widgets.finding_card import CardAction
from kbdesk.ui.widgets.finding_card import FindingCard
from kbdesk.ui.widgets.finding_section import STEP
from kbdesk.ui.widgets.finding_section import SectionName
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

YEAR = 2020
GAS = EntryKey(YEAR, "residential", "natural_gas")
OIL = EntryKey(YEAR, "residential", "heating_oil")
POWER = EntryKey(YEAR, "residential", "electricity")
LIGHTS = EntryKey(YEAR, "street_lighting", "electricity")
DIESEL = EntryKey(YEAR, "road_passenger", "diesel")
PETROL = EntryKey(YEAR, "road_passenger", "gasoline")
ALT = Qt.KeyboardModifier.AltModifier


def unusual(key: EntryKey, effect: str, fix: Fix | None = None) -> Finding:
    return Finding(Level.WARNING, "entry.place_unusual", *key, effect_t=Decimal(effect), fix=fix)


ERROR = Finding(Level.ERROR, "entry.not_a_number", *POWER, parameters=(("text", "4oo"),), effect_t=Decimal(1))
NOTE = Finding(Level.NOTE, "entry.ungraded", YEAR, parameters=(("count", 3),))
FOUND = (
    ERROR,
    unusual(GAS, "9000", Fix(FixKind.UNIT, (GAS,), "kWh")),
    unusual(OIL, "3000"),
    unusual(DIESEL, "2000"),
    unusual(LIGHTS, "0.5"),
    NOTE,
    unusual(GAS._replace(year=2010), "1000"),
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the checks find: a test can add to it. A unit that was corrected is found no more."""
    shown = list(FOUND)

    def findings(project: Project) -> tuple[Finding, ...]:
        left = (finding for finding in shown if not _is_mended(project, finding))
        return in_order(with_acknowledgements(tuple(left), project.inventory))

    monkeypatch.setattr(Project, "findings", property(findings))
    monkeypatch.setattr(Project, "findings_of", lambda self, year: tuple(f for f in findings(self) if f.year == year))
    return shown


def _is_mended(project: Project, finding: Finding) -> bool:
    fix = finding.fix
    entries = project.inventory.entries
    return fix is not None and all(key in entries and entries[key].unit == fix.value for key in fix.keys)


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir, found: list[Finding]) -> Iterator[Context]:
    assert found
    with open_document(tmp_path, data_dir, typical_inventory(), YEAR) as shared:
        yield shared


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> FindingsPlace:
    made = FindingsPlace(context)
    connected(context, made)
    made.refresh(None)
    show_active(qtbot, made, 1000, 900)
    return made


def keys(place: FindingsPlace, name: SectionName) -> list[EntryKey | None]:
    return [card.finding.key for card in place.sections[name].list.cards]


def at(place: FindingsPlace, key: EntryKey | None) -> FindingCard:
    card = next(card for card in place.cards if card.finding.key == key)
    card.setFocus()
    return card


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def press_letter(qtbot: QtBot, key: Qt.Key, place: FindingsPlace, action: CardAction) -> None:
    """Press a button by its letter; it is shown as pressed for a moment before it acts."""
    assert place.current is not None
    with qtbot.waitSignal(place.current.buttons[action].clicked):
        press(key, ALT)


def explain(place: FindingsPlace, key: EntryKey) -> None:
    at(place, key).press(CardAction.ACCEPT)
    press(Qt.Key.Key_Return)


def test_that_levels_stand_apart_with_their_number_and_the_largest_effect_first(place: FindingsPlace) -> None:
    titles = [section.heading.text() for section in place.sections.values() if section.isVisible()]
    assert titles == ["1 error", "4 warnings", "1 note"]
    assert keys(place, SectionName.ERRORS) == [POWER]
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, LIGHTS]
    assert place.heading.text() == "Findings 2020"


def test_that_small_effects_are_shown_on_request(place: FindingsPlace, found: list[Finding]) -> None:
    found += [unusual(LIGHTS, "0.4"), unusual(LIGHTS, "0.3")]
    place.refresh(None)
    section = place.sections[SectionName.WARNINGS]
    assert section.more.text() == "Show all 6"
    section.more.click()
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, LIGHTS, LIGHTS, LIGHTS]
    assert focused() is section.list.cards[3]
    assert not section.more.isVisible()
    section.fewer.click()
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL]


def test_that_small_effects_are_shown_where_there_is_nothing_else(place: FindingsPlace, found: list[Finding]) -> None:
    found[:] = [unusual(LIGHTS, "0.5")]
    place.refresh(None)
    section = place.sections[SectionName.WARNINGS]
    assert section.heading.text() == "1 warning"
    assert keys(place, SectionName.WARNINGS) == [LIGHTS]
    assert not section.more.isVisible()


def test_that_at_most_five_are_shown_first_and_thousands_step_by_step(
    place: FindingsPlace, found: list[Finding]
) -> None:
    found += [unusual(PETROL, str(1000 + n)) for n in range(1000)]
    place.refresh(None)
    section = place.sections[SectionName.WARNINGS]
    assert len(section.list.cards) == 5
    assert section.heading.text() == "1,004 warnings"
    section.more.click()
    assert len(section.list.cards) == 5 + STEP
    assert section.more.text() == f"Show {STEP} more"
    place.show_year(YEAR)
    assert len(section.list.cards) == 5


def test_that_the_list_is_filtered_by_year_level_and_words(place: FindingsPlace) -> None:
    place.filter.text.setText("Gas RESIDENTIAL")
    assert [card.finding.key for card in place.cards] == [GAS]
    place.filter.text.setText("nothing like it")
    assert not [card.finding for card in place.cards]
    assert place.nothing.text() == "No finding fits the filter."
    place.filter.text.clear()
    assert not place.nothing.isVisible()
    place.filter.years.setCurrentIndex(1)
    place.filter.years.activated.emit(1)
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, GAS._replace(year=2010), LIGHTS]
    assert place.heading.text() == "Findings"
    place.filter.level.setCurrentIndex(place.filter.level.findText("Error"))
    place.filter.level.activated.emit(1)
    assert [card.finding for card in place.cards] == [ERROR]


def test_that_nothing_found_is_said(place: FindingsPlace, found: list[Finding]) -> None:
    found.clear()
    place.refresh(None)
    assert place.nothing.text() == "No findings. Nothing needs to be looked at."


def test_that_arrows_and_f8_go_from_finding_to_finding(place: FindingsPlace) -> None:
    first, second, *_, last = place.cards
    first.setFocus()
    press(Qt.Key.Key_Up)
    assert focused() is first
    press(Qt.Key.Key_Down)
    assert focused() is second
    second.buttons[CardAction.GO].setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is place.cards[2]
    last.setFocus()
    press(Qt.Key.Key_F8)
    assert focused() is first
    place.filter.text.setFocus()
    press(Qt.Key.Key_F8)
    assert focused() is first


def test_that_enter_goes_to_the_field(qtbot: QtBot, place: FindingsPlace) -> None:
    at(place, GAS)
    with qtbot.waitSignal(place.context.bus.place_wanted) as wanted:
        press(Qt.Key.Key_Return)
    assert wanted.args == ["data_entry", GAS]


def test_that_a_letter_mends_and_the_next_finding_has_the_keyboard(qtbot: QtBot, place: FindingsPlace) -> None:
    at(place, GAS)
    press_letter(qtbot, Qt.Key.Key_I, place, CardAction.FIX)
    project = place.context.project
    assert project.inventory.entries[GAS].unit == "kWh"
    assert keys(place, SectionName.WARNINGS) == [OIL, DIESEL, LIGHTS]
    assert focused() is at(place, OIL)
    place.context.run(project.undo)
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, LIGHTS]


def test_that_only_the_row_with_the_keyboard_has_letters(place: FindingsPlace) -> None:
    gas, oil = at(place, GAS), at(place, OIL)
    assert oil.buttons[CardAction.ACCEPT].text() == "It is &right…"
    assert gas.buttons[CardAction.ACCEPT].text() == "It is right…"


def test_that_an_explained_warning_rests_until_its_value_changes(qtbot: QtBot, place: FindingsPlace) -> None:
    at(place, OIL)
    press_letter(qtbot, Qt.Key.Key_R, place, CardAction.ACCEPT)
    press(Qt.Key.Key_Return)
    assert keys(place, SectionName.WARNINGS) == [GAS, DIESEL, LIGHTS]
    assert keys(place, SectionName.LOOKED_AT) == [OIL]
    assert "New connection" in place.sections[SectionName.LOOKED_AT].list.cards[0].accepted.text()
    assert focused() is next(card for card in place.cards if card.finding.key == DIESEL)
    assert undo_text(place.context.project, place.context.texts) != ""
    place.context.run(lambda: data_entry.record_quantity(place.context.project, OIL, "12001", "."))
    assert keys(place, SectionName.LOOKED_AT) == []
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, LIGHTS]


def test_that_an_explanation_is_taken_back(place: FindingsPlace) -> None:
    explain(place, OIL)
    at(place, OIL).press(CardAction.TAKE_BACK)
    assert keys(place, SectionName.LOOKED_AT) == []
    assert keys(place, SectionName.WARNINGS) == [GAS, OIL, DIESEL, LIGHTS]


def test_that_errors_cannot_be_explained_away(place: FindingsPlace) -> None:
    assert list(at(place, POWER).buttons) == [CardAction.GO]


def test_that_a_form_stays_open_while_other_values_change(place: FindingsPlace) -> None:
    at(place, DIESEL).press(CardAction.ACCEPT)
    form = place.sections[SectionName.WARNINGS].list.form
    assert form is not None
    form.text.setText("half a sentence")
    place.context.run(lambda: data_entry.record_note(place.context.project, POWER, "asked"))
    assert place.sections[SectionName.WARNINGS].list.form is form
    assert form.isVisible()


def test_that_the_state_says_what_is_left(place: FindingsPlace, found: list[Finding]) -> None:
    context = place.context
    assert FindingsPlace.state(context) == PlaceState("circle-x", "1 error")
    found.remove(ERROR)
    assert FindingsPlace.state(context) == PlaceState("triangle-alert", "4 warnings")
    place.refresh(None)
    place.sections[SectionName.WARNINGS].more.click()
    for key in (GAS, OIL, DIESEL, LIGHTS):
        explain(place, key)
    assert FindingsPlace.state(context) == PlaceState("circle-check", "all looked at")
    context.year = 1995
    assert FindingsPlace.state(context) is None


def test_that_another_place_can_point_at_a_finding(place: FindingsPlace) -> None:
    place.filter.text.setText("diesel")
    place.show_target(LIGHTS)
    assert focused() is next(card for card in place.cards if card.finding.key == LIGHTS)


def test_that_a_document_open_for_reading_offers_no_change(
    place: FindingsPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place.context.project.document, "read_only", True)
    place.filter.text.setText("oil")
    place.filter.text.setText("gas")
    assert list(at(place, GAS).buttons) == [CardAction.GO]


def test_that_everything_has_a_name(place: FindingsPlace) -> None:
    explain(place, OIL)
    at(place, DIESEL).press(CardAction.ACCEPT)
    assert nameless(place) == []


def test_that_undo_says_what_it_takes_back_and_enter_leads_to_the_value(
    qtbot: QtBot, found: list[Finding], sample: MainWindow
) -> None:
    assert sample.context is not None
    assert sample.project is not None
    cell = next(key for key in sample.project.inventory.entries if key.year == sample.context.year)
    found[:] = [unusual(cell, "900000")]
    sample.show_place("findings")
    place = sample.frame.stack.shown
    assert isinstance(place, FindingsPlace)
    assert focused() is place.cards[0]
    press_letter(qtbot, Qt.Key.Key_R, place, CardAction.ACCEPT)
    press(Qt.Key.Key_Return)
    assert [card.finding.acknowledged is None for card in place.cards] == [False]
    sample.undo()
    assert [card.finding.acknowledged is None for card in place.cards] == [True]
    assert "acknowledged" in sample.frame.status.currentMessage()
    place.cards[0].setFocus()
    press(Qt.Key.Key_Return)
    assert sample.frame.place_id == "data_entry"


def test_that_every_key_is_listed(sample: MainWindow) -> None:
    dialog = ShortcutsDialog(sample, [], sample.texts)
    rows = dialog.table.rows
    listed = {rows.index(row, 0).data() for row in range(rows.rowCount()) if rows.index(row, 2).data() == "Findings"}
    assert {"Return", "Up, Down", "F8", "Ctrl+F", "Alt+R", "Alt+K", "Alt+I, Alt+A, Alt+T"} <= listed
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("raise", "grabbing", extend=True)  # what a menu does that the platform of the tests cannot
def test_that_a_finding_about_several_values_leads_to_each(
    qtbot: QtBot, place: FindingsPlace, found: list[Finding]
) -> None:
    found[:] = [unusual(GAS, "9000")._replace(related=(GAS, OIL))]
    place.refresh(None)
    card = at(place, GAS)
    assert card.buttons[CardAction.OTHERS].text() == "&Other field"
    with qtbot.waitSignal(place.context.bus.place_wanted) as wanted:
        card.press(CardAction.OTHERS)
    assert wanted.args == ["data_entry", OIL]
    found[:] = [NOTE._replace(related=(GAS, OIL, DIESEL))]
    place.refresh(None)
    (card,) = place.cards
    card.press(CardAction.OTHERS)
    menu = card.buttons[CardAction.OTHERS].findChild(QMenu)
    assert isinstance(menu, QMenu)
    diesel = menu.actions()[1]
    assert diesel.text() == "Private and commercial passenger road transport, Diesel, 2020"
    with qtbot.waitSignal(place.context.bus.place_wanted) as wanted:
        diesel.trigger()
    assert wanted.args == ["data_entry", DIESEL]
    menu.close()
