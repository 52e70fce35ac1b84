"""What an officer writes and chooses for the report: title, texts, causes, logo, template, parts of the annex."""

from functools import partial

from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.reports.basis import PART_TITLES
from kbdesk.reports.basis import Part
from kbdesk.services import report_wording
from kbdesk.ui.context import Context
from kbdesk.ui.forms.report_file import ReportFile
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.saving_line import SavingLine
from kbdesk.ui.widgets.saving_text import SavingText

_LINES = 4


class ReportForm(QWidget):
    """Every field is saved when it is left."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._proposed: tuple[str, ...] = ()
        self._year = context.year
        self.title = SavingLine(context.theme, partial(self._save_text, "title"))
        self.contact = SavingLine(context.theme, partial(self._save_text, "contact"))
        self.intro = SavingText(_LINES, partial(self._save_text, "intro"))
        self.closing = SavingText(_LINES, partial(self._save_text, "closing"))
        numbers = range(1, report_wording.CAUSES + 1)
        self.causes = tuple(SavingText(_LINES, partial(self._save_cause, number)) for number in numbers)
        tr = context.texts.tr
        self.again = QPushButton(context.theme.icon("undo-2"), tr("Propose &again"))
        self.again.clicked.connect(self._propose_again)
        self.logo = ReportFile(context, run, "logo")
        self.template = ReportFile(context, run, "template")
        self.parts = {part: QCheckBox(tr(PART_TITLES[part])) for part in Part}
        for part, box in self.parts.items():
            box.clicked.connect(partial(self._want, part, box))
        self._arrange()

    def show_wording(self, usual_title: str, proposed: tuple[str, ...]) -> None:
        """Show what is recorded, and what is proposed where nothing is."""
        project, year = self._context.project, self._context.year
        anew, self._year, self._proposed = year != self._year, year, proposed
        self.title.setPlaceholderText(usual_title)
        for field in (self.title, self.contact, self.intro, self.closing):
            field.show_text(report_wording.text(project, self._names[field]))
        for field, cause in zip(self.causes, report_wording.causes(project, year, proposed), strict=True):
            (field.start_with if anew else field.show_text)(cause)
        self.again.setEnabled(report_wording.are_edited(project, year))
        wanted = report_wording.parts(project)
        for part, box in self.parts.items():
            box.setChecked(part in wanted)
        self.logo.show_name(report_wording.logo_name(project))
        self.template.show_name(report_wording.template_name(project))

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        fields: tuple[SavingLine | SavingText, ...] = (self.title, self.intro, *self.causes, self.closing, self.contact)
        for field in fields:
            field.save_pending()

    def _save_text(self, field: str, typed: str) -> bool:
        return self._run(lambda: report_wording.record_text(self._context.project, field, typed))

    def _save_cause(self, number: int, typed: str) -> bool:
        """Of the year that is shown, also when the window is at another one already."""
        project, year = self._context.project, self._year
        proposed = self._proposed[number - 1] if number <= len(self._proposed) else ""
        return self._run(lambda: report_wording.record_cause(project, year, number, typed, proposed))

    def _propose_again(self) -> None:
        self._run(lambda: report_wording.propose_again(self._context.project, self._year))
        for field, cause in zip(self.causes, (*self._proposed, "", "", ""), strict=False):
            field.start_with(cause)
        self.causes[0].setFocus()

    def _want(self, part: Part, box: QCheckBox) -> None:
        self._run(lambda: report_wording.want_part(self._context.project, part, wanted=box.isChecked()))

    def _arrange(self) -> None:
        tr = self._context.texts.tr
        self._names: dict[QWidget, str] = {
            self.title: "title",
            self.intro: "intro",
            self.closing: "closing",
            self.contact: "contact",
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(SMALL)
        self._add(column, tr("Ti&tle"), self.title, tr("Empty: the usual title"))
        self._add(column, tr("&Introduction"), self.intro, tr("Stands below the sentence; may stay empty"))
        self._add_causes(column)
        self._add(column, tr("Closin&g words"), self.closing, tr("For example what the council is to decide"))
        self._add(column, tr("&Contact"), self.contact, tr("Office, telephone, e-mail"))
        self._group(column, tr("For the office"))
        column.addWidget(self.logo)
        column.addWidget(self.template)
        self._group(column, tr("Annex"))
        for box in self.parts.values():
            column.addWidget(box)
        column.addStretch()

    def _add_causes(self, column: QVBoxLayout) -> None:
        tr = self._context.texts.tr
        self._group(column, tr("Three causes"))
        hint = tr("Proposed from the figures; write what the council should know. An empty one is left out.")
        column.addWidget(words(self._context.theme, hint))
        column.addSpacing(SMALL)
        labels = (tr("Cause &1"), tr("Cause &2"), tr("Cause &3"))
        for label, field in zip(labels, self.causes, strict=True):
            self._add(column, label, field, tr("Is remembered for this year"))
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch()
        column.addSpacing(SMALL)
        column.addLayout(row)
        column.addSpacing(GRID)

    def _add(self, column: QVBoxLayout, text: str, field: QWidget, description: str) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        field.setAccessibleDescription(description)
        field.setToolTip(description)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(GRID)

    def _group(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(GAP - SMALL)
        column.addWidget(Heading(self._context.theme, 2, title))
