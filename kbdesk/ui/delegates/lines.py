"""Lines between cells in the theme's own colour: those of some styles vanish on dark surfaces."""

from PySide6.QtCore import QObject
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from kbdesk.ui.delegates.cell_editor import Index
from kbdesk.ui.theme import Theme


def paint_lines(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Paint the lines at the right of and below a cell; its view shows no grid of its own."""
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)


class LinedDelegate(QStyledItemDelegate):
    """Cells as the style paints them, with lines between them."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        paint_lines(painter, option.rect, self._theme)  # type: ignore[attr-defined]  # the stubs lack the fields
