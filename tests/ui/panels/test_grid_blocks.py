"""Blocks between a spreadsheet and the grids."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services import data_entry
from kbdesk.services.clipboard_cells import read_cells
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.paste_dialog import PasteDialog
from kbdesk.ui.panels.grid_panel import GridPanel
from kbdesk.ui.panels.series_grid import SeriesGridPanel
from kbdesk.ui.panels.year_grid import YearGridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from tests.ui.conftest import nameless
from tests.ui.keyboard import press

CLIPBOARD = Path(__file__).parents[2] / "data" / "clipboard"
HOMES = EntryKey(2020, "residential", "electricity")
GAS = EntryKey(2020, "residential", "natural_gas")


def put_block(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def preview(panel: GridPanel) -> PasteDialog:
    found = panel.window().findChild(PasteDialog)
    assert found is not None
    return found


def test_that_a_block_of_german_numbers_arrives_exactly_is_one_step_and_is_copied_back_the_same(
    place: DataEntryPlace, series: SeriesGridPanel, context: Context
) -> None:
    for year in range(2009, 2021):
        place.show_year(year)
    first = next(row.sector for row in series.model.layout.rows if row.sector)
    series.grid.go_to(EntryKey(2009, first, "electricity"))
    before = context.project.inventory
    text = (CLIPBOARD / "libreoffice_german.txt").read_text(encoding="utf-8")
    put_block(text, (CLIPBOARD / "libreoffice_german.html").read_text(encoding="utf-8"))
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(series)
    assert "new" in dialog.summary.text()
    assert "rounded in the source" in {dialog.table.rows.index(row, 5).data() for row in range(192)}
    dialog.accept()
    pasted = context.project.inventory.entries
    assert (
        len(pasted) - len(before.entries) + sum(key in before.entries for key in changed(before.entries, pasted)) == 192
    )
    assert pasted[EntryKey(2009, first, "electricity")].quantity == Decimal("29148.3")
    series.clipboard.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == text.rstrip("\n").replace("1.234,6", "1234,5678")
    exact = [[cell.exact for cell in row] for row in read_cells(mime.text(), mime.html())]
    assert exact[2][2] == Decimal("1234.5678")
    change = context.project.undo()
    assert change is not None
    place.refresh(change)
    assert context.project.inventory == before
    put_block(mime.text(), mime.html())


def changed(before: object, after: object) -> list[EntryKey]:
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    return [key for key in after if before.get(key) != after[key]]


def test_that_names_put_numbers_where_they_belong_after_a_look(year: YearGridPanel, context: Context) -> None:
    year.grid.go_to(EntryKey(2020, "municipal_buildings", "electricity"))
    put_block("\tErdgas\tStrom\ntertiary\t1.234\t2\nresidential\t3\t4")
    year.clipboard.paste()
    dialog = preview(year)
    assert "energy carriers" in " ".join(label_texts(dialog))
    assert nameless(dialog) == []
    assert dialog.comma.isChecked()
    dialog.point.setChecked(True)
    dialog.accept()
    entries = context.project.inventory.entries
    assert entries[EntryKey(2020, "tertiary", "natural_gas")].quantity == Decimal("1.234")
    assert entries[GAS].text == "3"
    assert entries[HOMES].text == "4"
    assert entries[EntryKey(2020, "municipal_buildings", "electricity")].text == "410"


def label_texts(dialog: PasteDialog) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in dialog.findChildren(QLabel)]


def test_that_a_preview_that_is_left_changes_nothing(year: YearGridPanel, context: Context) -> None:
    before = context.project.inventory
    year.grid.go_to(HOMES)
    put_block("5\tabout 7")
    year.clipboard.paste()
    preview(year).reject()
    assert context.project.inventory is before


def test_that_a_copy_with_names_comes_back_to_the_same_cells(
    year: YearGridPanel, context: Context, qtbot: QtBot
) -> None:
    year.grid.go_to(GAS)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "\tNatural gas\nResidential buildings\t38000"
    data_entry.clear(context.project, [GAS])
    year.lay_out()
    year.grid.go_to(EntryKey(2020, "municipal_buildings", "electricity"))
    year.clipboard.paste()
    preview(year).accept()
    assert context.project.inventory.entries[GAS].text == "38000"


def test_that_reasons_are_copied_in_words_and_pasted_as_reasons(year: YearGridPanel, context: Context) -> None:
    data_entry.record_notation_key(context.project, GAS, NotationKey.NE)
    year.lay_out()
    year.grid.go_to(GAS)
    year.clipboard.copy()
    year.grid.go_to(HOMES)
    year.clipboard.paste()
    assert context.project.inventory.entries[HOMES].notation_key is NotationKey.NE


def test_that_a_block_that_goes_on_out_of_sight_is_said(year: YearGridPanel, context: Context) -> None:
    year.grid.go_to(EntryKey(2020, "municipal_buildings", "electricity"))
    put_block("\n".join(str(number) for number in range(1, 17)))
    year.clipboard.paste()
    if year.window().findChild(PasteDialog) is not None:
        preview(year).accept()
    assert "beyond what is in sight" in context.messages.text
