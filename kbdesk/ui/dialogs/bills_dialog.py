"""The bills of a value: periods as printed, how they are split, and what each year gets of them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.services.bill_reading import TypedBill
from kbdesk.services.bill_reading import read_bill
from kbdesk.services.bill_reading import typed_bill
from kbdesk.services.billing import GAS_VOLUME
from kbdesk.services.billing import BilledYear
from kbdesk.services.billing import billed_years
from kbdesk.services.billing import bills_of_cell
from kbdesk.services.billing import record_bills
from kbdesk.services.billing import usual_years
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.bill_row import BillRow
from kbdesk.ui.widgets.billed_years import BilledYears
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words

_HEIGHT = 680
_LEAST_WIDTH = 900
_METHODS = {
    SplitMethod.DAYS: mark("days"),
    SplitMethod.DEGREE_DAYS: mark("degree days (for heating)"),
}


class BillsDialog(FormDialog):
    """Nothing is recorded before the values are taken; then bills and values are one step."""

    def __init__(self, context: Context, key: EntryKey, parent: QWidget) -> None:
        super().__init__(parent, context.texts.tr("Bills"))
        self._context, self._key = context, key
        self._bills: tuple[Bill, ...] | None = None
        self._warned = False
        units = context.project.reference.codebook.units_for(key.sector, key.carrier)
        self._gas = any(unit.id == GAS_VOLUME for unit in units)
        self.rows: list[BillRow] = []
        self.method = CalmCombo()
        self.add = QPushButton(context.theme.icon("plus"), context.texts.tr("Add &bill"))
        self.years = BilledYears(context.theme, context.texts)
        self.problem = QLabel()
        self._grid = QGridLayout()
        self._start()
        self._arrange()
        self._fit(parent)
        self._before = self._state()
        self._follow()

    @override
    def accept(self) -> None:
        self._follow()
        if self._bills is None:
            self.problem.setFocus()
            return
        project, key, bills, years = self._context.project, self._key, self._bills, self.years.chosen
        decimal_mark = self._context.texts.numbers.decimal_mark
        if self._context.run(lambda: record_bills(project, key.sector, key.carrier, bills, decimal_mark, years), self):
            super().accept()

    @override
    def reject(self) -> None:
        """Leave; what was typed and not taken is asked for once, in words in the dialog."""
        if self._state() == self._before or self._warned:
            super().reject()
            return
        self._warned = True
        said = self._context.texts.tr("These bills are not recorded yet. Press Esc again to leave without them.")
        self._say(said, quiet=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()  # from field to field; the values are taken with the button, or Ctrl+Enter
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)

    def add_row(self) -> BillRow:
        """Another bill, with the period that follows the last one's."""
        following = self.rows[-1].next_period() if self.rows else TypedBill()
        row = self._append(following)
        self._lay_out_rows()
        (row.quantity if following.first_day else row.first).setFocus()
        self._follow()
        return row

    def _start(self) -> None:
        texts, key = self._context.texts, self._key
        recorded = bills_of_cell(self._context.project, key.sector, key.carrier)
        method = recorded[0].method if recorded else SplitMethod.DAYS
        self.method.offer([(each.value, texts.tr(label)) for each, label in _METHODS.items()], method.value)
        for typed in [typed_bill(bill, texts) for bill in recorded] or [TypedBill()]:
            self._append(typed)

    def _append(self, typed: TypedBill) -> BillRow:
        context = self._context
        row = BillRow(context.project, context.theme, context.texts, self._key, gas=self._gas)
        entry = context.project.inventory.entries.get(self._key)
        usual = entry.unit if entry is not None else ""
        row.show_bill(typed if typed.unit else typed._replace(unit=usual))
        row.changed.connect(self._follow)
        row.removal_wanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        return row

    def _remove(self, row: BillRow) -> None:
        self.rows.remove(row)
        row.discard()
        self._lay_out_rows()
        self._follow()
        (self.rows[-1].first if self.rows else self.add).setFocus()

    def _arrange(self) -> None:
        texts, key, theme = self._context.texts, self._key, self._context.theme
        place = f"{texts.carrier(key.carrier)} · {texts.sector(key.sector)}"
        self.column.addWidget(Heading(theme, 1, place))
        explained = texts.tr(
            "Type each bill as it is printed. What belongs to which year is computed and shown below, "
            "before anything is recorded."
        )
        self.column.addWidget(words(theme, explained))
        self._area = self._scrolling()
        self.column.addWidget(self._area, 1)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problem.setAccessibleName(texts.tr("What to correct"))
        self.column.addWidget(self.problem)
        self.add_buttons(texts, texts.tr("Take these values"))
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.add_row)
        self.method.activated.connect(self._follow)
        self._lay_out_rows()

    def _fit(self, parent: QWidget) -> None:
        """As wide as the fields with their words in this language, if the screen has so much."""
        margins, screen = self.column.contentsMargins(), self.screen().availableGeometry()
        content = self._area.widget().sizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        wanted = max(_LEAST_WIDTH, content + margins.left() + margins.right())
        widest = max(screen.width(), parent.width())
        self.resize(min(wanted, widest), min(_HEIGHT, screen.height()))

    def _scrolling(self) -> QScrollArea:
        """The rows, the way of splitting and the years below each other, scrolled where the window is small."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        self._grid.setHorizontalSpacing(GRID)
        column.addLayout(self._grid)
        row, label = QHBoxLayout(), QLabel(self._context.texts.tr("&Split by"))
        label.setBuddy(self.method)
        self.method.setAccessibleName(label.text().replace("&", ""))
        self.method.setAccessibleDescription(self._context.texts.tr("How a bill over several years is divided"))
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(label)
        row.addWidget(self.method)
        column.addLayout(row)
        column.addSpacing(GRID)
        column.addWidget(Heading(self._context.theme, 2, self._context.texts.tr("What the years get")))
        column.addWidget(self.years)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _titles(self) -> tuple[str, ...]:
        tr = self._context.texts.tr
        gas = (tr("State number Z"), tr("Hs [kWh/m³]")) if self._gas else ()
        return (
            *(tr("From"), tr("To (inclusive)"), tr("Quantity"), tr("Unit")),
            *gas,
            *(tr("Meter or building"), tr("Source"), ""),
        )

    def _lay_out_rows(self) -> None:
        titles = self._titles()
        if not self._grid.count():
            for column, title in enumerate(titles):
                self._grid.addWidget(QLabel(title), 0, column)
            self._grid.setColumnStretch(len(titles) - 2, 1)
        for place, row in enumerate(self.rows):
            row.put_into(self._grid, 1 + 2 * place)
            row.name(titles, place + 1)
        widgets: list[QWidget] = [field for row in self.rows for field in (*row.columns, row.other)]
        for before, after in pairwise([*widgets, self.add]):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        """Read what is typed, and show what the years would get."""
        self._warned = False
        self._say("")
        read = [bill for row in self.rows if (bill := self._read(row)) is not None]
        whole = len(read) == sum(not row.typed.is_empty for row in self.rows)
        try:
            years = billed_years(self._context.project, read)
        except UserError as error:
            self._bills = None
            self._say(self._context.texts.error(error))
            return
        self._bills = tuple(read) if whole else None
        self._show_years(years)
        if not read and self._before_had_bills():
            said = self._context.texts.tr("Without bills the values that came from them are taken back.")
            self._say(said, quiet=True)

    def _show_years(self, years: tuple[BilledYear, ...]) -> None:
        project, key = self._context.project, self._key
        own = {key.year} & {each.year for each in years}
        typed = {}
        for each in years:
            entry = project.inventory.entries.get(key._replace(year=each.year))
            if entry is not None and entry.text and entry.origin is not Origin.BILLS:
                typed[each.year] = typed_text(entry, self._context.texts)
        usual = usual_years(project, key.sector, key.carrier, years)
        self.years.show_years(years, usual | own, typed)

    def _read(self, row: BillRow) -> Bill | None:
        typed, texts = row.typed, self._context.texts
        if not typed.is_complete:
            if not typed.is_empty:
                self._say(texts.tr("A bill needs both days and its quantity."), quiet=True)
            return None
        try:
            return read_bill(self._context.project, self._key, typed, SplitMethod(self.method.value), texts)
        except UserError as error:
            row.show_problem(texts.error(error))
            self._say(texts.error(error))
            return None

    def _before_had_bills(self) -> bool:
        return bool(bills_of_cell(self._context.project, self._key.sector, self._key.carrier))

    def _state(self) -> object:
        return [row.typed for row in self.rows if not row.typed.is_empty], self.method.value, self.years.is_touched

    def _say(self, sentence: str, *, quiet: bool = False) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleDescription(sentence)
        self.problem.setVisible(bool(sentence))
        theme = self._context.theme
        paint(self.problem, theme.text if quiet else theme.error)
