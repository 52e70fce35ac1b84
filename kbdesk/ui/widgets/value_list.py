"""A list of values: each leads to its field."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from typing_extensions import override

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.plain_table import RoomyDelegate

_KEY = Qt.ItemDataRole.UserRole
_SHOWN = 200
_LINES = 8
_CHARACTERS = 36


class ValueList(QListWidget):
    """As high as its lines, up to eight; Enter or a double click goes to the value's field."""

    value_wanted = Signal(object)
    """``EntryKey`` of the value to go to."""

    def __init__(self, name: str, *, several: bool = False) -> None:
        super().__init__()
        self._values: tuple[int, list[Entry]] | None = None
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setItemDelegate(RoomyDelegate(self))
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.itemDoubleClicked.connect(self._go)

    @property
    def selected(self) -> tuple[EntryKey, ...]:
        """The values selected."""
        return tuple(key for item in self.selectedItems() if isinstance(key := item.data(_KEY), EntryKey))

    def show_values(self, project: Project, keys: Sequence[EntryKey], texts: Texts) -> None:
        """Show these values; of very many only the first. What is shown already is left alone."""
        shown = (len(keys), [project.inventory.entries[key] for key in keys[:_SHOWN]])
        if shown == self._values:
            return
        self._values = shown
        place = self.currentRow()
        self.clear()
        for key in keys[:_SHOWN]:
            item = QListWidgetItem(_line(project, key, texts))
            item.setToolTip(item.text())
            item.setData(_KEY, key)
            self.addItem(item)
        if len(keys) > _SHOWN:
            more = QListWidgetItem(texts.trn("and {count} more", "and {count} more", len(keys) - _SHOWN))
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(more)
        if keys:
            self.setCurrentRow(max(0, min(place, self.count() - 1)))
        self.setVisible(bool(keys))
        self.setFixedHeight(self.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        line = max(self.sizeHintForRow(0), self.fontMetrics().height())
        lines = max(1, min(self.count(), _LINES))
        return QSize(_CHARACTERS * self.fontMetrics().averageCharWidth(), lines * line + 2 * self.frameWidth())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._go(self.currentItem())
            return
        super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        if isinstance(key := item.data(_KEY), EntryKey):
            self.value_wanted.emit(key)


def _line(project: Project, key: EntryKey, texts: Texts) -> str:
    """Year, carrier, quantity, where in the source it stands, and (cut off first) the sector."""
    entry = project.inventory.entries[key]
    place = entry.source if entry.source_id else ""
    carrier, sector = texts.carrier(key.carrier), texts.sector(key.sector)
    words = (str(key.year), carrier, typed_text(entry, texts).partition(" (")[0], place, sector)
    return " · ".join(word for word in words if word)
