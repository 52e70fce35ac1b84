"""For whom the number of a letter is: one of a few places, as radio buttons; what is filled in says so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.guide_numbers import GuideCell
from kbdesk.models.guide_numbers import GuideNumber
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.radio_group import stop_once


class GuideChoices(QWidget):
    """The places a number can be for."""

    cell_chosen = Signal(object)
    """The ``GuideCell``."""

    def __init__(self, context: Context, number: GuideNumber) -> None:
        super().__init__()
        self._context, self._number = context, number
        self.cell = number.cells[0]
        self.buttons = tuple(QRadioButton() for _ in number.cells)
        label = QLabel(context.texts.tr("The figure is for"))
        row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label)
        column.addLayout(row)
        for cell, button in zip(number.cells, self.buttons, strict=True):
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, cell=cell: self._tell(cell))
        self._label = label

    def choose(self, cell: GuideCell) -> None:
        """Show this place as the chosen one, without telling anyone."""
        self.cell = cell
        self.buttons[self._number.cells.index(cell)].setChecked(True)
        stop_once(self.buttons)

    def show_answers(self, year: int) -> None:
        """Say beside each place what is known for it: its energy, else what was typed."""
        texts = self._context.texts
        for cell, button in zip(self._number.cells, self.buttons, strict=True):
            label, known = texts.trc("guide", cell.label), self._known(EntryKey(year, *cell.place))
            button.setText(f"{label} ({known})" if known else label)
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(self._label.text())

    def _known(self, key: EntryKey) -> str:
        found, texts = self._context.project.cell(key), self._context.texts
        if found is None:
            return ""
        if found.energy_mwh is None:
            return found.entry.text
        return texts.tr("{energy} MWh", energy=texts.numbers.significant(found.energy_mwh))

    def _tell(self, cell: GuideCell) -> None:
        if cell != self.cell:
            self.cell_chosen.emit(cell)
