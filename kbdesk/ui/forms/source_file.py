"""The file kept with a source: attached, opened, saved elsewhere, taken away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.models.evidence_names import safe_name
from kbdesk.models.sources import MAX_FILE_BYTES
from kbdesk.models.sources import Source
from kbdesk.services import evidence
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.forms.source_evidence import OpenFile
from kbdesk.ui.forms.source_evidence import open_evidence
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.busy import busy_cursor
from kbdesk.ui.widgets.page import paint_muted

_MEGABYTE = 1024 * 1024


class SourceFile(QWidget):
    """The file's name and what can be done with it."""

    def __init__(self, context: Context, run: Run, files: FileDialogs, open_file: OpenFile) -> None:
        super().__init__()
        self._context, self._run, self._files, self._open_file = context, run, files, open_file
        self._source: Source | None = None
        tr = context.texts.tr
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.hint = QLabel(
            tr(
                "Or drop a scan on this page. At most {limit} MB; it becomes part of this document.",
                limit=str(MAX_FILE_BYTES // _MEGABYTE),
            )
        )
        self.hint.setWordWrap(True)
        paint_muted(self.hint, context.theme)
        self.attach = self._button("paperclip", tr("&Attach file…"))
        self.open = self._button("external-link", tr("&Open evidence"))
        self.save = self._button("save", tr("Save a cop&y…"))
        self.detach = self._button("x", tr("Take file away"))
        self._arrange()

    def show_source(self, source: Source) -> None:
        """Show the file of a source."""
        self._source = source
        kept = bool(source.file_sha256)
        self.name.setText(source.file_name if kept else self._context.texts.tr("no file kept"))
        self.name.setAccessibleName(self.name.text())
        for button in (self.open, self.save, self.detach):
            button.setVisible(kept)

    def attach_path(self, path: Path) -> None:
        """Keep a copy of this file with the source."""
        if (source := self._source) is not None:
            with busy_cursor():
                self._run(lambda: evidence.attach_file(self._context.project, source.id, path))

    def _arrange(self) -> None:
        self.attach.clicked.connect(self._ask)
        self.open.clicked.connect(self._show_evidence)
        self.save.clicked.connect(self._save)
        self.detach.clicked.connect(self._take_away)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SMALL, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.name, 0, 0, 1, 3)
        for place, button in enumerate((self.attach, self.open, self.save, self.detach)):
            grid.addWidget(button, 1 + place // 2, place % 2)
        grid.addWidget(self.hint, 3, 0, 1, 3)

    def _ask(self) -> None:
        path = self._files.file_to_keep(self.window(), self._context.texts, self._context.project.path.parent)
        if path is not None:
            self.attach_path(path)

    def _show_evidence(self) -> None:
        if self._source is not None:
            open_evidence(self._context, self._source.id, self._open_file)

    def _save(self) -> None:
        source, context = self._source, self._context
        if source is None:
            return
        proposed = context.project.path.parent / safe_name(source.file_name)
        target = self._files.copy_to_make(self.window(), context.texts, proposed)
        if target is None:
            return
        try:
            evidence.save_copy(context.project, source.id, target)
        except UserError as error:
            context.messages.show_error(context.texts.error(error))

    def _take_away(self) -> None:
        if (source := self._source) is not None:
            self._run(lambda: evidence.detach_file(self._context.project, source.id))
            self.attach.setFocus()

    def _button(self, icon: str, words: str) -> QPushButton:
        return QPushButton(self._context.theme.icon(icon), words)
