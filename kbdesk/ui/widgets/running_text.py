"""Running text: wraps at about 70 characters, and asks for the height it then needs."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_CHARACTERS = 90
"""Average characters: texts have more narrow letters than wide ones."""


class RunningText(QLabel):
    """A label for sentences."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._limit()

    @override
    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the height at their own width, wider than this label ever gets."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit()

    def _limit(self) -> None:
        self.setMaximumWidth(_CHARACTERS * self.fontMetrics().averageCharWidth())
