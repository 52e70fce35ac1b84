"""One fuel of a plant: which, and how much of it."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget

from kbdesk.models.own_heat import NO_FUELS
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.calm_combo import CalmCombo

_NUMBER = 14


class FuelRow(QWidget):
    """A carrier and its amount [MWh net]; an empty amount means that it is not used."""

    changed = Signal()

    def __init__(self, context: Context, carrier: str, text: str) -> None:
        super().__init__()
        texts, carriers = context.texts, context.project.reference.codebook.carriers
        self.offered = tuple(id_ for id_ in carriers if id_ not in NO_FUELS)
        self.carrier, self.amount = CalmCombo(), QLineEdit(text)
        self.carrier.offer([(id_, texts.carrier(id_)) for id_ in self.offered], carrier)
        self.carrier.setMinimumContentsLength(24)
        self.carrier.setAccessibleName(texts.tr("Fuel"))
        self.carrier.setAccessibleDescription(texts.tr("What the plant burns"))
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.amount.setFixedWidth(self.amount.fontMetrics().averageCharWidth() * _NUMBER + 2 * GRID)
        self.amount.setPalette(context.theme.field_palette())
        words = texts.tr("MWh by net calorific value; of a gas bill in gross kWh it is 0.902 of it, divided by 1000.")
        self.amount.setToolTip(words)
        self.amount.setAccessibleDescription(words)
        self.amount.textEdited.connect(self.changed)
        self.carrier.activated.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.carrier)
        row.addWidget(self.amount)
        row.addStretch(1)
        self._texts = texts
        self._name()

    def _follow(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        name = self._texts.carrier(self.carrier.value)
        self.amount.setAccessibleName(self._texts.tr("{carrier} [MWh]", carrier=name))
