"""A field with something beside it that takes the room that is left, as one widget for a form."""

from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GRID


def side_by_side(field: QWidget, beside: QWidget) -> QWidget:
    """Both in a row; who goes to the row goes to the field."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(field)
    row.addWidget(beside, 1)
    both.setFocusProxy(field)
    return both
