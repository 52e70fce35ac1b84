"""Breaks in the series: those that are marked, and the fields that mark another one."""

from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QSizePolicy

from kbdesk.errors import UserError
from kbdesk.models.breaks import BreakKind
from kbdesk.services import breaks
from kbdesk.texts.break_texts import KIND_NAMES
from kbdesk.ui.context import Context
from kbdesk.ui.forms.record_list import RecordList
from kbdesk.ui.item_models.break_model import BreakModel
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.years import no_year
from kbdesk.ui.item_models.years import read_year
from kbdesk.ui.widgets.calm_combo import CalmCombo

_WIDTHS = (8, 20, 44, 0)
_YEAR_CHARACTERS = 10
_KIND_CHARACTERS, _SECTOR_CHARACTERS = 14, 18


class NewBreakFields:
    """Year, what is different, sector, and the sentence of a break to be marked."""

    def __init__(self, context: Context, run: Run) -> None:
        self._context, self._run, tr = context, run, context.texts.tr
        self.year, self.text = QLineEdit(), QLineEdit()
        self.kind, self.sector = CalmCombo(), CalmCombo()
        self.kind.offer([(str(kind), tr(name)) for kind, name in KIND_NAMES.items()], str(BreakKind.METHOD))
        sectors = context.project.reference.codebook.sectors
        self.sector.offer([("", tr("all")), *((id_, context.texts.sector(id_)) for id_ in sectors)], "")
        for combo, characters in ((self.kind, _KIND_CHARACTERS), (self.sector, _SECTOR_CHARACTERS)):
            combo.setMinimumContentsLength(characters)
            combo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.year.setFixedWidth(self.year.fontMetrics().averageCharWidth() * _YEAR_CHARACTERS)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.year.setAccessibleDescription(tr("The first year with the new figures, for example 2019"))
        self.kind.setAccessibleDescription(tr("Why the figures cannot be compared with those before"))
        self.sector.setAccessibleDescription(tr("The sector it concerns, or all"))
        self.text.setAccessibleDescription(tr("One sentence; it stands in the charts and in the submission"))

    def add(self) -> bool:
        """Mark the break; what could not be recorded stays in the fields."""
        context, last = self._context, self._context.project.today().year
        year = read_year(self.year.text(), last)
        if year is None:
            context.messages.show_error(no_year(self.year.text(), last, context.texts))
            self.year.setFocus()
            return False
        kind, text, sector = BreakKind(self.kind.value), self.text.text(), self.sector.value
        if not text.strip():
            context.messages.show_error(context.texts.error(UserError("break.no_sentence", year=str(year))))
            self.text.setFocus()
            return False
        if not self._run(lambda: breaks.mark_break(context.project, year, kind, text, sector)):
            return False
        self.year.clear()
        self.text.clear()
        self.year.setFocus()
        return True


def break_list(context: Context, run: Run) -> RecordList:
    """The breaks with the fields for another one."""
    tr, fields = context.texts.tr, NewBreakFields(context, run)
    labelled = (
        (tr("From year"), fields.year),
        (tr("What is different"), fields.kind),
        (tr("Sector"), fields.sector),
        (tr("What changed"), fields.text),
    )
    model = BreakModel(context.project, context.texts, run)
    parts = RecordList(context, model, _WIDTHS, labelled, (tr("Mark break"), fields.add))
    parts.table.setAccessibleName(tr("Breaks in the series"))
    return parts
