"""Choices that do not fit beside each other stand in further lines, all of them to be seen."""

from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.ui.widgets.choice_row import ChoiceRow


def test_that_every_choice_is_seen_in_a_narrow_place(qtbot: QtBot) -> None:
    place, row = QWidget(), ChoiceRow("Pictures", [(str(n), f"Picture number {n}") for n in range(4)])
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.addWidget(row)
    column.addWidget(QWidget(), 1)
    widest = max(button.sizeHint().width() for button in row.buttons.values())
    place.resize(round(2.5 * widest), 400)
    place.show()
    assert all(row.rect().contains(button.geometry()) for button in row.buttons.values())
    assert len({button.y() for button in row.buttons.values()}) > 1
