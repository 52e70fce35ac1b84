"""Labelled fields two by two: a low form for a wide pane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GRID

_LABEL_CHARACTERS = 21
_BESIDE = 3
"""The grid column of the label at the right; the one before it is the gap."""


class PairedFields(QGridLayout):
    """Rows of one wide field or of two; a row whose fields are all hidden takes no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: dict[QWidget, QLabel] = {}
        self._rows: list[tuple[QWidget, ...]] = []
        self._wide: set[QWidget] = set()
        self._in_pairs = True
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(GRID)
        self.setVerticalSpacing(GRID)
        self.setColumnStretch(_BESIDE + 1, 1)

    def add_pair(self, *fields: tuple[str, QWidget]) -> None:
        """Add a row of one or two fields with their labels."""
        for text, field in fields:
            self._label(text, field)
        self._rows.append(tuple(field for _, field in fields))
        self._arrange()

    def add_wide(self, text: str, field: QWidget) -> None:
        """Add a row of one field as wide as the form."""
        self._label(text, field)
        self.add_below(field)

    def add_below(self, widget: QWidget) -> None:
        """Add what belongs to the field above it, as wide as the form."""
        self._rows.append((widget,))
        self._wide.add(widget)
        self._arrange()

    def show_field(self, field: QWidget, *, visible: bool) -> None:
        """Show or hide a field and its label."""
        for widget in (field, self._labels[field]):
            widget.setVisible(visible)

    def show_in_pairs(self, *, wanted: bool) -> None:
        """Put pairs beside each other, or below each other where there is no room."""
        if wanted != self._in_pairs:
            self._in_pairs = wanted
            self._arrange()

    def _arrange(self) -> None:
        row = 0
        for fields in self._rows:
            for at, field in enumerate(fields):
                column = at * _BESIDE if self._in_pairs else 0
                row += int(at > 0 and not self._in_pairs)
                if (label := self._labels.get(field)) is not None:
                    self.addWidget(label, row, column)
                self.addWidget(field, row, column + 1, 1, _BESIDE + 1 if field in self._wide else 1)
            row += 1

    def _label(self, text: str, field: QWidget) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFixedWidth(label.fontMetrics().averageCharWidth() * _LABEL_CHARACTERS)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self._labels[field] = label
