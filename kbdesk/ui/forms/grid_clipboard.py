"""Blocks of cells to and from a spreadsheet, each one undo step; where there is a doubt it is shown first."""

from PySide6.QtCore import QItemSelection
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtCore import QMimeData
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from kbdesk.models.inventory import EntryKey
from kbdesk.services.block_headings import Axis
from kbdesk.services.block_reading import BlockPlace
from kbdesk.services.block_reading import BlockReading
from kbdesk.services.block_reading import CellState
from kbdesk.services.block_reading import paste_block
from kbdesk.services.block_reading import read_block
from kbdesk.services.clipboard_cells import BlockCell
from kbdesk.services.clipboard_cells import Rows
from kbdesk.services.clipboard_cells import read_cells
from kbdesk.services.clipboard_cells import write_html
from kbdesk.services.clipboard_cells import write_text
from kbdesk.services.data_entry import clear
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_texts import place_name
from kbdesk.ui.widgets.entry_grid import EntryGrid


class GridClipboard:
    """Copy, cut, paste and delete in a grid."""

    def __init__(self, context: Context, grid: EntryGrid, run: Run) -> None:
        self._context, self._grid, self._run = context, grid, run
        view = grid.view
        view.copy_wanted.connect(self.copy)
        view.headings_wanted.connect(self.copy_with_headings)
        view.cut_wanted.connect(self.cut)
        view.paste_wanted.connect(self.paste)
        view.clear_wanted.connect(self.clear)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as typed, with the exact numbers for spreadsheets."""
        rows, columns = self._chosen()
        _put([self._row(row, columns) for row in rows])

    def copy_with_headings(self) -> None:
        """Copy the selected block with the names of its rows and columns."""
        rows, columns = self._chosen()
        names = [BlockCell(""), *(BlockCell(self._grid.column_name(column)) for column in columns)]
        _put([names, *([BlockCell(self._grid.row_name(row)), *self._row(row, columns)] for row in rows)])

    def cut(self) -> None:
        """Copy and delete."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Delete the selected values."""
        keys = [key for index in self._grid.view.selectionModel().selectedIndexes() if (key := self._key(index))]
        self._run(lambda: clear(self._context.project, keys))

    def paste(self) -> None:
        """Record the block on the clipboard; what is doubtful is shown before, what does not fit is said."""
        mime = QGuiApplication.clipboard().mimeData()
        rows = read_cells(mime.text(), mime.html() if mime.hasHtml() else "")
        place = self._place()
        if not rows or place is None:
            return
        reading = self._read(rows, place)
        if reading.room is not None:
            self._context.messages.show_error(_too_large(reading, self._context.texts))
        elif reading.is_doubtful:
            self._ask(rows, place, reading)
        else:
            self._take(reading)

    def _read(self, rows: Rows, place: BlockPlace, chosen: str = "") -> BlockReading:
        return read_block(self._context.project, rows, place, self._context.texts.numbers.decimal_mark, chosen)

    def _ask(self, rows: Rows, place: BlockPlace, reading: BlockReading) -> None:
        from kbdesk.ui.dialogs.paste_dialog import PasteDialog  # noqa: PLC0415 - seldom needed

        dialog = PasteDialog(self._grid.window(), self._context, reading, lambda mark: self._read(rows, place, mark))
        dialog.confirmed.connect(self._take)
        dialog.open()

    def _take(self, reading: BlockReading) -> None:
        refused = [cell for cell in reading.cells if cell.state is CellState.NOWHERE]
        if len(refused) == len(reading.cells):
            self._context.messages.show_error(self._context.texts.tr("Nothing was pasted: no cell has a place here."))
        elif self._run(lambda: paste_block(self._context.project, reading)):
            self._select(reading)
            self._say(reading)

    def _select(self, reading: BlockReading) -> None:
        """Select what was pasted, so that it can be copied, filled or deleted as it is."""
        indexes = [self._grid.model.index_of(cell.key) for cell in reading.cells if cell.key is not None]
        shown = [index for index in indexes if index.isValid()]
        if len(shown) > 1:
            model, rows, columns = self._grid.model, [i.row() for i in shown], [i.column() for i in shown]
            corners = model.index(min(rows), min(columns)), model.index(max(rows), max(columns))
            self._grid.view.selectionModel().select(
                QItemSelection(*corners), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _say(self, reading: BlockReading) -> None:
        """Say what was pasted, unless it was one cell."""
        if reading.height * reading.width == 1:
            return
        texts = self._context.texts
        said = [
            texts.trn("{count} value pasted.", "{count} values pasted.", len(reading.cells))
            if not reading.count(CellState.CHANGED)
            else texts.tr(
                "{count} values pasted, {changed} of them in place of others.",
                count=str(len(reading.cells)),
                changed=str(reading.count(CellState.CHANGED)),
            )
        ]
        if reading.headings_left_out:
            said.append(texts.tr("The headings of the block were left out."))
        if beyond := self._beyond(reading):
            said.append(texts.tr("The block goes on beyond what is in sight: its last value is {place}.", place=beyond))
        self._context.messages.show_success(" ".join(said))

    def _beyond(self, reading: BlockReading) -> str:
        """The last cell of the block where it cannot be seen without scrolling."""
        keys = [cell.key for cell in reading.cells if cell.key is not None]
        if not keys:
            return ""
        view, index = self._grid.view, self._grid.model.index_of(keys[-1])
        seen = index.isValid() and view.viewport().rect().contains(view.visualRect(index).topLeft())
        return "" if seen else place_name(self._context.texts, keys[-1])

    def _place(self) -> BlockPlace | None:
        """Where a block without names goes: from the first selected cell on."""
        view, layout = self._grid.view, self._grid.model.layout
        indexes = view.selectionModel().selectedIndexes() or [view.currentIndex()]
        valid = [index for index in indexes if index.isValid()]
        if not valid:
            return None
        row, column = min(i.row() for i in valid), min(i.column() for i in valid)
        columns = [layout.columns[shown] for shown in view.visible_columns(column)]
        sectors = tuple(sector for shown in view.visible_rows(row) if (sector := layout.rows[shown].sector))
        if not columns or not sectors:
            return None
        axis = Axis.YEAR if layout.carrier else Axis.CARRIER
        across = tuple(str(each.year) if layout.carrier else each.carrier for each in columns)
        return BlockPlace(EntryKey(columns[0].year, sectors[0], columns[0].carrier), sectors, across, axis)

    def _chosen(self) -> tuple[list[int], list[int]]:
        """The visible rows with values and the visible columns that are selected."""
        view, layout = self._grid.view, self._grid.model.layout
        chosen = view.selectionModel().selectedIndexes() or [view.currentIndex()]
        rows, columns = {index.row() for index in chosen}, {index.column() for index in chosen}
        shown = [row for row in view.visible_rows() if row in rows and not layout.rows[row].is_heading]
        return shown, [column for column in view.visible_columns() if column in columns]

    def _row(self, row: int, columns: list[int]) -> list[BlockCell]:
        return [self._cell(self._grid.model.layout.key(row, column)) for column in columns]

    def _cell(self, key: EntryKey | None) -> BlockCell:
        entry = self._context.project.inventory.entries.get(key) if key is not None else None
        if key is None or entry is None:
            return BlockCell("")
        if entry.notation_key is not None:
            return BlockCell(self._context.texts.tr(NOTATION[entry.notation_key]))
        return BlockCell(self._grid.model.edit_text(key), entry.quantity)

    def _key(self, index: QModelIndex) -> EntryKey | None:
        return self._grid.model.key(index)


def _put(rows: list[list[BlockCell]]) -> None:
    """Put a block on the clipboard, as text and as a table."""
    if not rows or not rows[0]:
        return
    data = QMimeData()
    data.setText(write_text([[cell.text for cell in row] for row in rows]))
    data.setHtml(write_html(rows))
    QGuiApplication.clipboard().setMimeData(data)


def _too_large(reading: BlockReading, texts: Texts) -> str:
    room = reading.room or (0, 0)
    return texts.tr(
        "Nothing was pasted: the block has {rows} rows and {columns} columns, "
        "from this cell on there are {room_rows} and {room_columns}.",
        rows=str(reading.height),
        columns=str(reading.width),
        room_rows=str(room[0]),
        room_columns=str(room[1]),
    )
