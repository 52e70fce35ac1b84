"""Choosing where a value is from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import EntryKey
from kbdesk.models.sources import Source
from kbdesk.paths import DataDir
from kbdesk.services import evidence
from kbdesk.services import sources
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.source_dialog import SourceDialog
from kbdesk.ui.forms.source_picker import SourcePicker
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.keyboard import fill
from tests.ui.keyboard import press
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active

GAS = EntryKey(2020, "residential", "natural_gas")


@pytest.fixture
def context(tmp_path: Path, data_dir: DataDir, qtbot: QtBot) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


@pytest.fixture
def letter(context: Context) -> Source:
    source = sources.new_source(context.project, supplier="Stadtwerke", title="letter", date="2023-02-14")
    sources.add_source(context.project, source)
    return source


@pytest.fixture
def opened_files() -> list[Path]:
    return []


@pytest.fixture(params=[False, True], ids=["wide", "compact"])
def picker(
    qtbot: QtBot, context: Context, letter: Source, opened_files: list[Path], request: pytest.FixtureRequest
) -> SourcePicker:
    def open_file(path: Path) -> bool:
        opened_files.append(path)
        return True

    shown = SourcePicker(context, compact=bool(request.param), open_file=open_file)
    show_active(qtbot, shown, 700, 120)
    return shown


def test_that_an_entry_is_shown_with_its_place(picker: SourcePicker, context: Context, letter: Source) -> None:
    sources.name_source(context.project, [GAS], letter.id)
    picker.show_entry(context.project.inventory.entries[GAS])
    assert picker.combo.currentText() == "Stadtwerke, letter of 14 Feb 2023"
    picker.show_source(letter.id, "p. 2")
    assert picker.place.text() == "p. 2"
    picker.show_source("", "own meter")
    assert (picker.combo.currentText(), picker.place.text()) == ("no source record", "own meter")


def test_that_a_source_is_chosen_with_the_arrow_keys(qtbot: QtBot, picker: SourcePicker, letter: Source) -> None:
    picker.combo.setFocus()
    with qtbot.waitSignal(picker.source_chosen) as chosen:
        press(Qt.Key.Key_Down)
    assert chosen.args == [letter.id]
    with qtbot.waitSignal(picker.source_chosen) as chosen:
        press(Qt.Key.Key_Up)
    assert chosen.args == [""]


def test_that_the_place_is_told_when_left(qtbot: QtBot, picker: SourcePicker) -> None:
    with qtbot.waitSignal(picker.place_changed) as told:
        fill(picker.place, " p. 3 ")
    assert told.args == ["p. 3"]


def test_that_a_new_source_is_recorded_and_chosen(qtbot: QtBot, picker: SourcePicker, context: Context) -> None:
    picker.new.click()
    dialog = next(d for d in picker.window().findChildren(SourceDialog) if d.isVisible())
    dialog.supplier.setText("Oil dealer")
    with qtbot.waitSignal(picker.source_chosen) as chosen:
        dialog.accept()
    assert context.project.inventory.sources[chosen.args[0]].supplier == "Oil dealer"
    assert picker.combo.currentText() == "Oil dealer"


def test_that_evidence_is_opened_from_the_row(
    picker: SourcePicker, context: Context, letter: Source, opened_files: list[Path], tmp_path: Path
) -> None:
    picker.show_source(letter.id, "")
    assert not picker.open.isVisible()
    (tmp_path / "scan.pdf").write_bytes(b"page")
    evidence.attach_file(context.project, letter.id, tmp_path / "scan.pdf")
    picker.show_source(letter.id, "")
    picker.open.click()
    assert [path.name for path in opened_files] == ["scan.pdf"]


def test_that_every_control_has_a_name(picker: SourcePicker) -> None:
    assert nameless(picker) == []
