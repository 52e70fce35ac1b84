"""Blocks of cells to and from a spreadsheet; a block that does not fit is refused whole."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.clipboard_block import ClipboardBlock
from kbdesk.ui.item_models.clipboard_block import read_block
from kbdesk.ui.item_models.clipboard_block import write_block
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.widgets.entry_grid import EntryGrid


class GridClipboard:
    """Copy, cut, paste and delete in the grid, each one undo step."""

    def __init__(self, context: Context, grid: EntryGrid, run: Run) -> None:
        self._context, self._grid, self._run = context, grid, run
        view = grid.view
        view.copy_wanted.connect(self.copy)
        view.cut_wanted.connect(self.cut)
        view.paste_wanted.connect(self.paste)
        view.clear_wanted.connect(self.clear)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as typed."""
        view = self._grid.view
        chosen = {(index.row(), index.column()): index for index in view.selectionModel().selectedIndexes()}
        rows = [r for r in view.visible_rows() if any(r == row for row, _ in chosen)]
        columns = [c for c in view.visible_columns() if any(c == column for _, column in chosen)]
        block = [[self._typed(chosen.get((row, column))) for column in columns] for row in rows]
        if block:
            QGuiApplication.clipboard().setText(write_block(block))

    def copy_with_headings(self) -> None:
        """Copy the selected block with the names of its rows and columns."""
        self.copy()

    def cut(self) -> None:
        """Copy and delete."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Delete the selected values."""
        keys = [key for index in self._grid.view.selectionModel().selectedIndexes() if (key := self._key(index))]
        self._run(lambda: data_entry.clear(self._context.project, keys))

    def paste(self) -> None:
        """Record the block on the clipboard from the first selected cell on; say so where it does not fit."""
        mark = self._context.texts.numbers.decimal_mark
        block = read_block(QGuiApplication.clipboard().text(), mark)
        start = self._start()
        if not block.height or start is None:
            return
        refusal, texts = self._spread(block, start)
        if refusal:
            self._context.messages.show_error(refusal)
        elif self._run(lambda: data_entry.paste(self._context.project, texts, mark)) and block.headings_left_out:
            self._context.messages.show_info(self._context.texts.tr("The headings of the block were left out."))

    def _start(self) -> tuple[int, int] | None:
        indexes = self._grid.view.selectionModel().selectedIndexes() or [self._grid.view.currentIndex()]
        valid = [index for index in indexes if index.isValid()]
        return (min(i.row() for i in valid), min(i.column() for i in valid)) if valid else None

    def _spread(self, block: ClipboardBlock, start: tuple[int, int]) -> tuple[str, dict[EntryKey, str]]:
        """The texts by entry, or the sentence that says why the block does not fit."""
        tr, view, model = self._context.texts.tr, self._grid.view, self._grid.model
        rows = [row for row in view.visible_rows(start[0]) if not model.layout.rows[row].is_heading]
        columns = view.visible_columns(start[1])
        if block.height > len(rows) or block.width > len(columns):
            return tr(
                "Nothing was pasted: the block has {rows} rows and {columns} columns, "
                "from this cell on there are {room_rows} and {room_columns}.",
                rows=str(block.height),
                columns=str(block.width),
                room_rows=str(len(rows)),
                room_columns=str(len(columns)),
            ), {}
        texts: dict[EntryKey, str] = {}
        for row, column, text in _filled(block, rows, columns):
            key = model.layout.key(row, column)
            if key is None:
                return self._closed(row, column, text), {}
            texts[key] = text
        return "", texts

    def _closed(self, row: int, column: int, text: str) -> str:
        layout, texts = self._grid.model.layout, self._context.texts
        return texts.tr(
            "Nothing was pasted: {carrier} does not occur in “{sector}”, where “{text}” would stand.",
            carrier=texts.carrier(layout.carriers[column]),
            sector=texts.sector(layout.rows[row].sector),
            text=text,
        )

    def _typed(self, index: QModelIndex | None) -> str:
        key = self._key(index) if index is not None else None
        return self._grid.model.edit_text(key) if key else ""

    def _key(self, index: QModelIndex) -> EntryKey | None:
        return self._grid.model.key(index)


def _filled(block: ClipboardBlock, rows: list[int], columns: list[int]) -> Iterator[tuple[int, int, str]]:
    for row, cells in zip(rows, block.rows, strict=False):
        for column, text in zip(columns, cells, strict=False):
            if text:
                yield row, column, text
