"""One bill being typed: two rows of a grid, its fields and below them what was understood."""

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.models.inventory import EntryKey
from kbdesk.services.bill_reading import TypedBill
from kbdesk.services.data_entry import understood
from kbdesk.services.project import Project
from kbdesk.services.sources import recent_sources
from kbdesk.texts.days import day_in_words
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.parameter_texts import parameter_hint
from kbdesk.texts.source_texts import source_line
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import paint

_DAY, _NUMBER, _FACTOR, _METER, _CHOICE = 12, 12, 7, 14, 16
"""Characters of the fields."""


class BillRow(QObject):
    """The fields of one bill; ``columns`` are those shown, in order."""

    changed = Signal()
    removal_wanted = Signal()

    def __init__(self, project: Project, theme: Theme, texts: Texts, key: EntryKey, *, gas: bool) -> None:
        super().__init__()
        self._project, self._theme, self._texts, self._key = project, theme, texts, key
        self._id = ""
        self.first, self.last, self.quantity = QLineEdit(), QLineEdit(), QLineEdit()
        self.state_number, self.calorific_value, self.meter = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit, self.source = CalmCombo(), CalmCombo()
        self.remove = QToolButton()
        self.echo = QLabel()
        self.other = QPushButton()
        gas_fields = (self.state_number, self.calorific_value) if gas else ()
        self.columns: tuple[QWidget, ...] = (
            *(self.first, self.last, self.quantity, self.unit),
            *gas_fields,
            *(self.meter, self.source, self.remove),
        )
        self._arrange()
        self._connect()

    @property
    def typed(self) -> TypedBill:
        """What stands in the fields."""
        return TypedBill(
            self.first.text(),
            self.last.text(),
            self.quantity.text(),
            self.unit.value,
            self.state_number.text(),
            self.calorific_value.text(),
            self.meter.text(),
            self.source.value,
            self._id,
        )

    def show_bill(self, typed: TypedBill) -> None:
        """Show a bill in the fields."""
        self._id = typed.id
        lines = (self.first, self.last, self.quantity, self.state_number, self.calorific_value, self.meter)
        shown = (
            typed.first_day,
            typed.last_day,
            typed.quantity,
            typed.state_number,
            typed.calorific_value,
            typed.meter,
        )
        for line, text in zip(lines, shown, strict=True):
            line.setText(text)
        self._offer_units(typed.unit)
        offered = [(source.id, source_line(source, self._texts)) for source in recent_sources(self._project)]
        self.source.offer([("", self._texts.tr("not said")), *offered], typed.source_id)
        self._follow()

    def _offer_units(self, chosen: str) -> None:
        """The units of the carrier; where it is billed gross and net alike nothing is chosen before a person did."""
        codebook, place = self._project.reference.codebook, (self._key.sector, self._key.carrier)
        units = [(unit.id, self._texts.unit(unit).partition(" (")[0]) for unit in codebook.units_for(*place)]
        asked = [("", self._texts.tr("gross or net?"))] if codebook.asks_basis(*place) and not chosen else []
        self.unit.offer([*asked, *units], chosen or ("" if asked else units[0][0]))

    def name(self, titles: Iterable[str], number: int) -> None:
        """Tell assistive technology what each field is, and of which bill."""
        for field, title in zip(self.columns, titles, strict=True):
            words = self._texts.tr("{field}, bill {number}", field=title, number=str(number))
            field.setAccessibleName(words)
        self.remove.setToolTip(self._texts.tr("Remove bill {number}", number=str(number)))
        self.remove.setAccessibleName(self.remove.toolTip())

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Stand in this row of a grid and the one below it."""
        for column, field in enumerate(self.columns):
            grid.addWidget(field, row, column)
        grid.addWidget(self.echo, row + 1, 0, 1, len(self.columns) - 2)
        grid.addWidget(self.other, row + 1, len(self.columns) - 2, 1, 2)

    def show_problem(self, sentence: str) -> None:
        """Say below the fields what cannot be read."""
        self.echo.setText(sentence)
        paint(self.echo, self._theme.error)

    def next_period(self) -> TypedBill:
        """The period of the same length that follows this one, with the same unit, meter and source."""
        typed = self.typed
        kept = TypedBill(unit=typed.unit, meter=typed.meter, source_id=typed.source_id)
        first, last = (read_typed_day(text, self._texts).day for text in (typed.first_day, typed.last_day))
        if first is None or last is None or last < first:
            return kept
        start = last + timedelta(days=1)
        same_day = start.replace(year=start.year + 1) if (start.month, start.day) != (2, 29) else None
        end = same_day - timedelta(days=1) if same_day else start + (last - first)
        day = self._texts.numbers.day
        return kept._replace(first_day=day(start), last_day=day(end))

    def discard(self) -> None:
        """Take every widget out of the window."""
        for widget in (*self.columns, self.state_number, self.calorific_value, self.echo, self.other):
            widget.hide()
            widget.deleteLater()

    def _arrange(self) -> None:
        tr, width = self._texts.tr, self.first.fontMetrics().averageCharWidth()
        sizes = {self.first: _DAY, self.last: _DAY, self.quantity: _NUMBER, self.meter: _METER}
        for line, size in {**sizes, self.state_number: _FACTOR, self.calorific_value: _FACTOR}.items():
            line.setMinimumWidth(width * size + 2 * GRID)
            line.setPalette(self._theme.field_palette())
        for line in (self.quantity, self.state_number, self.calorific_value):
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setFont(self._theme.numerals(line.font()))
        self.meter.setPlaceholderText(tr("only if several"))
        for field, what in (
            (self.quantity, tr("A number, with its unit where it is another one")),
            (self.unit, tr("The unit of the quantity; the number stays when another one is chosen")),
            (self.state_number, parameter_hint(STATE_NUMBER, self._texts)),
            (self.calorific_value, parameter_hint(GROSS_CALORIFIC_VALUE, self._texts)),
            (self.source, tr("The letter, bill or register the value is from")),
        ):
            field.setAccessibleDescription(what)
        for combo in (self.unit, self.source):
            combo.setMinimumContentsLength(_CHOICE)
        self.remove.setIcon(self._theme.icon("x"))
        self.remove.setAutoRaise(True)
        self.echo.setWordWrap(True)
        self.other.setAutoDefault(False)
        self.show_bill(TypedBill())

    def _connect(self) -> None:
        self.quantity.textChanged.connect(self._take_unit)
        lines = (self.first, self.last, self.quantity, self.state_number, self.calorific_value, self.meter)
        for line in lines:
            line.textChanged.connect(self._tell)
        for combo in (self.unit, self.source):
            combo.activated.connect(self._tell)
        self.remove.clicked.connect(self.removal_wanted)
        self.other.clicked.connect(lambda: self.quantity.setText(self._alternative()))

    def _take_unit(self) -> None:
        """A unit typed behind the number is the one of the bill."""
        mark = self._texts.numbers.decimal_mark
        unit = understood(self._project, self._key, self.quantity.text(), mark, self.unit.value).unit
        if unit and (place := self.unit.findData(unit)) >= 0:
            self.unit.setCurrentIndex(place)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        texts, alternative = self._texts, self._alternative()
        days = [read_typed_day(line.text(), texts).day for line in (self.first, self.last)]
        said = " – ".join(day_in_words(day, texts) for day in days if day is not None)
        if days[0] is not None and days[1] is not None and days[1] >= days[0]:
            count = (days[1] - days[0]).days + 1
            said = texts.trn("{period} · {count} day", "{period} · {count} days", count, period=said)
        self.echo.setText(said)
        paint(self.echo, self._theme.muted)
        for line in (self.first, self.last):
            line.setAccessibleDescription(said or texts.tr("A day, for example 14.02.2023 or 2023-02-14"))
        self.other.setVisible(bool(alternative))
        self.other.setText(texts.tr("Meant {number}?", number=alternative))

    def _alternative(self) -> str:
        """The other reading of the quantity; empty where it has one only."""
        mark = self._texts.numbers.decimal_mark
        other = understood(self._project, self._key, self.quantity.text(), mark).read.alternative
        return "" if other is None else self._texts.numbers.plain(other)
