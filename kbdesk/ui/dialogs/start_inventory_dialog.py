"""Filling empty values with national ones: for which years, how many values that is, and what stays missing."""

from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.start_inventory import StartPlan
from kbdesk.services import starting
from kbdesk.services.years import years_typed
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.message_bar import MessageAction
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 84
_LINES = 26


class StartInventoryDialog(FormDialog):
    """Looks again at every change of the years; nothing is written before its button."""

    def __init__(self, parent: QWidget, context: Context, undo: MessageAction) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Start with national values"))
        self._context, self._texts, self._undo = context, texts, undo
        self.plan: StartPlan | None = None
        project = context.project
        self.field = QLineEdit(f"{project.municipality.base_year}-{project.today().year - 1}")
        self.field.setAccessibleDescription(texts.tr("One year or several, for example 2025 or 2023-2025."))
        self.message = words(context.theme, "", muted=False)
        self.gaps = ScrollingTable(texts.tr("What stays missing"), texts.tr("Copy"), wrapped=True)
        self._arrange()
        self.field.textEdited.connect(self._look)
        self._look()

    @override
    def accept(self) -> None:
        planned = self.plan
        if planned is None or not planned.edits:
            self.field.setFocus()
            return
        context, texts = self._context, self._texts
        if context.run(lambda: starting.fill(context.project, planned), None):
            super().accept()
            said = texts.trn(
                "{count} value was filled from national figures.",
                "{count} values were filled from national figures.",
                planned.values,
            )
            context.messages.show_success(said, self._undo)

    def _arrange(self) -> None:
        tr, metrics = self._texts.tr, self.fontMetrics()
        intro = tr(
            "Empty values are filled with national ones, scaled by inhabitants: data quality D, hatched everywhere, to "
            "be replaced by your own. What you entered stays. Filling again renews them."
        )
        self.column.addWidget(words(self._context.theme, intro))
        self.add_fields((tr("&Years"), self.field))
        self.column.addWidget(self.message)
        self.column.addWidget(self.gaps, 1)
        self.add_buttons(self._texts, tr("Fill"))
        self.action: QPushButton = next(b for b in self.findChildren(QPushButton) if b.isDefault())
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))

    def _look(self) -> None:
        project, texts = self._context.project, self._texts
        try:
            self.plan = starting.plan(project, years_typed(project, self.field.text()), texts)
        except UserError as error:
            self.plan = None
            self._show(texts.error(error), ())
            return
        count = self.plan.values
        said = texts.trn("{count} value will be filled.", "{count} values will be filled.", count)
        self._show(
            said if self.plan.edits else texts.tr("There is nothing to fill."),
            starting.gap_lines(self.plan.gaps, texts),
        )

    def _show(self, said: str, gaps: tuple[str, ...]) -> None:
        self.message.setText(said)
        self.gaps.rows.show_rows((self._texts.tr("What stays missing"),), [(line,) for line in gaps])
        self.gaps.stretch(0)
        self.gaps.setVisible(bool(gaps))
        self.action.setEnabled(self.plan is not None and bool(self.plan.edits))
