"""Base data, accounting rules, local factors and published totals, on a real document."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kbdesk.models.changes import Change
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.paths import DataDir
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.factor_set_dialog import FactorSetDialog
from kbdesk.ui.dialogs.fill_inhabitants_dialog import FillInhabitantsDialog
from kbdesk.ui.forms.record_list import RecordList
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.places.base_data import BaseDataPlace
from tests.builders import entry
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

Key = Qt.Key


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020, numbers="de") as opened:
        yield opened


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> BaseDataPlace:
    shown = BaseDataPlace(context)
    connected(context, shown)
    show_active(qtbot, shown, 1000, 800)
    shown.base.table.setFocus()
    return shown


def datum(context: Context, year: int, indicator: Indicator) -> BaseDatum | None:
    return context.project.inventory.base_data.get((year, indicator))


def go_to(place: BaseDataPlace, year: int, column: int) -> None:
    place.base.table.select_only(place.base.model.index_of(year, column))


def follow(place: BaseDataPlace, change: Change | None) -> None:
    assert change is not None
    place.refresh(change)


def face(place: BaseDataPlace, year: int, column: int) -> CellFace:
    found = place.base.model.index_of(year, column).data(EntryRole.FACE)
    assert isinstance(found, CellFace)
    return found


def test_that_the_year_of_the_window_is_current(place: BaseDataPlace) -> None:
    assert place.base.table.currentIndex() == place.base.model.index_of(2020, 1)
    place.show_year(2010)
    assert place.base.table.currentIndex() == place.base.model.index_of(2010, 1)


def test_that_a_value_is_typed_saved_and_undone(place: BaseDataPlace, context: Context) -> None:
    go_to(place, 2020, 1)
    typed("6.105")
    press(Key.Key_Tab)
    assert datum(context, 2020, Indicator.POPULATION) == BaseDatum(
        2020, Indicator.POPULATION, Decimal(6105), "register"
    )
    typed("12,7")
    press(Key.Key_Return)
    area = datum(context, 2020, Indicator.AREA_KM2)
    assert area is not None
    assert area.value == Decimal("12.7")
    follow(place, context.project.undo())
    assert face(place, 2020, 2).kind is CellKind.EMPTY


def test_that_text_that_is_no_number_stays_with_a_sentence(place: BaseDataPlace, context: Context) -> None:
    go_to(place, 2020, 3)
    typed("many")
    press(Key.Key_Return)
    assert "many" in context.messages.text
    assert (face(place, 2020, 3).kind, face(place, 2020, 3).text) == (CellKind.DRAFT, "many")
    assert place.base.model.index_of(2020, 3).data(Qt.ItemDataRole.EditRole) == "many"
    go_to(place, 2020, 3)
    typed("2800")
    press(Key.Key_Return)
    assert face(place, 2020, 3).kind is CellKind.VALUE


def test_that_delete_forgets_a_refused_text_and_clears_a_value(place: BaseDataPlace, context: Context) -> None:
    go_to(place, 2020, 3)
    typed("many")
    press(Key.Key_Tab)
    go_to(place, 2020, 3)
    press(Key.Key_Delete)
    assert face(place, 2020, 3).kind is CellKind.EMPTY
    go_to(place, 2020, 1)
    press(Key.Key_Delete)
    assert datum(context, 2020, Indicator.POPULATION) is None
    assert face(place, 2020, 1).finding is FindingMark.WARNING


def test_that_a_year_is_added_in_the_last_row(place: BaseDataPlace, context: Context) -> None:
    place.base.table.select_only(place.base.model.index(2, 0))
    typed("2015")
    press(Key.Key_Return)
    assert place.base.table.currentIndex() == place.base.model.index_of(2015, 1)
    typed("5900")
    press(Key.Key_Return)
    assert datum(context, 2015, Indicator.POPULATION) is not None
    assert [place.base.model.key(row) for row in range(4)] == [2010, 2015, 2020, 0]


def test_that_a_year_that_is_none_stays_with_a_sentence(place: BaseDataPlace, context: Context) -> None:
    place.base.table.select_only(place.base.model.index(2, 0))
    typed("2105")
    press(Key.Key_Return)
    assert "is not a year" in context.messages.text
    assert place.base.model.index(2, 0).data() == "2105"


def test_that_a_column_is_pasted_in_one_step(place: BaseDataPlace, context: Context) -> None:
    go_to(place, 2010, 1)
    QGuiApplication.clipboard().setText("5.781\n6.031\n")
    place.base.paste()
    values = [datum(context, year, Indicator.POPULATION) for year in (2010, 2020)]
    assert [value.value for value in values if value] == [Decimal(5781), Decimal(6031)]
    follow(place, context.project.undo())
    assert face(place, 2010, 1).text == "5.780"


@pytest.mark.parametrize("block", ["1\n2\n3", "1\tx", "1\t2\t3\t4\t5\t6"])
def test_that_a_block_that_does_not_fit_changes_nothing(place: BaseDataPlace, context: Context, block: str) -> None:
    go_to(place, 2010, 1)
    before = context.project.inventory
    QGuiApplication.clipboard().setText(block)
    place.base.paste()
    assert context.messages.text
    assert context.project.inventory == before


def test_that_the_source_follows_the_current_value(place: BaseDataPlace, context: Context) -> None:
    go_to(place, 2020, 1)
    assert place.base.source.text() == "register"
    fill(place.base.source, "Statistical office")
    kept = datum(context, 2020, Indicator.POPULATION)
    assert kept is not None
    assert kept.source == "Statistical office"
    go_to(place, 2020, 2)
    assert not place.base.source.isEnabled()
    assert place.base.source.accessibleName() == "Source of Area [km²] 2020"


def add(records: RecordList, *texts: str) -> None:
    lines = [line for line in records.findChildren(QLineEdit) if line.parent() is records]
    for line, text in zip(lines, texts, strict=True):
        fill(line, text)
    records.add.click()


def test_that_a_local_factor_is_added_edited_and_deleted(place: BaseDataPlace, context: Context) -> None:
    factors = context.project.inventory.local_factors
    add(place.factors, "2020", "0,184", "Certificate")
    factors = context.project.inventory.local_factors
    assert factors[2020, "district_heat"].t_per_mwh == Decimal("0.184")
    model = place.factors.model
    assert [model.index(0, column).data() for column in range(4)] == ["2020", "District heat", "0,184", "Certificate"]
    assert model.setData(model.index(0, 2), "0,19")
    assert model.setData(model.index(0, 3), "Certificate 2021")
    changed = context.project.inventory.local_factors[2020, "district_heat"]
    assert (changed.t_per_mwh, changed.source) == (Decimal("0.19"), "Certificate 2021")
    place.factors.table.setCurrentIndex(model.index(0, 0))
    place.factors.delete.click()
    assert not context.project.inventory.local_factors
    assert place.factors.table.isHidden()


def test_that_a_long_factor_is_shown_rounded_and_told_whole(place: BaseDataPlace) -> None:
    add(place.factors, "2020", "0,309602820754", "Report")
    shown = place.factors.model.index(0, 2)
    assert shown.data() == "0,3096"
    assert shown.data(Qt.ItemDataRole.ToolTipRole) == "0,309602820754"
    assert shown.data(Qt.ItemDataRole.EditRole) == "0,309602820754"


def test_that_a_factor_that_is_no_number_stays_in_the_fields(place: BaseDataPlace, context: Context) -> None:
    add(place.factors, "2020", "little", "")
    assert "little" in context.messages.text
    assert not context.project.inventory.local_factors
    lines = [line for line in place.factors.findChildren(QLineEdit) if line.parent() is place.factors]
    assert [line.text() for line in lines] == ["2020", "little", ""]


def test_that_an_edited_factor_that_is_no_number_stays_in_the_table(place: BaseDataPlace, context: Context) -> None:
    add(place.factors, "2020", "0,184", "")
    model = place.factors.model
    assert model.setData(model.index(0, 2), "0,18o")
    assert model.index(0, 2).data() in ("0,18o", "0,18")


def test_that_a_published_total_is_added_and_deleted(place: BaseDataPlace, context: Context) -> None:
    add(place.published, "1990", "61.200", "Climate report 1995")
    published = context.project.inventory.published[1990, ""]
    assert (published.emissions_t, published.source) == (Decimal(61200), "Climate report 1995")
    place.published.table.setCurrentIndex(place.published.model.index(0, 0))
    place.published.table.clear_wanted.emit()
    assert not context.project.inventory.published


def chosen_set(place: BaseDataPlace, set_id: str) -> FactorSetDialog:
    combo = place.rules.factor_set
    combo.setCurrentIndex(combo.findData(set_id))
    combo.activated.emit(combo.currentIndex())
    return next(d for d in place.findChildren(FactorSetDialog) if not d.isHidden())


def test_that_another_factor_set_shows_before_and_after_and_is_taken_by_its_button(
    place: BaseDataPlace, context: Context
) -> None:
    before = context.project.results[2020].emissions_t.value
    dialog = chosen_set(place, "com-lca-co2e-2024")
    assert context.project.municipality.factor_set == "bisko"
    assert dialog.years.rows.rowCount() == len(context.project.results)
    assert dialog.sectors.rows.rowCount() == 5
    dialog.accept()
    assert context.project.municipality.factor_set == "com-lca-co2e-2024"
    assert context.project.results[2020].emissions_t.value != before
    assert "2020" in context.messages.text
    follow(place, context.project.undo())
    assert place.rules.factor_set.value == "bisko"


def test_that_a_factor_set_looked_at_only_changes_nothing(place: BaseDataPlace, context: Context) -> None:
    dialog = chosen_set(place, "com-ipcc-co2-2024")
    dialog.reject()
    assert context.project.municipality.factor_set == "bisko"
    assert place.rules.factor_set.value == "bisko"


def test_that_a_base_year_that_is_none_stays_in_the_field(place: BaseDataPlace, context: Context) -> None:
    fill(place.rules.base_year, "2100")
    assert place.rules.base_year.text() == "2100"
    assert place.rules.base_year.is_refused
    assert context.project.municipality.base_year == 1990
    fill(place.rules.base_year, "2010")
    assert context.project.municipality.base_year == 2010


def test_that_the_state_says_what_is_missing(tmp_path: Path, data_dir: DataDir) -> None:
    cases = (
        (inventory(), "no years yet"),
        (inventory([entry(2022, "residential", "electricity", "5")]), "inhabitants missing"),
        (inventory([entry(2022, "residential", "electricity", "5")], population={2022: 6000}), "complete"),
    )
    for number, (records, word) in enumerate(cases):
        folder = tmp_path / str(number)
        folder.mkdir()
        with open_document(folder, data_dir, records, 2022) as context:
            state = BaseDataPlace.state(context)
        assert state is not None
        assert state.word == word


def test_that_missing_inhabitants_are_shown_and_then_filled(place: BaseDataPlace, context: Context) -> None:
    place.base.fill_button.click()
    (dialog,) = place.findChildren(FillInhabitantsDialog)
    assert dialog.field.text() == "2010-2020"
    assert dialog.message.text() == "9 years will be filled."
    shown = [str(dialog.rows.rows.index(0, column).data()) for column in range(3)]
    assert shown[0] == "2011"
    assert shown[2].startswith("Estimate: ")
    fill(dialog.field, "2200")
    dialog.field.textEdited.emit("2200")
    assert not dialog.action.isEnabled()
    dialog.field.setText("2019")
    dialog.field.textEdited.emit("2019")
    dialog.accept()
    assert "1 year " in context.messages.text
    assert face(place, 2019, 1).estimated
    assert not face(place, 2020, 1).estimated
    follow(place, context.project.undo())
    assert datum(context, 2019, Indicator.POPULATION) is None


def test_that_a_break_is_marked_typed_over_and_deleted(place: BaseDataPlace, context: Context) -> None:
    year, *_, said = place.breaks.findChildren(QLineEdit)
    fill(year, "2015")
    fill(said, "traffic counted anew")
    place.breaks.add.click()
    answers = context.project.inventory.answers
    assert answers["break.2015"].value == "method\ttraffic counted anew"
    assert place.breaks.model.save(place.breaks.model.key(0), 3, "new tool")
    assert context.project.inventory.answers["break.2015"].value == "method\tnew tool"
    place.breaks.table.select_only(place.breaks.model.index(0, 0))
    place.breaks.delete_current()
    assert "break.2015" not in context.project.inventory.answers


@pytest.mark.parametrize(("year", "text"), [("soon", "new tool"), ("2015", "")])
def test_that_a_break_without_year_or_sentence_stays_in_its_fields(
    place: BaseDataPlace, context: Context, year: str, text: str
) -> None:
    at, *_, said = place.breaks.findChildren(QLineEdit)
    at.setText(year)
    said.setText(text)
    place.breaks.add.click()
    assert not any(question.startswith("break.") for question in context.project.inventory.answers)
    assert (at.text(), said.text()) == (year, text)


def test_that_another_factor_set_can_be_marked_as_a_break(place: BaseDataPlace, context: Context) -> None:
    combo = place.rules.factor_set
    combo.setCurrentIndex(combo.findData("com-lca-co2e-2024"))
    combo.activated.emit(combo.currentIndex())
    (dialog,) = place.findChildren(FactorSetDialog)
    assert not dialog.mark_break.isChecked()
    dialog.mark_break.setChecked(True)
    dialog.accept()
    assert context.project.factor_set.id == "com-lca-co2e-2024"
    assert context.project.inventory.answer("break.2020").startswith("factors\t")
