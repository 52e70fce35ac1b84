"""A row to choose one from: by click and arrow keys, in the next line where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.ui.widgets.choice_row import ChoiceRow
from tests.ui.keyboard import press
from tests.ui.open_document import show_active


def row(qtbot: QtBot) -> tuple[ChoiceRow, list[str]]:
    made = ChoiceRow("Where from?", (("a", "Sectors"), ("b", "Energy carriers"), ("c", "Energy flow")))
    made.choose("a")
    heard: list[str] = []
    made.chosen.connect(heard.append)
    show_active(qtbot, made, 600, 60)
    return made, heard


def test_that_one_is_chosen_by_click_or_arrow_key(qtbot: QtBot) -> None:
    made, heard = row(qtbot)
    assert heard == []
    QTest.mouseClick(made.buttons["b"], Qt.MouseButton.LeftButton)
    made.buttons["b"].setFocus()
    press(Qt.Key.Key_Right)
    assert heard == ["b", "c"]
    assert [key for key, button in made.buttons.items() if button.isChecked()] == ["c"]


def test_that_a_narrow_row_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    made, _ = row(qtbot)
    wide = made.heightForWidth(600)
    assert made.heightForWidth(140) > 1.8 * wide


def test_that_every_choice_is_seen_in_a_narrow_place(qtbot: QtBot) -> None:
    place, made = QWidget(), ChoiceRow("Pictures", [(str(n), f"Picture number {n}") for n in range(4)])
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.addWidget(made)
    column.addWidget(QWidget(), 1)
    widest = max(button.sizeHint().width() for button in made.buttons.values())
    place.resize(round(2.5 * widest), 400)
    place.show()
    assert all(made.rect().contains(button.geometry()) for button in made.buttons.values())
    assert len({button.y() for button in made.buttons.values()}) > 1
