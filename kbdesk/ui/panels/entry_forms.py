"""Forms by sector and forms by supplier over the same values."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.entry_forms import FormField
from kbdesk.models.entry_forms import FormGroup
from kbdesk.models.inventory import EntryKey
from kbdesk.services.form_filling import OPEN_STATES
from kbdesk.services.form_filling import FormProgress
from kbdesk.services.form_filling import progress_of
from kbdesk.services.form_filling import value_state
from kbdesk.ui.context import Context
from kbdesk.ui.forms.form_list import FormList
from kbdesk.ui.forms.form_list import progress_state
from kbdesk.ui.forms.form_page import FormPage
from kbdesk.ui.forms.value_row import ValueRow
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_findings import findings_by_cell
from kbdesk.ui.panels.panel import EntryPanel
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.quiet_text import QuietText

_WIDE_CHARACTERS = 112
"""Average characters of width from which the list has room beside the form."""
_HINT_LINES = 2


class EntryFormsPanel(EntryPanel):
    """The list of forms, the form chosen, and below it where the number of the current row stands on the letter."""

    id = "form"
    icon = "list-checks"

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__(context, run)
        self._forms = {form.id: form for form in context.project.reference.forms}
        self._group = FormGroup.SECTOR
        self._chosen = {group: self._first(group).id for group in FormGroup}
        self._year = context.year
        self._row: ValueRow | None = None
        self._findings = findings_by_cell(context.project, self._year)
        self.list = FormList(context)
        self.page = FormPage(context, run)
        self.hint = QuietText(context.theme, lines=_HINT_LINES)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._arrange()
        self._connect()
        self._show_all()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("For&m")

    @property
    def form(self) -> EntryForm:
        """The form shown."""
        return self._forms[self._chosen[self._group]]

    @override
    def refresh(self, change: Change | None) -> None:
        before, self._findings = self._findings, findings_by_cell(self.context.project, self._year)
        if change is None:
            self._show_all()
            return
        after = self._findings
        marked = {key for key in {*before, *after} if before.get(key) != after.get(key)}
        self.page.refresh(change, after, marked)
        places = {key[1:] for key in (*change.touched(), *marked)}
        concerned = [form for form in self._listed() if not places or places & form.places]
        if any(self._progress(form).absent for form in concerned) or not places:
            self._show_list()
        else:
            for form in concerned:
                self.list.show_progress(form.id, self._progress(form))
        self._show_progress()

    @override
    def show_year(self, year: int) -> None:
        if year != self._year:
            self.save_pending()
            key = self.current_key()
            self._year = year
            self._findings = findings_by_cell(self.context.project, year)
            self._show_all()
            if key is not None:
                self._row = self.page.row_of(key._replace(year=year))

    @override
    def show_target(self, key: EntryKey) -> bool:
        if key.year != self._year:
            self.show_year(key.year)
        row = self.page.row_of(key)
        if row is None:
            form = self._form_of(key)
            if form is None:
                return False
            self._choose(form)
            self.list.filter.clear()
            row = self.page.row_of(key) or self.page.open_place(key[1:], self._findings)
        if row is None:
            return False
        self.page.go_to(row)
        self._follow_row(row)
        return True

    @override
    def current_key(self) -> EntryKey | None:
        row = self._row or next(iter(self.page.rows), None)
        return row.key if row is not None else None

    @override
    def save_pending(self) -> None:
        self.page.save_pending()

    @override
    def go_to_next_open(self) -> bool:
        self.save_pending()
        for form, field in self._after_current():
            key = EntryKey(self._year, *field.place)
            state = value_state(self.context.project, key, self._findings.get(key, ()), asked=field.asked)
            if state in OPEN_STATES:
                self.list.filter.clear()
                self._choose(form)
                row = self.page.row_of(key)
                if row is not None:
                    self.page.go_to(row)
                    self._follow_row(row)
                return True
        return False

    @override
    def focus_filter(self) -> None:
        self.list.filter.show()
        self.list.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.filter.selectAll()

    @override
    def toggle_details(self) -> None:
        """Unfold source, formula and history of the current value, or go back from them."""
        if self._row is not None:
            self.page.toggle_details(self._row)

    @override
    def begin_note(self) -> None:
        if self._row is not None:
            self.page.open_details(self._row).form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window, or with large text, the list stands above the form."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _WIDE_CHARACTERS
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._parts.direction() != wanted:
            self._parts.setDirection(wanted)
            self.list.make_narrow(narrow=narrow)
            self.list.choose(self.form.id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_proxy()

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        below = QVBoxLayout()
        below.setContentsMargins(MARGIN, SMALL, MARGIN, SMALL)
        below.addWidget(self.hint)
        column.addLayout(below)
        self._parts.setContentsMargins(0, GRID, 0, 0)
        self._parts.setSpacing(GRID)
        self._parts.addWidget(self.list)
        self._parts.addWidget(right, 1)

    def _connect(self) -> None:
        self.list.form_chosen.connect(lambda form_id: self._choose(self._forms[form_id]))
        self.list.group_chosen.connect(self._choose_group)
        self.list.filter_changed.connect(self._filter)
        self.list.filter.returnPressed.connect(self._enter_rows)
        self.page.more_wanted.connect(lambda place: self.page.open_place(place, self._findings))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _first(self, group: FormGroup) -> EntryForm:
        return next(form for form in self._forms.values() if form.group is group)

    def _listed(self) -> list[EntryForm]:
        return [form for form in self._forms.values() if form.group is self._group]

    def _progress(self, form: EntryForm) -> FormProgress:
        return progress_of(self.context.project, form, self._year, self._findings)

    def _show_all(self) -> None:
        """Everything anew: the list, and the form chosen."""
        self._show_list()
        self._show_form()

    def _show_list(self) -> None:
        forms = [form for form in self._listed() if self._fits(form)]
        self.list.show_group(self._group)
        self.list.show_forms(forms, {form.id: self._progress(form) for form in forms}, self.form.id)

    def _show_form(self) -> None:
        self._row = None
        self.page.show_form(self.form, self._year, self._findings)
        self.page.filter(self.list.filter.text())
        self._show_progress()
        self.hint.show_text("")
        self._take_proxy()

    def _show_progress(self) -> None:
        self.page.head.show_progress(progress_state(self._progress(self.form), self.context.texts).word)

    def _take_proxy(self) -> None:
        if self.page.rows:
            self.setFocusProxy(self.page.rows[0].quantity.line)

    def _choose(self, form: EntryForm) -> None:
        changed = form.group is not self._group
        if not changed and form is self.form and self.page.form is form:
            return
        self._group = form.group
        self._chosen[form.group] = form.id
        if changed:
            self._show_list()
        self.list.choose(form.id)
        self._show_form()

    def _choose_group(self, group: FormGroup) -> None:
        self.save_pending()
        self._choose(self._forms[self._chosen[group]])

    def _form_of(self, key: EntryKey) -> EntryForm | None:
        """The form that has a value: of those listed, else of a sector, else one that can open it."""
        forms = sorted(self._forms.values(), key=lambda form: form.group is not FormGroup.SECTOR)
        having = [form for form in forms if key[1:] in form.places]
        listed = [form for form in having if form.group is self._group]
        codebook = self.context.project.reference.codebook
        opening = [form for form in forms if form.group is FormGroup.SECTOR and key[1:] in set(form.further(codebook))]
        return next(iter([*listed, *having, *opening]), None)

    def _after_current(self) -> Iterator[tuple[EntryForm, FormField]]:
        """Every field of the forms listed, round from the one after the current."""
        fields = [(form, field) for form in self._listed() for field in self.page.fields_of(form, self._year)]
        key = self._row.key if self._row is not None else None
        here = [
            at
            for at, (form, field) in enumerate(fields)
            if form is self.form and (key is None or field.place == key[1:])
        ]
        start = here[0] + (key is not None) if here else 0
        yield from (*fields[start:], *fields[:start])

    def _filter(self) -> None:
        text = self.list.filter.text()
        self._show_list()
        forms = [form for form in self._listed() if self._fits(form)]
        if forms and self.form not in forms:
            self._choose(forms[0])
        self.page.filter(text)
        if text and not forms:
            self.context.messages.show_info(self.context.texts.tr("Nothing fits “{text}”.", text=text))

    def _fits(self, form: EntryForm) -> bool:
        """Whether a form, or a value on it, has the words of the filter."""
        texts, wanted = self.context.texts, self.list.filter.text().casefold().strip()
        if not wanted or wanted in texts.trc("form", form.label).casefold():
            return True
        fields = self.page.fields_of(form, self._year)
        return any(wanted in f"{texts.carrier(f.carrier)} {texts.sector(f.sector)}".casefold() for f in fields)

    def _enter_rows(self) -> None:
        row = next((row for row in self.page.rows if not row.isHidden()), None)
        if row is not None:
            self.page.go_to(row)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        widget = new
        while widget is not None and widget is not self:
            if isinstance(widget, ValueRow) and widget in self.page.rows:
                self._follow_row(widget)
                return
            widget = widget.parentWidget()

    def _follow_row(self, row: ValueRow) -> None:
        if row is self._row or row.key is None:
            return
        self._row = row
        texts, key = self.context.texts, row.key
        hint = self.form.hint(key[1:], self.context.project.municipality.country).text
        words = texts.tr("{carrier}: {hint}", carrier=texts.carrier(key.carrier), hint=texts.trc("form", hint))
        self.hint.show_text(words if hint else "", "lightbulb" if hint else "")
        self.page.reveal(row)
