"""Where the parts of a row stand: in columns that line up, or below each other where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.ui.context import Context
from kbdesk.ui.forms.quantity_field import QuantityField
from kbdesk.ui.forms.quantity_field import quantity_width
from kbdesk.ui.forms.value_row_reason import ReasonFields
from kbdesk.ui.forms.value_row_unit import UnitFields
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.quiet_text import QuietText

LABEL, QUANTITY, UNIT, OLDER, NEWER, CHANGE, STATE = range(7)
_CHARACTERS = {LABEL: 21, UNIT: 27, OLDER: 14, NEWER: 14, CHANGE: 8, STATE: 18}
_LEFT = Qt.AlignmentFlag.AlignLeft
"""Given to what has a width of its own, which would else be the most its column gets."""
_RIGHT = Qt.AlignmentFlag.AlignRight
_REST = 6
"""The first of the grid's rows with parts that are as wide as the form."""
_LAST = 10
_NARROW_COLUMNS = 3
_UNLIMITED = 16777215
"""What Qt takes for no limit."""


def column_width(column: int, metrics: QFontMetrics) -> int:
    """The width of a column in pixels; the quantity is as wide as its field."""
    return quantity_width(metrics) if column == QUANTITY else metrics.averageCharWidth() * _CHARACTERS[column]


class RowParts:
    """The parts of a row beside its fields: words that change, and what belongs to the unit and the reason."""

    def __init__(
        self,
        theme: Theme,
        quantity: QuantityField,
        unit: CalmCombo,
        unit_fields: UnitFields,
        reason: ReasonFields,
        evidence: QToolButton,
        how: str,
    ) -> None:
        self.quantity, self.unit, self.unit_fields, self.reason = quantity, unit, unit_fields, reason
        self.evidence = evidence
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(quantity.line)
        self.older, self.newer = (QuietText(theme, _RIGHT) for _ in range(2))
        self.change = QuietText(theme)
        for words in (self.older, self.newer):
            words.setFont(theme.numerals(words.font()))
        self.state = QuietText(theme)
        self.conversion = QuietText(theme)
        self.conversion.hide()
        self.how = QToolButton()
        self.how.setText(how)
        self.how.setAutoRaise(True)
        self.how.hide()
        evidence.setAutoRaise(True)
        evidence.setIcon(theme.icon("file-text", theme.muted))
        evidence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        evidence.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        evidence.setMinimumWidth(1)  # what does not fit is elided: a long source must not widen the window
        evidence.hide()
        quantity.answer.setMinimumHeight(evidence.sizeHint().height())

    @staticmethod
    def show_if(widget: QWidget, *, wanted: bool) -> None:
        """Show or hide a part; nothing is laid out again where it is so already."""
        if widget.isHidden() == wanted:
            widget.setVisible(wanted)


class RowLayout(QGridLayout):
    """The grid of one row."""

    def __init__(self, row: QWidget, parts: RowParts, metrics: QFontMetrics, *, reason_beside_echo: bool) -> None:
        super().__init__(row)
        self._parts, self._metrics, self._reason_beside_echo = parts, metrics, reason_beside_echo
        self._narrow: bool | None = None
        self._findings: QWidget | None = None
        self.setContentsMargins(0, SMALL, 0, SMALL)
        self.setHorizontalSpacing(GRID)
        self.setVerticalSpacing(2)
        parts.unit.setFixedWidth(column_width(UNIT, metrics))
        self.make_narrow(narrow=False)

    def make_narrow(self, *, narrow: bool) -> None:
        """Put earlier years and state below the fields where there is no room beside them."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for column in (LABEL, OLDER, NEWER, CHANGE, STATE):
            self.setColumnMinimumWidth(column, 0 if narrow else column_width(column, self._metrics))
        self.setColumnStretch(2, int(narrow))
        self.setColumnStretch(STATE + 1, int(not narrow))
        (self._put_below if narrow else self._put_beside)()

    def add_findings(self, findings: QWidget) -> None:
        """Put the findings below everything else."""
        self._findings = findings
        self._put_rest(_REST, 0 if self._narrow else QUANTITY)

    def _put_beside(self) -> None:
        parts = self._parts
        parts.label.setFixedWidth(column_width(LABEL, self._metrics))
        columns = (parts.label, parts.quantity.line, parts.unit, parts.older, parts.newer, parts.change)
        for column, widget in enumerate(columns):
            self.addWidget(widget, 0, column)
        self.addWidget(parts.state, 0, STATE, 1, 2)
        self.addWidget(parts.quantity.answer, 1, QUANTITY, 1, STATE - QUANTITY + 2)
        self.addWidget(parts.reason, 1, QUANTITY, 1, STATE - QUANTITY + 2)
        self.addWidget(parts.conversion, 2, QUANTITY, 1, CHANGE - QUANTITY + 1)
        self.addWidget(parts.how, 2, STATE, _LEFT)
        self._put_rest(_REST, QUANTITY)

    def _put_below(self) -> None:
        parts = self._parts
        parts.label.setMinimumWidth(0)
        parts.label.setMaximumWidth(_UNLIMITED)
        self.addWidget(parts.label, 0, 0, 1, 3)
        for column, widget in enumerate((parts.quantity.line, parts.unit, parts.state)):
            self.addWidget(widget, 1, column)
        self.addWidget(parts.quantity.answer, 2, 0, 1, 3)
        self.addWidget(parts.reason, 2 if self._reason_beside_echo else _LAST, 0, 1, 3)
        for column, words in enumerate((parts.older, parts.newer, parts.change)):
            self.addWidget(words, 3, column)
        self.addWidget(parts.conversion, 4, 0, 1, 3)
        self.addWidget(parts.how, _REST - 1, 0, _LEFT)
        self._put_rest(_REST, 0)

    def _put_rest(self, row: int, column: int) -> None:
        parts = self._parts
        columns = _NARROW_COLUMNS if self._narrow else STATE - QUANTITY + 2
        self.addWidget(parts.unit_fields, row, column, 1, columns)
        self.addWidget(parts.evidence, row + 1, column, 1, columns, _LEFT)
        if self._findings is not None:
            self.addWidget(self._findings, row + 2, column, 1, columns)


class RowHeadings(QWidget):
    """The names of the columns, once above all rows."""

    def __init__(self, context: Context, metrics: QFontMetrics) -> None:
        super().__init__()
        self._texts = context.texts
        tr = context.texts.tr
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        self.earlier = QLabel()
        named = {QUANTITY: QLabel(tr("As on paper")), UNIT: QLabel(tr("Unit")), STATE: QLabel(tr("State"))}
        for column, label in named.items():
            label.setAlignment(_RIGHT if column == QUANTITY else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, 0, column)
        for column in (LABEL, CHANGE):
            grid.addWidget(QWidget(), 0, column)  # the grid leaves out the spacing beside a column that holds nothing
        self.earlier.setAlignment(_RIGHT)
        grid.addWidget(self.earlier, 0, OLDER, 1, 2)
        for label in (*named.values(), self.earlier):
            paint_muted(label, context.theme)
            # words that are long in some language must not widen the column the fields stand in
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for column in (LABEL, QUANTITY, UNIT, OLDER, NEWER, CHANGE, STATE):
            grid.setColumnMinimumWidth(column, column_width(column, metrics))
        # between columns that one label stands over the grid leaves the spacing out
        grid.setColumnMinimumWidth(NEWER, column_width(NEWER, metrics) + GRID)
        grid.setColumnStretch(STATE + 1, 1)

    def show_unit(self, unit: str) -> None:
        """Say in which unit earlier years are shown."""
        self.earlier.setText(self._texts.tr("Earlier years [{unit}]", unit=unit))


def row_width(metrics: QFontMetrics) -> int:
    """The pixels a row needs with everything beside each other."""
    columns = (LABEL, QUANTITY, UNIT, OLDER, NEWER, CHANGE, STATE)
    return sum(column_width(column, metrics) for column in columns) + GRID * (len(columns) - 1)
