"""Submission: check, release, create, verify, register, driven through the widgets on real documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtCore import QPointF
from PySide6.QtCore import Qt
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtGui import QDropEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.context import Context
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.submission import SubmissionPlace
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.creation_step import default_folder
from kbdesk.ui.widgets.destinations import destination
from kbdesk.ui.widgets.message_bar import MessageBar
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

YEAR = 2020
GAS = EntryKey(YEAR, "residential", "natural_gas")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), YEAR) as shared:
        yield shared


def shown(qtbot: QtBot, context: Context) -> SubmissionPlace:
    place = SubmissionPlace(context)
    place.refresh(None)
    show_active(qtbot, place, 1000, 900)
    return place


@pytest.fixture
def place(qtbot: QtBot, context: Context) -> SubmissionPlace:
    return shown(qtbot, context)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the question for one is answered with."""
    chosen = tmp_path / "handed in"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def create(place: SubmissionPlace, folder: Path) -> Path:
    """Fill in the release, choose the folder, press the button."""
    place.release.name.setText("Anna Amt")
    place.release.office.setText("Umweltamt")
    place.creation.folder_button.click()
    before = set(folder.iterdir())
    place.creation.create_button.click()
    assert place.context.messages.text == ""
    (made,) = set(folder.iterdir()) - before
    return made


def test_that_a_submission_is_made_shown_and_registered(
    place: SubmissionPlace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    made = create(place, folder)
    result = place.creation.result
    assert result.isVisible()
    assert result.file.text() == made.name
    assert result.check_code.text() in made.name
    assert len(result.sha256.text()) == 64
    result.copy_button.click()
    assert QGuiApplication.clipboard().text() == result.check_code.text()
    result.open_button.click()
    assert Path(opened[0].toLocalFile()) == folder
    register = place.register.table.rows
    assert [register.index(0, column).data() for column in (0, 1, 2, 4)] == [
        "2020",
        "r1",
        result.check_code.text(),
        made.name,
    ]
    assert place.creation.state.word == "r1 made"
    assert SubmissionPlace.state(place.context) == PlaceState("circle-check", "r1 made")
    create(place, folder)
    assert place.register.table.rows.rowCount() == 2
    assert place.register.table.rows.index(0, 1).data() == "r2"
    assert place.creation.state.word == "r2 made"


def test_that_the_sample_is_submitted_and_verified(
    qtbot: QtBot, tmp_path: Path, data_dir: DataDir, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(Reference(resources_dir()), data_dir)
    with desk.create_sample(tmp_path / "sample.kbdesk") as project:
        texts, theme = desk.reference.texts("en"), Theme(resources_dir() / "icons", QGuiApplication.palette())
        messages = MessageBar(theme, texts)
        place = shown(qtbot, Context(desk, project, texts, ChangeBus(), messages, theme, 2015))
        made = create(place, folder)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(made)], ""))
        place.verification.button.click()
        (card,) = place.verification.cards
        assert card.state.word == f"{made.name}: intact"
        assert "Münster, 2015, revision 1" in card.explanation.text()
        assert card.differences.isHidden()
        messages.deleteLater()


def test_that_an_edited_file_is_shown_with_the_cell_that_differs(place: SubmissionPlace, folder: Path) -> None:
    from openpyxl import load_workbook

    made = create(place, folder)
    book = load_workbook(made)
    sheet = book["Values"]
    cells = (cell for row in sheet.iter_rows(min_row=2) for cell in row)
    cell = next(cell for cell in cells if isinstance(cell.value, int | float) and cell.value > 3000)
    cell.value = 1
    book.save(made)
    place.verify([made])
    (card,) = place.verification.cards
    assert card.state.word == f"{made.name}: edited"
    rows = card.differences.rows
    assert rows.rowCount() == 1
    assert rows.index(0, 0).data() == f"Values!{cell.coordinate}"
    assert rows.index(0, 1).data() == "1"
    assert not card.differences.isHidden()


def test_that_files_are_dropped_on_the_step(place: SubmissionPlace, folder: Path, tmp_path: Path) -> None:
    made = create(place, folder)
    foreign = tmp_path / "notes.xlsx"
    foreign.write_bytes(b"no workbook")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in (made, foreign, tmp_path / "letter.txt")])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), action, dropped, buttons, keys)
    place.verification.dragEnterEvent(entered)
    assert entered.isAccepted()
    place.verification.dropEvent(QDropEvent(QPointF(5, 5), action, dropped, buttons, keys))
    assert [card.state.word for card in place.verification.cards] == [
        f"{made.name}: intact",
        "notes.xlsx: not a submission",
    ]


def test_that_other_things_cannot_be_dropped(place: SubmissionPlace) -> None:
    dropped = QMimeData()
    dropped.setText("text")
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), action, dropped, buttons, keys)
    entered.ignore()
    place.verification.dragEnterEvent(entered)
    assert not entered.isAccepted()


def test_that_a_file_that_is_gone_is_a_sentence(place: SubmissionPlace, tmp_path: Path) -> None:
    place.verify([tmp_path / "gone.xlsx"])
    assert place.verification.cards == []
    assert "gone.xlsx" in place.context.messages.text
    place.context.messages.hide()


def test_that_errors_block_and_lead_to_their_field(qtbot: QtBot, place: SubmissionPlace) -> None:
    context = place.context
    change = data_entry.record_quantity(context.project, GAS, "about 38000", ".")
    place.refresh(change)
    assert place.check.state.word.startswith("1 error")
    assert place.creation.state.word == "blocked by 1 error"
    assert not place.creation.create_button.isEnabled()
    assert SubmissionPlace.state(context) == PlaceState("circle-x", "blocked by 1 error")
    (card,) = place.check.errors.cards
    assert "about 38000" in card.sentence.text()
    card.setFocus()
    with qtbot.waitSignal(context.bus.place_wanted) as entered:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert entered.args == ["data_entry", GAS]
    with qtbot.waitSignal(context.bus.place_wanted) as entered:
        place.check.findings_button.click()
    assert entered.args == ["findings", None]


def test_that_what_the_label_lacks_can_be_shown(place: SubmissionPlace) -> None:
    check = place.check
    assert check.label.word == "not BISKO-conform yet, 4 of 21 required values"
    assert check.gaps.isHidden()
    check.gaps_button.click()
    assert check.gaps.isVisible()
    missing = [check.gaps.rows.index(row, 0).data() for row in range(check.gaps.rows.rowCount())]
    assert f"({len(missing)})" in check.gaps_button.text()
    assert "Residential buildings, District heat: a value or an explicit 0 is missing." in missing


def test_that_name_and_office_are_kept_and_a_name_is_needed(place: SubmissionPlace) -> None:
    settings = place.context.desk.settings
    place.release.name.setText("")
    assert place.release.state.word == "your name is missing"
    assert place.creation.state.word == "waits for your name in step 2"
    assert not place.creation.create_button.isEnabled()
    place.release.name.setText("Anna Amt")
    place.release.office.setText(" Umweltamt ")
    place.release.office.editingFinished.emit()
    assert (settings.load().name, settings.load().office) == ("Anna Amt", "Umweltamt")
    assert place.creation.create_button.isEnabled()
    again = SubmissionPlace(place.context)
    assert again.release.name.text() == "Anna Amt"
    again.deleteLater()


def test_that_a_folder_among_the_documents_is_proposed(
    place: SubmissionPlace, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.creation.folder == default_folder(YEAR)
    assert place.creation.folder.parts[-3:] == ("kbdesk", "Submissions", "2020")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    place.creation.folder_button.click()
    assert place.creation.folder == default_folder(YEAR)
    place.context.year = 2010
    place.show_year(2010)
    assert place.creation.folder_field.text().endswith("2010")


def test_that_a_folder_that_cannot_be_written_is_a_sentence(
    place: SubmissionPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(blocked))
    place.release.name.setText("Anna Amt")
    place.creation.folder_button.click()
    place.creation.create_button.click()
    assert "cannot be written" in place.context.messages.text
    assert place.creation.result.isHidden()
    assert place.context.project.document.submissions() == ()
    place.context.messages.hide()


def test_that_years_without_values_have_nothing_to_submit(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, inventory(), 2025) as context:
        place = shown(qtbot, context)
        assert place.creation.state.word == "no values in 2025"
        assert not place.creation.create_button.isEnabled()
        assert place.check.label.isHidden()
        assert place.register.nothing.isVisible()
        assert SubmissionPlace.state(context) == PlaceState("circle-dashed", "no values in 2025")


def test_that_findings_lead_where_they_can_be_mended() -> None:
    def leads(code: str, year: int | None, sector: str = "", carrier: str = "") -> tuple[str, object]:
        return destination(Finding(Level.ERROR, code, year, sector, carrier))

    assert leads("entry.negative", YEAR, GAS.sector, GAS.carrier) == ("data_entry", GAS)
    assert leads("population.missing", YEAR) == ("base_data", YEAR)
    assert leads("factor.missing", YEAR, carrier="hydrogen") == ("base_data", YEAR)
    assert leads("entry.ungraded", YEAR) == ("data_entry", YEAR)


def test_that_a_conform_year_says_so(qtbot: QtBot, context: Context, place: SubmissionPlace) -> None:
    from kbdesk.models.completeness import CARRIERS
    from kbdesk.models.completeness import SECTORS
    from kbdesk.models.conformity import TRANSPORT_SECTORS

    wanted = [EntryKey(YEAR, s, c) for s in SECTORS for c in CARRIERS]
    wanted += [EntryKey(YEAR, s, "diesel") for s in TRANSPORT_SECTORS if s != "aviation"]
    wanted.append(EntryKey(YEAR, "aviation", "kerosene"))
    for key in wanted:
        if key not in context.project.inventory.entries:
            data_entry.record_quantity(context.project, key, "0", ".")
            data_entry.record_unit(context.project, key, "MWh")
            data_entry.record_grade(context.project, key, Grade.A)
    place.refresh(None)
    assert place.check.label.word == "BISKO-conform, 21 of 21 required values"
    assert place.check.gaps_button.isHidden()
