"""The grid of a year as Qt sees it: a thin view of the project, told cell by cell what changed."""

from collections.abc import Callable
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.alignments import COLUMN_NAME_ALIGNMENT
from kbdesk.ui.item_models.alignments import NUMBER_ALIGNMENT
from kbdesk.ui.item_models.alignments import ROW_NAME_ALIGNMENT
from kbdesk.ui.item_models.entry_findings import finding_mark
from kbdesk.ui.item_models.entry_findings import findings_by_cell
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_layout import entry_layout
from kbdesk.ui.item_models.entry_progress import is_unfinished
from kbdesk.ui.item_models.entry_roles import CLOSED_FACE
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.item_models.entry_texts import entry_face
from kbdesk.ui.item_models.entry_texts import place_name
from kbdesk.ui.item_models.entry_texts import spoken
from kbdesk.ui.item_models.entry_texts import typed_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_OPEN_MARKS = (FindingMark.WARNING, FindingMark.ERROR)


class EntryTableModel(QAbstractTableModel):
    """Sectors down, energy carriers across; every carrier has a column, the view decides which are shown."""

    def __init__(
        self,
        project: Project,
        texts: Texts,
        year: int,
        record: Callable[[EntryKey, str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._texts = texts
        self._record = record
        self._faces: dict[EntryKey, CellFace] = {}
        self._unsaved: dict[EntryKey, str] = {}
        self._heading_font = QFont()
        self._heading_font.setBold(True)
        self._findings: dict[EntryKey, tuple[Finding, ...]] = {}
        self._take(year)

    @property
    def year(self) -> int:
        """The year shown."""
        return self._year

    @property
    def layout(self) -> EntryLayout:
        """Rows and columns."""
        return self._layout

    def show_year(self, year: int) -> None:
        """Show another year, or the same one anew."""
        self.beginResetModel()
        self._take(year)
        self.endResetModel()

    def refresh(self, change: Change) -> None:
        """Bring the cells a change touched up to date, and those whose findings it changed."""
        earlier = self._findings
        self._findings = findings_by_cell(self._project, self._year)
        for key in change.touched():
            self._unsaved.pop(key, None)
        touched = {key for key in change.touched() if key.year == self._year}
        marked = {key for key in {*earlier, *self._findings} if earlier.get(key) != self._findings.get(key)}
        self._tell(touched | marked)

    def key(self, index: Index) -> EntryKey | None:
        """The entry of a cell; ``None`` where there can be none."""
        return self._layout.key(self._year, index.row(), index.column()) if index.isValid() else None

    def index_of(self, key: EntryKey) -> QModelIndex:
        """The cell of an entry of the year shown; an invalid index for any other."""
        place = self._layout.place(key) if key.year == self._year else None
        return self.index(*place) if place else QModelIndex()

    def face(self, key: EntryKey) -> CellFace:
        """How a cell looks, also one whose text could not be saved; worked out when first asked for."""
        if (text := self._unsaved.get(key)) is not None:
            remark = self._texts.tr("“{text}” is not saved yet: press F2 and Enter to try again.", text=text)
            return CellFace(CellKind.DRAFT, text, remarks=(remark,))
        if (face := self._faces.get(key)) is None:
            finding = finding_mark(self._findings, key, self._texts)
            entry = self._project.inventory.entries.get(key)
            face = entry_face(entry, self._texts, self._layout.codebook, finding)
            self._faces[key] = face
        return face

    def is_open(self, key: EntryKey) -> bool:
        """Whether something is left to do in a cell: a draft, a finding, a value not known yet."""
        cell = self._project.cell(key)
        return self.face(key).finding in _OPEN_MARKS or (cell is not None and is_unfinished(cell))

    def finding_sentences(self, key: EntryKey) -> tuple[str, ...]:
        """What the findings of a cell say."""
        return finding_mark(self._findings, key, self._texts)[1]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._layout.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._layout.carriers)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.key(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        key = self.key(index)
        if key is None:
            return CLOSED_FACE if role == EntryRole.FACE else None
        answer = _ANSWERS.get(role)
        return answer(self, key) if answer else None

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.key(index)
        if key is None or role != Qt.ItemDataRole.EditRole:
            return False
        if key not in self._unsaved and str(value) == self.edit_text(key):
            # an editor left as it was opened changes nothing, in whatever number format the text was typed
            return True
        if self._record(key, str(value)):
            self._unsaved.pop(key, None)
        else:
            self._unsaved[key] = str(value)
        self.dataChanged.emit(index, index)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_header(section, role)
        return self._row_header(section, role)

    def _take(self, year: int) -> None:
        self._year = year
        self._faces.clear()
        self._findings = findings_by_cell(self._project, year)
        used = {key.carrier for key in self._project.inventory.entries}
        self._layout = entry_layout(self._project.reference.codebook, used)

    def _tell(self, keys: Iterable[EntryKey]) -> None:
        for key in keys:
            self._faces.pop(key, None)
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _column_header(self, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMN_NAME_ALIGNMENT
        if role not in _HEADER_TEXTS:
            return None
        carrier = self._layout.carriers[section]
        label = self._texts.carrier(carrier)
        known = self._layout.codebook.carriers.get(carrier)
        if role == Qt.ItemDataRole.ToolTipRole and known is not None and known.help:
            return f"{label}\n{self._texts.trc('carrier', known.help)}"
        return label

    def _row_header(self, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ROW_NAME_ALIGNMENT
        row = self._layout.rows[section]
        if role == Qt.ItemDataRole.FontRole and row.is_heading:
            return self._heading_font
        if role not in _HEADER_TEXTS:
            return None
        if row.is_heading:
            return self._texts.tr(row.heading)
        label, known = self._texts.sector(row.sector), self._layout.codebook.sectors[row.sector]
        if role == Qt.ItemDataRole.ToolTipRole and known.help:
            return f"{label}\n{self._texts.trc('sector', known.help)}"
        return label

    def edit_text(self, key: EntryKey) -> str:
        """What the editor of a cell opens with."""
        return self._unsaved.get(key) or typed_text(self._project.inventory.entries.get(key), self._texts)

    def spoken(self, key: EntryKey) -> str:
        """A cell in one sentence."""
        if (text := self._unsaved.get(key)) is not None:
            return f"{place_name(self._texts, key)}: {self._texts.tr('not saved: {text}', text=text)}"
        return spoken(self.face(key), key, self._texts)


_HEADER_TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

_ANSWERS: dict[int, Callable[[EntryTableModel, EntryKey], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda model, key: model.face(key).text,
    Qt.ItemDataRole.EditRole: EntryTableModel.edit_text,
    Qt.ItemDataRole.ToolTipRole: lambda model, key: "\n".join(model.face(key).remarks),
    Qt.ItemDataRole.AccessibleTextRole: EntryTableModel.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda model, key: " ".join(model.face(key).remarks),
    Qt.ItemDataRole.TextAlignmentRole: lambda _model, _key: NUMBER_ALIGNMENT,
    EntryRole.FACE: EntryTableModel.face,
    EntryRole.KEY: lambda _model, key: key,
    EntryRole.OPEN: EntryTableModel.is_open,
}
