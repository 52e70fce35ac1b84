"""By which rules the municipality is accounted: factor set, base year, what it declares of heat pumps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.counting import is_bisko
from kbdesk.services import base_data
from kbdesk.services import breaks
from kbdesk.services import declaring
from kbdesk.services.factor_sets import preview
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.factor_set_dialog import FactorSetDialog
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.years import no_year
from kbdesk.ui.item_models.years import read_year
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.saving_line import SavingLine


class RulesForm(QWidget):
    """A change recalculates all years; what another factor set means is shown before it is taken."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run, tr = context, run, context.texts.tr
        self.factor_set = CalmCombo()
        self.factor_set.setMinimumContentsLength(44)
        self.base_year = SavingLine(context.theme, self._save_base_year)
        self.base_year.setFixedWidth(self.fontMetrics().averageCharWidth() * 12)
        self.heat_pumps = CalmCombo()
        self.heat_pumps.setMinimumContentsLength(28)
        self._heat_pumps_hint = words(context.theme, _heat_pumps_said(context.texts))
        self.form = layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(GRID)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add(tr("Factor &set"), self.factor_set)
        self._add(tr("&Base year"), self.base_year)
        self.factor_set.setAccessibleDescription(tr("All years are computed with it"))
        self.base_year.setAccessibleDescription(tr("Reductions are counted from this year"))
        self.heat_pumps.setAccessibleDescription(self._heat_pumps_hint.text())
        self.sets_button = QPushButton(context.theme.icon("library"), tr("Factor sets…"))
        self.sets_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.sets_button.clicked.connect(self.show_sets)
        layout.addRow("", self.sets_button)
        self._add(tr("Heat &pumps in metered electricity"), self.heat_pumps)
        layout.addRow(self._heat_pumps_hint)
        self.factor_set.activated.connect(self._save_factor_set)
        self.heat_pumps.activated.connect(self._save_heat_pumps)
        self.refresh()

    def _add(self, text: str, field: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self.form.addRow(label, field)

    def refresh(self) -> None:
        """Show the rules as they are now."""
        library, rules = self._context.project.reference.factors, self._context.project.municipality
        self.factor_set.offer([(id_, library.title(id_)) for id_ in library.ids], rules.factor_set)
        self.base_year.show_text(str(rules.base_year))
        self.heat_pumps.offer(_heat_pumps_answers(self._context.texts), declaring.heat_pumps(self._context.project))
        for field in (self.heat_pumps, self._heat_pumps_hint):
            self.form.setRowVisible(field, is_bisko(rules.factor_set))

    def show_sets(self) -> None:
        """Show all factor sets, to look at them and to add one from a file."""
        from kbdesk.ui.dialogs.factor_sets_dialog import FactorSetsDialog  # noqa: PLC0415 - seldom needed
        from kbdesk.ui.dialogs.file_dialogs import FileDialogs  # noqa: PLC0415 - as above

        dialog = FactorSetsDialog(self.window(), self._context, FileDialogs())
        dialog.finished.connect(self.refresh)
        dialog.open()

    def save_pending(self) -> None:
        """Save what is being typed."""
        self.base_year.save_pending()

    def _save_factor_set(self) -> None:
        """Show what the chosen set would change; without values there is nothing to show."""
        project, chosen = self._context.project, self.factor_set.value
        if chosen == project.municipality.factor_set:
            return
        if not project.results:
            self._use(chosen, None)
            return
        dialog = FactorSetDialog(self, self._context, preview(project, chosen, self._context.year))
        dialog.accepted.connect(lambda: self._use(chosen, dialog.break_year))
        dialog.rejected.connect(self.refresh)
        dialog.open()

    def _save_heat_pumps(self) -> None:
        project, said, before = self._context.project, self.heat_pumps.value, self._latest()
        if said == declaring.heat_pumps(project):
            return
        if self._run(lambda: declaring.declare_heat_pumps(project, said)):
            self._tell_difference(before, self._latest())
        else:
            self.refresh()

    def _use(self, chosen: str, break_year: int | None) -> None:
        context, before = self._context, self._latest()
        if self._run(lambda: breaks.change_factor_set(context.project, chosen, break_year, context.texts)):
            self._tell_effect(before, self._latest())
        else:
            self.refresh()

    def _save_base_year(self, text: str) -> bool:
        last = self._context.project.today().year
        year = read_year(text, last)
        if year is None:
            self._context.messages.show_error(no_year(text, last, self._context.texts))
            return False
        return self._run(lambda: base_data.change_rules(self._context.project, base_year=year))

    def _latest(self) -> str:
        """The emissions of the latest year."""
        results = self._context.project.results
        if not results:
            return ""
        return self._context.texts.numbers.integer(results[max(results)].emissions_t.value)

    def _tell_difference(self, before: str, after: str) -> None:
        results, texts = self._context.project.results, self._context.texts
        if results:
            said = texts.tr(
                "Emissions {year}: {before} t before, {after} t now.",
                year=str(max(results)),
                before=before,
                after=after,
            )
            self._context.messages.show_info(said)

    def _tell_effect(self, before: str, after: str) -> None:
        results, texts = self._context.project.results, self._context.texts
        if results:
            self._context.messages.show_info(
                texts.tr(
                    "All years are now computed with this factor set. "
                    "Emissions {year}: {before} t before, {after} t now.",
                    year=str(max(results)),
                    before=before,
                    after=after,
                )
            )


def _heat_pumps_answers(texts: Texts) -> list[tuple[str, str]]:
    return [
        (declaring.UNDECLARED, texts.tr("not declared yet")),
        (YES, texts.tr("contained, to be taken off")),
        (NO, texts.tr("not contained")),
    ]


def _heat_pumps_said(texts: Texts) -> str:
    return texts.tr(
        "BISKO counts the electricity of heat pumps with their ambient heat. Where the metered electricity contains "
        "it, ambient heat ÷ 3.2 is taken off in the same sector and year."
    )
