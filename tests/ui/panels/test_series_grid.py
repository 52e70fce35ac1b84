"""Sectors by years of a carrier, and the choice between the panels."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.panels.series_grid import SeriesGridPanel
from kbdesk.ui.panels.year_grid import YearGridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.widgets.entry_grid_view import EntryGridView
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.keyboard import typed

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
GAS = EntryKey(2020, "residential", "natural_gas")


def shown_years(panel: SeriesGridPanel) -> list[str]:
    return [panel.grid.column_name(column) for column in panel.grid.view.visible_columns()]


def test_that_every_known_year_and_the_windows_has_a_column(
    series: SeriesGridPanel, place: DataEntryPlace, context: Context
) -> None:
    assert shown_years(series) == ["2010", "2020"]
    series.grid.go_to(EntryKey(2020, "tertiary", "electricity"))
    context.year = 2023
    place.show_year(2023)
    assert shown_years(series) == ["2010", "2020", "2023"]
    assert series.current_key() == EntryKey(2023, "tertiary", "electricity")


def test_that_years_are_typed_from_one_to_the_next(series: SeriesGridPanel, context: Context) -> None:
    series.grid.go_to(EntryKey(2010, "industry", "electricity"))
    typed("1.500")
    press(Key.Key_Tab)
    typed("1.400,5")
    press(Key.Key_Return)
    entries = context.project.inventory.entries
    assert entries[EntryKey(2010, "industry", "electricity")].quantity == Decimal(1500)
    assert entries[EntryKey(2020, "industry", "electricity")].quantity == Decimal("1400.5")
    bottom = series.grid.sums[1]
    assert bottom.index(2, 1).data().endswith("%")
    assert "2010" in str(bottom.index(2, 1).data(Qt.ItemDataRole.ToolTipRole))


def test_that_carriers_in_use_come_first(series: SeriesGridPanel, context: Context) -> None:
    offered = [str(series.chooser.itemData(place)) for place in range(series.chooser.count())]
    used = {key.carrier for key in context.project.inventory.entries}
    assert set(offered[: len(used)]) == used
    assert set(offered) == {*context.project.reference.codebook.carriers, DIRECT}


def test_that_another_carrier_shows_its_sectors(series: SeriesGridPanel) -> None:
    series.grid.go_to(EntryKey(2010, "residential", "electricity"))
    series.chooser.setCurrentIndex(series.chooser.findData("natural_gas"))
    series.chooser.activated.emit(0)
    assert series.current_key() == EntryKey(2010, "residential", "natural_gas")
    assert "Natural gas" in series.heading.text()
    series.chooser.setCurrentIndex(series.chooser.findData(DIRECT))
    series.chooser.activated.emit(0)
    sectors = {row.sector for row in series.model.layout.rows}
    assert "waste_water" in sectors
    assert "residential" not in sectors


def test_that_a_target_of_another_carrier_and_year_is_shown(series: SeriesGridPanel) -> None:
    target = EntryKey(2005, "residential", "peat")
    assert series.show_target(target)
    assert series.current_key() == target
    assert not series.show_target(EntryKey(2005, "residential", "no such thing"))


def test_that_the_filter_finds_sectors_and_years(series: SeriesGridPanel) -> None:
    series.filter.setText("2010")
    assert shown_years(series) == ["2010"]
    series.filter.setText("resid")
    assert len(series.grid.view.visible_rows()) == 2


def test_that_f8_looks_through_all_years(place: DataEntryPlace, series: SeriesGridPanel, context: Context) -> None:
    draft = EntryKey(2010, "industry", "electricity")
    change = data_entry.record_quantity(context.project, draft, "many", ",")
    assert change is not None
    place.refresh(change)
    place.go_to_next_open()
    assert series.current_key() == draft
    change = data_entry.clear(context.project, [draft])
    assert change is not None
    place.refresh(change)
    place.go_to_next_open()
    assert context.messages.text == "Nothing is open in the years of Electricity."


def test_that_the_value_stays_the_same_when_another_panel_is_chosen(
    place: DataEntryPlace, year: YearGridPanel, context: Context
) -> None:
    year.grid.go_to(GAS)
    place.buttons["years"].click()
    assert place.panel.current_key() == GAS
    assert place.panel.isVisible()
    assert not year.isVisible()
    change = data_entry.record_quantity(context.project, GAS, "77", ",")
    assert change is not None
    place.refresh(change)
    place.buttons["year"].click()
    assert year.model.index_of(GAS).data() == "77"


@pytest.mark.parametrize("panel_id", [panel.id for panel in PANELS])
def test_that_every_panel_is_chosen_by_its_name_and_remembered(
    place: DataEntryPlace, context: Context, panel_id: str, qtbot: QtBot
) -> None:
    place.show_target(panel_id)
    assert place.panel.id == panel_id
    assert [button.isChecked() for button in place.buttons.values()] == [id_ == panel_id for id_ in place.buttons]
    again = DataEntryPlace(context)
    qtbot.addWidget(again)
    assert again.panel.id == panel_id or context.desk.settings.load().entry_panel == ""


def test_that_what_was_typed_is_saved_when_another_panel_is_chosen(
    place: DataEntryPlace, year: YearGridPanel, context: Context
) -> None:
    year.grid.go_to(GAS)
    typed("5")
    place.show_panel("years")
    assert context.project.inventory.entries[GAS].text == "5"


def test_that_every_control_of_the_grids_has_a_name(place: DataEntryPlace, series: SeriesGridPanel) -> None:
    assert nameless(place) == []
    assert all(button.text() for button in place.findChildren(QToolButton) if button.isVisible() and button.menu())


def test_that_control_enter_goes_to_the_details_and_back(series: SeriesGridPanel) -> None:
    press(Key.Key_Return, Control)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert series.details.isAncestorOf(focused)
    press(Key.Key_Return, Control)
    assert QApplication.focusWidget() is series.grid.view


def test_that_control_semicolon_begins_a_note(year: YearGridPanel, context: Context) -> None:
    year.grid.go_to(GAS)
    press(Key.Key_Semicolon, Control)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "half a year")
    year.save_pending()
    assert context.project.inventory.entries[GAS].note == "half a year"


def rows_seen(view: EntryGridView) -> int:
    height = view.viewport().height()
    return sum(
        view.rowViewportPosition(row) >= 0 and view.rowViewportPosition(row) + view.rowHeight(row) <= height
        for row in view.visible_rows()
    )


def test_that_in_a_small_window_five_rows_are_seen_and_the_details_open_on_their_own(
    place: DataEntryPlace, year: YearGridPanel, qtbot: QtBot
) -> None:
    place.setFixedSize(430, 300)
    qtbot.waitUntil(lambda: not year.details.isVisible())
    view = year.grid.view
    qtbot.waitUntil(lambda: rows_seen(view) >= 5)
    year.grid.go_to(GAS)
    press(Key.Key_Return, Control)
    assert year.details.isVisible()
    assert not view.isVisible()
    press(Key.Key_Return, Control)
    assert view.isVisible()
    press(Key.Key_F, Control)
    assert QApplication.focusWidget() is year.filter
