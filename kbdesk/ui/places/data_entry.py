"""Data entry: the grid of a year, sectors by energy carriers, and the details of the current cell below it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QSplitter
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_details import EntryDetails
from kbdesk.ui.forms.grid_clipboard import GridClipboard
from kbdesk.ui.item_models.entry_progress import open_count
from kbdesk.ui.item_models.entry_progress import value_count
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.year_share import share_text
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.entry_grid import EntryGrid
from kbdesk.ui.widgets.entry_legend import EntryLegend

_WIDE_CHARACTERS = 100
"""Average characters of width from which totals and legend have room."""
_FILTER_CHARACTERS = 42
_LEAST_LINES = 44
"""Lines of text grid and details need; with less room the place scrolls."""


class DataEntryPlace(Place):
    """Values are saved on leaving a field; nothing blocks typing."""

    id = "data_entry"
    icon = "table"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = EntryTableModel(context.project, context.texts, context.year, self._record, self)
        self.grid = EntryGrid(context.project, context.texts, context.theme, self.model)
        self.details = EntryDetails(context, self._run)
        self.clipboard = GridClipboard(context, self.grid, self._run)
        self.heading = QLabel()
        self.share = QLabel()
        self._legend = EntryLegend(context.theme, context.texts)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._area = QScrollArea()
        self.filter = QLineEdit()
        self.all_carriers = QCheckBox(context.texts.tr("Show all &carriers"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._arrange()
        self._connect()
        self._name()
        self.setFocusProxy(self.grid.view)
        self._begin()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Data entry")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        texts, todo = context.texts, open_count(context.project, context.year)
        if todo:
            return PlaceState("circle-alert", texts.trn("{count} open", "{count} open", todo))
        entered = value_count(context.project, context.year)
        if not entered:
            return PlaceState("circle", texts.tr("no values yet"))
        return PlaceState("circle-check", texts.trn("{count} value", "{count} values", entered))

    @override
    def refresh(self, change: Change | None) -> None:
        if change is None:
            self._lay_out(self.model.year)
            return
        self.grid.refresh(change)
        self._show_share()
        self.details.refresh(change, self._findings(self.details.key))

    @override
    def show_year(self, year: int) -> None:
        if year != self.model.year:
            self.save_pending()
            self._lay_out(year)

    @override
    def show_target(self, target: object) -> None:
        if not isinstance(target, EntryKey):
            return
        if target.year != self.context.year:
            self.context.bus.year_chosen.emit(target.year)
        self.show_year(target.year)
        if self.grid.go_to(target):
            self.grid.view.setFocus()

    @override
    def save_pending(self) -> None:
        """Save what is being typed, in the grid and in the details."""
        self.grid.view.save_pending()
        self.details.save_pending()

    def go_to_next_open(self) -> None:
        """Go to the next cell with something left to do."""
        found = self._next_open()
        if found is None and self.filter.text():
            self.filter.clear()
            found = self._next_open()
        if found is None:
            year = str(self.model.year)
            self.context.messages.show_info(self.context.texts.tr("Nothing is open in {year}.", year=year))
            return
        self.grid.view.select_only(found)
        self.grid.view.setFocus()

    def _next_open(self) -> QModelIndex | None:
        cells = self.grid.view.cells_after(self.grid.view.currentIndex())
        return next((cell for cell in cells if cell.data(EntryRole.OPEN)), None)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window, or with large text, less stands side by side."""
        super().resizeEvent(event)
        character = self.fontMetrics().averageCharWidth()
        narrow = self.width() < character * _WIDE_CHARACTERS
        self.filter.setMinimumWidth(0 if narrow else character * _FILTER_CHARACTERS)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._legend.setHidden(narrow)
        self.grid.make_narrow(narrow=narrow)

    def _arrange(self) -> None:
        tr = self.context.texts.tr
        self.heading.setFont(self.context.theme.heading(self.font()))
        self.filter.setPlaceholderText(tr("Filter sectors and carriers"))
        self.filter.setAccessibleName(tr("Filter sectors and carriers"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FILTER_CHARACTERS)
        filters = QHBoxLayout()
        filters.setSpacing(MARGIN)
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.all_carriers)
        top = self._top
        top.setSpacing(MARGIN)
        top.addWidget(self.heading, 1)
        top.addLayout(filters)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._grid_with_legend())
        split.addWidget(self.details)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        content.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _grid_with_legend(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.grid, 1)
        below = QHBoxLayout()
        below.addWidget(self._legend, 1)
        below.addWidget(self.share)
        column.addLayout(below)
        return upper

    def _connect(self) -> None:
        self.grid.view.current_changed.connect(self._follow)
        self.grid.view.fill_wanted.connect(self._copy_texts_from_above)
        self.filter.textChanged.connect(self._filter)
        self.all_carriers.toggled.connect(self._filter)
        self._shortcut("F8", self.go_to_next_open)
        self._shortcut("Ctrl+Return", self._move_to_details)
        self._shortcut("Ctrl+Enter", self._move_to_details)
        self._shortcut("Ctrl+F", self.filter.setFocus)

    def _shortcut(self, keys: str, carry_out: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(carry_out)

    def _name(self) -> None:
        texts = self.context.texts
        self.heading.setText(texts.tr("Data entry {year}", year=str(self.model.year)))
        self._show_share()

    def _show_share(self) -> None:
        """Say below the totals what they are per inhabitant."""
        result = self.context.project.results.get(self.model.year)
        self.share.setText(share_text(result, self.context.texts) if result else "")

    def _lay_out(self, year: int) -> None:
        """Show a year anew, with the cursor on the same cell."""
        key = self.grid.current_key()
        self.model.show_year(year)
        self.grid.take_year()
        self._name()
        if key is None or not self.grid.go_to(key._replace(year=year)):
            self._begin()

    def _begin(self) -> None:
        """Put the cursor on the first value of the year, or where the first one can be typed."""
        view = self.grid.view
        view.go_to_first()
        known = self.context.project.inventory.entries
        cells = view.cells_after(view.currentIndex())
        first = min((cell for cell in cells if self.model.key(cell) in known), key=_in_reading_order, default=None)
        if first is not None:
            view.select_only(first)

    def _follow(self, index: QModelIndex) -> None:
        key = self.model.key(index)
        self.details.show_entry(key, self._findings(key))

    def _findings(self, key: EntryKey | None) -> tuple[str, ...]:
        return self.model.finding_sentences(key) if key else ()

    def _filter(self) -> None:
        self.grid.filter.text = self.filter.text()
        self.grid.filter.all_carriers = self.all_carriers.isChecked()
        if not self.grid.apply_filter():
            text = self.filter.text()
            self.context.messages.show_info(self.context.texts.tr("Nothing fits “{text}”.", text=text))

    def _move_to_details(self) -> None:
        self.grid.view.save_pending()
        self.details.take_focus()
        self._area.ensureWidgetVisible(self.details)

    def _copy_texts_from_above(self) -> None:
        """Take source and note, never a number, from the cell above."""
        key = self.grid.current_key()
        above = self.grid.key_above()
        entry = self.context.project.inventory.entries.get(above) if above else None
        if key is None or entry is None:
            return
        project = self.context.project
        if entry.source:
            self._run(lambda: data_entry.record_source(project, key, entry.source))
        if entry.note:
            self._run(lambda: data_entry.record_note(project, key, entry.note))

    def _record(self, key: EntryKey, text: str) -> bool:
        mark = self.context.texts.numbers.decimal_mark
        return self._run(lambda: data_entry.record_quantity(self.context.project, key, text, mark))

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)


def _in_reading_order(cell: QModelIndex) -> tuple[int, int]:
    return cell.row(), cell.column()
