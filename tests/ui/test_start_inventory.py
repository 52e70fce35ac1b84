"""Filling with national values from the window: seen before, done in one step, undone in one."""

import pytest
from PySide6.QtWidgets import QDialog

from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import Origin
from kbdesk.services.desk import Desk
from kbdesk.ui.dialogs.start_inventory_dialog import StartInventoryDialog
from kbdesk.ui.main_window import MainWindow


@pytest.fixture
def dudenhofen(window: MainWindow, desk: Desk) -> MainWindow:
    path = desk.data_dir.settings.parent / "Dudenhofen.kbdesk"
    path.parent.mkdir(parents=True, exist_ok=True)
    municipality = Municipality("DE", "Dudenhofen", "07338007", 1990, "bisko", "en")
    window.take_project(desk.create(path, municipality))
    return window


def asked(window: MainWindow) -> StartInventoryDialog:
    window.start_inventory()
    (dialog,) = window.findChildren(StartInventoryDialog)
    return dialog


def test_that_years_are_filled_as_announced_and_taken_back_in_one_step(dudenhofen: MainWindow) -> None:
    dialog = asked(dudenhofen)
    assert dialog.field.text() == "1990-2025"
    dialog.field.setText("2018-2019")
    dialog.field.textEdited.emit("2018-2019")
    assert dialog.plan is not None
    assert f"{dialog.plan.values} values will be filled." in dialog.message.text()
    announced = dialog.plan.values
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    project = dudenhofen.project
    assert project is not None
    filled = [entry for entry in project.inventory.entries.values() if entry.quantity is not None]
    assert len(filled) == announced
    assert {entry.origin for entry in filled} == {Origin.START}
    per_head = project.results[2019].emissions_t_per_inhabitant
    assert per_head is not None
    assert 8 < per_head < 9.5
    dudenhofen.undo()
    assert not project.inventory.entries
    assert not project.inventory.base_data


def test_that_years_that_cannot_be_are_said_and_nothing_can_be_filled(dudenhofen: MainWindow) -> None:
    dialog = asked(dudenhofen)
    for text in ("soon", "1980-1990", ""):
        dialog.field.setText(text)
        dialog.field.textEdited.emit(text)
        assert not dialog.action.isEnabled()
        assert dialog.message.text()
    dialog.reject()


def test_that_what_stays_missing_is_listed(dudenhofen: MainWindow) -> None:
    dialog = asked(dudenhofen)
    rows = dialog.gaps.rows
    lines = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    assert any(line.startswith("Agriculture 1999–2017: not filled.") for line in lines)
    dialog.reject()
