"""Importing a table in the window: preview, import, undo."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kbdesk.ui.dialogs.import_dialog import ImportDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Meaning
from tests.ui.conftest import AnsweredFileDialogs
from tests.ui.shell import area
from tests.ui.shell import button
from tests.ui.shell import record_area


def test_that_a_table_is_previewed_imported_and_undone(
    sample: MainWindow, qtbot: QtBot, files: AnsweredFileDialogs, tmp_path: Path
) -> None:
    files.answer = tmp_path / "areas.csv"
    files.answer.write_text(
        "year;indicator;value\n2014;area_km2;303,28\n2015;area_km2;303,28\n2015;households;many\n", encoding="utf-8"
    )
    sample.import_table()
    dialog = sample.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.tabs.tabText(1) == "Rejected (1)"
    assert area(sample) is None
    QTest.mouseClick(button(dialog, "Import 2 rows"), Qt.MouseButton.LeftButton)
    assert area(sample) == Decimal("303.28")
    assert sample.messages.meaning is Meaning.WARNING
    assert "2 new" in sample.messages.text
    assert "1 row was rejected" in sample.messages.text
    QTest.mouseClick(button(sample.messages, "Undo"), Qt.MouseButton.LeftButton)
    assert area(sample) is None
    assert sample.messages.text == ""


def test_that_a_table_without_anything_new_is_not_imported(
    sample: MainWindow, files: AnsweredFileDialogs, tmp_path: Path
) -> None:
    files.answer = tmp_path / "same.csv"
    record_area(sample)
    files.answer.write_text("year,indicator,value\n2015,area_km2,303.28\n", encoding="utf-8")
    sample.import_table()
    dialog = sample.findChild(ImportDialog)
    assert dialog is not None
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Close"]
    dialog.reject()


def test_that_a_table_that_is_none_is_said_to_be_none(
    sample: MainWindow, files: AnsweredFileDialogs, tmp_path: Path
) -> None:
    files.answer = tmp_path / "empty.csv"
    files.answer.touch()
    sample.import_table()
    assert sample.messages.meaning is Meaning.ERROR
    assert "empty.csv" in sample.messages.text
    assert sample.findChild(ImportDialog) is None
