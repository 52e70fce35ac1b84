"""The strip of years as an item model: groups of sectors down, years across, a word in each cell."""

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from typing_extensions import override

from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.plain_table import NO_PARENT
from kbdesk.ui.widgets.plain_table import Index
from kbdesk.ui.widgets.year_states import GROUPS
from kbdesk.ui.widgets.year_states import GroupState
from kbdesk.ui.widgets.year_states import GroupYear
from kbdesk.ui.widgets.year_states import YearStates

GROUP_YEAR = Qt.ItemDataRole.UserRole
"""The ``GroupYear`` itself, for the painter."""


class YearStripModel(QAbstractTableModel):
    """Follows ``YearStates``; the year the window is about is always among the columns."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._states: YearStates | None = None
        self._years: tuple[int, ...] = ()
        self._groups: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years across, ascending."""
        return self._years

    def show_states(self, states: YearStates, year: int) -> None:
        """Show these states; where only words changed, the place in the table is kept."""
        years, groups = tuple(sorted({*states.years, year})), states.groups
        if (years, groups) == (self._years, self._groups) and groups and self._states is states:
            self.dataChanged.emit(self.index(0, 0), self.index(len(groups) - 1, len(years) - 1))
            return
        self.beginResetModel()
        self._states, self._years, self._groups = states, years, groups
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._groups)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._years)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._states is None or not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        group, year = self._groups[index.row()], self._years[index.column()]
        found = self._states.of(year, group)
        if role == GROUP_YEAR:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(found)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self._texts.tr(GROUPS[group])
            return self._texts.tr("{group}, {year}: {words}", group=name, year=str(year), words=self._words(found))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(self._years if across else self._groups):
            return None
        return str(self._years[section]) if across else self._texts.tr(GROUPS[self._groups[section]])

    def _words(self, found: GroupYear) -> str:
        tr, integer = self._texts.tr, self._texts.numbers.integer
        if found.state is GroupState.PARTLY:
            return tr("{filled} of {all}", filled=integer(found.filled), all=integer(found.all))
        if found.state is GroupState.ABSENT:
            return tr("not here")
        return tr("complete") if found.state is GroupState.COMPLETE else tr("nothing yet")
