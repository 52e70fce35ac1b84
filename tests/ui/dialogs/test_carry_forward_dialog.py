from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.sources import Source
from kbdesk.paths import DataDir
from kbdesk.services import data_entry
from kbdesk.services import deadlines
from kbdesk.services import years
from kbdesk.services.years import Part
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.carry_forward_dialog import CarryForwardDialog
from kbdesk.ui.dialogs.carry_forward_dialog import proposed_years
from kbdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from kbdesk.ui.dialogs.still_true_dialog import StillTrueDialog
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.ui.open_document import open_document

GAS = EntryKey(2020, "residential", "natural_gas")
OIL = EntryKey(2020, "tertiary", "heating_oil")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> Iterator[Context]:
    with open_document(tmp_path, data_dir, typical_inventory(), 2020) as shared:
        project = shared.project
        gas = project.inventory.entries[GAS]
        contained = Entry(OIL, notation_key=NotationKey.IE, contained_in="residential/heating_oil", note="one figure")
        edits = [
            Edit(None, Source("s1", "Grid operator", title="Letter", date="2021-02-14")),
            Edit(gas, replace(gas, source_id="s1")),
            Edit(None, contained),
        ]
        project.commit("import", {"file": "x", "count": "3"}, edits)
        yield shared


def dialog_of(qtbot: QtBot, context: Context, typed: str = "2021-2023") -> CarryForwardDialog:
    dialog = CarryForwardDialog(context.messages, context, typed)
    dialog.show()
    return dialog


def test_that_the_years_that_have_passed_are_proposed(context: Context) -> None:
    assert proposed_years(context) == "2021-2025"
    data_entry.record_quantity(context.project, GAS._replace(year=2024), "5", ".")
    assert proposed_years(context) == "2025"
    data_entry.record_quantity(context.project, GAS._replace(year=2025), "5", ".")
    assert proposed_years(context) == "2026"


def test_that_after_a_long_gap_only_the_last_year_is_proposed(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, inventory(), 2020) as shared:
        assert proposed_years(shared) == "2025"
        data_entry.record_quantity(shared.project, GAS._replace(year=2010), "5", ".")
        assert proposed_years(shared) == "2025"


def test_that_three_years_begin_with_one_click(qtbot: QtBot, context: Context) -> None:
    dialog = dialog_of(qtbot, context)
    assert dialog.begin.text() == "Begin 3 years"
    assert dialog.source.value == "2020"
    assert dialog.message.text() == "27 values will be expected · 3 answers will ask “still true?”"
    with qtbot.waitSignal(dialog.years_begun) as begun:
        dialog.begin.click()
    assert begun.args == [(2021, 2022, 2023)]
    assert len(years.expected(context.project, 2022)) == 9
    context.project.undo()
    assert context.project.inventory.years == (2010, 2020)


def test_that_the_table_says_what_comes_with_its_source(qtbot: QtBot, context: Context) -> None:
    dialog = dialog_of(qtbot, context)
    text = dialog.preview.rows.as_text()
    assert "Residential buildings\tNatural gas\ta value, in MWh\tGrid operator\t2021–2023" in text
    assert "contained in Residential buildings, Heating oil (one figure): still true?" in text
    dialog.boxes[Part.KEYS].setChecked(False)
    assert "still true?" not in dialog.preview.rows.as_text()
    dialog.boxes[Part.SOURCES].setChecked(False)
    assert "Grid operator" not in dialog.preview.rows.as_text()
    dialog.boxes[Part.STRUCTURE].setChecked(False)
    assert not dialog.boxes[Part.SOURCES].isEnabled()
    assert dialog.message.text() == "There is nothing to carry forward: the years begin empty."
    dialog.reject()


def test_that_years_that_cannot_be_are_refused_in_the_dialog(qtbot: QtBot, context: Context) -> None:
    dialog = dialog_of(qtbot, context, "someday")
    assert dialog.message.text().startswith("“someday” is not a list of years")
    assert not dialog.begin.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.field.setText("2021")
    dialog.field.textEdited.emit("2021")
    assert dialog.begin.text() == "Begin 1 year"
    dialog.reject()


def test_that_another_year_can_be_carried_from(qtbot: QtBot, context: Context) -> None:
    dialog = dialog_of(qtbot, context)
    dialog.source.setCurrentIndex(dialog.source.findData("2010"))
    dialog.source.activated.emit(dialog.source.currentIndex())
    assert "Grid operator" not in dialog.preview.rows.as_text()
    dialog.field.textEdited.emit("2021-2023")
    assert dialog.source.value == "2010"
    dialog.reject()


def test_that_an_empty_document_begins_its_first_year_empty(qtbot: QtBot, tmp_path: Path, data_dir: DataDir) -> None:
    with open_document(tmp_path, data_dir, inventory(), 2020) as shared:
        dialog = dialog_of(qtbot, shared, "2024")
        assert not dialog.source.isEnabled()
        with qtbot.waitSignal(dialog.years_begun) as begun:
            dialog.accept()
        assert begun.args == [(2024,)]
        assert not shared.project.inventory.entries


def test_that_answers_are_given_one_by_one(qtbot: QtBot, context: Context) -> None:
    project = context.project
    years.carry_forward(project, years.plan(project, 2020, [2021]))
    dialog = StillTrueDialog(context.messages, context, 2021)
    dialog.show()
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert shown[0].startswith("Source “Grid operator, Letter of ")
    assert shown[1].endswith("contained in Residential buildings, Heating oil (one figure)")
    dialog.yes.click()
    assert dialog.list.count() == 1
    dialog.no.click()
    assert dialog.message.text() == "Everything carried into this year is confirmed."
    assert not dialog.all.isEnabled()
    assert project.inventory.entries[OIL._replace(year=2021)].is_expected
    dialog.reject()


def test_that_a_source_that_is_gone_leaves_the_values_expected(qtbot: QtBot, context: Context) -> None:
    project = context.project
    years.carry_forward(project, years.plan(project, 2020, [2021]))
    dialog = StillTrueDialog(context.messages, context, 2021)
    dialog.show()
    dialog.no.click()
    assert not project.inventory.entries[GAS._replace(year=2021)].source_id
    dialog.all.click()
    assert not len(years.unconfirmed(project, 2021))
    dialog.reject()


def test_that_the_deadline_dialog_keeps_what_cannot_be_read(qtbot: QtBot, context: Context) -> None:
    dialog = DeadlineDialog(context.messages, context)
    dialog.show()
    dialog.day.setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.message.text().startswith("“soon” is not a day")
    dialog.day.setText("31.12.2026")
    dialog.rhythm.setText("2")
    dialog.accept()
    assert deadlines.deadline(context.project) == date(2026, 12, 31)
    assert deadlines.rhythm(context.project) == 2
