"""A quantity with its live echo: what was understood, in MWh and per inhabitant, and the other reading."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.saving_line import SavingLine

_WIDTH = 20
"""Characters: as wide as the numbers it holds."""


class QuantityField(QObject):
    """The ``line``, and the ``answer`` to be put below it: the echo and a button for the other reading."""

    def __init__(self, theme: Theme, texts: Texts, save: Callable[[str], bool], look: Callable[[str], Preview]) -> None:
        super().__init__()
        self._theme, self._texts, self._look = theme, texts, look
        self.line = SavingLine(theme, save)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFont(theme.numerals(self.line.font()))
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * _WIDTH + 2 * GRID)
        self.answer = QWidget()
        self.icon = QLabel()
        self.echo = QLabel()
        self.echo.setTextFormat(Qt.TextFormat.PlainText)
        self.echo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.other = QPushButton()
        self._alternative = ""
        self._arrange()
        self.line.textChanged.connect(self._show_preview)
        self.other.clicked.connect(self._take_alternative)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what is recorded; ``anew`` for another cell, whatever is being typed."""
        (self.line.start_with if anew else self.line.show_text)(text)
        self._show_preview()

    def _arrange(self) -> None:
        row = QHBoxLayout(self.answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.icon)
        row.addWidget(self.echo, 1)
        row.addWidget(self.other)
        self.answer.setMinimumHeight(self.other.sizeHint().height())

    def _show_preview(self) -> None:
        seen = self._look(self.line.text())
        self.echo.setText(seen.echo)
        self.echo.setToolTip(seen.echo)
        palette = self.answer.palette()
        palette.setColor(self.echo.foregroundRole(), self._theme.error if seen.is_problem else self._theme.muted)
        self.echo.setPalette(palette)
        side = self.answer.fontMetrics().height()
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
