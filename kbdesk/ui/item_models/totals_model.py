"""Totals beside and below a grid: final energy [MWh], emissions [t], and the difference to the year before."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtGui import QFont
from typing_extensions import override

from kbdesk.models.calculation import Total
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.alignments import COLUMN_NAME_ALIGNMENT
from kbdesk.ui.item_models.alignments import NUMBER_ALIGNMENT
from kbdesk.ui.item_models.alignments import ROW_NAME_ALIGNMENT
from kbdesk.ui.item_models.grid_totals import Difference
from kbdesk.ui.item_models.grid_totals import Totals

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SMALL_VALUE = 100


class TotalsModel(QAbstractTableModel):
    """A table of totals with named rows and columns; ``None`` where a total has no meaning."""

    def __init__(self, texts: Texts, parent: QObject | None = None, *, quiet: QColor | None = None) -> None:
        """``quiet`` is the colour of differences."""
        super().__init__(parent)
        self._quiet = quiet
        self._texts = texts
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._totals: Totals = ()
        self._strong: frozenset[int] = frozenset()
        self._strong_font = QFont()
        self._strong_font.setBold(True)

    def rename(self, rows: Iterable[str], columns: Iterable[str], totals: Totals, strong: Iterable[int] = ()) -> None:
        """Take other rows, columns and totals; ``strong`` are the rows that sum up others."""
        self.beginResetModel()
        self._rows, self._columns, self._totals = tuple(rows), tuple(columns), totals
        self._strong = frozenset(strong)
        self.endResetModel()

    def show(self, totals: Totals) -> None:
        """Take the totals of today; only those that differ are repainted."""
        earlier, self._totals = self._totals, totals
        for row, (before, after) in enumerate(zip(earlier, totals, strict=True)):
            for column, (one, other) in enumerate(zip(before, after, strict=True)):
                if one != other:
                    index = self.index(row, column)
                    self.dataChanged.emit(index, index)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER_ALIGNMENT
        if role == Qt.ItemDataRole.FontRole:
            return self._strong_font if index.row() in self._strong else None
        total = self._totals[index.row()][index.column()]
        if isinstance(total, Difference) and role == Qt.ItemDataRole.ForegroundRole:
            return self._quiet
        return None if total is None else self._told(index, total, role)

    def _told(self, index: Index, total: Total | Difference, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(total)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._remark(total)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._rows[index.row()]}, {self._columns[index.column()]}: {self._shown(total)}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMN_NAME_ALIGNMENT if orientation == Qt.Orientation.Horizontal else ROW_NAME_ALIGNMENT
        return names[section] if role in _NAMES else None

    def _shown(self, total: Total | Difference) -> str:
        numbers = self._texts.numbers
        if isinstance(total, Difference):
            return numbers.percent(total.share, signed=True)
        if total.value is None:
            return "–" if total.missing else ""
        small = abs(total.value) < _SMALL_VALUE
        text = numbers.significant(total.value, 3) if small else numbers.integer(total.value)
        return text if total.complete else f"≥\u202f{text}"

    def _remark(self, total: Total | Difference) -> str:
        if isinstance(total, Difference):
            return self._texts.tr("{share} against {year}", share=self._shown(total), year=str(total.than))
        if total.complete:
            return ""
        return self._texts.trn("{count} value is missing.", "{count} values are missing.", total.missing)


_NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
