"""Radio buttons of one question: Tab stops at one of them, the arrow keys go to the others."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton


def stop_once(buttons: Sequence[QRadioButton]) -> None:
    """Let Tab stop at the chosen button, else at the first; Qt does so itself only once one of them had the focus."""
    stop = next((button for button in buttons if button.hasFocus() or button.isChecked()), buttons[0])
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
