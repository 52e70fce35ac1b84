"""A list of records: typed in place, added by a row of fields below it, deleted with a button or the Delete key."""

from collections.abc import Callable
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.ui.context import Context
from kbdesk.ui.item_models.record_models import RecordTableModel
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.field_table import FieldTable


class RecordList(QWidget):
    """``fields`` are the labelled fields of a new record; ``add`` says whether it could be recorded."""

    def __init__(
        self,
        context: Context,
        model: RecordTableModel,
        widths: Sequence[int],
        fields: Sequence[tuple[str, QWidget]],
        add: tuple[str, Callable[[], bool]],
    ) -> None:
        super().__init__()
        self._context = context
        self._fields = tuple(field for _, field in fields)
        self.model = model
        model.setParent(self)
        self.table = FieldTable(context.theme, model, widths)
        words, self._add = add
        self.add = QPushButton(words)
        self.delete = QPushButton(context.texts.tr("Delete selected"))
        self._arrange(fields)
        self.add.clicked.connect(self._add_record)
        self.delete.clicked.connect(self.delete_current)
        self.table.clear_wanted.connect(self.delete_current)
        model.rowsInserted.connect(self._show_state)
        model.rowsRemoved.connect(self._show_state)
        self.table.current_changed.connect(self._show_state)
        self._show_state()

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard goes first: the table, or the first field of a new record."""
        return self.table if self.model.rowCount() else self._fields[0]

    def refresh(self) -> None:
        """Show the records as they are now."""
        self.model.refresh()

    def save_pending(self) -> None:
        """Save what is being typed in the table."""
        self.table.save_pending()

    def delete_current(self) -> None:
        """Delete the record the cursor is on."""
        index = self.table.currentIndex()
        if index.isValid():
            key = self.model.key(index.row())
            self.model.run(lambda: self.model.deletion(key))

    def _arrange(self, fields: Sequence[tuple[str, QWidget]]) -> None:
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        for text, field in fields:
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            pair = QVBoxLayout()
            pair.setSpacing(SMALL)
            pair.addWidget(label)
            pair.addWidget(field)
            row.addLayout(pair, int(field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding))
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)

    def _add_record(self) -> None:
        self._add()

    def _show_state(self) -> None:
        self.table.setVisible(self.model.rowCount() > 0)
        self.delete.setVisible(self.model.rowCount() > 0)
        self.delete.setEnabled(self.model.rowCount() > 0 and self.table.currentIndex().isValid())
