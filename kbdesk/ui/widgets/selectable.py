"""A label whose text can be marked and copied, with the mouse and with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def selectable(text: str = "") -> QLabel:
    """A plain label that can be focused and copied from."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
