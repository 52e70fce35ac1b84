"""The sources in a table: who, what, of which day, for how many values, and whether a file is kept."""

from collections.abc import Mapping
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from kbdesk.models.source_kinds import SourceKind
from kbdesk.models.sources import Source
from kbdesk.texts.source_texts import source_day
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.kind_combo import kind_text
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_NUMBER, _EVIDENCE = 4, 5
_WORDS = (0, 1, 3)
"""Columns that share the width that is left."""
_LINES = 10


class SourceTable(ScrollingTable):
    """One line a source; the arrow keys choose, Enter goes into its fields, Delete removes it."""

    chosen = Signal(str)
    """Id of the source chosen."""
    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, kinds: Mapping[str, SourceKind]) -> None:
        super().__init__(texts.tr("Sources"), texts.tr("Copy"))
        self._theme, self._texts, self._kinds = theme, texts, kinds
        self._ids: list[str] = []
        self._lines: list[tuple[str, ...]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setResizeContentsPrecision(0)  # only what is seen is measured
        self.doubleClicked.connect(self.edit_wanted)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def ids(self) -> tuple[str, ...]:
        """The sources shown, in order."""
        return tuple(self._ids)

    def show_sources(self, sources: Sequence[Source], counts: Mapping[str, int], current: str) -> None:
        """Show these sources; ``current`` stays the chosen one, without telling anyone."""
        tr, theme = self._texts.tr, self._theme
        self._ids = [source.id for source in sources]
        header = (tr("Supplier"), tr("Title"), tr("Date"), tr("Kind"), tr("Values"), tr("File"))
        kept = theme.icon("paperclip", theme.text)
        icons = {(row, _EVIDENCE): kept for row, source in enumerate(sources) if source.file_sha256}
        lines = [self._line(source, counts.get(source.id, 0)) for source in sources]
        if lines != self._lines:
            self._lines = lines
            self.rows.show_rows(header, lines, (_NUMBER,), icons)
        for column in _WORDS:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.updateGeometry()
        if current in self._ids and self.currentIndex().row() != self._ids.index(current):
            self.selectRow(self._ids.index(current))

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as the rows, up to ten."""
        header = self.horizontalHeader()
        lines = max(2, min(len(self._ids), _LINES))
        height = header.sizeHint().height() + lines * self.verticalHeader().defaultSectionSize()
        scroll_bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        return QSize(super().minimumSizeHint().width(), height + scroll_bar + 2 * self.frameWidth())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, source: Source, count: int) -> tuple[str, ...]:
        kind = self._kinds.get(source.kind)
        return (
            source.supplier,
            source.title,
            source_day(source, self._texts),
            kind_text(kind.label, self._texts) if kind else "",
            self._texts.numbers.integer(count),
            self._texts.tr("kept") if source.file_sha256 else self._texts.tr("none"),
        )

    def _tell(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < len(self._ids):
            self.chosen.emit(self._ids[row])
