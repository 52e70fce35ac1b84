"""A table of records with fields that are typed in place; what could not be saved stays in its field."""

from abc import abstractmethod
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import Qt
from typing_extensions import override

from kbdesk.ui.item_models.alignments import COLUMN_NAME_ALIGNMENT
from kbdesk.ui.item_models.alignments import NUMBER_ALIGNMENT
from kbdesk.ui.item_models.alignments import TEXT_ALIGNMENT
from kbdesk.ui.item_models.alignments import TEXT_NAME_ALIGNMENT
from kbdesk.ui.item_models.entry_roles import CLOSED_FACE
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class FieldTableModel(QAbstractTableModel):
    """Rows are known by their keys; subclasses say what a field holds and save it."""

    def __init__(self, header: Sequence[str], words: Iterable[int] = (), parent: QObject | None = None) -> None:
        """``words`` are the columns that hold words; the others hold numbers."""
        super().__init__(parent)
        self.header = tuple(header)
        self._words = frozenset(words)
        self._keys: tuple[Hashable, ...] = ()
        self._refused: dict[tuple[Hashable, int], str] = {}

    @abstractmethod
    def read_keys(self) -> Iterable[Hashable]:
        """The keys of the rows, in order."""

    @abstractmethod
    def read_face(self, key: Hashable, column: int) -> CellFace:
        """How a field looks that is recorded as it is."""

    @abstractmethod
    def read_text(self, key: Hashable, column: int) -> str:
        """What the editor of a field opens with."""

    @abstractmethod
    def is_editable(self, key: Hashable, column: int) -> bool:
        """Whether a field can be typed in."""

    @abstractmethod
    def save(self, key: Hashable, column: int, text: str) -> bool:
        """Save a field; False where the text was refused."""

    @abstractmethod
    def row_name(self, key: Hashable) -> str:
        """What a row is called."""

    def key(self, row: int) -> Hashable:
        """The key of a row."""
        return self._keys[row]

    def index_of(self, key: Hashable, column: int) -> QModelIndex:
        """The field of a row; an invalid index where there is no such row."""
        return self.index(self._keys.index(key), column) if key in self._keys else QModelIndex()

    def refresh(self) -> None:
        """Show the records as they are now; rows that stay keep their place and their selection."""
        wanted = tuple(self.read_keys())
        for row in reversed([row for row, key in enumerate(self._keys) if key not in wanted]):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._keys = (*self._keys[:row], *self._keys[row + 1 :])
            self.endRemoveRows()
        for row, key in enumerate(wanted):
            if key not in self._keys:
                self.beginInsertRows(QModelIndex(), row, row)
                self._keys = (*self._keys[:row], key, *self._keys[row:])
                self.endInsertRows()
        if wanted:
            self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, len(self.header) - 1))

    def face(self, row: int, column: int) -> CellFace:
        """How a field looks, also one that could not be saved."""
        key = self._keys[row]
        refused = self._refused.get((key, column))
        if refused is not None:
            return CellFace(CellKind.DRAFT, refused, remarks=(self.refusal(refused),))
        face = self.read_face(key, column)
        return replace(face, is_text=column in self._words)

    def forget(self, index: Index) -> None:
        """Forget a text that could not be saved."""
        if self._refused.pop((self._keys[index.row()], index.column()), None) is not None:
            self.dataChanged.emit(index, index)

    def refusal(self, text: str) -> str:
        """What is said of a text that could not be saved."""
        return text

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.header)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.face(index.row(), index.column()) == CLOSED_FACE:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.is_editable(self._keys[index.row()], index.column()):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = _ANSWERS.get(role) if index.isValid() else None
        return answer(self, index.row(), index.column()) if answer else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        key, column, text = self._keys[index.row()], index.column(), str(value)
        if text == self.edit_text(index.row(), column) and (key, column) not in self._refused:
            return True
        if self.save(key, column, text):
            self._refused.pop((key, column), None)
        else:
            self._refused[key, column] = text
        place = self.index_of(key, column)
        if place.isValid():
            self.dataChanged.emit(place, place)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self.row_name(self._keys[section]) if role in _NAMES else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TEXT_NAME_ALIGNMENT if section in self._words else COLUMN_NAME_ALIGNMENT
        return self.header[section] if role in _NAMES else None

    def edit_text(self, row: int, column: int) -> str:
        """What the editor opens with: the refused text where there is one."""
        key = self._keys[row]
        return self._refused.get((key, column), None) or self.read_text(key, column)

    def spoken(self, row: int, column: int) -> str:
        """A field with its row and column, for screen readers."""
        return f"{self.header[column]} {self.row_name(self._keys[row])}: {self.face(row, column).text}"

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Numbers right, texts left."""
        return TEXT_ALIGNMENT if column in self._words else NUMBER_ALIGNMENT


_ANSWERS: dict[int, Callable[[FieldTableModel, int, int], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda model, row, column: model.face(row, column).text,
    Qt.ItemDataRole.EditRole: FieldTableModel.edit_text,
    Qt.ItemDataRole.ToolTipRole: lambda model, row, column: "\n".join(model.face(row, column).remarks),
    Qt.ItemDataRole.AccessibleTextRole: FieldTableModel.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda model, row, column: " ".join(model.face(row, column).remarks),
    Qt.ItemDataRole.TextAlignmentRole: lambda model, _row, column: model.alignment(column),
    EntryRole.FACE: FieldTableModel.face,
}
