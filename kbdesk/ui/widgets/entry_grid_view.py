"""The table one types in: the keyboard of a spreadsheet, closed cells skipped, the wheel only scrolls."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QAbstractScrollArea
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.delegates.cell_editor import CellEditorDelegate
from kbdesk.ui.delegates.cell_editor import Index
from kbdesk.ui.delegates.cell_editor import step_of
from kbdesk.ui.delegates.grid_steps import GridStep

_STANDARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
_EDITING = QAbstractItemView.State.EditingState


class EntryGridView(QTableView):
    """Asks for what it cannot do itself by signals."""

    copy_wanted = Signal()
    headings_wanted = Signal()
    """The selected block with the names of its rows and columns is wanted on the clipboard."""
    cut_wanted = Signal()
    paste_wanted = Signal()
    clear_wanted = Signal()
    fill_wanted = Signal()
    """Texts of the row above are wanted in the current cell."""
    current_changed = Signal(QModelIndex)

    def __init__(self, delegate: CellEditorDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._was_sent = False
        self.setItemDelegate(delegate)
        self.setShowGrid(False)  # the delegate paints the lines
        delegate.stepped.connect(self._step_from_editor)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def save_pending(self) -> None:
        """Commit an open editor."""
        self._delegate.save_pending()

    def step(self, step: GridStep) -> bool:
        """Go to the next cell in this direction; False where there is none."""
        target = self._next(self.currentIndex(), step)
        if target.isValid():
            self.setCurrentIndex(target)
        return target.isValid()

    def go_to_first(self) -> None:
        """Go to the first cell that can hold a value."""
        first = next(self._cells(), QModelIndex())
        if first.isValid():
            self.setCurrentIndex(first)

    def cells_after(self, start: QModelIndex) -> Iterator[QModelIndex]:
        """Every cell that can hold a value, from the one after ``start`` round to ``start`` itself."""
        cells = list(self._cells())
        place = next((i for i, cell in enumerate(cells) if cell == start), -1)
        yield from (*cells[place + 1 :], *cells[: place + 1])

    def visible_rows(self, first: int = 0) -> list[int]:
        """The rows shown, from this one on."""
        return [row for row in range(first, self.model().rowCount()) if not self.isRowHidden(row)]

    def visible_columns(self, first: int = 0) -> list[int]:
        """The columns shown, from this one on."""
        return [column for column in range(first, self.model().columnCount()) if not self.isColumnHidden(column)]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event) if self.state() != _EDITING else None
        if step in (GridStep.NEXT_FIELD, GridStep.FORMER_FIELD):
            event.setAccepted(self.step(step))  # not accepted at the end: the focus leaves the grid
        elif step is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(step)
        elif not self._command(event):
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # the grid's own keys go before shortcuts of the window
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._knows(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would paint every cell whenever an editor gives the keyboard back
        if self.currentIndex().isValid():
            QAbstractScrollArea.focusInEvent(self, event)
            self._show_focus()
        else:
            super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        QAbstractScrollArea.focusOutEvent(self, event)
        self._show_focus()

    def _show_focus(self) -> None:
        self.viewport().update(self.visualRect(self.currentIndex()))

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        # the heading above is seen with the first cell below it
        above = index.siblingAtRow(index.row() - 1) if isinstance(index, QModelIndex) else QModelIndex()
        if above.isValid() and not self._holds(above):
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current)

    def _step_from_editor(self, step: GridStep) -> None:
        """Go on from an editor, unless what was committed sent the cursor somewhere itself."""
        if not self._was_sent:
            self.step(step)
        self._was_sent = False

    def _next(self, index: QModelIndex, step: GridStep) -> QModelIndex:
        down, right = step.value
        if right:
            cells = list(self._cells())
            place = next((i for i, cell in enumerate(cells) if cell == index), None)
            wanted = 0 if place is None else place + right
            return cells[wanted] if 0 <= wanted < len(cells) else QModelIndex()
        rows = self.visible_rows()
        below = [row for row in rows if row > index.row()] if down > 0 else [r for r in rows if r < index.row()][::-1]
        candidates = (self.model().index(row, index.column()) for row in below)
        return next((cell for cell in candidates if self._holds(cell)), QModelIndex())

    def _cells(self) -> Iterator[QModelIndex]:
        columns = self.visible_columns()
        for row in self.visible_rows():
            yield from (cell for c in columns if self._holds(cell := self.model().index(row, c)))

    def _holds(self, index: QModelIndex) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)

    def _knows(self, event: QKeyEvent) -> bool:
        return (
            any(event.matches(key) for key in _STANDARD) or _is_delete(event) or _is_fill(event) or _is_headings(event)
        )

    def _command(self, event: QKeyEvent) -> bool:
        if self.state() == _EDITING:
            return False
        wanted = (
            (event.matches(QKeySequence.StandardKey.Copy), self.copy_wanted),
            (_is_headings(event), self.headings_wanted),
            (event.matches(QKeySequence.StandardKey.Cut), self.cut_wanted),
            (event.matches(QKeySequence.StandardKey.Paste), self.paste_wanted),
            (_is_delete(event), self.clear_wanted),
            (_is_fill(event), self.fill_wanted),
        )
        for matches, signal in wanted:
            if matches:
                signal.emit()
                return True
        return False

    def select_only(self, index: QModelIndex) -> None:
        """Make one cell the current and only selected one, and bring it into view."""
        self._was_sent = self.state() == _EDITING
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)


def _is_delete(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers()


def _is_fill(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_headings(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_C and event.modifiers() == both
