"""A small stacked bar: parts of a whole side by side, named and with their shares below."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.charts.style import PALETTES
from kbdesk.charts.style import Theme as ChartTheme
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme

_WIDTH = 320
_THICK = 0.75
"""The bar's thickness in lines of text."""


class Segment(NamedTuple):
    """One part: its name, its share in words, its place in the palette, its amount."""

    name: str
    share: str
    colour: int
    amount: Decimal

    @property
    def words(self) -> str:
        """Name and share."""
        return f"{self.name} {self.share}"


class StackedBar(QWidget):
    """Shows parts in the colours the charts have for them; without parts it takes no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: tuple[Segment, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_segments(self, name: str, segments: Sequence[Segment]) -> None:
        """Show these parts; ``name`` says what they are parts of."""
        self._segments = tuple(segments)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(segment.words for segment in segments))
        self.setVisible(bool(segments))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        line = self.fontMetrics().height()
        return ceil(self._thickness + SMALL + (places[-1].top() + line if places else 0)) + SMALL

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole = sum((segment.amount for segment in self._segments), Decimal(0))
        if not whole:
            return
        painter = QPainter(self)
        left, thick = 0.0, self._thickness
        for segment, place in zip(self._segments, self._places(self.width()), strict=True):
            wide = float(segment.amount / whole) * self.width()
            painter.fillRect(QRectF(left, 0, max(wide - 1, 1), thick), self._colour(segment))
            left += wide
            self._paint_name(painter, segment, place.translated(0, thick + SMALL))
        painter.end()

    @property
    def _thickness(self) -> float:
        return self.fontMetrics().height() * _THICK

    def _paint_name(self, painter: QPainter, segment: Segment, place: QRectF) -> None:
        side = self.fontMetrics().ascent() * _THICK
        square = QRectF(place.left(), place.center().y() - side / 2, side, side)
        painter.fillRect(square, self._colour(segment))
        painter.setPen(self._theme.muted)
        words = place.adjusted(side + SMALL, 0, MARGIN, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), segment.words)

    def _places(self, width: int) -> list[QRectF]:
        """Where the names stand: side by side, in as many lines as they need."""
        metrics, left, top = self.fontMetrics(), 0.0, 0.0
        places = []
        for segment in self._segments:
            wide = metrics.ascent() * _THICK + SMALL + metrics.horizontalAdvance(segment.words)
            if left and left + wide > width:
                left, top = 0.0, top + metrics.height()
            places.append(QRectF(left, top, wide, metrics.height()))
            left += wide + MARGIN + GRID
        return places

    def _colour(self, segment: Segment) -> QColor:
        palette = PALETTES[ChartTheme.DARK if self._theme.dark else ChartTheme.LIGHT]
        return QColor(palette.classes[segment.colour])
