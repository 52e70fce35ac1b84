"""The profile of the member: kind, resolution of membership, and the pledge its council adopted."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.membership import Generation
from kbdesk.models.targets import is_held
from kbdesk.services import membership
from kbdesk.texts.activity_names import MEMBER_TYPES
from kbdesk.texts.days import read_typed_day
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.forms.activity_evidence import evidence_picker
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.day_echo import DayEcho
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.saving_line import SavingLine
from kbdesk.ui.widgets.side_by_side import side_by_side

_CHARACTERS = 36


class ProfileForm(QWidget):
    """Every field is saved when it is left."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run, tr = context, run, context.texts.tr
        self.type, self.generation = CalmCombo(), CalmCombo()
        self.resolution = SavingLine(context.theme, partial(self._save, "resolution"))
        self.date = SavingLine(context.theme, self._save_date)
        self.echo = DayEcho(self.date, context.theme, context.texts)
        self.evidence = evidence_picker(context, tr("Evidence of the membership"), partial(self._save, "source"))
        self.wording, self.meaning, self.belonging = RunningText(), RunningText(), RunningText()
        self.choose = QPushButton(context.theme.icon("flag"), tr("Choose commitments…"))
        self.choose.clicked.connect(self.choose_commitments)
        self._explanation = QWidget()
        for field, combo in (("type", self.type), ("generation", self.generation)):
            combo.activated.connect(partial(self._save_chosen, field, combo))
            combo.setMinimumContentsLength(_CHARACTERS)
        self._arrange()

    def refresh(self) -> None:
        """Show the profile as it is now; what is being typed stays."""
        context, tr = self._context, self._context.texts.tr
        found, known = membership.profile(context.project), context.project.reference.membership
        not_said = ("", tr("not said"))
        self.type.offer(
            [not_said, *((type_.value, tr(name)) for type_, name in MEMBER_TYPES.items())], found.type or ""
        )
        named = ((each.id, self._name(each)) for each in known.generations)
        self.generation.offer([not_said, *named], found.generation)
        self.resolution.show_text(found.resolution)
        self.date.show_text(membership.day_text(found.date, context.texts))
        self.evidence.show_source(found.source_id, "", anew=False)
        self._explain(known.generation(found.generation))

    def save_pending(self) -> None:
        """Save what is being typed."""
        for line in (self.resolution, self.date):
            line.save_pending()

    def choose_commitments(self) -> None:
        """Choose which commitments are held."""
        CommitmentsDialog(self.window(), self._context).open()

    def _explain(self, generation: Generation | None) -> None:
        """What the pledge says and means, and which commitments belong to it."""
        self._explanation.setVisible(generation is not None)
        if generation is None:
            return
        texts, project = self._context.texts, self._context.project
        self.wording.setText(texts.trc("membership", generation.wording))
        source = texts.trc("membership", generation.source)
        self.meaning.setText(
            f"{texts.trc('membership', generation.meaning)} {texts.tr('Source: {source}', source=source)}"
        )
        answers = project.inventory.answers
        listed = [c for c in project.reference.commitments if c.id in generation.commitments]
        lines = [
            texts.tr("{name}: held", name=texts.tr(c.name))
            if is_held(c, answers)
            else texts.tr("{name}: not held", name=texts.tr(c.name))
            for c in listed
        ]
        said = texts.tr("Commitments that belong to it") + "\n" + "\n".join(f"• {line}" for line in lines)
        self.belonging.setText(said if lines else texts.tr("No commitment of the list belongs to it."))

    def _name(self, generation: Generation) -> str:
        texts = self._context.texts
        return f"{texts.trc('membership', generation.name)} ({texts.trc('membership', generation.years)})"

    def _arrange(self) -> None:
        tr, form = self._context.texts.tr, QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows: tuple[tuple[str, QWidget, QWidget, str], ...] = (
            (tr("&Kind of member"), self.type, self.type, tr("What kind of member this is")),
            (
                tr("&Resolution of membership"),
                self.resolution,
                self.resolution,
                tr("The council's decision to join, for example its number"),
            ),
            (tr("&Date of the resolution"), self.date, side_by_side(self.date, self.echo), ""),
            (tr("Ev&idence"), self.evidence, self.evidence, ""),
            (
                tr("&Pledge adopted"),
                self.generation,
                self.generation,
                tr("What the council has promised; its wording has changed twice"),
            ),
        )
        for text, field, shown, description in rows:
            label = QLabel(text)
            label.setBuddy(field)
            if field is not self.evidence:
                field.setAccessibleName(text.replace("&", ""))
            if description:
                field.setAccessibleDescription(description)
            form.addRow(label, shown)
        self.resolution.setPlaceholderText(tr("For example: council resolution no. 12"))
        self._arrange_explanation()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(form)
        column.addWidget(self._explanation)

    def _arrange_explanation(self) -> None:
        column = QVBoxLayout(self._explanation)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(GRID)
        for text in (self.wording, self.meaning, self.belonging):
            column.addWidget(text)
        paint_muted(self.meaning, self._context.theme)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self, field: str, text: str) -> bool:
        return self._run(lambda: membership.record_profile(self._context.project, field, text))

    def _save_chosen(self, field: str, combo: CalmCombo, _index: int) -> None:
        self._save(field, combo.value)

    def _save_date(self, text: str) -> bool:
        read = read_typed_day(text, self._context.texts)
        return self._save("date", read.day.isoformat() if read.day else text)
