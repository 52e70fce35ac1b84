"""One plant in the list of a network: its balance, what its heat bears, and how that was computed when asked."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.models.plants import PlantYear
from kbdesk.services import heat_networks
from kbdesk.texts.plant_texts import balance_text
from kbdesk.texts.plant_texts import heat_sentence
from kbdesk.texts.plant_texts import plant_sentences
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.page import words


class PlantLine(QWidget):
    """Says what it is asked for; the section does it."""

    edit_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, context: Context, plant: PlantYear) -> None:
        super().__init__()
        tr, theme = context.texts.tr, context.theme
        self.plant = plant
        self.edit = QPushButton(theme.icon("pencil"), tr("Edit"))
        self.delete = QPushButton(theme.icon("trash-2"), tr("Delete"))
        self.how = QPushButton(tr("How?"))
        self.how.setCheckable(True)
        self.balance = words(theme, f"{plant.plant}: {balance_text(plant, context.texts)}", muted=False)
        self.sentence, self.steps = words(theme, ""), words(theme, "")
        self._tell(context)
        self._name(context)
        self._arrange()
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self.plant))
        self.delete.clicked.connect(lambda: self.deletion_wanted.emit(self.plant))
        self.how.toggled.connect(self.steps.setVisible)

    def _tell(self, context: Context) -> None:
        texts = context.texts
        try:
            found = heat_networks.heat_of(context.project, self.plant)
        except UserError as error:
            self.sentence.setText(texts.error(heat_networks.told(error, texts)))
            self.how.hide()
        else:
            self.sentence.setText(heat_sentence(found, texts))
            self.steps.setText("\n".join(plant_sentences(found, texts)))
        self.steps.hide()

    def _name(self, context: Context) -> None:
        tr, name = context.texts.tr, self.plant.plant
        self.edit.setAccessibleName(tr("Edit {name}", name=name))
        self.delete.setAccessibleName(tr("Delete {name}", name=name))
        self.how.setAccessibleName(tr("How {name} is computed", name=name))
        self.edit.setAccessibleDescription(self.balance.text())
        self.how.setAccessibleDescription(self.steps.text())

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        for label in (self.balance, self.sentence, self.steps):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(column, 1)
        for button in (self.how, self.edit, self.delete):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
