"""The lines of where the year stands: icon, words, and a button that leads on."""

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.standing import Standing


class _Line:
    """The widgets of one line."""

    def __init__(self) -> None:
        self.icon, self.words, self.button = QLabel(), QLabel(), QPushButton()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return self.icon, self.words, self.button


class StandingList(QWidget):
    """Lines under a heading; they are kept and only change their words."""

    destination_wanted = Signal(object)
    """The ``Destination`` of the line."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[_Line] = []
        self._shown: tuple[Standing, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(Heading(theme, 2, heading, self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(line.words for line in self._shown)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons shown, in order."""
        return tuple(line.button for line in self._lines[: len(self._shown)])

    def show_lines(self, lines: tuple[Standing, ...]) -> None:
        """Show these lines."""
        if lines == self._shown:
            return
        self._shown = lines
        while len(self._lines) < len(lines):
            self._add(len(self._lines))
        for at, line in enumerate(self._lines):
            for widget in line.widgets:
                widget.setVisible(at < len(lines))
        for line, shown in zip(self._lines, lines, strict=False):
            self._fill(line, shown)

    def _fill(self, line: _Line, shown: Standing) -> None:
        theme, side = self._theme, self.fontMetrics().height()
        colour = theme.colour(shown.meaning) if shown.meaning is not None else theme.muted
        line.icon.setPixmap(theme.icon(shown.icon, colour).pixmap(QSize(side, side), self.devicePixelRatioF()))
        line.words.setText(shown.words)
        line.button.setText(shown.action)
        line.button.setAccessibleName(f"{shown.action} {shown.words}")

    def _add(self, at: int) -> None:
        line = _Line()
        for column, widget in enumerate(line.widgets):
            self._grid.addWidget(widget, at, column)
        line.button.clicked.connect(lambda: self.destination_wanted.emit(self._shown[at].leads_to))
        self._lines.append(line)
