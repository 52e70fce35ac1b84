"""Filling missing inhabitants: for which years, with which numbers, and what they rest on, before anything is kept."""

from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.population_estimates import PopulationPlan
from kbdesk.models.year_lists import years_in_words
from kbdesk.services import inhabitants
from kbdesk.services.years import years_typed
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 84
_LINES = 26


class FillInhabitantsDialog(FormDialog):
    """Looks again at every change of the years; nothing is written before its button."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Fill inhabitants"))
        self._context, self._texts = context, texts
        self.plan: PopulationPlan | None = None
        first, last = inhabitants.proposed_years(context.project)
        self.field = QLineEdit(f"{first}-{last}" if first < last else str(first))
        self.field.setAccessibleDescription(texts.tr("One year or several, for example 2025 or 2023-2025."))
        self.message = words(context.theme, "", muted=False)
        self.rows = ScrollingTable(texts.tr("Inhabitants that will be filled"), texts.tr("Copy"), wrapped=True)
        self.rows.stretch(2)
        self._arrange()
        self.field.textEdited.connect(self._look)
        self._look()

    @override
    def accept(self) -> None:
        planned = self.plan
        if planned is None or not planned.edits:
            self.field.setFocus()
            return
        context = self._context
        if context.run(lambda: inhabitants.fill(context.project, planned), None):
            super().accept()
            context.messages.show_success(
                self._texts.trn(
                    "The inhabitants of {count} year were filled; the source says how.",
                    "The inhabitants of {count} years were filled; the source says how.",
                    len(planned.filled),
                )
            )

    def _arrange(self) -> None:
        tr, metrics = self._texts.tr, self.fontMetrics()
        intro = tr(
            "Years without inhabitants get the number of the nearest year that has one, or of the list of "
            "municipalities, scaled with the inhabitants of the country. The source says that it is an estimate. "
            "What you entered stays; filling again renews the estimates."
        )
        self.column.addWidget(words(self._context.theme, intro))
        self.add_fields((tr("&Years"), self.field))
        self.column.addWidget(self.message)
        self.column.addWidget(self.rows, 1)
        self.add_buttons(self._texts, tr("Fill inhabitants"))
        self.action: QPushButton = next(b for b in self.findChildren(QPushButton) if b.isDefault())
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))

    def _look(self) -> None:
        project, texts = self._context.project, self._texts
        try:
            self.plan = inhabitants.plan(project, years_typed(project, self.field.text()), texts)
        except UserError as error:
            self.plan = None
            self._show(texts.error(error))
            return
        self._show(_announced(self.plan, self._texts))

    def _show(self, said: str) -> None:
        tr, numbers = self._texts.tr, self._texts.numbers
        self.message.setText(said)
        filled = self.plan.filled if self.plan else ()
        self.rows.rows.show_rows(
            (tr("Year"), tr("Inhabitants"), tr("Source")),
            [(str(datum.year), numbers.integer(datum.value), datum.source) for datum in filled],
            numbers=(1,),
        )
        self.rows.setEnabled(bool(filled))
        self.action.setEnabled(bool(filled))


def _announced(plan: PopulationPlan, texts: Texts) -> str:
    """How many years would be filled, and for which nothing is known."""
    count = len(plan.filled)
    said = (
        texts.trn("{count} year will be filled.", "{count} years will be filled.", count)
        if count
        else texts.tr("There is nothing to fill.")
    )
    if not plan.lacking:
        return said
    lacking = texts.tr(
        "{years}: nothing can be filled. Enter the inhabitants of one year first, or the national series ends before.",
        years=years_in_words(plan.lacking),
    )
    return f"{said} {lacking}"
