"""One step of the submission: its number and name, its state as icon and word, and what is done in it."""

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading


class StateLabel(QWidget):
    """An icon and a word; the icon has the colour of what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, wrapped: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._word = QLabel(), QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        self._word.setWordWrap(wrapped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop if wrapped else Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word, 1)

    @property
    def word(self) -> str:
        """The word shown."""
        return self._word.text()

    def show_state(self, icon: str, word: str, meaning: Meaning | None = None) -> None:
        """Show this state."""
        colour: QColor = self._theme.muted if meaning is None else self._theme.colour(meaning)
        side = self.fontMetrics().height() + 2
        pixmap = self._theme.icon(icon, colour).pixmap(QSize(side, side), self.devicePixelRatioF())
        self._icon.setPixmap(pixmap)
        self._word.setText(word)


class StepBox(QWidget):
    """A numbered step in a column."""

    def __init__(self, theme: Theme, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"{number} {title}")
        self.heading = Heading(theme, 2, f"{number}  {title}", self)
        self.heading.setWordWrap(False)
        self.state = StateLabel(theme)
        self.content = QVBoxLayout()
        self.content.setSpacing(GRID)
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        head.addWidget(self.heading)
        head.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self.content)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
