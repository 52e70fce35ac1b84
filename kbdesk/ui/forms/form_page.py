"""One form: its values below each other in columns, the details of one of them unfolded where they are wanted."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.absences import Place
from kbdesk.models.changes import Change
from kbdesk.models.codebook import Codebook
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.entry_forms import FormField
from kbdesk.models.entry_forms import FormGroup
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_details import EntryDetails
from kbdesk.ui.forms.form_head import FormHead
from kbdesk.ui.forms.value_row import ValueRow
from kbdesk.ui.forms.value_row_layout import RowHeadings
from kbdesk.ui.forms.value_row_layout import row_width
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.scroll_page import ScrollPage

ByCell = Mapping[EntryKey, Sequence[Finding]]
_MOST_ROWS = 40
"""Rows built at once."""


class FormPage(ScrollPage):
    """Rows are made once and shown again for the next form."""

    more_wanted = Signal(object)
    """A place (sector, carrier) is to be shown too."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._form: EntryForm | None = None
        self._year = 0
        self._opened: dict[str, list[Place]] = {}
        self._pool: list[ValueRow] = []
        self._titles: list[tuple[Heading, list[ValueRow]]] = []
        self._narrow = False
        self.rows: list[ValueRow] = []
        self.head = FormHead(context)
        self.headings = RowHeadings(context, self.fontMetrics())
        self.more = QPushButton(context.texts.tr("More energy carriers…"))
        self.details: EntryDetails | None = None
        self._body = QVBoxLayout()
        self._wanted: QWidget | None = None
        self._revealing = QTimer(self)
        self._revealing.setSingleShot(True)
        self._revealing.setInterval(0)
        self._revealing.timeout.connect(self._reveal)
        self._arrange()

    @property
    def form(self) -> EntryForm | None:
        """The form shown."""
        return self._form

    def show_form(self, form: EntryForm, year: int, findings: ByCell) -> None:
        """Show a form in a year; what was being typed is saved first."""
        self.save_pending()
        self.close_details()
        self._form, self._year = form, year
        self.head.show_form(form, year)
        fields = self.fields_of(form, year)
        self._lay_out(form, fields, findings)
        direct = all(field.carrier == DIRECT for field in fields)
        self.headings.show_unit("t CO₂e" if direct else "MWh")
        self.more.setVisible(form.group is FormGroup.SECTOR and any(form.further(self._codebook)))

    def fields_of(self, form: EntryForm, year: int) -> list[FormField]:
        """The fields of a form, with what stands in the year beside them and what was opened."""
        fields = list(form.fields)
        if form.group is not FormGroup.SECTOR:
            carriers = list(dict.fromkeys(field.carrier for field in fields))
            return sorted(fields, key=lambda field: carriers.index(field.carrier))
        known, opened = self._context.project.inventory.entries, self._opened.get(form.id, [])
        extra = [p for p in form.further(self._codebook) if p in opened or EntryKey(year, *p) in known]
        order = {sector: at for at, sector in enumerate(form.sectors)}
        fields += [FormField(sector, carrier, asked=False) for sector, carrier in extra[: _MOST_ROWS - len(fields)]]
        return sorted(fields, key=lambda field: order[field.sector])

    def refresh(self, change: Change, findings: ByCell, marked: Iterable[EntryKey]) -> None:
        """Show the values a change touched and those whose findings differ as they are now."""
        form = self._form
        if form is None:
            return
        if len(self.fields_of(form, self._year)) != len(self.rows):
            self.show_form(form, self._year, findings)
            return
        everywhere = any(not isinstance(edit.record, Entry) for edit in change.edits)
        places = {key[1:] for key in (*change.recomputed(), *marked)}
        for row in self.rows:
            if row.key is not None and (everywhere or row.key[1:] in places):
                row.refresh(findings.get(row.key, ()))
        if self.details is not None:
            self.details.refresh(change)

    def open_place(self, place: Place, findings: ByCell) -> ValueRow | None:
        """Show one more energy carrier of a sector, and put the keyboard there."""
        form = self._form
        if form is None:
            return None
        row = self.row_of(EntryKey(self._year, *place))
        if row is None:
            self._opened.setdefault(form.id, []).append(place)
            self.show_form(form, self._year, findings)
            row = self.row_of(EntryKey(self._year, *place))
        if row is not None:
            self.go_to(row)
        return row

    def row_of(self, key: EntryKey) -> ValueRow | None:
        """The row of a value; ``None`` where it has none here."""
        return next((row for row in self.rows if row.key == key), None)

    def go_to(self, row: ValueRow) -> None:
        """Put the keyboard into a row's quantity."""
        row.quantity.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.quantity.line.selectAll()
        self.reveal(row)

    def reveal(self, row: QWidget) -> None:
        """Scroll to a row, when everything has its place, so that all of it is seen, or at least its field."""
        self._wanted = row
        self._revealing.start()

    def save_pending(self) -> None:
        """Save what is being typed."""
        for row in self.rows:
            row.save_pending()
        if self.details is not None:
            self.details.save_pending()

    def filter(self, text: str) -> int:
        """Show the rows that fit; all where the form itself fits. The number of rows shown."""
        texts, wanted = self._context.texts, text.casefold().strip()
        form = self._form
        whole = not wanted or (form is not None and wanted in texts.trc("form", form.label).casefold())
        for row in self.rows:
            if row.key is not None:
                words = f"{texts.carrier(row.key.carrier)} {texts.sector(row.key.sector)}".casefold()
                row.setVisible(whole or wanted in words)
        for title, rows in self._titles:
            title.setVisible(any(not row.isHidden() for row in rows))
        return sum(not row.isHidden() for row in self.rows)

    def toggle_details(self, row: ValueRow) -> None:
        """Unfold the details below a row, or go back from them."""
        if self.details is not None and not self.details.isHidden() and self.details.key == row.key:
            self.close_details()
            self.go_to(row)
            return
        self.open_details(row)

    def open_details(self, row: ValueRow) -> EntryDetails:
        """Unfold the details below a row and put the keyboard there."""
        row.save_pending()
        details = self._details()
        self._hide_optional()
        row.show_optional(wanted=True)
        self._body.insertWidget(self._body.indexOf(row) + 1, details)
        details.show_entry(row.key)
        details.show()
        details.take_focus()
        self.reveal(details)
        return details

    def close_details(self) -> None:
        """Fold the details away; what was being typed there is saved."""
        if self.details is not None and not self.details.isHidden():
            self.details.save_pending()
            self.details.hide()
            self._hide_optional()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < row_width(self.fontMetrics()) + 2 * MARGIN
        if narrow != self._narrow:
            self._narrow = narrow
            for row in self._pool:
                row.arrangement.make_narrow(narrow=narrow)
        self.headings.setVisible(not narrow)

    @property
    def _codebook(self) -> Codebook:
        return self._context.project.reference.codebook

    def _details(self) -> EntryDetails:
        if self.details is None:
            self.details = EntryDetails(self._context, self._run, with_value=False)
            self.details.hide()
        return self.details

    def _reveal(self) -> None:
        row, self._wanted = self._wanted, None
        if row is None or row.isHidden():
            return
        self.ensureWidgetVisible(row, 0, GRID)
        if isinstance(row, ValueRow):
            self.ensureWidgetVisible(row.quantity.line, 0, 3 * GRID)

    def _hide_optional(self) -> None:
        for row in self.rows:
            row.show_optional(wanted=False)

    def _arrange(self) -> None:
        self.column.setSpacing(GRID)
        self._body.setSpacing(0)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(line.palette().ColorRole.Mid)
        self.column.addWidget(self.head)
        self.column.addWidget(self.headings)
        self.column.addLayout(self._body)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.more.setAutoDefault(False)
        self.more.setIcon(self._context.theme.icon("plus"))
        self.more.clicked.connect(self._offer_more)

    def _lay_out(self, form: EntryForm, fields: Sequence[FormField], findings: ByCell) -> None:
        texts = self._context.texts
        for row in self._pool:
            row.hide()
        while self._body.count():
            self._body.takeAt(0)
        for title, _ in self._titles:
            title.deleteLater()
        self._titles = []
        while len(self._pool) < len(fields):
            self._pool.append(self._new_row())
        self.rows = self._pool[: len(fields)]
        by_carrier = form.group is FormGroup.SUPPLIER
        titled = by_carrier or (len(form.sectors) > 1 and any(field.carrier != DIRECT for field in fields))
        before = ""
        for row, field in zip(self.rows, fields, strict=True):
            group = field.carrier if by_carrier else field.sector
            if titled and group != before:
                before = group
                self._add_title(texts.carrier(group) if by_carrier else texts.sector(group))
            self._fill_row(row, form, field, findings)
            self._body.addWidget(row)
            row.show()
            if titled:
                self._titles[-1][1].append(row)

    def _fill_row(self, row: ValueRow, form: EntryForm, field: FormField, findings: ByCell) -> None:
        texts, key = self._context.texts, EntryKey(self._year, *field.place)
        by_sector = form.group is FormGroup.SUPPLIER or field.carrier == DIRECT
        row.parts.label.setText(texts.sector(field.sector) if by_sector else texts.carrier(field.carrier))
        row.show_key(key, findings.get(key, ()), form, asked=field.asked)

    def _add_title(self, words: str) -> None:
        title = Heading(self._context.theme, 2, words)
        title.setContentsMargins(0, GRID, 0, 0)
        self._body.addWidget(title)
        self._titles.append((title, []))

    def _new_row(self) -> ValueRow:
        row = ValueRow(self._context, self._run, self.head.source_id)
        row.arrangement.make_narrow(narrow=self._narrow)
        row.step_wanted.connect(lambda by: self._step(row, by))
        row.details_wanted.connect(lambda: self.toggle_details(row))
        return row

    def _step(self, row: ValueRow, by: int) -> None:
        """Go to the next row shown, or the one before; from the last one on to what follows the rows."""
        shown = [each for each in self.rows if not each.isHidden()]
        at = shown.index(row) + by
        if 0 <= at < len(shown):
            self.go_to(shown[at])
        elif by > 0 and not self.more.isHidden():
            self.more.setFocus(Qt.FocusReason.TabFocusReason)
            self.reveal(self.more)

    def _offer_more(self) -> None:
        form = self._form
        if form is None:
            return
        menu = QMenu(self.more)
        texts, menus = self._context.texts, dict[str, QMenu]()
        shown = {row.key[1:] for row in self.rows if row.key is not None}
        for sector, carrier in form.further(self._codebook):
            if (sector, carrier) in shown:
                continue
            if len(form.sectors) > 1 and sector not in menus:
                menus[sector] = menu.addMenu(texts.sector(sector))
            action = menus.get(sector, menu).addAction(texts.carrier(carrier))
            action.triggered.connect(lambda _checked=False, place=(sector, carrier): self.more_wanted.emit(place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
