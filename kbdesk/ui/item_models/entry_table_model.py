"""A grid of values as Qt sees it: a thin view of the project, told cell by cell what changed."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QObject
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtGui import QIcon
from typing_extensions import override

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.services.project import Project
from kbdesk.texts.counting_texts import apart_name
from kbdesk.texts.counting_texts import apart_sentence
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.alignments import COLUMN_NAME_ALIGNMENT
from kbdesk.ui.item_models.alignments import NUMBER_ALIGNMENT
from kbdesk.ui.item_models.alignments import ROW_NAME_ALIGNMENT
from kbdesk.ui.item_models.entry_findings import EntryFindings
from kbdesk.ui.item_models.entry_findings import finding_mark
from kbdesk.ui.item_models.entry_findings import finding_sentences
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_progress import is_unfinished
from kbdesk.ui.item_models.entry_roles import CLOSED_FACE
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.item_models.entry_texts import entry_face
from kbdesk.ui.item_models.entry_texts import entry_remarks
from kbdesk.ui.item_models.entry_texts import place_name
from kbdesk.ui.item_models.entry_texts import spoken
from kbdesk.ui.item_models.entry_texts import typed_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LATER_MS = 120
_OPEN_MARKS = (FindingMark.WARNING, FindingMark.ERROR)


class EntryTableModel(QAbstractTableModel):
    """Sectors down; across the energy carriers of a year, or the years of a carrier. The view decides what is shown."""

    def __init__(
        self,
        project: Project,
        texts: Texts,
        layout: EntryLayout,
        record: Callable[[EntryKey, str], bool],
        parent: QObject | None = None,
        *,
        checked: QIcon | None = None,
    ) -> None:
        """``checked`` stands beside the sectors of a year that a colleague has looked at."""
        super().__init__(parent)
        self._project = project
        self._texts = texts
        self._record = record
        self._checked = checked
        self._faces: dict[EntryKey, CellFace] = {}
        self._unsaved: dict[EntryKey, str] = {}
        self._heading_font = QFont()
        self._heading_font.setBold(True)
        self._years_to_look_at: set[int] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._look_at_later_years)
        self._take(layout)

    @property
    def layout(self) -> EntryLayout:
        """Rows and columns."""
        return self._layout

    def show_layout(self, layout: EntryLayout) -> None:
        """Show other rows and columns, or the same ones anew."""
        self.beginResetModel()
        self._take(layout)
        self.endResetModel()

    def refresh(self, change: Change) -> None:
        """Bring the cells a change touched up to date, and those whose findings it changed."""
        touched = change.touched()
        for key in touched:
            if self._unsaved.pop(key, None) is not None:
                self._faces.pop(key, None)
        if any(isinstance(edit.record, Source) for edit in change.edits):
            self._faces.clear()
        years = {year for edit in change.edits for year in self._years_concerned(edit)}
        self._tell({*touched, *self._findings.look_again(years)})
        heat_pumps = any(key.carrier == AMBIENT_HEAT for key in touched)
        if later := self._findings.looking_back(years, far=heat_pumps):
            # typing goes before what a value means for the years after it
            self._years_to_look_at |= later
            self._later.start()
        for edit in change.edits:
            if isinstance(edit.record, SecondLook):
                self._tell_row(edit.record.sector)

    def key(self, index: Index) -> EntryKey | None:
        """The entry of a cell; ``None`` where there can be none."""
        return self._layout.key(index.row(), index.column()) if index.isValid() else None

    def index_of(self, key: EntryKey) -> QModelIndex:
        """The cell of an entry; an invalid index for one that is not shown."""
        place = self._layout.place(key)
        return self.index(*place) if place else QModelIndex()

    def face(self, key: EntryKey) -> CellFace:
        """How a cell looks, also one whose text could not be saved; worked out when first asked for."""
        if (text := self._unsaved.get(key)) is not None:
            remark = self._texts.tr("“{text}” is not saved yet: press F2 and Enter to try again.", text=text)
            return CellFace(CellKind.DRAFT, text, remarks=(remark,))
        if (face := self._faces.get(key)) is None:
            finding = finding_mark(self._findings.of(key))
            face = entry_face(self._project.inventory, key, self._texts, self._layout.codebook, finding)
            self._faces[key] = face
        return face

    def bare_face(self, key: EntryKey) -> CellFace:
        """How a cell would look without its findings: no year is checked for it."""
        inventory = self._project.inventory
        return entry_face(inventory, key, self._texts, self._layout.codebook, FindingMark.NONE)

    def remarks(self, key: EntryKey) -> tuple[str, ...]:
        """What a cell says in the tooltip and to screen readers: its findings, then what is known of the value."""
        if key in self._unsaved:
            return self.face(key).remarks
        inventory = self._project.inventory
        entry = inventory.entries.get(key)
        said = () if entry is None else entry_remarks(entry, inventory, self._texts)
        return (*self.finding_sentences(key), *said)

    def is_open(self, key: EntryKey) -> bool:
        """Whether something is left to do in a cell: a draft, a finding, a value not known yet."""
        cell = self._project.cell(key)
        return self.face(key).finding in _OPEN_MARKS or (cell is not None and is_unfinished(cell))

    def finding_sentences(self, key: EntryKey) -> tuple[str, ...]:
        """What the findings of a cell say."""
        return finding_sentences(self._findings.of(key), self._texts)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._layout.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._layout.columns)

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

    def _look_at_later_years(self) -> None:
        """Check the years that are judged by those edited."""
        years, self._years_to_look_at = self._years_to_look_at, set()
        self._tell(self._findings.look_again(years))

    def _take(self, layout: EntryLayout) -> None:
        self._layout = layout
        self._faces.clear()
        self._later.stop()
        self._years_to_look_at.clear()
        self._findings = EntryFindings(self._project, layout.years)

    def _years_concerned(self, edit: Edit) -> Iterator[int]:
        """The years whose findings an edit may change: its own, or all where it belongs to none."""
        record = edit.record
        if isinstance(record, Entry):
            yield record.key.year
        elif isinstance(record, BaseDatum | Acknowledgement) and record.year:
            yield record.year
        elif not isinstance(record, SecondLook):
            yield from self._layout.years

    def _tell(self, keys: Iterable[EntryKey]) -> None:
        """Paint cells again, as far as they look otherwise; remarks are made whenever they are asked for."""
        for key in keys:
            before = self._faces.pop(key, None)
            index = self.index_of(key)
            if index.isValid() and (before is None or before != self.face(key)):
                self.dataChanged.emit(index, index)

    def _tell_row(self, sector: str) -> None:
        for number, row in enumerate(self._layout.rows):
            if row.sector == sector:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)

    def _column_header(self, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return COLUMN_NAME_ALIGNMENT
        return self._column_name(section, role) if role in _HEADER_TEXTS else None

    def _column_name(self, section: int, role: int) -> str:
        column = self._layout.columns[section]
        if self._layout.carrier:
            return str(column.year)
        label = self._texts.carrier(column.carrier)
        known = self._layout.codebook.carriers.get(column.carrier)
        if role == Qt.ItemDataRole.ToolTipRole and known is not None and known.help:
            return f"{label}\n{self._texts.trc('carrier', known.help)}"
        return label

    def _row_header(self, section: int, role: int) -> object:
        row = self._layout.rows[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ROW_NAME_ALIGNMENT
        if role == Qt.ItemDataRole.FontRole:
            return self._heading_font if row.is_heading else None
        if role == Qt.ItemDataRole.DecorationRole:
            return self._checked if self._look(row.sector) is not None else None
        if role not in _HEADER_TEXTS:
            return None
        return self._texts.tr(row.heading) if row.is_heading else self._sector_name(row.sector, role)

    def _sector_name(self, sector: str, role: int) -> str:
        label, known, look = self._texts.sector(sector), self._layout.codebook.sectors[sector], self._look(sector)
        apart = sector in self._project.apart
        said = [apart_name(label, self._texts) if apart else label]
        if role == Qt.ItemDataRole.ToolTipRole and known.help:
            said.append(self._texts.trc("sector", known.help))
        if role == Qt.ItemDataRole.ToolTipRole and apart:
            said.append(apart_sentence(self._texts))
        if role != Qt.ItemDataRole.DisplayRole and look is not None:
            said.append(
                self._texts.tr(
                    "Checked by {who} on {day}", who=look.who, day=self._texts.numbers.day(date.fromisoformat(look.on))
                )
            )
        return "\n".join(said)

    def _look(self, sector: str) -> SecondLook | None:
        """Who has looked at the sector's values of the year shown; several years have no common answer."""
        if not sector or self._layout.carrier:
            return None
        return self._project.inventory.second_looks.get((self._layout.columns[0].year, sector))

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
    Qt.ItemDataRole.ToolTipRole: lambda model, key: "\n".join(model.remarks(key)),
    Qt.ItemDataRole.AccessibleTextRole: EntryTableModel.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda model, key: " ".join(model.remarks(key)),
    Qt.ItemDataRole.TextAlignmentRole: lambda _model, _key: NUMBER_ALIGNMENT,
    EntryRole.FACE: EntryTableModel.face,
    EntryRole.KEY: lambda _model, key: key,
    EntryRole.OPEN: EntryTableModel.is_open,
}
