"""The grid's model under Qt's own checks, and how much a change costs."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kbdesk.models.calculation import Total
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.second_looks import SecondLook
from kbdesk.paths import DataDir
from kbdesk.services import base_data
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.base_data_model import BaseDataModel
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_layout import series_layout
from kbdesk.ui.item_models.entry_layout import year_layout
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.field_table_model import FieldTableModel
from kbdesk.ui.item_models.grid_totals import Difference
from kbdesk.ui.item_models.record_models import LocalFactorModel
from kbdesk.ui.item_models.record_models import PublishedTotalModel
from kbdesk.ui.item_models.series_totals import series_totals
from kbdesk.ui.item_models.series_totals import series_totals_after
from kbdesk.ui.item_models.totals_model import TotalsModel
from kbdesk.ui.item_models.year_totals import totals_after
from kbdesk.ui.item_models.year_totals import year_totals
from tests.builders import codebook
from tests.builders import typical_inventory
from tests.ui.open_document import open_document

GAS = EntryKey(2020, "residential", "natural_gas")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def model(context: Context) -> Iterator[EntryTableModel]:
    def record(key: EntryKey, text: str) -> bool:
        return context.run(lambda: data_entry.record_quantity(context.project, key, text, "."))

    made = EntryTableModel(context.project, context.texts, layout_of(context, 2020), record)
    context.bus.document_changed.connect(lambda change, _: made.refresh(change))
    yield made
    made.show_layout(made.layout)  # what it would look at later is done with


def layout_of(context: Context, year: int) -> EntryLayout:
    return year_layout(codebook(), year, {key.carrier for key in context.project.inventory.entries})


@pytest.fixture
def series(context: Context) -> Iterator[EntryTableModel]:
    """All years of natural gas, one of them empty."""

    def record(key: EntryKey, text: str) -> bool:
        return context.run(lambda: data_entry.record_quantity(context.project, key, text, "."))

    layout = series_layout(codebook(), "natural_gas", [2020, 2010, 2015])
    made = EntryTableModel(context.project, context.texts, layout, record)
    context.bus.document_changed.connect(lambda change, _: made.refresh(change))
    yield made
    made.show_layout(made.layout)  # what it would look at later is done with


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
    model.show_layout(layout_of(context, 2010))
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
    assert isinstance(whole, Total)
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
    assert all(not isinstance(pair[1], Total) or pair[1].value is None for pair in totals.rows)
    assert model.face(GAS).kind is CellKind.VALUE


def test_that_a_carrier_is_shown_over_its_years(qtbot: QtBot, context: Context, series: EntryTableModel) -> None:
    tester = watched(series)
    headers = [series.headerData(column, Qt.Orientation.Horizontal) for column in range(series.columnCount())]
    assert headers == ["2010", "2015", "2020"]
    assert "waste_water" not in {row.sector for row in series.layout.rows}
    assert series.setData(series.index_of(GAS._replace(year=2015)), "41000")
    assert context.project.inventory.entries[GAS._replace(year=2015)].quantity == Decimal(41000)
    assert series.index_of(GAS._replace(carrier="peat")) == QModelIndex()
    series.show_layout(series_layout(codebook(), DIRECT, [2020]))
    assert series.layout.rows[1].sector
    assert tester.model() is series


def test_that_totals_over_years_are_compared_with_the_year_before(context: Context, series: EntryTableModel) -> None:
    totals = series_totals(context.project.results, series.layout)
    energy, _emissions, differences = totals.columns
    assert [total.value for total in energy if isinstance(total, Total)] == [Decimal("47400.0"), None, Decimal(39500)]
    assert differences[:2] == (None, None)
    assert isinstance(differences[2], Difference)
    assert (round(differences[2].share, 4), differences[2].than) == (Decimal("-0.1667"), 2010)
    data_entry.record_quantity(context.project, GAS._replace(year=2015), "39500", ".")
    after = series_totals_after(totals, context.project.results, series.layout, {2015})
    assert after == series_totals(context.project.results, series.layout)
    assert after.columns[2][2] == Difference(Decimal(0), 2015)


def test_that_an_expected_value_is_open_and_says_so(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    key = EntryKey(2020, "tertiary", "biomass")
    change = context.project.commit(
        "import", {"file": "", "count": "1"}, [Edit(None, Entry(key, unit="MWh", origin=Origin.CARRIED))]
    )
    assert change is not None
    model.refresh(change)
    face = model.face(key)
    assert (face.kind, face.text) == (CellKind.EXPECTED, "expected")
    assert model.is_open(key)
    assert model.edit_text(key) == ""
    assert model.setData(model.index_of(key), "12")
    assert model.face(key).kind is CellKind.VALUE


def test_that_a_value_from_bills_looks_computed(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    key = EntryKey(2020, "tertiary", "biomass")
    change = data_entry.record_quantity(context.project, key, "12", ".", Origin.BILLS)
    assert change is not None
    model.refresh(change)
    assert model.face(key).computed
    assert "Added up from bills." in str(model.index_of(key).data(Qt.ItemDataRole.ToolTipRole))


def test_that_a_second_look_is_told_beside_the_sector(qtbot: QtBot, context: Context, model: EntryTableModel) -> None:
    row = model.index_of(GAS).row()
    look = SecondLook(2020, "residential", "K. Roth", "2026-02-28")
    change = context.project.commit("import", {"file": "", "count": "1"}, [Edit(None, look)])
    assert change is not None
    with qtbot.waitSignal(model.headerDataChanged):
        model.refresh(change)
    spoken = model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert "Checked by K. Roth on" in str(spoken)
    assert model.headerData(row, Qt.Orientation.Vertical) == "Residential buildings"


def test_that_years_judged_by_an_edited_one_are_looked_at_soon_after(
    qtbot: QtBot, context: Context, series: EntryTableModel
) -> None:
    later = GAS
    assert series.face(later).finding is FindingMark.NONE
    assert series.setData(series.index_of(GAS._replace(year=2010)), "3800000")
    assert series.face(GAS._replace(year=2010)).finding is not FindingMark.NONE
    with qtbot.waitSignal(series.dataChanged):
        assert series.setData(series.index_of(GAS._replace(year=2015)), "38000")
