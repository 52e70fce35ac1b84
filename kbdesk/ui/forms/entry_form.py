"""One value as a labelled form: everything a grid can do, for those who prefer or need a form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.findings import Finding
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.services import data_entry
from kbdesk.services import sources
from kbdesk.texts.entry_texts import value_name
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.bills_dialog import BillsDialog
from kbdesk.ui.forms.quantity_field import QuantityField
from kbdesk.ui.forms.source_picker import SourcePicker
from kbdesk.ui.forms.value_row import ValueRow
from kbdesk.ui.forms.value_row_reason import ReasonFields
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.quiet_text import QuietText
from kbdesk.ui.widgets.saving_line import SavingLine

GRADES = {
    Grade.A: mark("A – measured or billed here"),
    Grade.B: mark("B – extrapolated from own data"),
    Grade.C: mark("C – from regional figures"),
    Grade.D: mark("D – from national figures"),
}
_COMBO_CHARACTERS = 30
"""Longer choices are read in the list that opens."""


class EntryForm(QWidget):
    """The row of the value, where it is wanted, and what stands behind it: grade, source, note."""

    def __init__(self, context: Context, run: Run, *, with_value: bool = True) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._key: EntryKey | None = None
        self.row = ValueRow(context, run, in_form=False) if with_value else None
        self.grade = CalmCombo()
        self.proposed = QuietText(context.theme)
        self.source = SourcePicker(context, compact=True)
        self.note = SavingLine(context.theme, self._save_note)
        self.bills = QPushButton(context.theme.icon("split"), context.texts.tr("Bill crosses the year…"))
        self.traffic = QPushButton(context.theme.icon("car"), context.texts.tr("Kilometres by kind of road…"))
        self._arrange()
        self.grade.activated.connect(self._save_grade)
        self.source.source_chosen.connect(self._save_source)
        self.source.place_changed.connect(self._save_place)
        self.bills.clicked.connect(self._split_bill)
        self.traffic.clicked.connect(self._count_traffic)
        self.show_entry(None)

    @property
    def quantity(self) -> QuantityField:
        """The field of the quantity; forms without a value have none."""
        return self._value.quantity

    @property
    def unit(self) -> CalmCombo:
        """The unit."""
        return self._value.unit

    @property
    def reason(self) -> ReasonFields:
        """Why there is no value."""
        return self._value.reason

    @property
    def parameters(self) -> dict[str, SavingLine]:
        """The fields the units needed so far."""
        return self._value.unit_fields.parameters

    def show_entry(self, key: EntryKey | None, findings: Sequence[Finding] = ()) -> None:
        """Show a value; what was being typed for the one before is saved first."""
        self.save_pending()
        self._key = key
        self.setEnabled(key is not None)
        if self.row is not None:
            self.row.show_key(key, findings)
        self._fill(anew=True)

    def refresh(self, findings: Sequence[Finding]) -> None:
        """Show the value as it is now; fields being typed in stay."""
        if self.row is not None:
            self.row.refresh(findings)
        self._fill(anew=False)

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        if self.row is not None:
            self.row.save_pending()
        self.source.save_pending()
        self.note.save_pending()

    @property
    def _value(self) -> ValueRow:
        if self.row is None:
            raise ValueError("this form has no value of its own")
        return self.row

    def _arrange(self) -> None:
        tr, layout = self._context.texts.tr, QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        if self.row is not None:
            self.row.arrangement.make_narrow(narrow=True)
            self.row.parts.label.setText(tr("&Quantity"))
            layout.addWidget(self.row, 0, 0, 1, 3)
        for at, (words, field) in enumerate(
            ((tr("&Data quality"), self.grade), (tr("&Source"), self.source), (tr("&Note"), self.note)), start=1
        ):
            label = QLabel(words)
            label.setBuddy(field)
            layout.addWidget(label, at, 0)
            layout.addWidget(field, at, 1, 1, 1 if field is self.grade else 2)
        layout.addWidget(self.proposed, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        self.bills.setAutoDefault(False)
        self.bills.setToolTip(tr("Split bills whose period is not the calendar year"))
        self.traffic.setAutoDefault(False)
        self.traffic.setToolTip(tr("Compute the year's road traffic from vehicle kilometres and consumption"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.bills)
        buttons.addWidget(self.traffic)
        buttons.addStretch(1)
        layout.addLayout(buttons, 4, 1, 1, 2)
        layout.setColumnStretch(2, 1)
        self.grade.setMinimumContentsLength(_COMBO_CHARACTERS)
        self.grade.setAccessibleDescription(
            tr("How near to the municipality the value was measured: A is best, D is from national figures")
        )
        self.note.setAccessibleDescription(tr("For whoever reads it later"))

    def _fill(self, *, anew: bool) -> None:
        if self._key is None:
            self._show(Entry(EntryKey(0, "", "")), anew=True)
            self.grade.clear()
            return
        self._name(value_name(self._key, self._context.texts))
        on_road = self._key.sector in self._context.project.reference.road_traffic.sectors
        self.bills.setVisible(self._key.carrier != DIRECT and not on_road)
        self.traffic.setVisible(on_road)
        self._show(data_entry.blank_entry(self._context.project, self._key), anew=anew)

    def _show(self, entry: Entry, *, anew: bool) -> None:
        tr = self._context.texts.tr
        choices = [("", tr("not graded")), *((grade, tr(words)) for grade, words in GRADES.items())]
        self.grade.offer(choices, entry.grade or "")
        proposed = sources.proposed_grade(self._context.project, entry.source_id) if entry.source_id else None
        if proposed is None:
            self.proposed.show_text("")
        elif proposed is entry.grade:
            self.proposed.show_text(tr("as the source proposes"))
        else:
            self.proposed.show_text(tr("{grade} proposed by the source", grade=proposed))
        self.source.show_entry(entry, anew=anew)
        (self.note.start_with if anew else self.note.show_text)(entry.note)

    def _name(self, value: str) -> None:
        tr = self._context.texts.tr
        named = (
            (self.grade, tr("Data quality")),
            (self.source.combo, tr("Source")),
            (self.source.place, tr("Place in the source")),
            (self.note, tr("Note")),
        )
        for widget, words in named:
            widget.setAccessibleName(f"{words}: {value}")

    def _split_bill(self) -> None:
        if self._key is not None:
            self.save_pending()
            BillsDialog(self._context, self._key, self.window()).open()

    def _count_traffic(self) -> None:
        if self._key is not None:
            self.save_pending()
            from kbdesk.ui.dialogs.traffic_dialog import TrafficDialog  # noqa: PLC0415 - seldom needed

            TrafficDialog(self._context, self._key.year, self.window()).open()

    def _save_grade(self) -> None:
        key, grade = self._key, Grade(self.grade.value) if self.grade.value else None
        if key is not None:
            self._run(lambda: data_entry.record_grade(self._context.project, key, grade))

    def _save_source(self, source_id: str) -> None:
        key = self._key
        if key is not None:
            self._run(lambda: sources.name_source(self._context.project, [key], source_id))

    def _save_place(self, text: str) -> None:
        key = self._key
        if key is not None:
            self._run(lambda: data_entry.record_source(self._context.project, key, text))

    def _save_note(self, text: str) -> bool:
        key = self._key
        return key is None or self._run(lambda: data_entry.record_note(self._context.project, key, text))
