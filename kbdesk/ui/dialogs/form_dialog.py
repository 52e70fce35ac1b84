"""What every dialog with fields has: labels at the left, the action at the right and last."""

from PySide6.QtWidgets import QDialog
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN


class FormDialog(QDialog):
    """A dialog with fields in one column; it is gone once it is closed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.finished.connect(self.deleteLater)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP, GAP, GAP, MARGIN)
        self.column.setSpacing(MARGIN)

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
