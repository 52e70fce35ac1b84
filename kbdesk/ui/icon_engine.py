"""Icons drawn from one-colour SVG files when they are painted: sharp at every size and scale, in any colour."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtCore import QRect
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QIcon
from PySide6.QtGui import QIconEngine
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

_DISABLED_OPACITY = 0.4


class TintedIcon(QIconEngine):
    """An SVG file drawn with ``currentColor`` in a colour; paler where the control is disabled."""

    def __init__(self, path: Path, colour: QColor) -> None:
        super().__init__()
        self._path = path
        self._colour = QColor(colour)
        self._drawing: QSvgRenderer | None = None

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if self._drawing is None:
            source = _source(self._path).replace(b"currentColor", self._colour.name().encode())
            self._drawing = QSvgRenderer(QByteArray(source))
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * _DISABLED_OPACITY)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        self._drawing.render(painter, square)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    @override
    def clone(self) -> QIconEngine:
        return TintedIcon(self._path, self._colour)


@lru_cache(maxsize=128)
def _source(path: Path) -> bytes:
    return path.read_bytes()
