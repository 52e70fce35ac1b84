"""Electricity made, bought and sold locally in a year, and the local factor beside the national one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services import electricity_mix
from kbdesk.services.electricity_mix import AMOUNTS
from kbdesk.services.electricity_mix import MixState
from kbdesk.texts.mix_texts import mix_sentences
from kbdesk.ui.context import Context
from kbdesk.ui.forms.mix_words import mix_words
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.saving_line import SavingLine
from kbdesk.ui.widgets.step_box import StateLabel

_NUMBER = 14
_SOURCE = 50


class LocalElectricityForm(QWidget):
    """Each amount is saved when its field is left; the factor follows at once."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run, tr = context, run, context.texts.tr
        self.year = context.year
        self.fields = {name: SavingLine(context.theme, partial(self._save, name)) for name in AMOUNTS}
        self.source = SavingLine(context.theme, self._save_source)
        self.take = QPushButton(context.theme.icon("factory"), "")
        self.use = QPushButton(context.theme.icon("check"), "")
        self.how = QPushButton(tr("How?"))
        self.how.setCheckable(True)
        self.year_label = QLabel()
        self.state = StateLabel(context.theme)
        self.steps = words(context.theme, "")
        self._arrange()
        self._describe()
        self.take.clicked.connect(self._take)
        self.use.clicked.connect(self._use)
        self.how.toggled.connect(self.steps.setVisible)
        self._show(anew=True)

    @property
    def first_field(self) -> QLineEdit:
        """Where the keyboard goes first."""
        return self.fields["renewable_mwh"]

    def show_year(self, year: int) -> None:
        """Show the electricity of this year; what is being typed for the one before is saved first."""
        self.save_pending()
        self.year = year
        self._show(anew=True)

    def refresh(self) -> None:
        """Show the electricity as it is now."""
        self._show(anew=False)

    def save_pending(self) -> None:
        """Save what is being typed."""
        for line in (*self.fields.values(), self.source):
            line.save_pending()

    def _show(self, *, anew: bool) -> None:
        context, project = self._context, self._context.project
        found = electricity_mix.state(project, self.year)
        mark = context.texts.numbers.decimal_mark
        self.year_label.setText(context.texts.tr("Year {year}", year=str(self.year)))
        for name, line in self.fields.items():
            value = getattr(found.record, name)
            text = "" if value is None else format(value, "f").replace(".", mark)
            (line.start_with if anew else line.show_text)(text)
        (self.source.start_with if anew else self.source.show_text)(found.record.source)
        self._show_plants(found)
        self._show_result(found)

    def _show_plants(self, found: MixState) -> None:
        texts, made = self._context.texts, electricity_mix.plant_electricity(self._context.project, self.year)
        same = made is not None and (made.mwh, made.t) == (found.record.plants_mwh, found.record.plants_t)
        self.take.setVisible(made is not None and not same)
        if made is not None:
            mwh, t = texts.numbers.plain(made.mwh), texts.numbers.plain(made.t)
            self.take.setText(texts.tr("Take from the own plants: {mwh} MWh, {t} t", mwh=mwh, t=t))
            self.take.setAccessibleName(self.take.text())

    def _show_result(self, found: MixState) -> None:
        texts = self._context.texts
        said = mix_words(found, texts)
        self.state.show_state(said.icon, said.words, said.meaning)
        self.how.setVisible(found.mix is not None)
        if found.mix is None:
            self.how.setChecked(False)
        else:
            self.steps.setText("\n".join(mix_sentences(found.mix, texts)))
        self.steps.setVisible(self.how.isChecked())
        self.use.setVisible(found.can_be_used)
        if found.mix is not None and found.can_be_used:
            factor = texts.numbers.plain(found.mix.t_per_mwh)
            self.use.setText(texts.tr("Use {factor} t/MWh as local factor", factor=factor))
            year = str(self.year)
            named = texts.tr("Use {factor} t/MWh as local factor of electricity {year}", factor=factor, year=year)
            self.use.setAccessibleName(named)

    def _arrange(self) -> None:
        tr, grid = self._context.texts.tr, QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self.year_label, 0, 0)
        for column, unit in ((1, "MWh"), (2, "t")):
            head = QLabel(unit)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(head, 0, column)
        rows = (
            (tr("Wind, water, sun"), "renewable"),
            (tr("Other local plants"), "plants"),
            (tr("Certified purchases"), "purchases"),
            (tr("Certified sales"), "sales"),
        )
        for row, (text, name) in enumerate(rows, 1):
            label = QLabel(text)
            label.setBuddy(self.fields[f"{name}_mwh"])
            grid.addWidget(label, row, 0)
            grid.addWidget(self.fields[f"{name}_mwh"], row, 1)
            grid.addWidget(self.fields[f"{name}_t"], row, 2)
        grid.addWidget(self.take, 2, 3, Qt.AlignmentFlag.AlignLeft)
        label = QLabel(tr("Source"))
        label.setBuddy(self.source)
        grid.addWidget(label, len(rows) + 1, 0)
        grid.addWidget(self.source, len(rows) + 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(3, 1)
        result = QHBoxLayout()
        result.setSpacing(GRID)
        result.addWidget(self.state, 1)
        result.addWidget(self.how)
        result.addWidget(self.use)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(grid)
        whole.addLayout(result)
        whole.addWidget(self.steps)

    def _describe(self) -> None:
        tr, character = self._context.texts.tr, self.fontMetrics().averageCharWidth()
        told = {
            "renewable": tr(
                "Made in the municipality from wind, water, sun or geothermal heat, whoever owns the plant."
            ),
            "plants": tr("Made in the municipality by other plants, with the emissions that electricity bears."),
            "purchases": tr("Green electricity bought with guarantees of origin; its emissions by the contract."),
            "sales": tr("Electricity sold with guarantees of origin: it counts where it is bought, not here."),
        }
        for name, line in self.fields.items():
            line.setAccessibleName(tr(AMOUNTS[name]))
            line.setAccessibleDescription(told[name.rsplit("_", 1)[0]])
            line.setToolTip(told[name.rsplit("_", 1)[0]])
            line.setPlaceholderText(tr("none"))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.setFixedWidth(character * _NUMBER + 2 * GRID)
        self.source.setAccessibleName(tr("Source of local electricity"))
        self.source.setAccessibleDescription(tr("Where the amounts are from, for example the grid operator's letter."))
        self.source.setFixedWidth(character * _SOURCE)
        self.how.setAccessibleName(tr("How the local factor is computed"))

    def _save(self, name: str, text: str) -> bool:
        project, texts, year = self._context.project, self._context.texts, self.year
        return self._run(lambda: electricity_mix.record_amount(project, year, name, text, texts))

    def _save_source(self, text: str) -> bool:
        project, year = self._context.project, self.year
        return self._run(lambda: electricity_mix.record_source(project, year, text))

    def _take(self) -> None:
        context = self._context
        self._run(lambda: electricity_mix.take_from_plants(context.project, self.year, context.texts))
        self.fields["plants_mwh"].setFocus()

    def _use(self) -> None:
        context = self._context
        self._run(lambda: electricity_mix.use_as_local_factor(context.project, self.year, context.texts))
        self.how.setFocus()
