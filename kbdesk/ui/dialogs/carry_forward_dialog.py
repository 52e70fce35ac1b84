"""Beginning one or several new years with what an earlier year leaves them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.services import deadlines
from kbdesk.services import years
from kbdesk.services.years import CarryPlan
from kbdesk.services.years import Part
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.item_models.carry_rows import carry_header
from kbdesk.ui.item_models.carry_rows import carry_rows
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 160
_PARTS = {
    Part.STRUCTURE: mark("&Structure: a value is expected wherever the earlier year has one"),
    Part.SOURCES: mark("S&ources: it is expected from the same supplier"),
    Part.KEYS: mark("&Answers such as “does not exist here” or “contained elsewhere”, with their notes"),
}


class CarryForwardDialog(FormDialog):
    """The years typed, where from, what comes along, and a table of it before anything is written."""

    years_begun = Signal(tuple)
    """The years, ascending; also where nothing was there to carry."""

    def __init__(self, parent: QWidget, context: Context, proposed: str = "") -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("New year"))
        self._context, self._texts = context, texts
        self._chosen_source = ""
        self.plan: CarryPlan | None = None
        self.field = QLineEdit(proposed or proposed_years(context))
        self.field.setPlaceholderText("2023-2025")
        self.field.setAccessibleDescription(texts.tr("One year or several, for example 2025 or 2023-2025."))
        self.source = CalmCombo()
        self.source.setAccessibleDescription(
            texts.tr("The year that the new ones follow; the nearest earlier one is proposed.")
        )
        self.boxes = {part: QCheckBox(texts.tr(label)) for part, label in _PARTS.items()}
        self.message = words(context.theme, "", muted=False)
        self.preview = ScrollingTable(texts.tr("What the new years begin with"), texts.tr("Copy"))
        self._arrange()
        self.preview.horizontalHeader().setStretchLastSection(True)
        self.field.textEdited.connect(self._look_again)
        self.source.activated.connect(self._choose_source)
        for box in self.boxes.values():
            box.toggled.connect(self._look_again)
        self._look_again()
        self.field.selectAll()

    @override
    def accept(self) -> None:
        plan = self.plan
        if plan is None:
            self.field.setFocus()
            return
        run = partial(years.carry_forward, self._context.project, plan)
        if not plan.entries or self._context.run(run, None):
            super().accept()
            self.years_begun.emit(plan.to_years)

    def _arrange(self) -> None:
        tr, metrics = self._texts.tr, self.fontMetrics()
        intro = tr(
            "New years begin with what is known of an earlier one, never with its numbers. What already stands in a "
            "year stays."
        )
        self.column.addWidget(words(self._context.theme, intro))
        self.add_fields((tr("&Years"), self.field), (tr("Carry &forward from"), self.source))
        self.source.setAccessibleName(tr("Carry forward from"))
        checks = QVBoxLayout()
        checks.setSpacing(SMALL)
        for box in self.boxes.values():
            box.setChecked(True)
            checks.addWidget(box)
        self.column.addLayout(checks)
        self.column.addWidget(self.message)
        self.column.addWidget(self.preview, 1)
        self.add_buttons(self._texts, tr("Begin"))
        self.begin: QPushButton = next(b for b in self.findChildren(QPushButton) if b.isDefault())
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(38 * metrics.height(), room.height() - 4 * metrics.height()))

    def _choose_source(self) -> None:
        self._chosen_source = self.source.value
        self._look_again()

    def _look_again(self) -> None:
        """Read the years, offer the years to carry from, and show what would come."""
        project, texts = self._context.project, self._texts
        try:
            wanted = years.years_typed(project, self.field.text())
        except UserError as error:
            self._show_problem(texts.error(error))
            return
        self._offer_sources(wanted)
        parts = [part for part, box in self.boxes.items() if box.isChecked() and box.isEnabled()]
        source = self.source.value
        self.plan = years.plan(project, int(source) if source.isdecimal() else 0, wanted, parts)
        self.begin.setEnabled(True)
        self.begin.setText(texts.trn("Begin {count} year", "Begin {count} years", len(self.plan.to_years)))
        self._show_plan(self.plan)

    def _offer_sources(self, wanted: tuple[int, ...]) -> None:
        """The nearest earlier year with values is proposed, until another one is chosen."""
        known = [year for year in self._context.project.results if year not in wanted]
        nearest = years.source_year(self._context.project, wanted[0])
        usual = nearest if nearest is not None else min(known, default=None)
        chosen = self._chosen_source if self._chosen_source in map(str, known) else str(usual or "")
        none = [("", self._texts.tr("no other year"))] if not known else []
        self.source.offer([*none, *((str(year), str(year)) for year in reversed(known))], chosen)
        self.source.setEnabled(bool(known))
        for box in self.boxes.values():
            box.setEnabled(bool(known))
        self.boxes[Part.SOURCES].setEnabled(bool(known) and self.boxes[Part.STRUCTURE].isChecked())

    def _show_plan(self, plan: CarryPlan) -> None:
        texts = self._texts
        rows = carry_rows(plan, self._context.project.inventory.sources, texts)
        self.preview.rows.show_rows(carry_header(texts), rows)
        paint(self.message, self._context.theme.text)
        if not plan.entries:
            self.message.setText(texts.tr("There is nothing to carry forward: the years begin empty."))
            return
        expected = texts.trn("{count} value will be expected", "{count} values will be expected", len(plan.expected))
        keys = texts.trn(
            "{count} answer will ask “still true?”", "{count} answers will ask “still true?”", len(plan.keys)
        )
        self.message.setText(f"{expected} · {keys}")

    def _show_problem(self, problem: str) -> None:
        self.plan = None
        self.begin.setEnabled(False)
        self.preview.rows.show_rows(carry_header(self._texts), ())
        paint(self.message, self._context.theme.error)
        self.message.setText(problem)
        self.field.setToolTip(problem)


def proposed_years(context: Context) -> str:
    """The years from the newest one with values to the last one that has ended; at least the year after the newest."""
    project = context.project
    last = project.today().year - 1
    newest = max(project.results, default=None)
    if newest is None:
        return str(last)
    first = newest + 1
    if first >= last or last - newest > 2 * deadlines.rhythm(project):
        return str(min(max(first, last), project.today().year))
    return f"{first}-{last}"
