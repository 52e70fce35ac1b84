"""Things to do as buttons: the words, and below them why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.card_button import CardButton
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.next_steps import NextStep


class StepButtons(QWidget):
    """Steps under a heading; one that is used is told."""

    destination_wanted = Signal(object)
    """The ``Destination`` of the step."""

    def __init__(self, theme: Theme, heading: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nothing = QLabel(nothing)
        self._nothing.setWordWrap(True)
        self._buttons: list[CardButton] = []
        self._shown: tuple[NextStep, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(Heading(theme, 2, heading, self))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    @property
    def buttons(self) -> tuple[CardButton, ...]:
        """The buttons shown, in order."""
        return tuple(self._buttons)

    def show_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Show these steps; the same ones stay as they are."""
        if steps == self._shown:
            return
        self._shown = steps
        focused = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(step) for step in steps]
        for at, button in enumerate(self._buttons):
            self._column.insertWidget(1 + at, button)
        self._nothing.setVisible(not steps)
        if focused and self._buttons:
            self._buttons[0].setFocus()

    def _button(self, step: NextStep) -> CardButton:
        button = CardButton(self._theme, step.icon, step.words, (step.reason,))
        button.setToolTip(step.more)
        button.clicked.connect(lambda: self.destination_wanted.emit(step.leads_to))
        return button
