"""The fields of a new local factor and of a new published total."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QSizePolicy

from kbdesk.models.changes import Change
from kbdesk.services import base_data
from kbdesk.ui.context import Context
from kbdesk.ui.forms.record_list import RecordList
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.record_models import LocalFactorModel
from kbdesk.ui.item_models.record_models import PublishedTotalModel
from kbdesk.ui.item_models.years import no_year
from kbdesk.ui.item_models.years import read_year
from kbdesk.ui.widgets.calm_combo import CalmCombo

_FACTOR_WIDTHS = (8, 34, 14, 0)
_TOTAL_WIDTHS = (8, 18, 0)


class NewRecordFields:
    """Year, value and source of a record to be added, and for a factor its energy carrier."""

    def __init__(self, context: Context, run: Run) -> None:
        self._context, self._run = context, run
        self.year, self.value, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.carrier = CalmCombo()
        carriers = context.project.reference.codebook.carriers
        self.carrier.offer([(id_, context.texts.carrier(id_)) for id_ in carriers], "district_heat")
        self.carrier.setMinimumContentsLength(20)
        width = self.year.fontMetrics().averageCharWidth()
        for line, characters in ((self.year, 8), (self.value, 12)):
            line.setFixedWidth(width * (characters + 2))
        self.carrier.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        tr = context.texts.tr
        self.year.setAccessibleDescription(tr("One year, for example 2019"))
        self.carrier.setAccessibleDescription(tr("The factor is for this energy carrier"))
        self.source.setAccessibleDescription(tr("Who says so: publication or letter, with its day"))

    def add_factor(self) -> bool:
        """Record the local factor; what could not be recorded stays in the fields."""
        project, mark = self._context.project, self._context.texts.numbers.decimal_mark
        carrier, value, source = self.carrier.value, self.value.text(), self.source.text().strip()
        return self._add(lambda year: base_data.record_local_factor(project, year, carrier, value, mark, source))

    def add_total(self) -> bool:
        """Record the published total; what could not be recorded stays in the fields."""
        project, mark = self._context.project, self._context.texts.numbers.decimal_mark
        value, source = self.value.text(), self.source.text().strip()
        return self._add(lambda year: base_data.record_published_total(project, year, value, mark, source))

    def _add(self, command: Callable[[int], Change | None]) -> bool:
        last = self._context.project.today().year
        year = read_year(self.year.text(), last)
        if year is None:
            self._context.messages.show_error(no_year(self.year.text(), last, self._context.texts))
            self.year.setFocus()
            return False
        if not self.value.text().strip():
            self._context.messages.show_error(self._context.texts.tr("The value is missing: type a number."))
            self.value.setFocus()
            return False
        if not self._run(lambda: command(year)):
            self.value.setFocus()
            return False
        self.year.clear()
        self.value.clear()
        self.year.setFocus()
        return True


def local_factor_list(context: Context, run: Run) -> RecordList:
    """The local factors with the fields for another one."""
    tr, fields = context.texts.tr, NewRecordFields(context, run)
    fields.value.setAccessibleDescription(tr("Tonnes of CO₂ equivalents per megawatt-hour"))
    labelled = (
        (tr("Yea&r"), fields.year),
        (tr("Energy &carrier"), fields.carrier),
        (tr("t/&MWh"), fields.value),
        (tr("Source"), fields.source),
    )
    model = LocalFactorModel(context.project, context.texts, run)
    parts = RecordList(context, model, _FACTOR_WIDTHS, labelled, (tr("Add factor"), fields.add_factor))
    parts.table.setAccessibleName(tr("Local emission factors"))
    return parts


def published_total_list(context: Context, run: Run) -> RecordList:
    """The published totals with the fields for another one."""
    tr, fields = context.texts.tr, NewRecordFields(context, run)
    fields.value.setAccessibleDescription(tr("Tonnes of CO₂ equivalents"))
    labelled = ((tr("Year"), fields.year), (tr("Emissions [t]"), fields.value), (tr("Source"), fields.source))
    model = PublishedTotalModel(context.project, context.texts, run)
    parts = RecordList(context, model, _TOTAL_WIDTHS, labelled, (tr("Add total"), fields.add_total))
    parts.table.setAccessibleName(tr("Published totals of earlier inventories"))
    return parts
