"""A quantity with its live echo: what was understood, in MWh and per inhabitant, and the other reading."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.quiet_text import QuietText
from kbdesk.ui.widgets.saving_line import SavingLine

_WIDTH = 16
"""Characters: as wide as the numbers it holds."""
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def quantity_width(metrics: QFontMetrics) -> int:
    """The width of the field in pixels."""
    return metrics.averageCharWidth() * _WIDTH + 2 * GRID


class QuantityLine(SavingLine):
    """Enter and the arrow keys save and ask for the next value, with Shift for the one before."""

    step_wanted = Signal(int)
    """The value below (1) or above (-1) is wanted."""

    def __init__(self, theme: Theme, save: Callable[[str], bool], *, steps: bool) -> None:
        super().__init__(theme, save)
        self._steps = steps
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(theme.numerals(self.font()))
        self.setFixedWidth(quantity_width(self.fontMetrics()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key())) if self._steps else None
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() or event.modifiers() == Qt.KeyboardModifier.KeypadModifier
        if by is None or not (plain or shift):
            super().keyPressEvent(event)
            return
        self.save_pending()
        if not self.is_refused:
            self.step_wanted.emit(-by if shift else by)


class QuantityField(QObject):
    """The ``line``, and the ``answer`` to be put below it: the echo and a button for the other reading."""

    def __init__(
        self,
        theme: Theme,
        save: Callable[[str], bool],
        look: Callable[[str], Preview],
        hint: str,
        *,
        steps: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._look, self.hint = theme, look, hint
        self.line = QuantityLine(theme, save, steps=steps)
        self.answer = QWidget()
        self.echo = QuietText(theme)
        self.other = QPushButton(self.answer)
        self.other.setAutoDefault(False)
        self.other.hide()
        self.seen = Preview()
        self._row = QHBoxLayout(self.answer)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self.echo, 1)
        self._row.addWidget(self.other)
        self.line.textChanged.connect(self.show_preview)
        self.other.clicked.connect(self._take_other)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what is recorded; ``anew`` for another cell, whatever is being typed."""
        blocked = self.line.blockSignals(True)  # noqa: FBT003 - Qt's own signature; the preview follows once, below
        (self.line.start_with if anew else self.line.show_text)(text)
        self.line.blockSignals(blocked)
        self.show_preview()

    def show_preview(self) -> None:
        """Show what the text in the field means."""
        self.seen = seen = self._look(self.line.text())
        icon, colour = "", self._theme.muted
        if seen.is_problem:
            icon, colour = "circle-alert", self._theme.error
        elif seen.asks_basis:
            icon, colour = "circle-question-mark", self._theme.warning
        self.echo.show_text(seen.echo, icon, colour)
        self.line.setAccessibleDescription(seen.echo or self.hint)
        if seen.offer != self.other.text():
            self.other.setText(seen.offer)
        if self.other.isHidden() == bool(seen.offer):
            self.other.setVisible(bool(seen.offer))

    def _take_other(self) -> None:
        self.line.setText(self.seen.other)
        self.line.setModified(True)
        self.line.save_pending()
        self.line.setFocus()
