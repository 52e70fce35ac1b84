"""A table that is only read: rows of texts, copied as a spreadsheet takes them, as high as its rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QIcon
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import GRID

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class RowsTableModel(QAbstractTableModel):
    """Rows of texts under a header; columns named as numbers stand at the right, a row may begin with an icon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._numbers: frozenset[int] = frozenset()
        self._icons: dict[tuple[int, int], QIcon] = {}

    def show_rows(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        numbers: Sequence[int] = (),
        icons: dict[tuple[int, int], QIcon] | None = None,
    ) -> None:
        """Show these rows; ``numbers`` are the columns set to the right, ``icons`` stand at (row, column)."""
        self.beginResetModel()
        self._header = tuple(header)
        self._rows = tuple(tuple(row) for row in rows)
        self._numbers = frozenset(numbers)
        self._icons = icons or {}
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._header)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[row][column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._header[column]}: {self._rows[row][column]}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.get((row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def as_text(self, indexes: Sequence[QModelIndex] = ()) -> str:
        """The chosen cells (all with their header where none are given) as lines with tabs between."""
        if not indexes:
            return "\n".join("\t".join(line) for line in (self._header, *self._rows))
        columns = sorted({index.column() for index in indexes})
        chosen = {(index.row(), index.column()) for index in indexes}
        lines = (
            "\t".join(self._rows[row][column] if (row, column) in chosen else "" for column in columns)
            for row in sorted({index.row() for index in indexes})
        )
        return "\n".join(lines)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RoomyDelegate(QStyledItemDelegate):
    """Gives cells of a read-only table some air."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * GRID, GRID)


class PlainTable(QTableView):
    """Shows a ``RowsTableModel``; Ctrl+C copies what is selected. The table asks for the height of all its rows."""

    def __init__(self, name: str, copy_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsTableModel(self)
        self._stretched: int | None = None
        self._room, self._room_width = 0, 0
        self.setModel(self.rows)
        self.setItemDelegate(RoomyDelegate(self))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().sectionResized.connect(self.updateGeometry)
        self._add_copying(copy_text)
        self.rows.modelReset.connect(self._arrange)

    def stretch(self, column: int) -> None:
        """Let this column take the width that is left; its texts wrap."""
        self._stretched = column
        self._arrange()

    def copy(self) -> None:
        """Put the selected cells (all where none is selected) on the clipboard."""
        QGuiApplication.clipboard().setText(self.rows.as_text(self.selectionModel().selectedIndexes()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(self._room, self._needed()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), 12 * self.fontMetrics().height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more height where the width needs it; less only at another width.

        A table a little lower may let the page's scroll bar go, which makes it wider, which makes it higher again: for
        as little as a scroll bar the room it got is not given back, or that would go on for ever.
        """
        super().resizeEvent(event)
        if abs(self.width() - self._room_width) > 2 * self.verticalScrollBar().sizeHint().width():
            self._room, self._room_width = 0, self.width()
        self._room = max(self._room, self._needed())
        self.updateGeometry()

    def _needed(self) -> int:
        """The height of header and rows, and of the scroll bar where the columns need one."""
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        scrolls = self.horizontalHeader().length() > self.viewport().width()
        scroll_bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        return height + scroll_bar + 2 * self.frameWidth()

    def _arrange(self) -> None:
        """New rows bring new sections, which know nothing of the wide one, and need room of their own."""
        self._room = 0
        header = self.horizontalHeader()
        if self._stretched is not None and self._stretched < header.count():
            header.setSectionResizeMode(self._stretched, QHeaderView.ResizeMode.Stretch)
        self.updateGeometry()

    def _add_copying(self, text: str) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.copy)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
