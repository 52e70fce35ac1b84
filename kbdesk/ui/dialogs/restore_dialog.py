"""Choosing the backup to bring back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.services.safekeeping import Preview
from kbdesk.services.safekeeping import Snapshot
from kbdesk.services.safekeeping import preview_of
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import SMALL

_SIZE = (520, 420)


class RestoreDialog(FormDialog):
    """The backups of a document, newest first, and below them what is in the one chosen."""

    snapshot_chosen = Signal(object)
    """``Path`` of the backup."""

    def __init__(self, parent: QWidget, texts: Texts, name: str, backups: Sequence[Snapshot]) -> None:
        super().__init__(parent, texts.tr("Restore backup"))
        self.resize(*_SIZE)
        self._texts, self._backups = texts, tuple(backups)
        self.list = QListWidget()
        self.list.setAccessibleName(texts.tr("Restore backup"))
        self.list.setSpacing(SMALL // 2)
        self.content = QLabel()
        self.content.setWordWrap(True)
        self.content.setTextFormat(Qt.TextFormat.PlainText)
        self.content.setAccessibleName(texts.tr("What is in it"))
        self._arrange(name)
        for backup in self._backups:
            self.list.addItem(_title(backup, texts))
        self.list.currentRowChanged.connect(self._show_content)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.setCurrentRow(0)
        self.add_buttons(texts, texts.tr("Restore backup"))

    @override
    def accept(self) -> None:
        row = self.list.currentRow()
        super().accept()
        if row >= 0:
            self.snapshot_chosen.emit(self._backups[row].path)

    def _arrange(self, name: str) -> None:
        label = QLabel(
            self._texts.tr(
                "&Backups of {name}. The document as it is now becomes a backup itself; nothing is lost.", name=name
            )
        )
        label.setWordWrap(True)
        label.setBuddy(self.list)
        self.column.addWidget(label)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.content)

    def _show_content(self, row: int) -> None:
        content = content_text(preview_of(self._backups[row]), self._texts) if row >= 0 else ""
        self.content.setText(content)
        if (item := self.list.currentItem()) is not None:
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, content)


def content_text(found: Preview | None, texts: Texts) -> str:
    """Municipality, years and number of values of a backup, in one line."""
    if found is None:
        return texts.tr("What is in this backup cannot be read.")
    parts = [found.municipality]
    if found.years:
        first, last = found.years[0], found.years[-1]
        span = str(first) if first == last else f"{first}–{last}"
        parts.append(texts.trn("{count} year ({span})", "{count} years ({span})", len(found.years), span=span))
    parts.append(texts.trn("{count} value", "{count} values", found.values))
    return texts.tr("What is in it: {parts}", parts=" · ".join(parts))


def _title(backup: Snapshot, texts: Texts) -> str:
    local = backup.at.astimezone()
    when = f"{texts.numbers.day(local.date())}, {texts.numbers.time(local)}"
    return f"{when} · {texts.sentence(f'backup_reason.{backup.reason}', {})}"
