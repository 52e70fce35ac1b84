"""A quantity with its live echo: what was understood, in MWh and per inhabitant, and the other reading."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.saving_line import SavingLine

_WIDTH = 20
"""Characters: as wide as the numbers it holds."""


_ECHO_WIDTH = 56


class QuantityField(QWidget):
    """The line, the echo below it and a button for the other reading."""

    def __init__(self, theme: Theme, texts: Texts, save: Callable[[str], bool], look: Callable[[str], Preview]) -> None:
        super().__init__()
        self._theme, self._texts, self._look = theme, texts, look
        self.line = SavingLine(theme, save)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFont(theme.numerals(self.line.font()))
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * _WIDTH + 2 * GRID)
        self.icon = QLabel()
        self.echo = QLabel()
        self.echo.setTextFormat(Qt.TextFormat.PlainText)
        self.echo.setMinimumWidth(self.fontMetrics().averageCharWidth() * _ECHO_WIDTH)
        self.other = QPushButton()
        self._alternative = ""
        self._arrange()
        self.line.textChanged.connect(self._show_preview)
        self.other.clicked.connect(self._take_alternative)
        self.setFocusProxy(self.line)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what is recorded; ``anew`` for another cell, whatever is being typed."""
        (self.line.start_with if anew else self.line.show_text)(text)
        self._show_preview()

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.echo, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.line)
        row.addWidget(self.other)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addLayout(row)
        layout.addLayout(below)

    def _show_preview(self) -> None:
        seen = self._look(self.line.text())
        self.echo.setText(seen.echo)
        palette = self.palette()
        palette.setColor(self.echo.foregroundRole(), self._theme.error if seen.is_problem else self._theme.muted)
        self.echo.setPalette(palette)
        side = self.fontMetrics().height()
        icon = self._theme.icon("circle-alert", self._theme.error)
        self.icon.setPixmap(icon.pixmap(side, side))
        self.icon.setVisible(seen.is_problem)
        self.line.setAccessibleDescription(seen.echo)
        self._alternative = seen.alternative
        self.other.setVisible(bool(seen.alternative))
        self.other.setText(self._texts.tr("Meant {number}?", number=seen.alternative))

    def _take_alternative(self) -> None:
        self.line.setText(self._alternative)
        self.line.setModified(True)
        self.line.save_pending()
        self.line.setFocus()
