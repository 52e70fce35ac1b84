"""What both grids have: the values, a filter, the legend, and the details of the current cell below."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_details import EntryDetails
from kbdesk.ui.forms.grid_clipboard import GridClipboard
from kbdesk.ui.forms.grid_explaining import explain_total
from kbdesk.ui.forms.grid_selection import GridSelection
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_roles import EntryRole
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.panels.panel import EntryPanel
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.details_split import DetailsSplit
from kbdesk.ui.widgets.entry_grid import EntryGrid
from kbdesk.ui.widgets.entry_legend import EntryLegend

_WIDE_CHARACTERS = 100
"""Average characters of width from which totals and legend have room."""
_FILTER_CHARACTERS = 42
_ROOMY_LINES = 30
"""Lines of text from which grid and details have room one below the other."""


class GridPanel(EntryPanel):
    """A grid with its tools. Values are saved on leaving a field; nothing blocks typing."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__(context, run)
        theme, texts = context.theme, context.texts
        self.year = context.year
        self._committing = False
        self._behind: Change | None = None
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.timeout.connect(self._refresh_details)
        self.model = EntryTableModel(
            context.project,
            texts,
            self._layout_of(context.year),
            self._record,
            self,
            checked=theme.icon("user-check", theme.ok),
        )
        self.grid = EntryGrid(context.project, texts, theme, self.model)
        self.details = EntryDetails(context, run)
        self.clipboard = GridClipboard(context, self.grid, run)
        self.selection = GridSelection(context, self.grid, self.clipboard, run)
        self.grid.total_wanted.connect(partial(explain_total, context, self.grid))
        self.heading = QLabel()
        self.share = QLabel()
        self.filter = QLineEdit()
        self.details_button = QToolButton()
        self._legend = EntryLegend(theme, texts)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split = DetailsSplit(self._grid_with_legend(), self.details, self.details_button)
        self._tight = False
        self._remember()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.grid.view)

    @abstractmethod
    def _layout_of(self, year: int) -> EntryLayout:
        """The rows and columns to show when this is the window's year."""

    @abstractmethod
    def _name(self) -> None:
        """Say what is shown."""

    def _tools(self) -> Sequence[QWidget]:
        """What stands in one line with the filter, before it."""
        return ()

    def _tools_behind(self) -> Sequence[QWidget]:
        """What stands in one line with the filter, behind it; it goes with the filter where there is no room."""
        return ()

    @override
    def refresh(self, change: Change | None) -> None:
        if change is None:
            if not self._is_current():
                self.lay_out()
            return
        self._remember()
        self.grid.refresh(change)
        self._show_share()
        # The key that commits a value goes on to the next cell: filling the details of the one it leaves is in vain.
        if self._committing:
            self._behind = change
            self._catch_up.start()
        else:
            self.details.refresh(change)

    @override
    def show_target(self, key: EntryKey) -> bool:
        if not self.grid.go_to(key):
            return False
        self.grid.view.setFocus()
        return True

    @override
    def current_key(self) -> EntryKey | None:
        return self.grid.current_key()

    @override
    def save_pending(self) -> None:
        self.grid.view.save_pending()
        self._refresh_details()
        self.details.save_pending()

    @override
    def go_to_next_open(self) -> bool:
        found = self._next_open()
        if found is None and self.filter.text():
            self.filter.clear()
            found = self._next_open()
        if found is not None:
            self.grid.view.select_only(found)
            self.grid.view.setFocus()
        return found is not None

    @override
    def focus_filter(self) -> None:
        self.filter.show()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def commands(self) -> tuple[QWidget, ...]:
        tr = self.context.texts.tr
        self.details_button.setText(tr("Details"))
        self.details_button.setToolTip(tr("Show the details of the value (Ctrl+Enter)"))
        self.details_button.setIcon(self.context.theme.icon("info"))
        self.details_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.details_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self.selection.button, self.details_button

    @override
    def toggle_details(self) -> None:
        """Go to the details of the current cell, or from there back to the grid."""
        self.grid.view.save_pending()
        if self._split.go_to_details():
            self.details.take_focus()
        else:
            self.details.save_pending()
            self.grid.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def begin_note(self) -> None:
        self.grid.view.save_pending()
        self._split.open_details()
        self.details.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def lay_out(self) -> None:
        """Show everything anew, with the cursor on the same cell."""
        self._remember()
        key = self.grid.current_key()
        self.model.show_layout(self._layout_of(self.year))
        self.grid.take_layout()
        self._name()
        self._show_share()
        if key is None or not self.grid.go_to(self._moved(key)):
            self._begin()

    def _remember(self) -> None:
        """Note what is shown, so that it is not laid out twice."""
        self._shown_state = self.context.project.inventory, self.context.project.results

    def _is_current(self) -> bool:
        project = self.context.project
        return self._shown_state[0] is project.inventory and self._shown_state[1] is project.results

    def _moved(self, key: EntryKey) -> EntryKey:
        """Where the cursor goes when everything is shown anew."""
        return key

    def _begin(self) -> None:
        """Put the cursor on the first value, or where the first one can be typed."""
        view = self.grid.view
        view.go_to_first()
        known = self.context.project.inventory.entries
        cells = view.cells_after(view.currentIndex())
        first = min((cell for cell in cells if self.model.key(cell) in known), key=_in_reading_order, default=None)
        if first is not None:
            view.select_only(first)

    def _show_share(self) -> None:
        """Say below the totals what they are per inhabitant."""

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window, or with large text, the values keep their room."""
        super().resizeEvent(event)
        character = self.fontMetrics().averageCharWidth()
        narrow = self.width() < character * _WIDE_CHARACTERS
        tight = self.height() < self.fontMetrics().lineSpacing() * _ROOMY_LINES
        self.filter.setMinimumWidth(0 if narrow else character * _FILTER_CHARACTERS)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._legend.setHidden(narrow or tight)
        self.heading.setHidden(tight and narrow)
        self.share.setHidden(tight)
        self.grid.make_narrow(narrow=narrow, low=tight)
        self._split.make_tight(tight=tight)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.selection.button, self.details_button):
            button.setToolButtonStyle(style)
        self._tight = tight
        self._show_filter()

    def _show_filter(self) -> None:
        """Where there is no room the filter shows itself when it is wanted."""
        hidden = self._tight and not self.filter.text() and not self.filter.hasFocus()
        for widget in (self.filter, *self._tools_behind()):
            widget.setHidden(hidden)

    def _arrange(self) -> None:
        self.heading.setFont(self.context.theme.heading(self.font()))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FILTER_CHARACTERS)
        tools = QHBoxLayout()
        tools.setSpacing(MARGIN)
        for widget in self._tools():
            tools.addWidget(widget)
        tools.addWidget(self.filter, 1)
        for widget in self._tools_behind():
            tools.addWidget(widget)
        self._top.setSpacing(GRID)
        self._top.addWidget(self.heading, 1)
        self._top.addLayout(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._top)
        layout.addWidget(self._split, 1)
        self.grid.view.current_changed.connect(self._follow)
        self.filter.textChanged.connect(self._filter)
        self.filter.editingFinished.connect(self._show_filter)

    def _grid_with_legend(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.grid, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._legend, 1)
        below.addStretch(0)
        below.addWidget(self.share)
        column.addLayout(below)
        return upper

    def _next_open(self) -> QModelIndex | None:
        cells = self.grid.view.cells_after(self.grid.view.currentIndex())
        return next((cell for cell in cells if cell.data(EntryRole.OPEN)), None)

    def _refresh_details(self) -> None:
        if self._behind is not None:
            self.details.refresh(self._behind)
            self._behind = None

    def _follow(self, index: QModelIndex) -> None:
        self._behind = None
        self.details.show_entry(self.model.key(index))

    def _filter(self) -> None:
        self.grid.filter.text = self.filter.text()
        if not self.grid.apply_filter():
            text = self.filter.text()
            self.context.messages.show_info(self.context.texts.tr("Nothing fits “{text}”.", text=text))

    def _record(self, key: EntryKey, text: str) -> bool:
        mark = self.context.texts.numbers.decimal_mark
        self._committing = True
        try:
            return self.run(lambda: data_entry.record_quantity(self.context.project, key, text, mark))
        finally:
            self._committing = False


def _in_reading_order(cell: QModelIndex) -> tuple[int, int]:
    return cell.row(), cell.column()
