"""Totals are unfolded where they stand, by the keyboard, and each value leads to its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.explain_dialog import ExplainDialog
from kbdesk.ui.dialogs.explain_dialog import explain_year
from kbdesk.ui.panels.year_grid import YearGridPanel
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.places.progress import ProgressPlace
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


def opened(parent: QWidget) -> ExplainDialog:
    (dialog,) = (found for found in parent.window().findChildren(ExplainDialog) if found.isVisible())
    return dialog


def test_that_a_line_leads_to_its_field(qtbot: QtBot, context: Context) -> None:
    parent = QWidget()
    show_active(qtbot, parent, 900, 600)
    wanted: list[tuple[str, object]] = []
    context.bus.place_wanted.connect(lambda place, target: wanted.append((place, target)))
    dialog = explain_year(parent, context)
    assert nameless(dialog) == []
    assert "9 values" in dialog.said.text()
    first = dialog.table.rows.index(0, 0).data()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    ((place, target),) = wanted
    assert place == "data_entry"
    assert isinstance(target, EntryKey)
    assert context.texts.sector(target.sector) == first


def test_that_the_figures_of_the_overview_unfold(qtbot: QtBot, context: Context) -> None:
    place = OverviewPlace(context)
    place.refresh(None)
    show_active(qtbot, place, 1100, 800)
    place.explain_button.click()
    dialog = opened(place)
    assert dialog.table.rows.rowCount() == 9
    dialog.reject()


def test_that_a_number_of_the_tables_unfolds_by_enter(qtbot: QtBot, context: Context) -> None:
    place = ProgressPlace(context)
    place.refresh(None)
    place.tabs.setCurrentWidget(place.tables)
    show_active(qtbot, place, 1100, 800)
    table = place.tables.table
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = opened(place)
    assert {dialog.table.rows.index(row, 0).data() for row in range(dialog.table.rows.rowCount())} == {
        table.rows.index(0, 0).data()
    }
    dialog.reject()
    table.clearSelection()
    table.setCurrentIndex(table.rows.index(-1, -1))
    place.tables.explain_button.click()
    assert opened(place).table.rows.rowCount() == 9
    opened(place).reject()


def test_that_totals_of_the_grid_unfold_from_their_cell_and_from_the_menu(qtbot: QtBot, context: Context) -> None:
    panel = YearGridPanel(context, context.run)
    show_active(qtbot, panel, 1200, 700)
    grid = panel.grid
    assert grid.go_to(EntryKey(2020, "residential", "natural_gas"))
    row = grid.view.currentIndex().row()
    grid.total_wanted.emit(row, -1)
    dialog = opened(panel)
    assert dialog.table.rows.rowCount() == 3
    dialog.reject()
    menu = panel.selection.menu
    menu.aboutToShow.emit()
    (totals,) = (found for found in menu.findChildren(QMenu) if "total" in found.title())
    names = [action.text() for action in totals.actions()]
    assert names == ["Residential buildings, 2020", "Natural gas, 2020", "All energy-related emissions, 2020"]
    totals.actions()[1].trigger()
    assert opened(panel).table.rows.rowCount() == 2
    opened(panel).reject()
