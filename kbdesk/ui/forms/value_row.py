"""One value as a row of labelled fields: quantity as on paper, unit and basis, what it means, earlier years, its state.

The same row stands in the forms and in the details below the grids. Everything is saved when a field is left. While one
types only the echo is painted anew; nothing is laid out again unless a field appears or goes.
"""

from collections.abc import Callable
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.numbers import read_number
from kbdesk.services import data_entry
from kbdesk.services import form_filling
from kbdesk.services import years
from kbdesk.services.comparing_nationally import average_sentence
from kbdesk.services.form_filling import ValueState
from kbdesk.texts.entry_texts import value_name
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.source_texts import source_text
from kbdesk.ui.context import Context
from kbdesk.ui.forms.earlier_values import earlier_values
from kbdesk.ui.forms.earlier_values import unit_of
from kbdesk.ui.forms.quantity_field import QuantityField
from kbdesk.ui.forms.quantity_preview import Preview
from kbdesk.ui.forms.quantity_preview import preview
from kbdesk.ui.forms.value_row_layout import RowLayout
from kbdesk.ui.forms.value_row_layout import RowParts
from kbdesk.ui.forms.value_row_reason import ReasonFields
from kbdesk.ui.forms.value_row_unit import UnitFields
from kbdesk.ui.forms.value_row_unit import unit_choices
from kbdesk.ui.forms.value_states import FACES
from kbdesk.ui.forms.value_states import colour_of
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_texts import typed_text
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.finding_strip import FindingStrip
from kbdesk.ui.widgets.saving_line import SavingLine

_QUANTITY, _NOTE = "quantity", "note"
_EVIDENCE_CHARACTERS = 100
"""A longer source is read in the details, and in the tooltip."""
_SAID_BY_THE_ECHO = frozenset(
    {"entry.not_a_number", "entry.words_unknown", "entry.unit_missing", "entry.parameter_missing"}
)
_WITHOUT_VALUE = frozenset({ValueState.MISSING, ValueState.EXPECTED, ValueState.EMPTY})


class ValueRow(QWidget):
    """Shows the value of one key; ``show_key`` takes it to another."""

    step_wanted = Signal(int)
    """The quantity below (1) or above (-1) is wanted."""
    details_wanted = Signal()
    """Source, formula and history are wanted."""

    def __init__(
        self, context: Context, run: Run, source_id: Callable[[], str] = lambda: "", *, in_form: bool = True
    ) -> None:
        super().__init__()
        self._context, self._run, self._source_id, self._in_form = context, run, source_id, in_form
        self._key: EntryKey | None = None
        self._form: EntryForm | None = None
        self._asked = True
        self._chosen_unit = ""
        self._refused: dict[tuple[EntryKey, str], str] = {}
        self.state = ValueState.EMPTY
        theme = context.theme
        hint = context.texts.tr("A number, with its unit where it is another one")
        self.quantity = QuantityField(theme, partial(self._keep, _QUANTITY), self._look, hint, steps=in_form)
        self.unit = CalmCombo()
        self.unit.setAccessibleDescription(
            context.texts.tr("The unit of the quantity; the number stays when another one is chosen")
        )
        self.unit_fields = UnitFields(context, self._keep, shows_optional=not in_form)
        self.reason = ReasonFields(context, partial(self._keep, _NOTE), asks_why=in_form)
        self.evidence = QToolButton()
        self.findings: FindingStrip | None = None
        self.parts = RowParts(
            theme,
            self.quantity,
            self.unit,
            self.unit_fields,
            self.reason,
            self.evidence,
            context.texts.tr("How?"),
        )
        self.arrangement = RowLayout(self, self.parts, self.fontMetrics(), reason_beside_echo=in_form)
        self._connect()

    @property
    def key(self) -> EntryKey | None:
        """The value shown."""
        return self._key

    def show_key(
        self,
        key: EntryKey | None,
        findings: Sequence[Finding] = (),
        form: EntryForm | None = None,
        *,
        asked: bool = True,
    ) -> None:
        """Show a value; what was being typed for the one before is saved first."""
        self.save_pending()
        self._key, self._form, self._asked, self._chosen_unit = key, form, asked, ""
        self.setEnabled(key is not None)
        if key is None:
            self._clear()
            return
        self._name(key)
        self._fill(key, findings, anew=True)
        self._restore_refused(key)

    def show_optional(self, *, wanted: bool) -> None:
        """Show what may be given with the unit beside what must be."""
        if self._key is not None and wanted != self.unit_fields.shows_optional:
            self.unit_fields.shows_optional = wanted
            self.unit_fields.show_entry(self.entry(), value_name(self._key, self._context.texts), anew=False)

    def refresh(self, findings: Sequence[Finding]) -> None:
        """Show the value as it is now; fields being typed in stay."""
        if self._key is not None:
            self._fill(self._key, findings, anew=False)

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        self.quantity.line.save_pending()
        self.unit_fields.save_pending()
        self.reason.save_pending()

    def entry(self) -> Entry:
        """The entry as it stands, or an empty one in the unit that would be taken."""
        key = self._key
        if key is None:
            raise ValueError("no value is shown")
        found = self._context.project.inventory.entries.get(key)
        if found is not None and (found.unit or found.text):
            return found
        unit = self._chosen_unit or form_filling.form_unit(self._context.project, self._form, key)
        return Entry(key, unit=unit) if found is None else found

    @property
    def _is_typed(self) -> bool:
        return bool(self.quantity.line.text().strip())

    def _connect(self) -> None:
        self.quantity.line.step_wanted.connect(self.step_wanted)
        self.quantity.line.restored.connect(partial(self._forget, _QUANTITY))
        self.quantity.line.textEdited.connect(self._follow_typing)
        self.unit.activated.connect(lambda: self._save_unit(self.unit.value))
        self.unit_fields.basis_chosen.connect(self._save_basis)
        self.unit_fields.restored.connect(self._forget)
        self.reason.key_chosen.connect(self._save_reason)
        self.reason.place_chosen.connect(lambda where: self._save(data_entry.record_contained_in, where))
        self.reason.confirmed.connect(self._confirm)
        self.evidence.clicked.connect(self.details_wanted)
        self.parts.how.clicked.connect(self.details_wanted)

    def _fill(self, key: EntryKey, findings: Sequence[Finding], *, anew: bool) -> None:
        project, texts = self._context.project, self._context.texts
        entry, name = self.entry(), value_name(key, texts)
        self.state = form_filling.value_state(project, key, findings, asked=self._asked)
        self._offer_units(entry)
        self.quantity.show_text(typed_text(entry, texts), anew=anew)
        asks = self.state is not ValueState.EMPTY or not self._in_form
        self.unit_fields.show_entry(entry, name, asks=asks, anew=anew)
        self._show_reason(entry, name, anew=anew)
        self._show_earlier(key)
        self._show_state(entry, name)
        self._show_findings(findings)

    def _offer_units(self, entry: Entry) -> None:
        _, sector, carrier = entry.key
        texts = self._context.texts
        blank = [("", texts.tr("– choose –"))] if not entry.unit else []
        self.unit.offer(blank + unit_choices(sector, carrier, texts), entry.unit)
        self.unit.setToolTip(texts.unit_label(entry.unit, sector, carrier))

    def _show_reason(self, entry: Entry, name: str, *, anew: bool) -> None:
        """In a form the buttons, or the reason, stand where the echo will be when something is typed."""
        carried = self.state is ValueState.CARRIED
        if not self._in_form:
            self.reason.show_entry(entry, name, missing=entry.notation_key is None, carried=carried, anew=anew)
            return
        typed = self._is_typed
        missing = self.state in _WITHOUT_VALUE and not typed and self._asked
        self.reason.show_entry(entry, name, missing=missing, carried=carried, anew=anew)
        if typed:
            self.parts.show_if(self.reason, wanted=False)
        self.parts.show_if(self.quantity.answer, wanted=typed)

    def _show_earlier(self, key: EntryKey) -> None:
        texts = self._context.texts
        earlier = earlier_values(self._context.project, key, texts)
        shown = [f"{each.year}  {each.brief}" for each in earlier] + ["", ""]
        self.parts.newer.show_text(shown[0])
        self.parts.older.show_text(shown[1])
        self.parts.change.show_text(earlier[0].change if earlier else "")
        unit = unit_of(key)
        average = average_sentence(self._context.project, key, texts)
        told = [*(each.line(unit, texts) for each in earlier), average]
        self.quantity.line.setToolTip("\n".join(line for line in told if line))
        described = [self.quantity.seen.echo, earlier[0].line(unit, texts) if earlier else ""]
        self.quantity.line.setAccessibleDescription(". ".join(filter(None, described)) or self.quantity.hint)

    def _show_state(self, entry: Entry, name: str) -> None:
        texts, theme = self._context.texts, self._context.theme
        face = FACES[self.state]
        self.parts.state.show_text(texts.tr(face.word), face.icon, colour_of(face, theme))
        valued = self._in_form and bool(entry.text)
        self.parts.show_if(self.evidence, wanted=valued)
        if valued:
            source = source_text(entry, self._context.project.inventory.sources, texts)
            words = " · ".join(part for part in (entry.grade, source or texts.tr("no source yet")) if part)
            metrics = self.fontMetrics()
            room = metrics.averageCharWidth() * _EVIDENCE_CHARACTERS
            self.evidence.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
            self.evidence.setToolTip(words)
            self.evidence.setAccessibleName(texts.tr("Details of {value}: {words}", value=name, words=words))
        self.parts.conversion.show_text(self.quantity.seen.conversion)
        converted = bool(self.quantity.seen.conversion)
        self.parts.show_if(self.parts.conversion, wanted=converted)
        self.parts.show_if(self.parts.how, wanted=converted and self._in_form)

    def _show_findings(self, all_findings: Sequence[Finding]) -> None:
        """Show the findings but those that the echo says already."""
        findings = [finding for finding in all_findings if finding.code not in _SAID_BY_THE_ECHO]
        if self.findings is None and findings:
            self.findings = FindingStrip(self._context, self._run)
            self.arrangement.add_findings(self.findings)
        if self.findings is not None:
            self.findings.show_findings(findings)

    def _name(self, key: EntryKey) -> None:
        texts = self._context.texts
        name = value_name(key, texts)
        self.quantity.line.setAccessibleName(name)
        self.unit.setAccessibleName(texts.tr("Unit: {value}", value=name))
        self.parts.how.setAccessibleName(texts.tr("How it is computed: {value}", value=name))
        self.setAccessibleName(name)

    def _clear(self) -> None:
        self.quantity.line.start_with("")
        self.unit.clear()
        for widget in (self.unit_fields, self.reason, self.evidence, self.parts.conversion, self.parts.how):
            self.parts.show_if(widget, wanted=False)
        for words in (self.parts.newer, self.parts.older, self.parts.change, self.parts.state):
            words.show_text("")
        if self.findings is not None:
            self.findings.show_findings(())

    def _follow_typing(self) -> None:
        """The echo takes the place of the buttons with the first figure, and gives it back with the last."""
        if self._key is not None and self._in_form and self._is_typed == self.quantity.answer.isHidden():
            self._show_reason(self.entry(), value_name(self._key, self._context.texts), anew=False)

    def _look(self, text: str) -> Preview:
        if self._key is None:
            return Preview()
        return preview(self._context.project, self._key, text, self._context.texts, self.entry().unit)

    def _keep(self, name: str, text: str) -> bool:
        """Save a field; where that is refused the text of this value is kept for when it is shown again."""
        key = self._key
        if key is None:
            return True
        saved = self._save_field(key, name, text)
        if saved:
            self._refused.pop((key, name), None)
        else:
            self._refused[key, name] = text
        return saved

    def _save_field(self, key: EntryKey, name: str, text: str) -> bool:
        project, mark = self._context.project, self._context.texts.numbers.decimal_mark
        if name == _QUANTITY:
            unit, source_id = self.entry().unit, self._source_id()
            return self._run(lambda: form_filling.fill_in(project, key, text, mark, unit, source_id))
        if name == _NOTE:
            return self._run(lambda: data_entry.record_note(project, key, text))
        return self._save_parameter(key, name, text)

    def _save_parameter(self, key: EntryKey, name: str, text: str) -> bool:
        """Record one parameter; text that is no number greater than 0 stays in the field and is said so."""
        texts, project = self._context.texts, self._context.project
        read = read_number(text, texts.numbers.decimal_mark)
        if text.strip() and (read.value is None or read.value <= 0):
            said = texts.tr(
                "{field}: “{found}” is not a number greater than 0; type digits, or leave the field empty.",
                field=parameter_name(name, texts),
                found=text.strip(),
            )
            self._context.messages.show_error(said)
            return False
        given: dict[str, Decimal] = dict(self.entry().parameters)
        given.pop(name, None)
        if read.value is not None:
            given[name] = read.value
        return self._run(lambda: data_entry.record_parameters(project, key, given))

    def _save_unit(self, unit: str) -> None:
        """Record the unit of a value; where there is none yet it is kept for the value to come."""
        key, project = self._key, self._context.project
        if key is None or not unit:
            return
        if key in project.inventory.entries:
            self._run(lambda: data_entry.record_unit(project, key, unit, self._context.texts.numbers.decimal_mark))
            return
        self._chosen_unit = unit
        self._fill(key, (), anew=False)

    def _save_basis(self, gross: bool) -> None:  # noqa: FBT001 - a signal's argument
        key, project = self._key, self._context.project
        if key is None:
            return
        if key in project.inventory.entries:
            self._run(lambda: form_filling.say_basis(project, [key], gross=gross))
            return
        codebook = project.reference.codebook
        unit = self.entry().unit or codebook.default_unit(key.carrier)
        if (pair := codebook.basis_pair(unit, key.sector, key.carrier)) is not None:
            self._save_unit(pair.gross if gross else pair.net)

    def _save_reason(self, reason: NotationKey | None) -> None:
        self.quantity.line.setModified(False)  # the reason takes the value's place, also of one just being typed
        self._save(data_entry.record_notation_key, reason)

    def _confirm(self) -> None:
        key = self._key
        if key is not None:
            self._run(lambda: years.confirm(self._context.project, [key]))

    def _save(self, command: Callable[..., Change | None], *values: object) -> bool:
        key = self._key
        return key is None or self._run(lambda: command(self._context.project, key, *values))

    def _restore_refused(self, key: EntryKey) -> None:
        """Bring back what could not be saved the last time this value was shown."""
        for (refused, name), text in self._refused.items():
            if refused == key:
                self._line(name).mark_refused(text)

    def _line(self, name: str) -> SavingLine:
        if name == _QUANTITY:
            return self.quantity.line
        return self.reason.why if name == _NOTE else self.unit_fields.line(name)

    def _forget(self, name: str) -> None:
        if self._key is not None:
            self._refused.pop((self._key, name), None)
