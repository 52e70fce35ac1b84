"""When the next submission is due, and how many years lie between two inventories."""

from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.services import deadlines
from kbdesk.texts.days import day_in_words
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words


class DeadlineDialog(FormDialog):
    """A day as people write it, empty for none, and the rhythm in years."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        texts, project = context.texts, context.project
        super().__init__(parent, texts.tr("Deadline"))
        self._context = context
        due = deadlines.deadline(project)
        self.day = QLineEdit(day_in_words(due, texts) if due is not None else "")
        self.day.setPlaceholderText(texts.tr("for example 31 December 2026"))
        self.day.setAccessibleDescription(
            texts.tr("The day by which the submission is due; empty where there is none.")
        )
        self.rhythm = QLineEdit(str(deadlines.rhythm(project)))
        self.rhythm.setAccessibleDescription(texts.tr("Years between two inventories; three are usual."))
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        self.add_fields(
            (texts.tr("The submission is &due on"), self.day), (texts.tr("&Years between two inventories"), self.rhythm)
        )
        self.column.addWidget(self.message)
        self.message.hide()
        self.add_buttons(texts, texts.tr("Save"))

    @override
    def accept(self) -> None:
        """Record both; what cannot be read is said here and nothing is closed."""
        project, texts = self._context.project, self._context.texts
        try:
            change = deadlines.record(project, self.day.text(), self.rhythm.text(), texts)
        except UserError as error:
            self.message.setText(texts.error(error))
            self.message.show()
            return
        super().accept()
        if change is not None:
            self._context.bus.document_changed.emit(change, self)
