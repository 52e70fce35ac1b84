"""The strip of years: how far each is, one line a group of sectors; a click goes to the year."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QRect
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPalette
from PySide6.QtGui import QPen
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.tile_header import TileHeader
from kbdesk.ui.widgets.year_states import GroupState
from kbdesk.ui.widgets.year_states import GroupYear
from kbdesk.ui.widgets.year_states import YearStates
from kbdesk.ui.widgets.year_strip_model import GROUP_YEAR
from kbdesk.ui.widgets.year_strip_model import YearStripModel

_ICONS = {
    GroupState.COMPLETE: "check",
    GroupState.PARTLY: "circle-dashed",
    GroupState.ABSENT: "ban",
    GroupState.NOTHING: "circle",
}
_RADIUS = 4
_RING = 2
_HEADER_CHARACTERS = 22
Index = QModelIndex | QPersistentModelIndex


class _StripDelegate(QStyledItemDelegate):
    """Paints one year of one group."""

    def __init__(self, theme: Theme, view: "YearStrip") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._view.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self._view.words), default=0)
        return QSize(widest + metrics.height() + 4 * GRID, metrics.height() + 2 * SMALL + SMALL)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: GroupYear = index.data(GROUP_YEAR)
        theme, view = self._theme, self._view
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = view.visualRect(index).adjusted(2, 1, -2, -1)
        chosen = view.strip_model.years[index.column()] == view.year
        self._paint_ground(painter, frame, chosen=chosen, partly=found.state is GroupState.PARTLY)
        colour = {GroupState.COMPLETE: theme.ok, GroupState.PARTLY: theme.warning}.get(found.state, theme.muted)
        side = view.fontMetrics().height()
        icon = QRect(frame.left() + GRID, frame.center().y() - side // 2 + 1, side - 1, side - 1)
        theme.icon(_ICONS[found.state], colour).paint(painter, icon)
        painter.setFont(theme.numerals(view.font()))
        painter.setPen(theme.muted if found.state in (GroupState.NOTHING, GroupState.ABSENT) else theme.text)
        room = frame.adjusted(GRID + side + SMALL, 0, -SMALL, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        if view.hasFocus() and view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, _RING))
            painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)
        painter.restore()

    def _paint_ground(self, painter: QPainter, frame: QRect, *, chosen: bool, partly: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.accent if chosen else theme.line, 1))
        painter.setBrush(
            theme.tint(Meaning.ACCENT) if chosen else theme.tint(Meaning.WARNING) if partly else theme.surface
        )
        painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)


class YearStrip(QTableView):
    """Groups of sectors down, years across; the year of the window is framed."""

    year_chosen = Signal(int)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.year = 0
        self._columns_shown = 0
        self.words = (texts.tr("complete"), texts.tr("nothing yet"), texts.tr("not here"))
        self._corner = QWidget(self)
        self._corner.setBackgroundRole(QPalette.ColorRole.Base)
        self._corner.setAutoFillBackground(True)
        self.strip_model = YearStripModel(texts, self)
        self.setModel(self.strip_model)
        self.setItemDelegate(_StripDelegate(theme, self))
        self.setAccessibleName(texts.tr("Years and sectors"))
        self.setAccessibleDescription(texts.tr("Enter goes to the year."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)
        self._rows = TileHeader(theme, Qt.Orientation.Vertical, _HEADER_CHARACTERS, self)
        self.setHorizontalHeader(TileHeader(theme, Qt.Orientation.Horizontal, 1, self))
        self.setVerticalHeader(self._rows)
        self.setCornerButtonEnabled(False)

    def show_states(self, states: YearStates, year: int) -> None:
        """Show these states and the year chosen; the newest years and the chosen one are seen first."""
        moved = (year, self.strip_model.columnCount()) != (self.year, self._columns_shown)
        self.year = year
        self.strip_model.show_states(states, year)
        self._columns_shown = self.strip_model.columnCount()
        self._fit()
        if moved:
            self._show_chosen()

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height + self.horizontalScrollBar().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._show_chosen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._fit()

    @override
    def updateGeometries(self) -> None:
        """The platform's corner button says nothing: it is covered."""
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())
        self._corner.raise_()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.year_chosen.emit(self.strip_model.years[index.column()])

    def _show_chosen(self) -> None:
        """Scroll so that the newest years are seen, and the chosen one where it is among them."""
        years = self.strip_model.years
        for year in (*years[-1:], self.year):
            if year in years:
                self.scrollTo(self.strip_model.index(0, years.index(year)))

    def _fit(self) -> None:
        size = self.sizeHintForIndex(self.strip_model.index(0, 0))
        if size.isValid():
            # as many years as fit, none cut at the edge
            room, whole = self.viewport().width(), max(self.viewport().width() // size.width(), 1)
            scrolls = self.strip_model.columnCount() > whole
            self.horizontalHeader().setDefaultSectionSize(max(room // whole, size.width()) if scrolls else size.width())
            self._rows.setDefaultSectionSize(max(size.height(), self._rows.tallest - SMALL))
            self.updateGeometries()  # else how far it can be scrolled follows later than it is scrolled
            self.updateGeometry()
