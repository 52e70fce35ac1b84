"""Choosing the backup to bring back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog

_PATH = Qt.ItemDataRole.UserRole
_SIZE = (520, 420)
_REASONS = {
    "daily": mark("daily backup"),
    "on-demand": mark("backup on demand"),
    "before-import": mark("before an import"),
    "before-migration": mark("before the file format changed"),
    "before-restore": mark("before a restore"),
    "submission": mark("as submitted"),
}


class RestoreDialog(FormDialog):
    """The backups of a document, newest first."""

    snapshot_chosen = Signal(object)
    """``Path`` of the backup."""

    def __init__(self, parent: QWidget, texts: Texts, name: str, backups: Sequence[tuple[datetime, str, Path]]) -> None:
        super().__init__(parent, texts.tr("Restore backup"))
        self.resize(*_SIZE)
        label = QLabel(
            texts.tr(
                "&Backups of {name}. The document as it is now becomes a backup itself; nothing is lost.", name=name
            )
        )
        label.setWordWrap(True)
        self.list = QListWidget()
        label.setBuddy(self.list)
        self.list.setAccessibleName(texts.tr("Restore backup"))
        for at, reason, path in backups:
            local = at.astimezone()
            when = f"{texts.numbers.day(local.date())}, {texts.numbers.time(local)}"
            item = QListWidgetItem(f"{when} · {texts.tr(_REASONS.get(reason, reason))}")
            item.setData(_PATH, str(path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        self.column.addWidget(label)
        self.column.addWidget(self.list, 1)
        self.add_buttons(texts, texts.tr("Restore backup"))

    @override
    def accept(self) -> None:
        item = self.list.currentItem()
        super().accept()
        if item is not None:
            self.snapshot_chosen.emit(Path(item.data(_PATH)))
