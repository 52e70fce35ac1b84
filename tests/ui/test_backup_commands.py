"""Copies and backups in the window."""

import shutil
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kbdesk.services.desk import Desk
from kbdesk.services.safekeeping import snapshots_of
from kbdesk.ui.dialogs.restore_dialog import RestoreDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Meaning
from tests.ui.conftest import AnsweredFileDialogs
from tests.ui.shell import area
from tests.ui.shell import button
from tests.ui.shell import record_area
from tests.ui.shell import shown_meaning


def test_that_a_failed_daily_backup_is_said_once(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "here.kbdesk"
    desk.create_sample(path).close()
    shutil.rmtree(desk.data_dir.backups)
    desk.data_dir.backups.write_text("in the way", encoding="utf-8")
    assert window.open_document(path)
    record_area(window)
    assert shown_meaning(window) is Meaning.WARNING
    window.messages.clear()
    record_area(window, "1")
    assert window.messages.text == ""


def test_that_a_copy_is_a_document_of_its_own(
    sample: MainWindow, files: AnsweredFileDialogs, desk: Desk, tmp_path: Path
) -> None:
    files.answer = tmp_path / "copy.kbdesk"
    sample.save_copy()
    assert shown_meaning(sample) is Meaning.OK
    with desk.open(files.answer) as copy:
        assert copy.inventory.population(2015) is not None
    assert sample.project is not None
    files.answer = sample.project.path
    sample.save_copy()
    assert shown_meaning(sample) is Meaning.ERROR
    files.answer = tmp_path / "missing folder" / "copy.kbdesk"
    sample.save_copy()
    assert "missing folder" in sample.messages.text


def test_that_a_backup_is_brought_back(sample: MainWindow, qtbot: QtBot) -> None:
    record_area(sample)
    sample.back_up()
    assert sample.messages.text == "Münster.kbdesk is backed up."
    record_area(sample, "1")
    sample.restore_backup()
    dialog = sample.findChild(RestoreDialog)
    assert dialog is not None
    assert "on demand" in dialog.list.item(0).text()
    assert dialog.content.text().startswith("What is in it: Münster · 10 years (1990–2015) · ")
    QTest.mouseClick(button(dialog, "Restore backup"), Qt.MouseButton.LeftButton)
    assert area(sample) == Decimal("303.28")
    assert sample.messages.text.startswith("Münster.kbdesk is restored.")


def test_that_a_backup_that_cannot_be_read_is_said_to_be_so(sample: MainWindow, desk: Desk) -> None:
    sample.back_up()
    assert sample.project is not None
    newest = snapshots_of(desk, sample.project.path)[0]
    newest.path.chmod(0o600)
    newest.path.write_bytes(b"broken")
    sample.restore_backup()
    dialog = sample.findChild(RestoreDialog)
    assert dialog is not None
    assert dialog.content.text() == "What is in this backup cannot be read."
    dialog.reject()


def test_that_a_document_without_backups_is_said_to_have_none(
    window: MainWindow, files: AnsweredFileDialogs, tmp_path: Path
) -> None:
    files.answer = tmp_path / "new.kbdesk"
    window.restore_backup()
    assert window.messages.text == "There is no backup of new.kbdesk yet."
