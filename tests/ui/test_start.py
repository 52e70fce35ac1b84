"""The start place: a new document by keyboard alone, the sample, recent documents."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.inventory import Indicator
from kbdesk.services.desk import Desk
from kbdesk.ui.forms.new_document_form import NewDocumentForm
from kbdesk.ui.handbook import HandbookWindow
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.new_document import free_path
from kbdesk.ui.new_document import proposed_path
from tests.ui.conftest import AnsweredFileDialogs
from tests.ui.conftest import nameless
from tests.ui.keyboard import press
from tests.ui.keyboard import typed
from tests.ui.shell import button

Key = Qt.Key


@pytest.fixture
def form(window: MainWindow) -> NewDocumentForm:
    window.new_document()
    shown = window.frame.start.form
    assert shown is not None
    return shown


def tab_to(wanted: QWidget) -> None:
    """Go on with Tab until the focus is there."""
    for _ in range(20):
        if QApplication.focusWidget() is wanted:
            return
        press(Key.Key_Tab)
    pytest.fail(f"{wanted} is not reached by Tab")


def test_that_a_new_document_is_made_by_keyboard_alone(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    window.frame.start.new_button.setFocus()
    press(Key.Key_Space)
    form = window.frame.start.form
    assert form is not None
    typed("dudenh")
    assert [form.search.results.item(row).text() for row in range(form.search.results.count())] == [
        "Dudenhofen · Germany · 07338007 · 6,061 inhabitants"
    ]
    press(Key.Key_Return)
    assert QApplication.focusWidget() is form.base_year
    tab_to(form.who)
    typed("A. Weber")
    tab_to(form.office)
    typed("Klimaschutz")
    tab_to(form.create_button)
    press(Key.Key_Return)
    assert window.windowTitle() == "Dudenhofen.kbdesk — kbdesk"
    project = window.project
    assert project is not None
    assert project.path == desk.data_dir.documents / "Dudenhofen.kbdesk"
    municipality = project.municipality
    assert (municipality.name, municipality.country, municipality.code) == ("Dudenhofen", "DE", "07338007")
    assert (municipality.base_year, municipality.factor_set, municipality.language) == (1990, "bisko", "de")
    inhabitants = project.inventory.base_data[2020, Indicator.POPULATION]
    assert (inhabitants.value, inhabitants.source) == (
        Decimal(6061),
        "List of European municipalities (Eurostat LAU 2020)",
    )
    assert (2020, Indicator.AREA_KM2) in project.inventory.base_data
    assert (desk.settings.load().name, desk.settings.load().office) == ("A. Weber", "Klimaschutz")


def test_that_results_are_chosen_with_the_arrow_keys(form: NewDocumentForm, qtbot: QtBot) -> None:
    typed("muenster")
    second = form.search.results.item(1).text()
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert form.name.text() == second.split(" · ")[0]


def test_that_a_result_is_chosen_with_the_mouse(form: NewDocumentForm, qtbot: QtBot) -> None:
    typed("vinkovci")
    results = form.search.results
    where = results.visualItemRect(results.item(0)).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert form.country.currentData() == "HR"
    assert form.factor_set.currentData() == "com-lca-co2e-2024"
    assert form.path.text().endswith("Vinkovci.kbdesk")


def test_that_the_choice_can_be_taken_back(form: NewDocumentForm, qtbot: QtBot) -> None:
    typed("dudenh")
    press(Key.Key_Return)
    QTest.mouseClick(button(form, "Choose another"), Qt.MouseButton.LeftButton)
    assert form.entered() is None
    assert QApplication.focusWidget() is form.search.field
    typed("speyer")
    press(Key.Key_Return)
    entered = form.entered()
    assert entered is not None
    assert entered.municipality.name.startswith("Speyer")
    assert entered.path.name == "Speyer.kbdesk"


def test_that_letters_without_a_result_are_answered(form: NewDocumentForm, qtbot: QtBot) -> None:
    typed("xqzw")
    assert form.search.results.isHidden()
    assert "“xqzw”" in form.search.hint.text()
    press(Key.Key_Return)
    press(Key.Key_Down)
    assert form.entered() is None


def test_that_a_municipality_can_be_typed_in(form: NewDocumentForm, qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(button(form, "It is not in the list"), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is form.name
    assert form.entered() is None
    assert QApplication.focusWidget() is form.name
    typed("Nirgends: am See")
    form.country.setCurrentIndex(form.country.findData("AT"))
    form.country.activated.emit(form.country.currentIndex())
    assert form.factor_set.currentData() == "com-lca-co2e-2024"
    QTest.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Nirgends am See.kbdesk — kbdesk"
    assert window.project is not None
    assert window.project.inventory.base_data == {}


def test_that_what_is_missing_is_said_on_the_page(form: NewDocumentForm, qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert form.problem.text().startswith("Which municipality?")
    assert form.problem.isVisible()
    assert QApplication.focusWidget() is form.search.field
    typed("dudenh")
    press(Key.Key_Return)
    assert form.problem.isHidden()
    form.path.clear()
    QTest.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert form.problem.text().startswith("Where should")
    assert window.project is None


def test_that_a_file_that_is_there_is_never_overwritten(
    form: NewDocumentForm, qtbot: QtBot, window: MainWindow, files: AnsweredFileDialogs, tmp_path: Path
) -> None:
    files.answer = tmp_path / "taken.kbdesk"
    files.answer.write_text("mine", encoding="utf-8")
    typed("dudenh")
    press(Key.Key_Return)
    QTest.mouseClick(button(form, "Choose…"), Qt.MouseButton.LeftButton)
    assert form.path.text() == str(files.answer)
    QTest.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert "taken.kbdesk" in form.problem.text()
    assert files.answer.read_text(encoding="utf-8") == "mine"
    assert window.project is None


def test_that_back_leads_to_the_first_page(form: NewDocumentForm, qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(button(form, "Back"), Qt.MouseButton.LeftButton)
    assert window.frame.start.form is None
    assert window.frame.start.new_button.isVisible()


def test_that_the_sample_and_opening_are_one_click_away(
    window: MainWindow, qtbot: QtBot, files: AnsweredFileDialogs
) -> None:
    QTest.mouseClick(window.frame.start.sample_button, Qt.MouseButton.LeftButton)
    assert window.project is not None
    files.answer = window.project.path
    window.close_document()
    QTest.mouseClick(window.frame.start.open_button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Münster.kbdesk — kbdesk"


def test_that_recent_documents_open_and_missing_ones_show_the_way_out(
    window: MainWindow, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window.open_sample()
    settings = desk.settings.load()
    settings.recent.append(str(tmp_path / "gone.kbdesk"))
    desk.settings.save(settings)
    window.close_document()
    there, gone = window.frame.start.recent
    assert (there.text(), there.isEnabled()) == ("Münster", True)
    assert (gone.text(), gone.isEnabled()) == ("gone", False)
    assert "Not found here any more" in gone.accessibleDescription()
    QTest.mouseClick(button(window.frame.start, "Remove from list"), Qt.MouseButton.LeftButton)
    assert len(desk.settings.load().recent) == 1
    QTest.mouseClick(window.frame.start.recent[0], Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Münster.kbdesk — kbdesk"


def test_that_every_control_of_the_page_has_a_name(form: NewDocumentForm, qtbot: QtBot) -> None:
    QTest.mouseClick(button(form, "It is not in the list"), Qt.MouseButton.LeftButton)
    assert nameless(form) == []


def test_that_file_names_are_proposed_that_every_system_takes(tmp_path: Path) -> None:
    assert proposed_path(tmp_path, "Münster, Stadt").name == "Münster.kbdesk"
    assert proposed_path(tmp_path, "Bolzano/Bozen").name == "Bolzano.kbdesk"
    assert proposed_path(tmp_path, 'a:b*c?"<d>|').name == "a b c d.kbdesk"
    assert proposed_path(tmp_path, " . ").name == "kbdesk.kbdesk"
    (tmp_path / "Altdorf.kbdesk").touch()
    assert proposed_path(tmp_path, "Altdorf").name == "Altdorf 2.kbdesk"
    (tmp_path / "Altdorf 2.kbdesk").touch()
    assert free_path(tmp_path / "Altdorf.kbdesk").name == "Altdorf 3.kbdesk"


def test_that_the_start_place_leads_to_the_handbook(window: MainWindow) -> None:
    QTest.mouseClick(button(window.frame.start, "Read the handbook"), Qt.MouseButton.LeftButton)
    (handbook,) = window.findChildren(HandbookWindow)
    assert handbook.text.verticalScrollBar().value() == 0
    handbook.close()
