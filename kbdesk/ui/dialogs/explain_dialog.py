"""How a total is computed: every value it is the sum of, the largest first, each leading to its field."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.calculation import CellResult
from kbdesk.services import unfolding
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 190
_LINES = 28


class ExplainDialog(FormDialog):
    """Reads only; Enter, or a double click, on a line goes to the field of the value."""

    def __init__(self, parent: QWidget, context: Context, title: str, cells: Iterable[CellResult]) -> None:
        texts, project = context.texts, context.project
        super().__init__(parent, texts.tr("How is this computed?"))
        self._context = context
        found, gas = unfolding.unfold(cells), project.factor_set.gas_basis.replace("CO2", "CO₂")
        self._keys = unfolding.keys(found)
        self.column.addWidget(Heading(context.theme, 1, title))
        self.said = words(context.theme, "\n".join(unfolding.summary(found, gas, texts)), muted=False)
        self.column.addWidget(self.said)
        self.table = ScrollingTable(title, texts.tr("Copy"))
        self.table.rows.show_rows(
            unfolding.header(gas, texts), unfolding.rows(project, found, texts), unfolding.NUMBERS
        )
        self.table.setVisible(bool(self._keys))
        self.table.doubleClicked.connect(self._go_from)
        self.column.addWidget(self.table, 1)
        rules = texts.tr(
            "Emissions = final energy × factor. Factors: {set}.",
            set=project.reference.factors.title(project.factor_set.id),
        )
        self.column.addWidget(words(context.theme, rules))
        self._add_buttons()
        if self._keys:
            self.table.selectRow(0)
            self.table.setFocus()
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        high = _LINES * metrics.height() if self._keys else self.sizeHint().height()
        self.resize(wide, min(high, room.height() - 4 * metrics.height()))

    def go_to_field(self) -> None:
        """Close, and go to the field of the current line."""
        self._go_from(self.table.currentIndex())

    def _add_buttons(self) -> None:
        tr = self._context.texts.tr
        copy = QPushButton(self._context.theme.icon("copy"), tr("&Copy the table"))
        copy.clicked.connect(self._copy)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        self.field_button = QPushButton(tr("&Go to the field"))
        self.field_button.setDefault(True)
        self.field_button.clicked.connect(self.go_to_field)
        for button in (copy, self.field_button):
            button.setVisible(bool(self._keys))
        for button in (copy, close):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.field_button)
        self.column.addLayout(row)

    def _copy(self) -> None:
        self.table.clearSelection()
        self.table.copy()

    def _go_from(self, index: QModelIndex) -> None:
        if index.isValid():
            bus, key = self._context.bus, self._keys[index.row()]
            self.accept()
            bus.place_wanted.emit(DATA_ENTRY, key)


def explain_year(parent: QWidget, context: Context, sector: str = "", carrier: str = "") -> ExplainDialog:
    """Open the dialog about the window's year, or a sector or carrier in it."""
    cells = unfolding.cells_of(context.project, context.year, sector, carrier)
    dialog = ExplainDialog(parent, context, unfolding.title(context.year, sector, carrier, context.texts), cells)
    dialog.open()
    return dialog
