"""The fields of one number of the guide: quantity and unit as on paper, what the unit needs, what it is worth."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.codebook import Unit
from kbdesk.models.guide_numbers import GuideNumber
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.numbers import read_number
from kbdesk.services import data_entry
from kbdesk.services import form_filling
from kbdesk.services import guiding
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_form import GRADES
from kbdesk.ui.forms.quantity_field import QuantityField
from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.forms.quantity_preview import preview
from kbdesk.ui.forms.value_row_unit import UnitFields
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.saving_line import SavingLine

_LEAST_CHARACTERS = 12
"""Of a choice so much stays in sight in the smallest window."""


class GuideAnswerFields(QWidget):
    """Saved on leaving a field. A unit chosen before anything is typed waits for the number."""

    def __init__(self, context: Context, number: GuideNumber, run: Run) -> None:
        super().__init__()
        self._context, self._number, self._run = context, number, run
        self._key: EntryKey | None = None
        self._unit = ""
        self.quantity = QuantityField(
            context.theme,
            self._save_quantity,
            self._look,
            context.texts.tr("A number, with its unit where it is another one"),
        )
        self.unit = CalmCombo()
        self.needs = UnitFields(context, self._save_parameter, shows_optional=False)
        self.echo = words(context.theme, "")
        self.conversion = words(context.theme, "")
        self.grade = CalmCombo()
        self.source = SavingLine(context.theme, self._save_source)
        self._arrange()
        self.unit.activated.connect(self._choose_unit)
        self.grade.activated.connect(self._save_grade)
        self.needs.basis_chosen.connect(self._say_basis)
        self.quantity.line.textChanged.connect(self._show_echo)

    @property
    def enter_fields(self) -> tuple[QWidget, ...]:
        """The fields in which Enter goes on; more come when a unit first needs them."""
        bases = self.needs.findChildren(QRadioButton)
        return self.quantity.line, self.source, *self.needs.parameters.values(), *bases

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from top to bottom."""
        return self.quantity.line, self.unit, self.needs, self.quantity.other, self.grade, self.source

    def show_entry(self, key: EntryKey, unit: str) -> None:
        """Show the number of a place; ``unit`` is the usual one on such a letter, empty where it has to be said."""
        self._key = key
        self._unit = data_entry.unit_of_earlier_year(self._context.project, key) or unit
        self._fill(anew=True)

    def refresh(self) -> None:
        """Show the number as it is now; fields being typed in stay."""
        self._fill(anew=False)

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        for line in (self.quantity.line, self.source):
            line.save_pending()
        self.needs.save_pending()

    def discard(self) -> None:
        """Forget a quantity that is being typed: a reason takes its place."""
        self.quantity.line.setModified(False)

    def lacking_field(self) -> QWidget | None:
        """What the unit needs and is not given yet; ``None`` where the energy can be told."""
        entry, key = self._entry(), self._key
        if entry is None or key is None or entry.quantity is None:
            return None
        if not entry.unit and form_filling.asks_basis(self._context.project, key):
            return self.needs.basis[0]
        cell = self._context.project.cell(key)
        missing = cell.conversion.missing if cell is not None else ""
        if missing == "unit":
            return self.unit
        return self.needs.line(missing) if missing else None

    def _arrange(self) -> None:
        tr = self._context.texts.tr
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(2, 1)
        for combo in (self.unit, self.grade):
            combo.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
            combo.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setAccessibleDescription(tr("The unit of the quantity; the number stays when another one is chosen"))
        self.grade.setAccessibleDescription(
            tr("How near to the municipality the value was measured: A is best, D is from national figures")
        )
        self.source.setPlaceholderText(tr("Who wrote it, date, page"))
        self._label(grid, 0, tr("&Quantity"), self.quantity.line)
        beside = FlowLayout()
        for widget in (self.quantity.line, self.unit):
            beside.addWidget(widget)
        grid.addLayout(beside, 0, 1, 1, 2)
        self.quantity.answer.setParent(self)  # its echo has one line; here the words may wrap
        self.quantity.answer.hide()
        grid.addWidget(self.needs, 1, 1, 1, 2)
        grid.addWidget(self.echo, 2, 1, 1, 2)
        grid.addWidget(self.quantity.other, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.conversion, 4, 1, 1, 2)
        self._label(grid, 5, tr("&Data quality"), self.grade)
        grid.addWidget(self.grade, 5, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._label(grid, 6, tr("&Source"), self.source)
        grid.addWidget(self.source, 6, 1, 1, 2)

    @staticmethod
    def _label(grid: QGridLayout, row: int, text: str, field: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        grid.addWidget(label, row, 0)

    def _fill(self, *, anew: bool) -> None:
        key, texts = self._key, self._context.texts
        if key is None:
            return
        entry = self._entry()
        shown = entry if entry is not None and (entry.text or entry.unit) else Entry(key, unit=self._unit)
        unit = shown.unit
        self.quantity.show_text(shown.text, anew=anew)
        offered = [(each.id, self._unit_words(each)) for each in self._units(key)]
        choose = [("", texts.tr("choose the unit"))] if not unit else []
        self.unit.offer([*choose, *offered], unit)
        title = texts.trc("guide", self._number.title)
        self.needs.show_entry(shown, title, anew=anew)
        grade = entry.grade if entry is not None and entry.grade else None
        ungraded = [("", texts.tr("not graded"))]
        self.grade.offer([*ungraded, *((g, texts.tr(each)) for g, each in GRADES.items())], grade or "")
        (self.source.start_with if anew else self.source.show_text)(entry.source if entry else "")
        self._show_echo()

    def _units(self, key: EntryKey) -> tuple[Unit, ...]:
        return self._context.project.reference.codebook.units_for(key.sector, key.carrier)

    def _unit_words(self, unit: Unit) -> str:
        """The unit in words; what it needs is asked for below, and need not be said."""
        words_ = self._context.texts.unit(unit)
        return words_ if unit.factor_to_mwh is not None else words_.partition(" (")[0]

    def _entry(self) -> Entry | None:
        return self._context.project.inventory.entries.get(self._key) if self._key else None

    def _show_echo(self) -> None:
        """What was understood, in words that wrap: here is room for them."""
        seen, theme = self.quantity.seen, self._context.theme
        colour = theme.error if seen.is_problem else theme.warning if seen.asks_basis else theme.text
        paint(self.echo, colour)
        for label, text in ((self.echo, seen.echo), (self.conversion, seen.conversion)):
            label.setText(text)
            label.setVisible(bool(text))

    def _look(self, text: str) -> Preview:
        if self._key is None:
            return Preview()
        return preview(self._context.project, self._key, text, self._context.texts, self._unit)

    def _save_quantity(self, text: str) -> bool:
        key, mark = self._key, self._context.texts.numbers.decimal_mark
        project, number, unit = self._context.project, self._number, self._unit
        return key is None or self._run(lambda: guiding.record_quantity(project, number, key, text, mark, unit))

    def _choose_unit(self) -> None:
        chosen = self.unit.value
        if not chosen:
            return
        self.quantity.line.save_pending()
        self._unit = chosen
        entry = self._entry()
        if entry is not None and entry.text:
            self._save(data_entry.record_unit, chosen)
        else:
            self._fill(anew=False)
        self.quantity.show_preview()

    def _say_basis(self, gross: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.quantity.line.save_pending()
        key, project = self._key, self._context.project
        entry = self._entry()
        if key is None:
            return
        if entry is not None and entry.text:
            self._run(lambda: form_filling.say_basis(project, [key], gross=gross))
            return
        codebook = project.reference.codebook
        pair = codebook.basis_pair(self._unit or codebook.default_unit(key.carrier), key.sector, key.carrier)
        if pair is not None:
            self._unit = pair.gross if gross else pair.net
            self._fill(anew=False)

    def _save_grade(self) -> None:
        self._save(data_entry.record_grade, Grade(self.grade.value) if self.grade.value else None)

    def _save_source(self, text: str) -> bool:
        return self._save(data_entry.record_source, text)

    def _save(self, command: Callable[..., Change | None], *values: object) -> bool:
        key = self._key
        return key is None or self._run(partial(command, self._context.project, key, *values))

    def _save_parameter(self, name: str, text: str) -> bool:
        """Record one detail of the unit; text that is no number greater than 0 stays in the field and is said so."""
        if self._key is None:
            return True
        read = read_number(text, self._context.texts.numbers.decimal_mark)
        if text.strip() and (read.value is None or read.value <= 0):
            self._context.messages.show_error(self._refusal(name, text))
            return False
        entry = self._entry()
        given: dict[str, Decimal] = dict(entry.parameters) if entry else {}
        given.pop(name, None)
        if read.value is not None:
            given[name] = read.value
        return self._save(data_entry.record_parameters, given)

    def _refusal(self, name: str, text: str) -> str:
        return self._context.texts.tr(
            "{field}: “{found}” is not a number greater than 0; type digits, or leave the field empty.",
            field=parameter_name(name, self._context.texts),
            found=text.strip(),
        )
