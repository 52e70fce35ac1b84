"""What every dialog with fields has: labels at the left, the action at the right and last."""

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN

_TITLE_LINES = 2
"""What the title bar takes of the screen, in lines of text."""


class FormDialog(QDialog):
    """A dialog with fields in one column; it is gone once it is closed.

    It is never larger than the screen: where its fields need more, they scroll and its buttons stay in sight.
    """

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.finished.connect(self.deleteLater)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP, GAP, GAP, MARGIN)
        self.column.setSpacing(MARGIN)
        self._buttons: QHBoxLayout | None = None

    @property
    def room(self) -> QSize:
        """The largest size the dialog can have on its screen, without the frame around it."""
        return self.screen().availableSize() - QSize(2 * GRID, _TITLE_LINES * self.fontMetrics().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._fit_screen()
        super().showEvent(event)

    def add_fields(self, *rows: tuple[str, QWidget]) -> None:
        """Add fields with their labels; an ampersand in a label is its key."""
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in rows:
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
            if isinstance(field, QLineEdit):
                show_whole_example(field)
        self.column.addLayout(form)

    def add_buttons(self, texts: Texts, action: str) -> None:
        """Add the button that does what the dialog is about, last and at the right, and the one that does not."""
        cancel = QPushButton(texts.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        confirm = QPushButton(action)
        confirm.setDefault(True)
        confirm.clicked.connect(self.accept)
        self._add_row(cancel, confirm)

    def add_close_button(self, texts: Texts, *others: QPushButton) -> None:
        """Add the last button of a dialog that just shows something, after others."""
        close = QPushButton(texts.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self._add_row(*others, close)

    def _add_row(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)
        self._buttons = row

    def _fit_screen(self) -> None:
        wide = min(self.width(), self.room.width())
        if max(self.minimumSizeHint().height(), self.column.minimumHeightForWidth(wide)) > self.room.height():
            self._scroll()
        if self.size() != self.size().boundedTo(self.room):
            self.resize(self.size().boundedTo(self.room))

    def _scroll(self) -> None:
        """Put everything but the buttons into an area that scrolls."""
        area, content, buttons = QScrollArea(self), QWidget(), self._buttons
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)
        area.setWidget(content)
        if buttons is not None:
            self.column.removeItem(buttons)
        content.setLayout(self.column)
        # what the fields needed would stay the least height of the dialog
        self.setMinimumSize(0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, MARGIN)
        whole.setSpacing(GRID)
        whole.addWidget(area, 1)
        if buttons is not None:
            buttons.setContentsMargins(GAP, 0, GAP, 0)
            whole.addLayout(buttons)


def show_whole_example(field: QLineEdit) -> None:
    """Make a field wide enough for the example that stands in it while it is empty."""
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 3 * GRID
    field.setMinimumWidth(max(field.minimumWidth(), wide))
