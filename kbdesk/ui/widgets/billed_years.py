"""The years that bills give values for: each can be taken or not, with its formula below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services.bill_explaining import amount_text
from kbdesk.services.bill_explaining import coverage_text
from kbdesk.services.bill_explaining import year_sentences
from kbdesk.services.billing import BilledYear
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.selectable import selectable


class BilledYears(QWidget):
    """One check box a year; what a person ticked stays ticked while the bills change."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self.boxes: dict[int, QCheckBox] = {}
        self._ticked: dict[int, bool] = {}
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)

    @property
    def chosen(self) -> frozenset[int]:
        """The years that are ticked."""
        return frozenset(year for year, box in self.boxes.items() if box.isChecked())

    @property
    def is_touched(self) -> bool:
        """Whether a person ticked or unticked a year."""
        return bool(self._ticked)

    def show_years(self, years: Sequence[BilledYear], usual: frozenset[int], typed: dict[int, str]) -> None:
        """Show these years; ``usual`` are ticked by themselves, ``typed`` are values that would be replaced."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.boxes = [], {}
        for billed in years:
            self._add(self._box(billed, ticked=self._ticked.get(billed.year, billed.year in usual)))
            lines = [*year_sentences(billed, self._texts)]
            if billed.year in typed:
                lines.append(self._texts.tr("This replaces the value {value}.", value=typed[billed.year]))
            self._add(self._lines(billed, lines))

    def _box(self, billed: BilledYear, *, ticked: bool) -> QCheckBox:
        amount = amount_text(billed, self._texts)
        box = QCheckBox(self._texts.tr("{year}: {amount}", year=str(billed.year), amount=amount))
        box.setChecked(ticked)
        box.setAccessibleDescription(coverage_text(billed.coverage, self._texts))
        box.clicked.connect(lambda checked, year=billed.year: self._tick(year, ticked=checked))
        self.boxes[billed.year] = box
        return box

    def _lines(self, billed: BilledYear, lines: list[str]) -> QWidget:
        """The formula, and with an icon how many days are covered."""
        theme, complete = self._theme, billed.coverage.complete
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(GAP, 0, 0, GRID)
        column.setSpacing(SMALL)
        for line in lines:
            label = selectable(line)
            label.setWordWrap(True)
            column.addWidget(label)
        icon = QLabel()
        side = self.fontMetrics().height()
        name, colour = ("circle-check", theme.ok) if complete else ("triangle-alert", theme.warning)
        icon.setPixmap(theme.icon(name, colour).pixmap(side, side))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(icon)
        row.addWidget(words(theme, coverage_text(billed.coverage, self._texts)), 1)
        column.addLayout(row)
        return part

    def _add(self, widget: QWidget) -> None:
        self._parts.append(widget)
        self._column.addWidget(widget)

    def _tick(self, year: int, *, ticked: bool) -> None:
        self._ticked[year] = ticked
        self.changed.emit()
