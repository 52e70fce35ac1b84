"""What is shown and not added stands in its own row, and heat pumps are declared by the keyboard."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kbdesk.models.calculation import Total
from kbdesk.models.inventory import EntryKey
from kbdesk.paths import DataDir
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.services import declaring
from kbdesk.ui.context import Context
from kbdesk.ui.forms.quantity_preview import preview
from kbdesk.ui.item_models.entry_layout import series_layout
from kbdesk.ui.item_models.entry_layout import year_layout
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.year_totals import totals_after
from kbdesk.ui.item_models.year_totals import year_totals
from kbdesk.ui.places.base_data import BaseDataPlace
from kbdesk.ui.widgets.destinations import destination
from kbdesk.ui.widgets.entry_grid import EntryGrid
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

FLEET = EntryKey(2020, "municipal_fleet", "diesel")
HEAT = EntryKey(2020, "residential", "ambient_heat")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> BaseDataPlace:
    shown = BaseDataPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1000, 800)
    return shown


def test_that_heat_pumps_are_declared_by_the_keyboard_and_taken_back(place: BaseDataPlace, context: Context) -> None:
    data_entry.record_quantity(context.project, HEAT, "320 MWh", ".")
    before = context.project.results[2020].energy_mwh.value
    assert before is not None
    combo = place.rules.heat_pumps
    assert combo.currentText() == "not declared yet"
    assert nameless(place.rules) == []
    combo.setFocus()
    press(Qt.Key.Key_Down)
    assert declaring.heat_pumps(context.project) == "yes"
    assert context.project.results[2020].energy_mwh.value == before - 100
    assert "before" in context.messages.text
    context.project.undo()
    place.refresh(None)
    assert combo.currentText() == "not declared yet"


def test_that_only_bisko_asks_for_the_declaration(place: BaseDataPlace, context: Context) -> None:
    assert place.rules.heat_pumps.isVisible()
    base_data.change_rules(context.project, factor_set="com-lca-co2e-2024")
    place.refresh(None)
    assert not place.rules.heat_pumps.isVisible()
    hints = [label for label in place.rules.findChildren(QLabel) if label.text().startswith("BISKO counts")]
    assert not any(hint.isVisible() for hint in hints)


def test_that_the_finding_leads_to_the_declaration(place: BaseDataPlace, context: Context) -> None:
    data_entry.record_quantity(context.project, HEAT, "320 MWh", ".")
    (finding,) = [f for f in context.project.findings_of(2020) if f.code == "heat_pump.twice"]
    wanted = destination(finding)
    assert wanted.place == BaseDataPlace.id
    place.show_target(wanted.target)
    assert place.rules.heat_pumps.hasFocus()
    assert place.rules.heat_pumps.visibleRegion().boundingRect() == place.rules.heat_pumps.rect()


def test_that_the_fleet_is_in_its_own_row_of_the_grid_and_in_no_other_total(context: Context) -> None:
    project = context.project
    layout = year_layout(project.reference.codebook, 2020, ())
    before = year_totals(project.results[2020], layout)
    data_entry.record_quantity(project, FLEET, "100 MWh", ".")
    after = year_totals(project.results[2020], layout)
    assert totals_after(before, project.results[2020], layout, [FLEET]) == after
    row, column = layout.place(FLEET) or (0, 0)
    energy, emissions = after.rows[row]
    assert energy == Total(Decimal("100.000"), 0)
    assert isinstance(emissions, Total)
    assert emissions.value
    assert [r for r in range(len(layout.rows)) if after.rows[r] != before.rows[r]] == [row]
    assert (after.columns, after.whole) == (before.columns, before.whole)
    assert layout.carriers[column] == "diesel"


def test_that_the_row_of_the_fleet_says_that_it_stands_apart(context: Context) -> None:
    layout = year_layout(context.project.reference.codebook, 2020, ())
    model = EntryTableModel(context.project, context.texts, layout, lambda _key, _text: True)
    row, _ = layout.place(FLEET) or (0, 0)
    name = model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole)
    tip = model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert name == "Municipal fleet (shown apart)"
    assert "It is in no total." in str(tip)
    base_data.change_rules(context.project, factor_set="com-lca-co2e-2024")
    assert model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "Municipal fleet"


def test_that_ambient_heat_brings_the_totals_of_electricity_up_to_date(context: Context) -> None:
    project, book = context.project, context.project.reference.codebook
    declaring.declare_heat_pumps(project, "yes")
    grids = []
    for layout in (year_layout(book, 2020, ()), series_layout(book, "electricity", (2010, 2020))):
        model = EntryTableModel(project, context.texts, layout, lambda _key, _text: True)
        grids.append(EntryGrid(project, context.texts, context.theme, model))
    change = data_entry.record_quantity(project, HEAT, "320 MWh", ".")
    assert change is not None
    for grid in grids:
        grid.refresh(change)
    by_year, by_carrier = (grid.sums[1] for grid in grids)
    column = year_layout(book, 2020, ()).carriers.index("electricity")
    assert by_year.index(0, column).data() == "16,230"
    assert by_carrier.index(0, 1).data() == "16,230"
    change = project.undo()
    assert change is not None
    grids[1].refresh(change)
    change = project.undo()
    assert change is not None
    grids[1].refresh(change)
    assert by_carrier.index(0, 1).data() == "16,330"


def test_that_the_field_says_how_its_value_is_counted(context: Context) -> None:
    project, power = context.project, HEAT._replace(carrier="electricity")
    data_entry.record_quantity(project, FLEET, "100 MWh", ".")
    data_entry.record_quantity(project, HEAT, "320 MWh", ".")
    declaring.declare_heat_pumps(project, "yes")
    assert preview(project, FLEET, "100 MWh", context.texts).echo.startswith(
        "= 100.0 MWh · contained in transport, not added · "
    )
    said = preview(project, power, "9700", context.texts).echo
    assert said.startswith("= 9,700 MWh · 9,600 MWh without heat pumps · 1,609 kWh per inhabitant")
    assert "heat pumps" not in preview(project, power, "9800", context.texts).echo
