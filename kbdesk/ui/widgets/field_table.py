"""A table of fields as high as its rows, with the keyboard of the entry grid and columns as wide as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.services.clipboard_cells import write_text
from kbdesk.ui.delegates.entry_delegate import EntryDelegate
from kbdesk.ui.item_models.field_table_model import FieldTableModel
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.entry_grid_view import EntryGridView

_MOST_ROWS = 14
_HEADER_LINES = 2


class FieldTable(EntryGridView):
    """``widths`` are the columns' widths in average characters; the last column takes what is left where it is 0."""

    def __init__(
        self, theme: Theme, model: FieldTableModel, widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(EntryDelegate(theme), parent)
        self.itemDelegate().setParent(self)
        self._theme, self._widths = theme, tuple(widths)
        self.setModel(model)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(not self._widths[-1])
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        model.rowsInserted.connect(self._fit_height)
        model.rowsRemoved.connect(self._fit_height)
        self.copy_wanted.connect(self.copy_selection)
        self._fit()

    def copy_selection(self) -> None:
        """Put the selected block on the clipboard."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        texts = {(i.row(), i.column()): str(i.data(Qt.ItemDataRole.EditRole) or "") for i in chosen}
        if chosen:
            QGuiApplication.clipboard().setText(
                write_text([[texts.get((row, column), "") for column in columns] for row in rows])
            )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.horizontalHeader().setFixedHeight(self._header_height())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + GRID + SMALL)
        for column, characters in enumerate(self._widths):
            if characters:
                self.setColumnWidth(column, metrics.averageCharWidth() * characters + 2 * GRID)
        self._fit_height()

    def _header_height(self) -> int:
        return self.fontMetrics().lineSpacing() * _HEADER_LINES + GRID

    def _fit_height(self) -> None:
        rows = min(self.model().rowCount(), _MOST_ROWS)
        frame, header = 2 * self.frameWidth(), self.horizontalHeader()
        scrolls = not header.stretchLastSection() and header.length() > self.viewport().width()
        across = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        height = self.verticalHeader().defaultSectionSize()
        if not header.stretchLastSection():
            self.setMaximumWidth(header.length() + frame + self.verticalScrollBar().sizeHint().width())
        self.setFixedHeight(self._header_height() + rows * height + frame + across)
