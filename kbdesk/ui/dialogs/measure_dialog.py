"""A measure: what is done, by whom, when, and what is expected of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.inventory import DIRECT
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.services import measures
from kbdesk.services.measures import TypedMeasure
from kbdesk.services.sources import recent_sources
from kbdesk.texts.measure_names import STATUS_NAMES
from kbdesk.texts.source_texts import source_line
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.dialogs.form_dialog import show_whole_example
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDTH_CHARACTERS = 96
_NUMBER = 14
_CHOICE = 26


class MeasureDialog(FormDialog):
    """Nothing is recorded before "Save measure"; then it is one step."""

    def __init__(self, context: Context, parent: QWidget, before: Measure | None = None) -> None:
        tr = context.texts.tr
        super().__init__(parent, tr("New measure") if before is None else tr("Change measure"))
        self._context, self._before = context, before
        self.title, self.responsible, self.funding, self.note = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.status, self.sector, self.carrier, self.source = CalmCombo(), CalmCombo(), CalmCombo(), CalmCombo()
        self.start_year, self.end_year = self._number(), self._number()
        self.saving_mwh, self.saving_t = self._number(), self._number()
        self.cost, self.currency = self._number(), self._number()
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        self.message.hide()
        self._offer()
        self._show(TypedMeasure("") if before is None else measures.typed(before, context.texts))
        self._arrange()
        self._start = self._warned = self.typed

    @property
    def typed(self) -> TypedMeasure:
        """What stands in the fields."""
        return TypedMeasure(
            title=self.title.text(),
            status=MeasureStatus(self.status.value),
            sector=self.sector.value,
            carrier=self.carrier.value,
            start_year=self.start_year.text(),
            end_year=self.end_year.text(),
            responsible=self.responsible.text(),
            saving_mwh=self.saving_mwh.text(),
            saving_t=self.saving_t.text(),
            cost=self.cost.text(),
            currency=self.currency.text(),
            funding=self.funding.text(),
            note=self.note.text(),
            source_id=self.source.value,
        )

    @override
    def accept(self) -> None:
        context = self._context
        try:
            change = self._recorded()()
        except UserError as error:
            self.message.setText(context.texts.error(error))
            self.message.show()
            self._field_of(error).setFocus()
            return
        context.run(lambda: change, None)
        super().accept()

    @override
    def reject(self) -> None:
        """Leave; what was typed and not saved is asked for once, and again after every change."""
        if self.typed in (self._start, self._warned):
            super().reject()
            return
        self._warned = self.typed
        said = self._context.texts.tr("The measure is not saved yet. Press Esc again to leave without it.")
        self.message.setText(said)
        self.message.show()

    def _recorded(self) -> Callable[[], Change | None]:
        project, texts, before = self._context.project, self._context.texts, self._before
        if before is None:
            return lambda: measures.add(project, self.typed, texts)
        return lambda: measures.change(project, before.id, self.typed, texts)

    def _field_of(self, error: UserError) -> QLineEdit:
        """The field an error is about: the one with the text it names."""
        if error.code == "measure.no_title":
            return self.title
        found = error.parameters.get("found", error.parameters.get("end", ""))
        fields = (self.start_year, self.end_year, self.saving_mwh, self.saving_t, self.cost, self.currency)
        return next((field for field in fields if field.text().strip() == found), self.title)

    def _number(self) -> QLineEdit:
        line = QLineEdit()
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setMaximumWidth(line.fontMetrics().averageCharWidth() * _NUMBER + 2 * GRID)
        return line

    def _offer(self) -> None:
        texts, project = self._context.texts, self._context.project
        tr, codebook = texts.tr, project.reference.codebook
        self.status.offer([(s.value, tr(name)) for s, name in STATUS_NAMES.items()], MeasureStatus.IDEA.value)
        self.sector.offer([("", tr("several or all")), *((s, texts.sector(s)) for s in codebook.sectors)], "")
        carriers = ((c, texts.carrier(c)) for c in codebook.carriers if c != DIRECT)
        self.carrier.offer([("", tr("several or none")), *carriers], "")
        sources = ((source.id, source_line(source, texts)) for source in recent_sources(project))
        self.source.offer([("", tr("no source record")), *sources], "")
        for combo in (self.sector, self.carrier, self.source):
            combo.setMinimumContentsLength(_CHOICE)

    def _show(self, typed: TypedMeasure) -> None:
        lines = {
            self.title: typed.title,
            self.start_year: typed.start_year,
            self.end_year: typed.end_year,
            self.responsible: typed.responsible,
            self.saving_mwh: typed.saving_mwh,
            self.saving_t: typed.saving_t,
            self.cost: typed.cost,
            self.currency: typed.currency,
            self.funding: typed.funding,
            self.note: typed.note,
        }
        for line, text in lines.items():
            line.setText(text)
        combos = {self.status: typed.status.value, self.sector: typed.sector, self.carrier: typed.carrier}
        for combo, value in {**combos, self.source: typed.source_id}.items():
            combo.setCurrentIndex(max(0, combo.findData(value)))

    def _arrange(self) -> None:
        texts, page = self._context.texts, ScrollPage()
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field, description in self._fields():
            named = QLabel(label)
            named.setBuddy(field)
            field.setAccessibleName(label.replace("&", ""))
            field.setAccessibleDescription(description)
            form.addRow(named, field if field is not self.cost else self._with_currency())
        self.title.setPlaceholderText(texts.tr("For example: Street lighting to LED"))
        show_whole_example(self.title)
        page.column.addLayout(form)
        hint = texts.tr(
            "Savings are expectations for one year in full effect. Left empty, the tonnes are computed from the energy "
            "with the latest emission factor of the carrier."
        )
        page.column.addWidget(words(self._context.theme, hint))
        page.column.addStretch(1)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.message)
        self.add_buttons(texts, texts.tr("Save measure"))
        room, line = self.screen().availableSize(), self.fontMetrics().height()
        wide = _WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth()
        self.resize(
            min(wide, room.width() - 2 * GRID),
            min(page.column.sizeHint().height() + 10 * line, room.height() - 4 * line),
        )

    def _fields(self) -> tuple[tuple[str, QWidget, str], ...]:
        tr = self._context.texts.tr
        return (
            (tr("&Title"), self.title, tr("What is done")),
            (tr("&Status"), self.status, tr("Ideas and dropped measures are not counted")),
            (tr("Se&ctor"), self.sector, tr("Where it saves")),
            (tr("&Energy carrier"), self.carrier, tr("What it saves")),
            (tr("&Begins in"), self.start_year, tr("The year in which it begins to save")),
            (tr("&Full effect from"), self.end_year, tr("The first year in which it saves all it is expected to")),
            (tr("Saving [&MWh a year]"), self.saving_mwh, tr("Final energy saved in one year, expected")),
            (tr("Saving [&t a year]"), self.saving_t, tr("Emissions saved in one year, expected")),
            (tr("C&ost"), self.cost, tr("What it costs once and for all")),
            (tr("F&unding"), self.funding, tr("Programmes that pay a part")),
            (tr("&Responsible"), self.responsible, tr("The office that carries it out")),
            (tr("Sou&rce"), self.source, tr("The resolution, study or offer this is from")),
            (tr("&Note"), self.note, tr("Anything else worth knowing")),
        )

    def _with_currency(self) -> QWidget:
        tr, both = self._context.texts.tr, QWidget()
        self.currency.setMaximumWidth(self.currency.fontMetrics().averageCharWidth() * 6 + 2 * GRID)
        self.currency.setAccessibleName(tr("Currency"))
        self.currency.setAccessibleDescription(tr("Three letters, for example EUR"))
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.cost)
        row.addWidget(self.currency)
        row.addStretch(1)
        return both
