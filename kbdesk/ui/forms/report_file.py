"""A file the report is made with, the logo or the template: its name, choosing another one, doing without."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services import report_wording
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.busy import busy_cursor

_ACTIONS = {
    "logo": (report_wording.choose_logo, report_wording.remove_logo),
    "template": (report_wording.choose_template, report_wording.remove_template),
}
_NAMED = {"logo": mark("Logo: {name}"), "template": mark("Word template: {name}")}
_CHOOSE = {"logo": mark("Choose &logo…"), "template": mark("Choose &Word template…")}
_REMOVE = {"logo": mark("Without logo"), "template": mark("Without template")}
_TITLE = {"logo": mark("Choose a logo"), "template": mark("Choose a Word template")}
_KINDS = {"logo": mark("Pictures (*.png *.jpg *.jpeg)"), "template": mark("Word documents (*.docx *.dotx)")}


class ReportFile(QWidget):
    """One of ``_ACTIONS``."""

    def __init__(self, context: Context, run: Run, kind: str) -> None:
        super().__init__()
        self._context, self._run, self._kind = context, run, kind
        tr = context.texts.tr
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.choose = QPushButton(context.theme.icon("image" if kind == "logo" else "file-text"), tr(_CHOOSE[kind]))
        self.remove = QPushButton(context.theme.icon("x"), tr(_REMOVE[kind]))
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._take_away)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.name)
        column.addLayout(row)

    def show_name(self, name: str) -> None:
        """Show which file it is; empty for none."""
        tr = self._context.texts.tr
        self.name.setText(tr(_NAMED[self._kind], name=name or tr("none")))
        self.remove.setVisible(bool(name))

    def keep(self, path: Path) -> None:
        """Keep this file in the document."""
        with busy_cursor():
            self._run(lambda: _ACTIONS[self._kind][0](self._context.project, path))

    def _ask(self) -> None:
        tr, folder = self._context.texts.tr, self._context.project.path.parent
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr(_TITLE[self._kind]), str(folder), tr(_KINDS[self._kind])
        )
        if name:
            self.keep(Path(name))

    def _take_away(self) -> None:
        self._run(lambda: _ACTIONS[self._kind][1](self._context.project))
        self.choose.setFocus()
