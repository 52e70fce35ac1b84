"""A chart whose values are read one by one: with the pointer, or with the arrow keys while the picture has the focus.

The value read is marked in the picture, told to whoever listens, and announced to assistive technology.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtCore import QPointF
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QMouseEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPen
from typing_extensions import override

from kbdesk.charts.spot_walk import Placed
from kbdesk.charts.spot_walk import Step
from kbdesk.charts.spot_walk import nearest
from kbdesk.charts.spot_walk import neighbour
from kbdesk.charts.spots import Place
from kbdesk.charts.spots import Spot
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.chart_canvas import ChartCanvas

if TYPE_CHECKING:
    from kbdesk.charts.data import Chart

_STEPS = {
    Qt.Key.Key_Left: Step.BACK,
    Qt.Key.Key_Right: Step.ON,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_PageDown: Step.NEXT,
    Qt.Key.Key_PageUp: Step.PREVIOUS,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_POINT = 1.5 * GRID
"""A mark round a point is so wide and high [pixels]."""


class ReadableCanvas(ChartCanvas):
    """Asks for the values when somebody begins to read: working them out takes longer than the picture may."""

    spot_read = Signal(object)
    """The ``Spot`` that is read now; ``None`` where none is."""
    data_wanted = Signal(object)
    """A ``SpotTarget``: the data behind a value were asked for."""

    def __init__(self, theme: Theme, smallest: QSize, spots: Callable[["Chart"], tuple[Spot, ...]]) -> None:
        super().__init__(theme, smallest)
        self._work_out = spots
        self._spots: tuple[Spot, ...] | None = None
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a place in the order of Tab has only what takes the keyboard

    @property
    def spot(self) -> Spot | None:
        """The value that is read."""
        return None if self._at is None else self.spots[self._at]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every value that can be read; none before the picture is drawn."""
        if self.chart is None or self.layout_drawn is None:
            return ()
        if self._spots is None:
            found = self._work_out(self.chart)
            self._spots = tuple(spot for spot in found if self.layout_drawn.place_of(spot) is not None)
        return self._spots

    @override
    def show_chart(self, chart: "Chart | None") -> None:
        if chart != self.chart:
            self._spots = None
            self.read(None)
        super().show_chart(chart)

    def place_of(self, spot: Spot) -> QRectF:
        """Where a value lies on this widget."""
        place = self._share_of(spot)
        wide, tall = self.width(), self.height()
        found = QRectF(QPointF(place.left * wide, place.top * tall), QPointF(place.right * wide, place.bottom * tall))
        least = SMALL if found.width() > SMALL else _POINT
        across, down = max(0.0, least - found.width()) / 2, max(0.0, least - found.height()) / 2
        return found.adjusted(-across, -down, across, down)

    def read(self, at: int | None) -> None:
        """Read the value of this number among ``spots``, or none."""
        if at == self._at:
            return
        self._at = at
        chart, spot = self.chart, self.spot
        if chart is not None:
            self.setAccessibleName(f"{chart.title}: {spot.text}" if spot is not None else chart.title)
        self.spot_read.emit(spot)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and step is not None and self.spots:
            self.read(neighbour(self._placed(), self._at, step))
            if self.spot is not None:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.spot.text))
        elif plain and event.key() in _ENTER and self.spot is not None:
            self._go()
        elif event.key() == Qt.Key.Key_Escape and self._at is not None:
            self.read(None)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place, size = event.position(), (float(self.width()), float(self.height()))
        self.read(nearest(self._placed(), place.x(), place.y(), size, MARGIN))
        leads = self.spot is not None and self.spot.target is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.unsetCursor()
        if not self.hasFocus():
            self.read(None)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.read(None)

    @override
    def _paint_over(self, painter: QPainter) -> None:
        if self.spot is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.place_of(self.spot).adjusted(-2, -2, 2, 2)
        for colour, width in ((self._theme.surface, 5.0), (self._theme.text, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(place, SMALL, SMALL)

    def _placed(self) -> list[Placed]:
        return [Placed(spot, self._share_of(spot)) for spot in self.spots]

    def _share_of(self, spot: Spot) -> Place:
        found = self.layout_drawn.place_of(spot) if self.layout_drawn is not None else None
        return found if found is not None else Place(0.0, 0.0, 0.0, 0.0)

    def _go(self) -> None:
        if self.spot is not None and self.spot.target is not None:
            self.data_wanted.emit(self.spot.target)
