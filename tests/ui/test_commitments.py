"""Commitments and own targets from the window: saved at once, refused in words beside the fields."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.places.overview import OverviewPlace
from kbdesk.ui.places.progress import ProgressPlace


def opened(sample: MainWindow) -> CommitmentsDialog:
    sample.show_place("progress")
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    place.choose.click()
    (dialog,) = place.findChildren(CommitmentsDialog)
    return dialog


def test_that_a_ticked_commitment_appears_in_the_table(sample: MainWindow) -> None:
    dialog = opened(sample)
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    before = place.commitments.rows.rowCount()
    dialog.boxes["com-2030-55"].click()
    assert place.commitments.rows.rowCount() == before + 1
    sample.undo()
    assert place.commitments.rows.rowCount() == before
    dialog.reject()


def test_that_an_own_target_is_added_listed_and_deleted(sample: MainWindow) -> None:
    dialog = opened(sample)
    project = sample.project
    assert project is not None
    dialog.add_button.click()
    assert dialog.message.text().startswith("The target has no name")
    dialog.name.setText("Climate neutral 2040")
    dialog.value.setText("95")
    dialog.target_year.setText("2040")
    dialog.add_button.click()
    assert dialog.message.text() == ""
    assert [target.name for target in project.inventory.targets.values()] == ["Climate neutral 2040"]
    assert dialog.name.text() == ""
    delete = next(
        button
        for button in dialog.findChildren(QPushButton)
        if button.accessibleName() == "Delete Climate neutral 2040"
    )
    delete.click()
    assert not project.inventory.targets
    dialog.reject()


def test_that_enter_adds_the_target_being_typed_and_else_closes(sample: MainWindow) -> None:
    dialog = opened(sample)
    project = sample.project
    assert project is not None
    dialog.name.setText("Half")
    dialog.value.setText("50")
    dialog.target_year.setText("2040")
    QTest.keyClick(dialog.target_year, Qt.Key.Key_Return)
    assert [target.name for target in project.inventory.targets.values()] == ["Half"]
    assert dialog.isVisible()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_that_a_target_for_a_sector_is_named_with_it(sample: MainWindow) -> None:
    dialog = opened(sample)
    place = sample.frame.stack.shown
    assert isinstance(place, ProgressPlace)
    dialog.name.setText("Half")
    dialog.value.setText("50")
    dialog.target_year.setText("2030")
    dialog.sector.setCurrentIndex(dialog.sector.findData("V"))
    dialog.add_button.click()
    assert dialog.message.text() == ""
    assert dialog.sector.value == ""
    rows = place.commitments.rows
    assert rows.index(rows.rowCount() - 1, 0).data() == "Half (Transport)"
    dialog.reject()
    sample.show_place("overview")
    board = sample.frame.stack.shown
    assert isinstance(board, OverviewPlace)
    assert board.verdicts.texts[-1].startswith("Half (Transport): ")
