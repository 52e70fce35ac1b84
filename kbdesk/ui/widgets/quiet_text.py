"""Words that change while someone types, in one line of fixed height: nothing around them is laid out again.

A label asks its whole page for a new layout with every text; an echo does not need that. What does not fit is elided
and stands in the tooltip.
"""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme


class QuietText(QWidget):
    """One line, or a few, of words with an icon before them."""

    def __init__(self, theme: Theme, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, lines: int = 1) -> None:
        super().__init__()
        self._theme, self._alignment, self._lines = theme, alignment, lines
        self._text, self._icon, self._colour = "", "", theme.muted
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def text(self) -> str:
        """The words shown."""
        return self._text

    def icon(self) -> str:
        """The name of the icon before them; empty for none."""
        return self._icon

    def show_text(self, text: str, icon: str = "", colour: QColor | None = None) -> None:
        """Show these words, muted unless a colour is given."""
        shown = (text, icon, colour or self._theme.muted)
        if shown == (self._text, self._icon, self._colour):
            return
        self._text, self._icon, self._colour = shown
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(words + self._inset(), self.fontMetrics().lineSpacing() * self._lines)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        line = self.fontMetrics().lineSpacing()
        inset = self._inset()
        if self._icon:
            side = self.fontMetrics().height()
            self._theme.icon(self._icon, self._colour).paint(painter, QRect(0, (line - side) // 2, side, side))
        painter.setPen(self._colour)
        place = self.rect().adjusted(inset, 0, 0, 0)
        if self._lines > 1:
            painter.drawText(place, self._alignment | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._text)
            return
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, self._alignment | Qt.AlignmentFlag.AlignVCenter, shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _inset(self) -> int:
        return self.fontMetrics().height() + SMALL if self._icon else 0
