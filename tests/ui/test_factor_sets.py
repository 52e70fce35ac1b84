"""Factor sets are listed, looked at and added from a file, by the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kbdesk.paths import DataDir
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.add_factor_set_dialog import AddFactorSetDialog
from kbdesk.ui.dialogs.factor_sets_dialog import FactorSetsDialog
from kbdesk.ui.dialogs.factors_dialog import FactorsDialog
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.forms.rules_form import RulesForm
from tests.builders import typical_inventory
from tests.ui.conftest import nameless
from tests.ui.open_document import open_document
from tests.ui.open_document import show_active


class Answered(FileDialogs):
    def __init__(self, answer: Path | None) -> None:
        self.answer = answer

    @override
    def factors_to_add(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        return self.answer


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as opened:
        yield opened


def test_that_a_set_is_added_and_can_then_be_chosen(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    table = tmp_path / "ministry-2026.csv"
    table.write_text("country,year,carrier,t_per_mwh\nDE,2020,electricity,0.3\n", "utf-8")
    parent = RulesForm(context, context.run)
    show_active(qtbot, parent, 900, 600)
    dialog = FactorSetsDialog(parent, context, Answered(table))
    dialog.open()
    assert nameless(dialog) == []
    shipped = dialog.table.rows.rowCount()
    dialog.add_button.click()
    (asked,) = dialog.findChildren(AddFactorSetDialog)
    assert nameless(asked) == []
    asked.accept()
    assert asked.message.isVisible()
    assert "no edition" in asked.message.text()
    asked.lines["edition"].setText("2026")
    asked.lines["reference"].setText("Ministry")
    asked.accept()
    assert dialog.table.rows.rowCount() == shipped + 1
    assert dialog.table.rows.index(shipped, 1).data() == "added from a file"
    assert dialog.table.currentIndex().row() == shipped
    dialog.look_button.click()
    (look,) = dialog.findChildren(FactorsDialog)
    assert [look.table.rows.index(0, column).data() for column in (0, 3)] == ["Electricity", "0.30000"]
    assert look.table.rows.index(0, 1).data() == "≈ 0.30000"
    look.reject()
    dialog.reject()
    parent.refresh()
    assert parent.factor_set.findData("ministry-2026") >= 0


def test_that_a_bad_file_is_said_and_bad_rows_are_listed(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    parent = QWidget()
    show_active(qtbot, parent, 900, 600)
    dialog = FactorSetsDialog(parent, context, Answered(None))
    dialog.open()
    dialog.add_button.click()
    assert dialog.findChildren(AddFactorSetDialog) == []
    dialog.add_file(tmp_path / "missing.csv")
    assert "missing.csv" in dialog.message.text()
    bad = tmp_path / "bad.csv"
    bad.write_text("carrier,t_per_mwh\nelectricity,400\n", "utf-8")
    dialog.add_file(bad)
    (asked,) = dialog.findChildren(AddFactorSetDialog)
    assert "Row 2" in asked.problems.rows.index(0, 0).data()
    asked.reject()
    dialog.reject()
