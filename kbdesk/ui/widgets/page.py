"""A page that scrolls, with its content in one column of readable width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Theme


class Page(QScrollArea):
    """A scrolling column; add to ``column``."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        middle = QWidget()
        middle.setMaximumWidth(width)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(GAP, GAP, GAP, GAP)
        self.column.setSpacing(GRID)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setWidget(body)


def words(theme: Theme, text: str, *, muted: bool = True) -> QLabel:
    """Running text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if muted:
        paint_muted(label, theme)
    return label


def paint_muted(label: QLabel, theme: Theme) -> None:
    """Let a text step back, but stay readable, also where what it belongs to cannot be used."""
    paint(label, theme.muted)


def paint(label: QLabel, colour: QColor) -> None:
    """Give a text a colour."""
    palette = label.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        palette.setColor(group, QPalette.ColorRole.WindowText, colour)
        palette.setColor(group, QPalette.ColorRole.Text, colour)
    label.setPalette(palette)
