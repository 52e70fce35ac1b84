"""A register in a table: one line a record; Enter changes it, Delete removes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.widgets.scrolling_table import ScrollingTable


class RegisterTable(ScrollingTable):
    """Lines with the ids of their records; the chosen record stays chosen when the lines are shown anew."""

    chosen = Signal(str)
    """Id of the record chosen; empty for none."""
    change_wanted = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        name: str,
        copy_text: str,
        words: Sequence[int] = (),
        parent: QWidget | None = None,
        *,
        wrapped: bool = False,
    ) -> None:
        super().__init__(name, copy_text, wrapped=wrapped, parent=parent)
        self._ids: tuple[str, ...] = ()
        self._words = tuple(words)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self.change_wanted)
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The id of the record chosen; empty for none."""
        row = self.currentIndex().row()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def show_records(
        self, header: Sequence[str], lines: Sequence[Sequence[str]], ids: Sequence[str], numbers: Sequence[int]
    ) -> None:
        """Show these lines; ``numbers`` are the columns set to the right."""
        before, row = self.current, self.currentIndex().row()
        self._ids = tuple(ids)
        self.rows.show_rows(header, lines, numbers)
        for column in self._words:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if before in self._ids:
            self.selectRow(self._ids.index(before))
        elif self._ids:
            self.selectRow(min(max(row, 0), len(self._ids) - 1))
        else:
            self.chosen.emit("")

    def choose(self, id_: str) -> None:
        """Choose a record."""
        if id_ in self._ids:
            self.selectRow(self._ids.index(id_))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.change_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
