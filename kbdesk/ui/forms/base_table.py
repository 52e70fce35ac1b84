"""The table of base data with the source of the current value below it."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Edit
from kbdesk.services import base_data
from kbdesk.services.history import INDICATORS
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.base_data_model import YEAR_COLUMN
from kbdesk.ui.item_models.base_data_model import BaseDataModel
from kbdesk.ui.item_models.base_data_model import Datum
from kbdesk.ui.item_models.clipboard_block import read_block
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.field_table import FieldTable
from kbdesk.ui.widgets.saving_line import SavingLine

_WIDTHS = (14, 14, 12, 14, 14, 18)
_SOURCE_WIDTH = 50


class BaseTable(QWidget):
    """Years by indicators, and where each value is from."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run, tr = context, run, context.texts.tr
        self._datum: Datum | None = None
        self.model = BaseDataModel(context.project, context.texts, run, context.messages.show_error, self)
        self.table = FieldTable(context.theme, self.model, _WIDTHS)
        self.table.setAccessibleName(tr("Base data: years by indicators"))
        self.source_label = QLabel(tr("S&ource"))
        self.source = SavingLine(context.theme, self._save_source)
        self.source.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SOURCE_WIDTH)
        self.source_label.setBuddy(self.source)
        self.source.setAccessibleDescription(tr("Who says so: publication or letter, with its day"))
        self.fill_button = QPushButton(context.theme.icon("users"), tr("Fill &inhabitants…"))
        self.fill_button.setToolTip(tr("Estimates missing years from the nearest known number and the country's"))
        self.fill_button.clicked.connect(self.fill_inhabitants)
        self._arrange()
        self.table.current_changed.connect(self._follow)
        self.table.clear_wanted.connect(self.clear)
        self.table.paste_wanted.connect(self.paste)
        self.model.year_added.connect(self.go_to_year)
        self._follow(self.table.currentIndex())

    def refresh(self) -> None:
        """Show the base data as they are now."""
        self.model.refresh()
        self._show_source(anew=False)

    def save_pending(self) -> None:
        """Save what is being typed."""
        self.table.save_pending()
        self.source.save_pending()

    def go_to_year(self, year: int) -> None:
        """Go to the inhabitants of a year, where it has a row."""
        index = self.model.index_of(year, 1)
        if index.isValid():
            self.table.select_only(index)

    def fill_inhabitants(self) -> None:
        """Ask for which years missing inhabitants are to be estimated."""
        from kbdesk.ui.dialogs.fill_inhabitants_dialog import FillInhabitantsDialog  # noqa: PLC0415 - seldom needed

        self.save_pending()
        FillInhabitantsDialog(self.window(), self._context).open()

    def clear(self) -> None:
        """Delete the selected values, in one step."""
        known = self._context.project.inventory.base_data
        chosen = [self.model.datum(i.row(), i.column()) for i in self.table.selectionModel().selectedIndexes()]
        edits = [Edit(known[datum], None) for datum in chosen if datum is not None and datum in known]
        for index in self.table.selectionModel().selectedIndexes():
            self.model.forget(index)
        project = self._context.project
        self._run(lambda: project.commit("entry.clear", {"count": str(len(edits))}, edits))

    def paste(self) -> None:
        """Record a block from a spreadsheet, in one step; one that does not fit is refused whole."""
        texts, start = self._context.texts, self.table.currentIndex()
        block = read_block(QGuiApplication.clipboard().text(), texts.numbers.decimal_mark)
        if not block.height or not start.isValid():
            return
        if start.column() == YEAR_COLUMN:
            self._context.messages.show_error(texts.tr("Nothing was pasted: choose a cell beside a year first."))
            return
        room_rows = self.model.rowCount() - 1 - start.row()
        room_columns = self.model.columnCount() - start.column()
        if block.height > room_rows or block.width > room_columns:
            self._context.messages.show_error(
                texts.tr(
                    "Nothing was pasted: the block has {rows} rows and {columns} columns, "
                    "from this cell on there are {room_rows} and {room_columns}.",
                    rows=str(block.height),
                    columns=str(block.width),
                    room_rows=str(max(0, room_rows)),
                    room_columns=str(room_columns),
                )
            )
            return
        self._record(block.rows, start)

    def _record(self, rows: tuple[tuple[str, ...], ...], start: QModelIndex) -> None:
        typed: dict[Datum, str] = {}
        for down, cells in enumerate(rows):
            for right, text in enumerate(cells):
                datum = self.model.datum(start.row() + down, start.column() + right)
                if text and datum is not None:
                    typed[datum] = text
        project, count = self._context.project, str(len(typed))
        self._run(lambda: project.commit("entry.paste", {"count": count}, self.model.block_edits(typed)))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.source_label)
        row.addWidget(self.source)
        row.addSpacing(GAP)
        row.addWidget(self.fill_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table)
        column.addLayout(row)

    def _follow(self, index: QModelIndex) -> None:
        self.source.save_pending()
        self._datum = self.model.datum(index.row(), index.column()) if index.isValid() else None
        self._show_source(anew=True)

    def _show_source(self, *, anew: bool) -> None:
        texts = self._context.texts
        found = self._context.project.inventory.base_data.get(self._datum) if self._datum else None
        (self.source.start_with if anew else self.source.show_text)(found.source if found else "")
        self.source.setEnabled(found is not None)
        if self._datum is None:
            self.source_label.setText(texts.tr("S&ource"))
        else:
            indicator = texts.tr(INDICATORS[self._datum[1]])
            year = str(self._datum[0])
            self.source_label.setText(texts.tr("S&ource of {indicator} {year}", indicator=indicator, year=year))
        self.source.setAccessibleName(self.source_label.text().replace("&", ""))

    def _save_source(self, text: str) -> bool:
        if self._datum is None:
            return True
        project, (year, indicator) = self._context.project, self._datum
        return self._run(lambda: base_data.record_base_source(project, year, indicator, text))
