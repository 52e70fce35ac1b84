"""Climate justice: what a member says of each commitment that is a text, with resolution and evidence."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.membership import Said
from kbdesk.models.membership import Statement
from kbdesk.services import membership
from kbdesk.texts.activity_names import STANCES
from kbdesk.texts.days import read_typed_day
from kbdesk.ui.context import Context
from kbdesk.ui.forms.activity_evidence import evidence_picker
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.day_echo import DayEcho
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.saving_line import SavingLine
from kbdesk.ui.widgets.step_box import StateLabel

_STANCE_CHARACTERS = 10


class StatementDetails(QWidget):
    """Since when a statement is held, by which resolution, and what shows it."""

    def __init__(self, context: Context, run: Run, statement_id: str, name: str) -> None:
        super().__init__()
        self._context, self._run, self._id = context, run, statement_id
        self.date = SavingLine(context.theme, self._save_date)
        self.echo = DayEcho(self.date, context.theme, context.texts)
        self.resolution = SavingLine(context.theme, partial(self._save, "resolution"))
        said = context.texts.tr("Evidence: {name}", name=name)
        self.evidence = evidence_picker(context, said, partial(self._save, "source"))
        self._arrange(name)

    def show_said(self, found: Said) -> None:
        """Show what is said; what is being typed stays."""
        self.date.show_text(membership.day_text(found.date, self._context.texts))
        self.resolution.show_text(found.resolution)
        self.evidence.show_source(found.source_id, "", anew=False)

    def save_pending(self) -> None:
        """Save what is being typed."""
        for line in (self.date, self.resolution):
            line.save_pending()

    def _arrange(self, name: str) -> None:
        tr, grid = self._context.texts.tr, QGridLayout(self)
        grid.setContentsMargins(GAP, 0, 0, GRID)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        day = QHBoxLayout()
        day.setSpacing(GRID)
        day.addWidget(self.date)
        day.addWidget(self.echo, 1)
        for row, text in enumerate((tr("Resolution"), tr("Date"), tr("Evidence"))):
            label = QLabel(text)
            label.setBuddy((self.resolution, self.date, self.evidence.combo)[row])
            grid.addWidget(label, row, 0)
        grid.addWidget(self.resolution, 0, 1)
        grid.addLayout(day, 1, 1)
        grid.addWidget(self.evidence, 2, 1)
        self.resolution.setAccessibleName(tr("Resolution: {name}", name=name))
        self.resolution.setAccessibleDescription(tr("The council's decision, for example its number"))
        self.resolution.setPlaceholderText(tr("For example: council resolution no. 12"))
        self.date.setAccessibleName(tr("Date: {name}", name=name))

    def _save(self, field: str, text: str) -> bool:
        project = self._context.project
        return self._run(lambda: membership.record_statement(project, self._id, field, text))

    def _save_date(self, text: str) -> bool:
        read = read_typed_day(text, self._context.texts)
        return self._save("date", read.day.isoformat() if read.day else text)


class StatementRow(QWidget):
    """One statement: how it is held; its details are made once that is said."""

    def __init__(self, context: Context, run: Run, statement: Statement) -> None:
        super().__init__()
        self._context, self._run, self.statement = context, run, statement
        self.name = context.texts.trc("membership", statement.name)
        self.stance = CalmCombo()
        self.note = StateLabel(context.theme)
        self.details: StatementDetails | None = None
        self.stance.activated.connect(self._save_stance)
        self._arrange()

    def refresh(self) -> None:
        """Show what is said; what is being typed stays."""
        context, tr = self._context, self._context.texts.tr
        found = membership.said(context.project, self.statement.id)
        offered = [("", tr("not said")), *((stance.value, tr(word)) for stance, word in STANCES.items())]
        self.stance.offer(offered, found.stance or "")
        if self.details is None and found.stance is not None:
            self.details = StatementDetails(context, self._run, self.statement.id, self.name)
            self._column.addWidget(self.details)
        if self.details is not None:
            self.details.show_said(found)
            self.details.setVisible(found.stance is not None)
        lacking = self.statement.id == membership.TIMBER and membership.lacks_timber_resolution(context.project)
        self.note.setVisible(lacking)
        if lacking:
            self.note.show_state("info", context.texts.sentence("justice.no_timber_resolution", {}))

    def save_pending(self) -> None:
        """Save what is being typed."""
        if self.details is not None:
            self.details.save_pending()

    def _arrange(self) -> None:
        texts, theme = self._context.texts, self._context.theme
        title, wording = QLabel(self.name.replace("&", "&&")), QLabel(texts.trc("membership", self.statement.wording))
        title.setBuddy(self.stance)
        wording.setTextFormat(Qt.TextFormat.PlainText)
        paint_muted(wording, theme)
        for label in (title, wording):
            label.setWordWrap(True)
        self.stance.setMinimumContentsLength(_STANCE_CHARACTERS)
        self.stance.setAccessibleName(texts.tr("Held: {name}", name=self.name))
        self.stance.setAccessibleDescription(wording.text())
        told = QVBoxLayout()
        told.setSpacing(SMALL)
        for widget in (title, wording, self.note):
            told.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addLayout(told, 1)
        top.addWidget(self.stance, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addLayout(top)

    def _save_stance(self) -> None:
        project, stance = self._context.project, self.stance.value
        self._run(lambda: membership.record_statement(project, self.statement.id, "stance", stance))


class JusticeForm(QWidget):
    """The statements one below the other."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        statements = context.project.reference.membership.statements
        self.rows = {statement.id: StatementRow(context, run, statement) for statement in statements}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        for row in self.rows.values():
            column.addWidget(row)

    def refresh(self) -> None:
        """Show what is said now."""
        for row in self.rows.values():
            row.refresh()

    def save_pending(self) -> None:
        """Save what is being typed."""
        for row in self.rows.values():
            row.save_pending()
