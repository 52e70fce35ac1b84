"""A timeline: a line a bar over the years. A list for the keyboard and for assistive technology, painted as bars."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.timeline_painting import BarDelegate
from kbdesk.ui.widgets.timeline_painting import Scale
from kbdesk.ui.widgets.timeline_painting import TimelineBar
from kbdesk.ui.widgets.timeline_painting import YearAxis

_LINES = 14


class Period(NamedTuple):
    """The years a timeline shows."""

    first: int
    last: int


def period(bars: Sequence[TimelineBar], today: int) -> Period:
    """From the first year of any bar to the last one, this year with it; without bars this year alone."""
    years = [today, *(year for bar in bars for year in (bar.start, bar.end) if year is not None)]
    return Period(min(years), max(years))


class Timeline(QWidget):
    """The years on top, below a line for every bar; Enter or a double click goes to what it stands for."""

    wanted = Signal(str)
    """Id of the bar that was chosen with Enter or a double click."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.bars: tuple[TimelineBar, ...] = ()
        self._scale = Scale()
        self.axis = YearAxis(theme, self._scale)
        self.list = _BarList(self)
        self.list.setAccessibleName(name)
        self.list.setItemDelegate(BarDelegate(theme, self._scale, self.list))
        self.list.activated.connect(lambda index: self.wanted.emit(self.bars[index.row()].id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.axis)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_bars(self, bars: Sequence[TimelineBar], today: int, summary: str) -> None:
        """Show these bars; ``summary`` says in words what is to be seen."""
        self.list.setAccessibleDescription(summary)
        if tuple(bars) == self.bars and self._scale.today == today:
            return
        row = self.list.currentRow()
        self.bars = tuple(bars)
        shown = period(bars, today)
        widest = max((self.fontMetrics().horizontalAdvance(bar.label) for bar in bars), default=0)
        self._scale.show(shown.first, shown.last, today, widest)
        self.list.clear()
        for bar in bars:
            item = QListWidgetItem(bar.label)
            item.setData(Qt.ItemDataRole.UserRole, bar)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{bar.label}: {bar.caption}")
            item.setToolTip(f"{bar.label}: {bar.caption}")
            self.list.addItem(item)
        if bars:
            self.list.setCurrentRow(max(0, min(row, len(bars) - 1)))
        self.list.fit()
        self.axis.update()


class _BarList(QListWidget):
    """As high as its lines, up to fourteen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height the lines need."""
        line = max(self.sizeHintForRow(0), self.fontMetrics().height() + GRID)
        self.setFixedHeight(max(1, min(self.count(), _LINES)) * line + 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
