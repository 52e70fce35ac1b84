"""A line that saves itself when it is left, restores by Esc and keeps what could not be saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import Theme


class SavingLine(QLineEdit):
    """``save`` gets the text and says whether it was taken; a refused one stays in the field, marked."""

    restored = Signal()
    """Esc brought back what was there."""

    def __init__(self, theme: Theme, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._save = save
        self._kept = ""
        self._mark: QAction | None = None
        self._showing = False
        self.textChanged.connect(self._notice_foreign_text)

    @property
    def is_refused(self) -> bool:
        """Whether the text in the field could not be saved."""
        return self._mark is not None

    def show_text(self, text: str) -> None:
        """Show what is recorded; what is just being typed is not overwritten."""
        self._kept = text
        if not self.isModified():
            self._unmark()
            if text != self.text():
                self._set(text)
                self.setCursorPosition(0)  # of a long text the beginning is seen

    def start_with(self, text: str) -> None:
        """Show another value, whatever stood here."""
        self.setModified(False)
        self.show_text(text)

    def save_pending(self) -> None:
        """Save what was typed and not saved yet."""
        if not self.isModified():
            return
        text = self.text()
        self.setModified(False)
        if self._save(text):
            self._kept = text
            self._unmark()
        else:
            self.mark_refused(text)

    def mark_refused(self, text: str) -> None:
        """Show a text that could not be saved, with a mark; it is tried again when the field is left."""
        if text != self.text():
            self._set(text)
        self.setModified(True)
        if self._mark is None:
            self._mark = QAction(self._theme.icon("circle-alert", self._theme.error), "", self)
            self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.start_with(self._kept)
            self.restored.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.save_pending()
            if not self.is_refused:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save_pending()

    def _set(self, text: str) -> None:
        self._showing = True
        self.setText(text)
        self._showing = False

    def _notice_foreign_text(self) -> None:
        """Assistive technology puts a text in as a whole, often without going to the field: it counts as typed."""
        if not self._showing and not self.isModified():
            self.setModified(True)
            QTimer.singleShot(0, self, self._save_unless_in_use)

    def _save_unless_in_use(self) -> None:
        if not self.hasFocus():
            self.save_pending()

    def _unmark(self) -> None:
        if self._mark is not None:
            self.removeAction(self._mark)
            self._mark.deleteLater()
            self._mark = None
