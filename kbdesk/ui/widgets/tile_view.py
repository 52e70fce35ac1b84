"""Draws the board of a year as tiles: icon and word, hatched where a value is weak, a ring where the focus is."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QRect
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPalette
from PySide6.QtGui import QPen
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
from kbdesk.ui.widgets.tile_model import TILE_ROLE
from kbdesk.ui.widgets.tile_model import TileModel
from kbdesk.ui.widgets.tiles import ATTENTION
from kbdesk.ui.widgets.tiles import ICONS
from kbdesk.ui.widgets.tiles import Board
from kbdesk.ui.widgets.tiles import Tile
from kbdesk.ui.widgets.tiles import TileState

_RADIUS = 4
_RING = 2
_CHARACTERS = 13
"""Average characters a tile is wide; longer words wrap."""
_HEADER_CHARACTERS = 30


class TileDelegate(QStyledItemDelegate):
    """Paints one tile."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = self._view.fontMetrics()
        return QSize(_CHARACTERS * metrics.averageCharWidth() + 4 * GRID, 2 * metrics.height() + GRID + SMALL)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tile: Tile | None = index.data(TILE_ROLE)
        if tile is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._view.visualRect(index).adjusted(2, 2, -2, -2)
        self._paint_ground(painter, frame, tile)
        self._paint_words(painter, frame, tile)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.accent, _RING))
            painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)
        painter.restore()

    def _paint_ground(self, painter: QPainter, frame: QRect, tile: Tile) -> None:
        theme = self._theme
        ground = theme.tint(Meaning.WARNING) if tile.state in ATTENTION else theme.surface
        if tile.state is TileState.OPEN:
            painter.setPen(QPen(theme.line, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)
            return
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)
        if tile.weak:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(theme.hatch, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, frame: QRect, tile: Tile) -> None:
        if tile.state is TileState.OPEN:
            return
        theme = self._theme
        colour = theme.warning if tile.state in ATTENTION else theme.muted
        side = self._view.fontMetrics().height()
        icon = QRect(frame.left() + GRID, frame.center().y() - side // 2, side, side)
        room = frame.adjusted(2 * GRID + side, SMALL, -SMALL, -SMALL)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.setFont(theme.numerals(self._view.font()))
        if tile.weak:
            needed = painter.boundingRect(room, flags, tile.words).united(icon).adjusted(-SMALL, -2, SMALL, 2)
            painter.fillRect(needed, theme.surface)
        name = ICONS[tile.state]
        theme.icon(name, theme.ok if tile.state is TileState.VALUE else colour).paint(painter, icon)
        painter.setPen(theme.muted if tile.state is TileState.NO else theme.text)
        painter.drawText(room, flags, tile.words)


class TileView(QTableView):
    """The board of a year; a tile that is clicked or entered is told."""

    tile_chosen = Signal(object)
    """The ``EntryKey`` of the tile."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corner = QWidget(self)
        self._corner.setBackgroundRole(QPalette.ColorRole.Base)
        self._corner.setAutoFillBackground(True)
        self.board_model = TileModel(texts, self)
        self.setModel(self.board_model)
        self.setItemDelegate(TileDelegate(theme, self))
        self.setAccessibleName(texts.tr("Sectors and energy carriers"))
        self.setAccessibleDescription(texts.tr("Enter goes to the field in data entry."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        self._arrange_headers(theme)

    def show_board(self, board: Board) -> None:
        """Show this board."""
        self.board_model.show_board(board)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height + self.horizontalScrollBar().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

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
        tile = self.board_model.tile(index)
        if tile is not None:
            self.tile_chosen.emit(tile.key)

    def _arrange_headers(self, theme: Theme) -> None:
        self._rows = TileHeader(theme, Qt.Orientation.Vertical, _HEADER_CHARACTERS, self)
        self.setHorizontalHeader(TileHeader(theme, Qt.Orientation.Horizontal, _CHARACTERS, self))
        self.setVerticalHeader(self._rows)
        self.setCornerButtonEnabled(False)

    def _fit(self) -> None:
        size = self.sizeHintForIndex(self.board_model.index(0, 0))
        if size.isValid():
            self.horizontalHeader().setDefaultSectionSize(size.width())
            self._rows.setDefaultSectionSize(max(size.height(), self._rows.tallest))
            self.updateGeometry()
