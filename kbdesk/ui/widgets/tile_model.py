"""The board of a year as an item model: what a tile says, and what a screen reader is told."""

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from typing_extensions import override

from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.plain_table import NO_PARENT
from kbdesk.ui.widgets.plain_table import Index
from kbdesk.ui.widgets.tiles import Board
from kbdesk.ui.widgets.tiles import Tile
from kbdesk.ui.widgets.tiles import TileState

TILE_ROLE = Qt.ItemDataRole.UserRole
"""The ``Tile`` itself, for the painter and for jumping."""


class TileModel(QAbstractTableModel):
    """Sectors down, energy carriers across."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._board = Board(0)

    def show_board(self, board: Board) -> None:
        """Show this board; where only tiles changed, the place in the table is kept."""
        shown = self._board
        same = (board.sectors, board.carriers) == (shown.sectors, shown.carriers)
        if same and board.sectors:
            self._board = board
            self.dataChanged.emit(self.index(0, 0), self.index(len(board.sectors) - 1, len(board.carriers) - 1))
            return
        self.beginResetModel()
        self._board = board
        self.endResetModel()

    def tile(self, index: Index) -> Tile | None:
        """The tile at an index."""
        return self._board.tile(index.row(), index.column()) if index.isValid() else None

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._board.sectors)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._board.carriers)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled if self.tile(index) is not None else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        tile = self.tile(index)
        if role == TILE_ROLE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.words if tile is not None else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index, tile)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation is Qt.Orientation.Horizontal
        ids = self._board.carriers if across else self._board.sectors
        if not 0 <= section < len(ids):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts.carrier(ids[section]) if across else self._texts.sector(ids[section])
        return None

    def _spoken(self, index: QModelIndex | Index, tile: Tile | None) -> str:
        sector = self._texts.sector(self._board.sectors[index.row()])
        carrier = self._texts.carrier(self._board.carriers[index.column()])
        if tile is None:
            words = self._texts.tr("does not occur in this sector")
        elif tile.state is TileState.OPEN:
            words = self._texts.tr("no value in any year")
        else:
            words = tile.words
        if tile is not None and tile.weak:
            words = self._texts.tr("{words} (start value or grade D)", words=words)
        return self._texts.tr(
            "{sector}, {carrier}, {year}: {words}",
            sector=sector,
            carrier=carrier,
            year=str(self._board.year),
            words=words,
        )
