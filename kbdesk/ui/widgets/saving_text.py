"""A few lines of text that save themselves when they are left, and are restored by Esc."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_FRAME = 2


class SavingText(QPlainTextEdit):
    """``save`` gets the text and says whether it was taken; a refused one stays in the field and is tried again."""

    def __init__(self, lines: int, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._save, self._kept = lines, save, ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_modified(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.toPlainText() != self._kept

    def show_text(self, text: str) -> None:
        """Show what is recorded; what is just being typed, or could not be saved, is not overwritten."""
        if not self.is_modified:
            self.start_with(text)

    def start_with(self, text: str) -> None:
        """Show another text, whatever stood here."""
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def save_pending(self) -> None:
        """Save what was typed and not saved yet."""
        typed = self.toPlainText()
        if self.is_modified and self._save(typed):
            self._kept = typed

    @override
    def sizeHint(self) -> QSize:
        edges = 2 * (round(self.document().documentMargin()) + self.frameWidth() + _FRAME)
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + edges)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_modified:
            self.setPlainText(self._kept)
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save_pending()
