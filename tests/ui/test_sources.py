"""The place of the sources: found, changed, named, with their files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.sources import Source
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services import membership
from kbdesk.services import sources
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.source_dialog import SourceDialog
from kbdesk.ui.places.sources import SourcesPlace
from tests.builders import typical_inventory
from tests.ui.conftest import AnsweredFileDialogs
from tests.ui.conftest import nameless
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.open_document import connected
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

GAS = EntryKey(2020, "residential", "natural_gas")
OIL = EntryKey(2020, "residential", "heating_oil")


class Desktop:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.has_program = True

    def __call__(self, path: Path) -> bool:
        self.opened.append(path)
        return self.has_program


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def context(tmp_path: Path, data_dir: DataDir, qtbot: QtBot) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def letter(context: Context) -> Source:
    """A gas letter that one value names."""
    source = sources.new_source(context.project, supplier="Stadtwerke", title="letter", kind="operator")
    sources.add_source(context.project, source)
    sources.name_source(context.project, [GAS], source.id)
    return source


def opened(qtbot: QtBot, context: Context, files: AnsweredFileDialogs, desktop: Desktop) -> SourcesPlace:
    place = SourcesPlace(context, files, desktop)
    connected(context, place)
    place.refresh(None)
    show_active(qtbot, place, 1000, 900)
    return place


@pytest.fixture
def place(qtbot: QtBot, context: Context, letter: Source, files: AnsweredFileDialogs, desktop: Desktop) -> SourcesPlace:
    """The place with the letter chosen."""
    return opened(qtbot, context, files, desktop)


def kept(context: Context, source: Source) -> Source:
    return context.project.inventory.sources[source.id]


def texts_of(place: SourcesPlace, column: int) -> list[str]:
    model = place.table.rows
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def dialog_of(place: SourcesPlace) -> SourceDialog:
    return next(d for d in place.window().findChildren(SourceDialog) if d.isVisible())


def drop(place: SourcesPlace, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(100, 100)
    event = QDropEvent(
        middle, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    place.dropEvent(event)


def test_that_an_empty_list_says_how_to_begin(
    qtbot: QtBot, context: Context, files: AnsweredFileDialogs, desktop: Desktop
) -> None:
    shown = opened(qtbot, context, files, desktop)
    assert shown.empty.isVisible()
    assert not shown.table.isVisible()
    state = SourcesPlace.state(context)
    assert state is not None
    assert state.word == "no sources yet"


def test_that_the_state_counts_values_without_a_source(place: SourcesPlace, context: Context) -> None:
    state = SourcesPlace.state(context)
    assert state is not None
    assert state.word == "17 values without source"
    sources.name_source(context.project, sources.without_source(context.project), place.form.source_id)
    state = SourcesPlace.state(context)
    assert state is not None
    assert state.word == "1 source"


def test_that_every_control_has_a_name(place: SourcesPlace) -> None:
    assert nameless(place) == []


def test_that_fields_save_themselves_when_left(place: SourcesPlace, context: Context, letter: Source) -> None:
    fill(place.form.contact, "0621 504-0")
    fill(place.form.date, "14.2.2023")
    assert (kept(context, letter).contact, kept(context, letter).date) == ("0621 504-0", "2023-02-14")
    assert place.form.date.text() == "14 Feb 2023"
    assert place.form.echo.text() == "14 February 2023"
    assert texts_of(place, 2) == ["14 Feb 2023"]


def test_that_a_day_with_two_readings_is_said(place: SourcesPlace) -> None:
    place.form.date.setText("03/04/2023")
    assert place.form.echo.text() == "3 April 2023, not 4 March 2023"
    assert place.form.date.accessibleDescription() == place.form.echo.text()


def test_that_what_is_no_day_stays_in_the_field(place: SourcesPlace, context: Context, letter: Source) -> None:
    fill(place.form.date, "last winter")
    assert place.form.date.is_refused
    assert place.form.date.text() == "last winter"
    assert "last winter" in context.messages.text
    assert kept(context, letter).date == ""


def test_that_a_kind_grades_what_has_no_grade(place: SourcesPlace, context: Context) -> None:
    data_entry.record_grade(context.project, GAS, None)
    place.form.kind.show_kind("sweep")
    place.form.kind.activated.emit(place.form.kind.currentIndex())
    assert context.project.inventory.entries[GAS].grade is Grade.B
    assert place.form.grade.text() == "proposes data quality B"


def test_that_a_new_source_is_made_by_keyboard(qtbot: QtBot, place: SourcesPlace, context: Context) -> None:
    place.new.setFocus()
    press(Qt.Key.Key_Space)
    dialog = dialog_of(place)
    qtbot.waitUntil(dialog.supplier.hasFocus)
    typed("Chimney sweep")
    press(Qt.Key.Key_Tab)
    typed("statistics")
    press(Qt.Key.Key_Tab)
    typed("2023-01-31")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    made = next(s for s in context.project.inventory.sources.values() if s.supplier == "Chimney sweep")
    assert (made.title, made.date) == ("statistics", "2023-01-31")
    assert place.form.source_id == made.id


def test_that_a_source_without_supplier_is_not_made(place: SourcesPlace, context: Context) -> None:
    place.ask_for_new()
    dialog = dialog_of(place)
    dialog.accept()
    assert dialog.isVisible()
    assert "no supplier" in dialog.problem.text()
    dialog.reject()
    assert len(context.project.inventory.sources) == 1


def test_that_the_arrow_keys_go_from_source_to_source(place: SourcesPlace, context: Context) -> None:
    other = sources.new_source(context.project, supplier="Oil dealer")
    context.run(lambda: sources.add_source(context.project, other), place)
    place.table.setFocus()
    place.table.selectRow(0)
    first = place.form.supplier.text()
    press(Qt.Key.Key_Down)
    assert {first, place.form.supplier.text()} == {"Stadtwerke", "Oil dealer"}
    press(Qt.Key.Key_Return)
    assert place.form.supplier.hasFocus()


def test_that_the_list_can_be_filtered(place: SourcesPlace, context: Context) -> None:
    context.run(
        lambda: sources.add_source(context.project, sources.new_source(context.project, supplier="Oil dealer")), place
    )
    QTest.keyClicks(place.filter, "oil")
    assert texts_of(place, 0) == ["Oil dealer"]
    place.filter.setText("stadt let")
    assert texts_of(place, 0) == ["Stadtwerke"]


def test_that_a_source_in_use_stays_and_says_why(place: SourcesPlace, context: Context, letter: Source) -> None:
    place.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert "values, bills or records that name it: 1" in context.messages.text
    context.run(lambda: sources.name_source(context.project, [GAS], ""), place)
    press(Qt.Key.Key_Delete)
    assert letter.id not in context.project.inventory.sources
    context.project.undo()
    assert kept(context, letter) == letter


def test_that_a_value_leads_to_its_field(qtbot: QtBot, place: SourcesPlace, context: Context) -> None:
    with qtbot.waitSignal(context.bus.place_wanted) as wanted:
        place.values.setFocus()
        press(Qt.Key.Key_Return)
    assert wanted.args == ["data_entry", GAS]


def test_that_values_without_a_source_get_one_together(place: SourcesPlace, context: Context, letter: Source) -> None:
    assert place.open.heading.text() == "Values without a source: 17"
    place.open.list.selectAll()
    place.open.name.click()
    assert len(sources.values_of(context.project, letter.id)) == 18
    assert not place.open.isVisible()


def test_that_a_text_used_several_times_becomes_a_source_with_one_click(place: SourcesPlace, context: Context) -> None:
    for key in (OIL, EntryKey(2010, "residential", "heating_oil")):
        data_entry.record_source(context.project, key, "Oil dealer, letter & call")
    place.refresh(None)
    assert len(place.shared.buttons) == 1
    place.shared.buttons[0].click()
    made = kept(context, Source(context.project.inventory.entries[OIL].source_id, ""))
    assert (made.supplier, made.title) == ("Oil dealer", "letter & call")
    assert place.form.source_id == made.id
    assert not place.shared.isVisible()


def test_that_a_file_is_attached_opened_and_taken_away(
    place: SourcesPlace,
    context: Context,
    letter: Source,
    files: AnsweredFileDialogs,
    desktop: Desktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"page")
    monkeypatch.setattr(files, "file_to_keep", lambda *_: scan)
    place.form.file.attach.click()
    assert place.form.file.name.text() == "scan.pdf"
    assert texts_of(place, 5) == ["kept"]
    place.form.file.open.click()
    assert [path.read_bytes() for path in desktop.opened] == [b"page"]
    assert desktop.opened[0].is_relative_to(context.desk.data_dir.evidence)
    monkeypatch.setattr(files, "copy_to_make", lambda *_: tmp_path / "copy.pdf")
    place.form.file.save.click()
    assert (tmp_path / "copy.pdf").read_bytes() == b"page"
    place.form.file.detach.click()
    assert kept(context, letter).file_name == ""
    assert not place.form.file.open.isVisible()


def test_that_a_missing_program_is_said(
    place: SourcesPlace, context: Context, desktop: Desktop, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.heic"
    scan.write_bytes(b"page")
    desktop.has_program = False
    drop(place, scan)
    place.form.file.open.click()
    assert "no program" in context.messages.text


def test_that_a_program_is_kept_but_not_opened(
    place: SourcesPlace, context: Context, desktop: Desktop, tmp_path: Path
) -> None:
    program = tmp_path / "letter.exe"
    program.write_bytes(b"MZ")
    drop(place, program)
    place.form.file.open.click()
    assert desktop.opened == []
    assert "kept but not opened" in context.messages.text


def test_that_a_dropped_file_is_kept_with_the_source(
    place: SourcesPlace, context: Context, letter: Source, tmp_path: Path
) -> None:
    for name in ("one.pdf", "two.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    drop(place, tmp_path / "one.pdf", tmp_path / "two.pdf")
    assert "one file" in context.messages.text
    assert kept(context, letter).file_name == ""
    drop(place, tmp_path / "two.pdf")
    assert kept(context, letter).file_name == "two.pdf"


def test_that_a_file_dropped_on_an_empty_list_makes_its_source(
    qtbot: QtBot, context: Context, files: AnsweredFileDialogs, desktop: Desktop, tmp_path: Path
) -> None:
    shown = opened(qtbot, context, files, desktop)
    (tmp_path / "scan.pdf").write_bytes(b"page")
    drop(shown, tmp_path / "scan.pdf")
    dialog = dialog_of(shown)
    dialog.supplier.setText("Stadtwerke")
    dialog.accept()
    (made,) = context.project.inventory.sources.values()
    assert made.file_name == "scan.pdf"


def test_that_undo_is_seen_at_once(place: SourcesPlace, context: Context) -> None:
    fill(place.form.supplier, "Pfalzwerke")
    assert texts_of(place, 0) == ["Pfalzwerke"]
    context.run(context.project.undo)
    assert texts_of(place, 0) == ["Stadtwerke"]
    assert place.form.supplier.text() == "Stadtwerke"


def test_that_typed_text_is_saved_when_the_place_is_left(place: SourcesPlace, context: Context, letter: Source) -> None:
    place.form.note.setFocus()
    typed("call in March")
    place.hide()
    assert kept(context, letter).note == "call in March"


def test_that_a_source_that_is_evidence_only_says_so(place: SourcesPlace, context: Context) -> None:
    minutes = sources.new_source(context.project, supplier="Council", title="minutes")
    context.run(lambda: sources.add_source(context.project, minutes))
    context.run(lambda: membership.record_profile(context.project, "source", minutes.id))
    place.show_target(minutes.id)
    assert place._values_said.text() == "No value names it yet · 1 other record"
