"""The headers of the board: plain words on the surface, no frames."""

from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme

_ENDLESS = 10_000


class TileHeader(QHeaderView):
    """Column heads stand at the bottom above their tiles, row heads at the left; both wrap."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, characters: int, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._characters = characters
        self._across = orientation is Qt.Orientation.Horizontal
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def tallest(self) -> int:
        """The height the longest words need."""
        metrics = self.fontMetrics()
        width = self.defaultSectionSize() - 2 * SMALL if self._across else self._width - SMALL
        room = QRect(0, 0, width, _ENDLESS)
        heights = (
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._words(section)).height()
            for section in range(self.count())
        )
        return max(heights, default=metrics.height()) + 2 * SMALL

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._width, self.tallest)

    @property
    def _width(self) -> int:
        return self._characters * self.fontMetrics().averageCharWidth()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.surface)
        for section in range(self.count()):
            place, size = self.sectionViewportPosition(section), self.sectionSize(section)
            if self._across:
                self.paintSection(painter, QRect(place, 0, size, self.height()), section)
            else:
                self.paintSection(painter, QRect(0, place, self.width(), size), section)
        painter.end()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        side = Qt.AlignmentFlag.AlignBottom if self._across else Qt.AlignmentFlag.AlignVCenter
        flags = Qt.AlignmentFlag.AlignLeft | side | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.text)
        margins = (SMALL, SMALL, -SMALL, -SMALL) if self._across else (0, 0, -SMALL, 0)
        painter.drawText(rect.adjusted(*margins), flags, self._words(logicalIndex))

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")
