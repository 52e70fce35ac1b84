"""What the marks in the grid mean, in quiet lines."""

from PySide6.QtCore import QRect
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.delegates.entry_delegate import ACKNOWLEDGED_ICON
from kbdesk.ui.delegates.entry_delegate import COMPUTED_ICON
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import scaled
from kbdesk.ui.widgets.flow_layout import FlowLayout

_SIZE = 0.9


class EntryLegend(QWidget):
    """Each mark with its word."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(self)
        self._flow.setSpacing(SMALL)
        side = self.fontMetrics().height()
        self._add(theme.icon("triangle-alert", theme.warning).pixmap(side, side), texts.tr("finding"))
        self._add(theme.icon("circle-alert", theme.error).pixmap(side, side), texts.tr("not a number"))
        self._add(theme.icon(ACKNOWLEDGED_ICON, theme.muted).pixmap(side, side), texts.tr("explained"))
        self._add(theme.icon(COMPUTED_ICON, theme.muted).pixmap(side, side), texts.tr("from bills or traffic"))
        self._add(self._dot(side), texts.tr("has a note"))
        self._add(self._hatching(side), texts.tr("estimated for a start"))

    def _add(self, picture: QPixmap, word: str) -> None:
        pair, mark, label = QWidget(), QLabel(), QLabel(word)
        mark.setPixmap(picture)
        label.setFont(scaled(self.font(), _SIZE))
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, MARGIN, 0)
        row.setSpacing(SMALL)
        row.addWidget(mark)
        row.addWidget(label)
        self._flow.addWidget(pair)

    def _dot(self, side: int) -> QPixmap:
        picture, painter = self._blank(side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent)
        third = side // 3
        painter.drawEllipse(QRect(third, third, third + 1, third + 1))
        painter.end()
        return picture

    def _hatching(self, side: int) -> QPixmap:
        picture, painter = self._blank(side)
        painter.fillRect(0, 0, side, side, QBrush(self._theme.hatch, Qt.BrushStyle.BDiagPattern))
        painter.end()
        return picture

    def _blank(self, side: int) -> tuple[QPixmap, QPainter]:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture, QPainter(picture)
