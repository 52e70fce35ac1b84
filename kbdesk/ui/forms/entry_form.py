"""One value as a labelled form: everything the grid can do, for those who prefer or need a form."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import KWH_PER_KM
from kbdesk.models.conversion import MWH_PER_UNIT
from kbdesk.models.conversion import NET_PER_GROSS
from kbdesk.models.conversion import PARAMETERS
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.conversion import parameters_offered
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.numbers import read_number
from kbdesk.services import data_entry
from kbdesk.services.explaining import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.texts.parameter_texts import parameter_hint
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.forms.paired_fields import PairedFields
from kbdesk.ui.forms.quantity_field import QuantityField
from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.forms.quantity_preview import preview
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_texts import typed_text
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.saving_line import SavingLine

GRADES = {
    Grade.A: mark("A – measured or billed here"),
    Grade.B: mark("B – extrapolated from own data"),
    Grade.C: mark("C – from regional figures"),
    Grade.D: mark("D – from national figures"),
}

_PARAMETER_ROWS = ((GROSS_CALORIFIC_VALUE, STATE_NUMBER), (NET_PER_GROSS,), (KWH_PER_KM,), (MWH_PER_UNIT,))
_COMBO_CHARACTERS = 24
"""Longer choices are read in the list that opens."""


class EntryForm(QWidget):
    """Quantity, unit, what the unit needs, grade, source, note, or why there is no value. Saved on leaving a field."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._texts, self._run = context, context.texts, run
        self._key: EntryKey | None = None
        self._refused: dict[tuple[EntryKey, str], str] = {}
        theme = context.theme
        self.quantity = QuantityField(theme, self._texts, self._keeping("quantity", self._save_quantity), self._look)
        self.unit = CalmCombo()
        self.parameters = {
            name: SavingLine(theme, self._keeping(name, self._parameter_saver(name))) for name in PARAMETERS
        }
        self.grade = CalmCombo()
        self.source = SavingLine(theme, self._keeping("source", self._save_source))
        self.note = SavingLine(theme, self._keeping("note", self._save_note))
        self.notation = CalmCombo()
        self._layout = PairedFields(self)
        self._arrange()
        self._connect()
        self.show_entry(None)

    def show_entry(self, key: EntryKey | None) -> None:
        """Show a cell; what was being typed for the one before is saved first."""
        self.save_pending()
        self._key = key
        self._fill(anew=True)

    def refresh(self) -> None:
        """Show the cell as it is now; fields being typed in stay."""
        self._fill(anew=False)

    def show_in_pairs(self, *, wanted: bool) -> None:
        """Put fields two by two, or below each other where there is no room."""
        self._layout.show_in_pairs(wanted=wanted)

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        for line in self._named().values():
            line.save_pending()

    def _arrange(self) -> None:
        layout, tr, texts = self._layout, self._texts.tr, self._texts
        layout.add_pair((tr("&Quantity"), self.quantity.line), (tr("&Unit"), self.unit))
        layout.add_below(self.quantity.answer)
        for names in _PARAMETER_ROWS:
            layout.add_pair(*((parameter_name(name, texts), self.parameters[name]) for name in names))
        for name, line in self.parameters.items():
            hint = parameter_hint(name, texts)
            line.setPlaceholderText(hint)
            line.setToolTip(hint)
            line.setAccessibleDescription(hint)
        layout.add_pair((tr("&Data quality"), self.grade), (tr("&Instead of a value"), self.notation))
        layout.add_wide(tr("&Source"), self.source)
        layout.add_wide(tr("&Note"), self.note)
        for combo in (self.unit, self.grade, self.notation):
            combo.setMinimumContentsLength(_COMBO_CHARACTERS)
        self.source.setPlaceholderText(tr("For example: grid operator, letter of 14 February 2023, page 2"))

    def _connect(self) -> None:
        self.unit.activated.connect(lambda: self._save(data_entry.record_unit, self.unit.value))
        self.grade.activated.connect(self._save_grade)
        for name, line in self._named().items():
            line.restored.connect(partial(self._forget, name))
        self.notation.activated.connect(self._save_notation)

    def _fill(self, *, anew: bool) -> None:
        self.setEnabled(self._key is not None)
        if self._key is None:
            self._clear()
            return
        project, texts = self._context.project, self._texts
        entry = data_entry.blank_entry(project, self._key)
        self.quantity.show_text(typed_text(entry, texts), anew=anew)
        units = project.reference.codebook.units_for(self._key.sector, self._key.carrier)
        self.unit.offer([(unit.id, texts.unit(unit)) for unit in units], entry.unit)
        self._fill_parameters(entry, anew=anew)
        ungraded = [("", texts.tr("not graded"))]
        self.grade.offer(ungraded + [(grade, texts.tr(words)) for grade, words in GRADES.items()], entry.grade or "")
        for line, text in ((self.source, entry.source), (self.note, entry.note)):
            (line.start_with if anew else line.show_text)(text)
        known = [("", texts.tr("– (a value is known or expected)"))]
        self.notation.offer(
            known + [(key, texts.tr(words)) for key, words in NOTATION.items()], entry.notation_key or ""
        )
        if anew:
            self._restore_refused(self._key)

    def _fill_parameters(self, entry: Entry, *, anew: bool) -> None:
        unit = self._context.project.reference.codebook.unit(entry.unit, entry.key.sector, entry.key.carrier)
        offered = parameters_offered(unit) if unit else ()
        given = dict(entry.parameters)
        for name, line in self.parameters.items():
            self._layout.show_field(line, visible=name in offered)
            value = given.get(name)
            (line.start_with if anew else line.show_text)("" if value is None else self._texts.numbers.plain(value))

    def _restore_refused(self, key: EntryKey) -> None:
        """Bring back what could not be saved the last time this cell was shown."""
        for name, line in self._named().items():
            if (refused := self._refused.get((key, name))) is not None:
                line.mark_refused(refused)

    def _named(self) -> dict[str, SavingLine]:
        return {"quantity": self.quantity.line, **self.parameters, "source": self.source, "note": self.note}

    def _forget(self, name: str) -> None:
        if self._key is not None:
            self._refused.pop((self._key, name), None)

    def _keeping(self, name: str, save: Callable[[str], bool]) -> Callable[[str], bool]:
        """Save, and keep the text of this cell where that was refused."""

        def keep(text: str) -> bool:
            saved, key = save(text), self._key
            if key is not None and saved:
                self._refused.pop((key, name), None)
            elif key is not None:
                self._refused[key, name] = text
            return saved

        return keep

    def _clear(self) -> None:
        for line in self._named().values():
            line.start_with("")
        for line in self.parameters.values():
            self._layout.show_field(line, visible=False)
        for combo in (self.unit, self.grade, self.notation):
            combo.clear()

    def _look(self, text: str) -> Preview:
        return preview(self._context.project, self._key, text, self._texts) if self._key else Preview()

    def _save_quantity(self, text: str) -> bool:
        mark_ = self._texts.numbers.decimal_mark
        return self._save(data_entry.record_quantity, text, mark_)

    def _save_source(self, text: str) -> bool:
        return self._save(data_entry.record_source, text)

    def _save_note(self, text: str) -> bool:
        return self._save(data_entry.record_note, text)

    def _save_grade(self) -> None:
        grade = Grade(self.grade.value) if self.grade.value else None
        self._save(data_entry.record_grade, grade)

    def _save_notation(self) -> None:
        chosen = NotationKey(self.notation.value) if self.notation.value else None
        self.quantity.line.setModified(False)  # the key takes the value's place, also of one just being typed
        self._save(data_entry.record_notation_key, chosen)

    def _save(self, command: Callable[..., Change | None], *values: object) -> bool:
        key = self._key
        return key is None or self._run(lambda: command(self._context.project, key, *values))

    def _parameter_saver(self, name: str) -> Callable[[str], bool]:
        return lambda text: self._save_parameter(name, text)

    def _save_parameter(self, name: str, text: str) -> bool:
        """Record one parameter; text that is no number greater than 0 stays in the field and is said so."""
        key = self._key
        if key is None:
            return True
        read = read_number(text, self._texts.numbers.decimal_mark)
        if text.strip() and (read.value is None or read.value <= 0):
            self._context.messages.show_error(_refusal(name, text, self._texts))
            return False
        given: dict[str, Decimal] = dict(data_entry.blank_entry(self._context.project, key).parameters)
        given.pop(name, None)
        if read.value is not None:
            given[name] = read.value
        return self._save(data_entry.record_parameters, given)


def _refusal(name: str, text: str, texts: Texts) -> str:
    return texts.tr(
        "{field}: “{found}” is not a number greater than 0; type digits, or leave the field empty.",
        field=parameter_name(name, texts),
        found=text.strip(),
    )
