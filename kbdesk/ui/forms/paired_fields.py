"""Labelled fields two by two: a low form for a wide pane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN

_LABEL_CHARACTERS = 21
_BESIDE = 3
"""The grid column of the label at the right; the one before it is the gap."""


class PairedFields(QGridLayout):
    """Rows of one wide field or of two; a row whose fields are all hidden takes no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: dict[QWidget, QLabel] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(GRID)
        self.setVerticalSpacing(GRID)
        self.setColumnMinimumWidth(_BESIDE - 1, MARGIN - 2 * GRID)
        self.setColumnStretch(_BESIDE + 1, 1)

    def add_pair(self, *fields: tuple[str, QWidget]) -> None:
        """Add a row of one or two fields with their labels."""
        row = self.rowCount()
        for at, (text, field) in enumerate(fields):
            column = at * _BESIDE
            self.addWidget(self._label(text, field), row, column)
            self.addWidget(field, row, column + 1)

    def add_wide(self, text: str, field: QWidget) -> None:
        """Add a row of one field as wide as the form."""
        row = self.rowCount()
        self.addWidget(self._label(text, field), row, 0)
        self.addWidget(field, row, 1, 1, _BESIDE + 1)

    def add_below(self, widget: QWidget) -> None:
        """Add what belongs to the field above it, without a label."""
        self.addWidget(widget, self.rowCount(), 1, 1, _BESIDE + 1)

    def show_field(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide a field and its label."""
        for widget in (field, self._labels[field]):
            widget.setVisible(visible)

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFixedWidth(label.fontMetrics().averageCharWidth() * _LABEL_CHARACTERS)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self._labels[field] = label
        return label
