"""How a timeline is drawn: where a year stands, the years on top, a bar with its words."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QPointF
from PySide6.QtCore import QRect
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPen
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme

_LABEL_SHARE = 0.4
_STEPS = (1, 2, 5, 10, 20, 50)
_WIDE = 1.6
"""Widths of a year's number between two of them."""
Index = QModelIndex | QPersistentModelIndex


class TimelineBar(NamedTuple):
    """What a line shows. A year is ``None`` where it is not known; ``goes_on`` ends in an arrow.

    ``caption`` says the same in words. Planned bars are outlines, finished ones are grey.
    """

    id: str
    label: str
    caption: str
    start: int | None
    end: int | None
    goes_on: bool = False
    is_planned: bool = False
    is_finished: bool = False


class Scale:
    """Which years are shown, and where."""

    def __init__(self) -> None:
        self.first = self.last = self.today = self._widest = 0

    def show(self, first: int, last: int, today: int, widest: int) -> None:
        """Show these years; ``widest`` is the width of the longest label."""
        self.first, self.last, self.today, self._widest = first, last, today, widest

    def labels(self, width: int) -> int:
        """The width of the column of labels."""
        return min(self._widest + 2 * GRID, round(width * _LABEL_SHARE))

    def x(self, year: float, width: int) -> float:
        """Where a year begins."""
        left = self.labels(width)
        return left + (width - left - GRID) * (year - self.first) / (self.last + 1 - self.first)

    def ticks(self, width: int, metrics: QFontMetrics) -> list[int]:
        """The years that are written, as many as there is room for."""
        needed = metrics.horizontalAdvance("2000") * _WIDE
        a_year = self.x(self.first + 1, width) - self.x(self.first, width)
        step = next((step for step in _STEPS if step * a_year >= needed), 100)
        return [year for year in range(self.first, self.last + 1) if year % step == 0]


class YearAxis(QWidget):
    """The years above the bars."""

    def __init__(self, theme: Theme, scale: Scale) -> None:
        super().__init__()
        self._theme, self._scale = theme, scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + GRID)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scale, width = QPainter(self), self._scale, self.width()
        painter.setPen(self._theme.muted)
        room = painter.fontMetrics().horizontalAdvance("2000") + 2
        for year in scale.ticks(width, painter.fontMetrics()):
            left = min(round(scale.x(year, width)), width - room)
            painter.drawText(QRect(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, str(year))
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawLine(0, self.height() - 1, width, self.height() - 1)
        painter.end()


class BarDelegate(QStyledItemDelegate):
    """Draws the label at the left, then the bar with its words."""

    def __init__(self, theme: Theme, scale: Scale, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._scale, self._view = theme, scale, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.fontMetrics().height() + 2 * GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar: TimelineBar = TimelineBar(*index.data(Qt.ItemDataRole.UserRole))
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs lack the fields
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = self._theme.tint(Meaning.ACCENT) if chosen else self._theme.surface
        self._paint_ground(painter, rect, ground)
        label = QRect(rect.left() + SMALL, rect.top(), self._scale.labels(rect.width()) - GRID - SMALL, rect.height())
        _write(painter, label, bar.label, Qt.AlignmentFlag.AlignLeft)
        painter.setPen(self._theme.muted)
        place = self._bar_place(bar, rect)
        if place is None:
            left = QRect(label.right() + GRID, rect.top(), rect.right() - label.right() - GRID, rect.height())
            _write(painter, left, bar.caption, Qt.AlignmentFlag.AlignLeft)
        else:
            self._paint_bar(painter, bar, place)
            self._paint_caption(painter, bar, place, rect, ground)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, ground: QColor) -> None:
        """Quiet lines at the years, a dashed one where this year begins."""
        theme, scale = self._theme, self._scale
        painter.fillRect(rect, ground)
        painter.setPen(QPen(theme.line, 1))
        for year in scale.ticks(rect.width(), painter.fontMetrics()):
            x = rect.left() + round(scale.x(year, rect.width()))
            painter.drawLine(x, rect.top(), x, rect.bottom())
        painter.setPen(QPen(theme.muted, 1, Qt.PenStyle.DashLine))
        now = rect.left() + round(scale.x(scale.today, rect.width()))
        painter.drawLine(now, rect.top(), now, rect.bottom())
        painter.setPen(theme.text)

    def _bar_place(self, bar: TimelineBar, rect: QRect) -> QRectF | None:
        """Where the bar is: of a bar with one year known that year; ``None`` where none is."""
        known = bar.start if bar.start is not None else bar.end
        if known is None:
            return None
        last = bar.end if bar.end is not None else max(known, self._scale.today) if bar.goes_on else known
        left = rect.left() + self._scale.x(known, rect.width())
        right = rect.left() + self._scale.x(last + 1, rect.width())
        height = self._view.fontMetrics().height() + 2
        return QRectF(left + 1, rect.center().y() - height / 2 + 1, max(right - left - 2, SMALL), height)

    def _paint_bar(self, painter: QPainter, bar: TimelineBar, place: QRectF) -> None:
        colour = self._theme.muted if bar.is_finished else self._theme.accent
        painter.setPen(QPen(colour, 2 if bar.is_planned else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if bar.is_planned else colour)
        tip = min(place.height() / 2, place.width() / 2) if bar.goes_on else 0.0
        painter.drawPolygon(
            QPolygonF(
                [
                    place.topLeft(),
                    QPointF(place.right() - tip, place.top()),
                    QPointF(place.right(), place.center().y()),
                    QPointF(place.right() - tip, place.bottom()),
                    place.bottomLeft(),
                ]
            )
        )

    def _paint_caption(self, painter: QPainter, bar: TimelineBar, place: QRectF, rect: QRect, ground: QColor) -> None:
        """Right of the bar where there is room, else left of it, else in it; the years' lines end before it."""
        needed = painter.fontMetrics().horizontalAdvance(bar.caption) + GRID
        left = rect.left() + self._scale.labels(rect.width())
        right = round(place.right()) + SMALL
        side = Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._theme.muted)
        if rect.right() - right >= needed:
            room = QRect(right, rect.top() + 1, needed, rect.height() - 2)
            painter.fillRect(room, ground)
        elif place.left() - left >= needed:
            room = QRect(round(place.left()) - needed - SMALL, rect.top() + 1, needed, rect.height() - 2)
            painter.fillRect(room, ground)
            side = Qt.AlignmentFlag.AlignRight
        else:
            painter.setPen(self._theme.text if bar.is_planned else self._theme.surface)
            room = place.toRect().adjusted(SMALL, 0, -2 * SMALL, 0)
        _write(painter, room, bar.caption, side)


def _write(painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
