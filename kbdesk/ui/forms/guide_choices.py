"""For whom the number of a letter is: one of a few places, as radio buttons; what is filled in says so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.guide_numbers import GuideCell
from kbdesk.models.guide_numbers import GuideNumber
from kbdesk.models.inventory import EntryKey
from kbdesk.texts.entry_texts import typed_text
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.flow_layout import FlowLayout


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

    def show_answers(self, year: int) -> None:
        """Say beside each place what was typed for it."""
        texts, entries = self._context.texts, self._context.project.inventory.entries
        for cell, button in zip(self._number.cells, self.buttons, strict=True):
            entry = entries.get(EntryKey(year, *cell.place))
            label = texts.trc("guide", cell.label)
            typed = typed_text(entry, texts) if entry is not None else ""
            button.setText(f"{label} ({typed})" if typed else label)
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(self._label.text())

    def _tell(self, cell: GuideCell) -> None:
        if cell != self.cell:
            self.cell_chosen.emit(cell)
