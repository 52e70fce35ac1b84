"""The grid's model under Qt's own checks, and how much a change costs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.paths import DataDir
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.base_data_model import BaseDataModel
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.field_table_model import FieldTableModel
from kbdesk.ui.item_models.record_models import LocalFactorModel
from kbdesk.ui.item_models.record_models import PublishedTotalModel
from kbdesk.ui.item_models.totals_model import TotalsModel
from kbdesk.ui.item_models.year_totals import totals_after
from kbdesk.ui.item_models.year_totals import year_totals
from tests.builders import typical_inventory
from tests.ui.open_document import open_document

GAS = EntryKey(2020, "residential", "natural_gas")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def model(context: Context) -> EntryTableModel:
    def record(key: EntryKey, text: str) -> bool:
        return context.run(lambda: data_entry.record_quantity(context.project, key, text, "."))

    made = EntryTableModel(context.project, context.texts, 2020, record)
    context.bus.document_changed.connect(lambda change, _: made.refresh(change))
    return made


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_that_the_models_keep_qts_rules(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    tables: tuple[FieldTableModel, ...] = (
        BaseDataModel(context.project, context.texts, context.run, context.messages.show_error),
        LocalFactorModel(context.project, context.texts, context.run),
        PublishedTotalModel(context.project, context.texts, context.run),
    )
    testers = [watched(table) for table in (model, *tables)]
    assert model.setData(model.index_of(GAS), "421")
    base_data.record_local_factor(context.project, 2020, "peat", "0.4", ".")
    base_data.record_published_total(context.project, 1990, "61200", ".")
    for table in tables:
        table.refresh()
    model.show_year(2010)
    assert all(each.model() is not None for each in testers)


def test_that_an_edit_tells_of_its_own_cell_alone(qtbot: QtBot, model: EntryTableModel) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _: told.extend([place(first), place(last)]))
    assert model.setData(model.index_of(GAS), "421")
    assert set(told) == {place(model.index_of(GAS))}


def place(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()


def test_that_a_change_of_findings_tells_of_the_marked_cells(
    qtbot: QtBot, context: Context, model: EntryTableModel
) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, _last, _roles: told.append(place(first)))
    unallocated = EntryKey(2020, "buildings_unallocated", "natural_gas")
    assert model.setData(model.index_of(unallocated), "5")
    assert place(model.index_of(unallocated)) in told
    assert model.is_open(unallocated)
    assert model.finding_sentences(unallocated)


def test_that_a_change_of_another_year_tells_nothing(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    change = data_entry.record_quantity(context.project, GAS._replace(year=2010), "1", ".")
    assert change is not None
    model.refresh(change)
    assert not told


def test_that_direct_emissions_have_one_column_for_their_sectors(model: EntryTableModel) -> None:
    water = EntryKey(2020, "waste_water", DIRECT)
    assert model.index_of(water).flags() & Qt.ItemFlag.ItemIsEditable
    row = model.index_of(water).row()
    open_cells = [c for c in range(model.columnCount()) if model.index(row, c).flags()]
    assert open_cells == [model.layout.carriers.index(DIRECT)]


def test_that_an_estimate_is_marked_until_it_is_replaced(
    qtbot: QtBot, context: Context, model: EntryTableModel
) -> None:
    key = EntryKey(2020, "tertiary", "biomass")
    change = data_entry.record_quantity(context.project, key, "12", ".", Origin.START)
    assert change is not None
    model.refresh(change)
    assert model.face(key).estimated
    assert model.setData(model.index_of(key), "13")
    assert not model.face(key).estimated


def test_that_a_number_typed_in_another_format_is_edited_in_todays(context: Context, model: EntryTableModel) -> None:
    key = EntryKey(2020, "tertiary", "biomass")
    change = data_entry.record_quantity(context.project, key, "1.234,5", ",")
    assert change is not None
    model.refresh(change)
    assert model.edit_text(key) == "1.234,5"
    change = data_entry.record_quantity(context.project, key, "1.234", ",")
    assert change is not None
    model.refresh(change)
    assert model.index_of(key).data() == "1,234"
    assert model.edit_text(key) == "1,234"
    before = context.project.inventory
    assert model.setData(model.index_of(key), "1,234")
    assert context.project.inventory is before


def test_that_headings_and_closed_cells_hold_nothing(model: EntryTableModel) -> None:
    for row, shown in enumerate(model.layout.rows):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if shown.is_heading:
                assert not index.flags()
                assert model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole) is not None
            if not index.flags():
                assert index.data() is None


def test_that_totals_name_what_is_missing(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    key = EntryKey(2020, "industry", "natural_gas")
    data_entry.record_quantity(context.project, key, "5", ".")
    data_entry.record_unit(context.project, key, "m3")
    totals = year_totals(context.project.results[2020], model.layout)
    shown = TotalsModel(context.texts)
    checked = watched(shown)
    names = [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]
    shown.rename(names, ("MWh", "t"), totals.rows)
    cell = shown.index(model.index_of(key).row(), 0)
    assert cell.data() == "–"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "1 value is missing."
    whole = totals.whole[0][0]
    assert whole is not None
    assert whole.missing == 1
    assert checked.model() is shown


def test_that_totals_after_a_change_are_those_added_up_anew(context: Context, model: EntryTableModel) -> None:
    before = year_totals(context.project.results[2020], model.layout)
    keys = (GAS, EntryKey(2020, "waste_water", DIRECT), EntryKey(2020, "road_passenger", "diesel"))
    for key in keys:
        data_entry.record_quantity(context.project, key, "77", ".")
        result = context.project.results[2020]
        before = totals_after(before, result, model.layout, [key])
        assert before == year_totals(result, model.layout)
    assert totals_after(before, None, model.layout, keys) == year_totals(None, model.layout)


def test_that_the_totals_of_an_empty_year_are_empty(context: Context, model: EntryTableModel) -> None:
    totals = year_totals(None, model.layout)
    assert all(pair[1] is None or pair[1].value is None for pair in totals.rows)
    assert model.face(GAS).kind is CellKind.VALUE
