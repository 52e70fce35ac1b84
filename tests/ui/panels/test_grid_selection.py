"""What is done with a selection: one step each, by the menu and by keys."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtCore import Qt

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.reason_dialog import ReasonDialog
from kbdesk.ui.forms.selection_source_dialog import SelectionSourceDialog
from kbdesk.ui.panels.year_grid import YearGridPanel
from tests.ui.conftest import nameless
from tests.ui.keyboard import press

TRADE = EntryKey(2020, "tertiary", "electricity")
HOMES = EntryKey(2020, "residential", "electricity")
INDUSTRY = EntryKey(2020, "industry", "electricity")


def choose(panel: YearGridPanel, first: EntryKey, *others: EntryKey) -> None:
    panel.grid.go_to(first)
    for other in others:
        panel.grid.view.selectionModel().select(panel.model.index_of(other), QItemSelectionModel.SelectionFlag.Select)


def test_that_one_reason_goes_to_the_whole_selection(year: YearGridPanel, context: Context) -> None:
    choose(year, TRADE, HOMES, INDUSTRY)
    before = context.project.inventory
    year.selection.ask_reason(NotationKey.NE)
    dialog = year.window().findChild(ReasonDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.reason.setText("asked in May")
    dialog.accept()
    entries = context.project.inventory.entries
    assert {(entries[key].notation_key, entries[key].note) for key in (TRADE, HOMES, INDUSTRY)} == {
        (NotationKey.NE, "asked in May")
    }
    assert "2 values gave way" in context.messages.text
    context.project.undo()
    assert context.project.inventory == before


def test_that_contained_elsewhere_asks_where(year: YearGridPanel, context: Context) -> None:
    choose(year, INDUSTRY)
    year.selection.ask_reason(NotationKey.IE)
    dialog = year.window().findChild(ReasonDialog)
    assert dialog is not None
    dialog.sector.setCurrentIndex(dialog.sector.findData("tertiary"))
    dialog.carrier.setCurrentIndex(dialog.carrier.findData("natural_gas"))
    dialog.accept()
    assert context.project.inventory.entries[INDUSTRY].contained_in == "tertiary/natural_gas"


def test_that_does_not_exist_here_needs_no_reason(year: YearGridPanel, context: Context) -> None:
    choose(year, INDUSTRY)
    year.selection.set_key(NotationKey.NO)
    assert context.project.inventory.entries[INDUSTRY].notation_key is NotationKey.NO


def test_that_grades_units_and_sources_go_to_recorded_cells_only(year: YearGridPanel, context: Context) -> None:
    choose(year, TRADE, HOMES, INDUSTRY)
    year.selection.set_grade(Grade.C)
    assert "GWh" in {unit.id for unit in year.selection.common_units()}
    year.selection.set_unit("GWh")
    year.selection.ask_source()
    dialog = year.window().findChild(SelectionSourceDialog)
    assert dialog is not None
    dialog.picker.place.setText("letter of May")
    dialog.accept()
    entries = context.project.inventory.entries
    assert {(entries[key].grade, entries[key].unit, entries[key].source) for key in (TRADE, HOMES)} == {
        (Grade.C, "GWh", "letter of May")
    }
    assert INDUSTRY not in entries


def test_that_control_d_fills_the_selection_in_one_step(year: YearGridPanel, context: Context) -> None:
    data_entry.record_source(context.project, TRADE, "Grid letter")
    choose(year, TRADE, HOMES, INDUSTRY)
    before = context.project.inventory
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    entries = context.project.inventory.entries
    assert (entries[HOMES].source, entries[HOMES].text) == ("Grid letter", "9700")
    assert (entries[INDUSTRY].source, entries[INDUSTRY].text) == ("Grid letter", "")
    context.project.undo()
    assert context.project.inventory == before


def test_that_the_menu_says_how_many_cells_it_is_about(year: YearGridPanel) -> None:
    choose(year, TRADE, HOMES)
    year.selection.menu.aboutToShow.emit()
    words = [action.text().replace("&", "") for action in year.selection.menu.actions()]
    assert words[0] == "2 cells selected"
    for wanted in ("Does not exist here", "Not known yet…", "Contained in…", "Confidential…", "Set unit", "Delete"):
        assert wanted in words
    letters = [
        text.partition("&")[2][:1].lower() for action in year.selection.menu.actions() if "&" in (text := action.text())
    ]
    assert len(letters) == len(set(letters))
