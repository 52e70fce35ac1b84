"""A few things to choose one from, side by side as flat buttons; in the next line where there is no room."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.flow_layout import FlowLayout


class ChoiceRow(QWidget):
    """One stop of the Tab key; the arrow keys choose. The chosen button is pressed and bold."""

    chosen = Signal(str)
    """The id of what a person chose."""

    def __init__(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowLayout(self)
        row.setSpacing(SMALL)
        self.buttons = {choice: self._button(choice, words) for choice, words in choices}
        for button in self.buttons.values():
            row.addWidget(button)

    def choose(self, choice: str) -> None:
        """Show this as chosen; nobody is told."""
        self.buttons[choice].setChecked(True)

    def _button(self, choice: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked: self.chosen.emit(choice))
        button.toggled.connect(lambda on: _set_bold(button, bold=on))
        _set_bold(button, bold=True)
        button.setMinimumSize(button.sizeHint())
        _set_bold(button, bold=False)
        return button


def _set_bold(button: QToolButton, *, bold: bool) -> None:
    font = button.font()
    font.setBold(bold)
    button.setFont(font)
