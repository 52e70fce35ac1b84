"""Heat networks of a year: which factor is in use and why, the plants behind it, and what they give."""

from functools import partial

from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.plants import PlantYear
from kbdesk.services import heat_networks
from kbdesk.services.heat_networks import NetworkState
from kbdesk.texts.plant_texts import network_sentence
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.plant_dialog import PlantDialog
from kbdesk.ui.forms.network_words import route_words
from kbdesk.ui.forms.plant_line import PlantLine
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.step_box import StateLabel


class HeatNetworksForm(QWidget):
    """Follows the year of the window; made anew only when what it shows is another."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._context, self._run = context, run
        self.year = context.year
        self._shown: object = None
        self.lines: list[PlantLine] = []
        self.uses: list[QPushButton] = []
        self.states: list[StateLabel] = []
        self.adds: list[QPushButton] = []
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.refresh()

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard goes first."""
        return (*self.uses, *self.adds)[0]

    def show_year(self, year: int) -> None:
        """Show the networks of this year."""
        self.year = year
        self.refresh()

    def refresh(self) -> None:
        """Show the networks as they are now."""
        project = self._context.project
        states = heat_networks.networks(project, self.year)
        elsewhere = heat_networks.plants_elsewhere(project, self.year)
        shown = (
            self.year,
            project.municipality.factor_set,
            tuple((s.carrier, s.route, s.factor, s.plants) for s in states),
            elsewhere,
        )
        if shown != self._shown:
            self._shown = shown
            self._build(states, elsewhere)

    def save_pending(self) -> None:
        """Nothing is typed here; plants are typed in their dialog."""

    def _build(self, states: tuple[NetworkState, ...], elsewhere: tuple[PlantYear, ...]) -> None:
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else None
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self.lines, self.uses, self.states, self.adds = [], [], [], []
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        for state in states:
            column.addLayout(self._network(state))
        if not states:
            nothing = self._context.texts.tr("No heat from a network is entered for {year}.", year=str(self.year))
            column.addWidget(words(self._context.theme, nothing))
        column.addLayout(self._actions(elsewhere))
        self._column.addWidget(self._content)
        if name is not None:
            buttons = self._content.findChildren(QPushButton)
            next((b for b in buttons if b.accessibleName() == name), self.adds[0]).setFocus()

    def _network(self, state: NetworkState) -> QVBoxLayout:
        context, part = self._context, QVBoxLayout()
        part.setSpacing(GRID)
        label, said = StateLabel(context.theme), route_words(state, context.texts)
        label.show_state(said.icon, said.words, said.meaning)
        self.states.append(label)
        part.addWidget(label)
        for plant in state.plants:
            line = PlantLine(context, plant)
            line.setContentsMargins(GRID * 3, 0, 0, 0)
            line.edit_wanted.connect(self._edit)
            line.deletion_wanted.connect(self._delete)
            self.lines.append(line)
            part.addWidget(line)
        if state.computed is not None and len(state.plants) > 1:
            together = words(context.theme, network_sentence(state.computed, context.texts), muted=False)
            together.setContentsMargins(GRID * 3, 0, 0, 0)
            part.addWidget(together)
        if state.can_be_used and state.computed is not None:
            part.addLayout(self._use(state))
        return part

    def _use(self, state: NetworkState) -> QHBoxLayout:
        texts, row = self._context.texts, QHBoxLayout()
        row.setContentsMargins(GRID * 3, 0, 0, 0)
        factor = texts.numbers.plain(state.computed.t_per_mwh) if state.computed is not None else ""
        button = QPushButton(
            self._context.theme.icon("check"), texts.tr("Use {factor} t/MWh as local factor", factor=factor)
        )
        button.setAccessibleName(
            texts.tr(
                "Use {factor} t/MWh as local factor of {network} {year}",
                factor=factor,
                network=texts.carrier(state.carrier),
                year=str(state.year),
            )
        )
        button.clicked.connect(partial(self._record_factor, state.carrier))
        self.uses.append(button)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _actions(self, elsewhere: tuple[PlantYear, ...]) -> FlowLayout:
        tr, theme, row = self._context.texts.tr, self._context.theme, FlowLayout()
        add = QPushButton(theme.icon("plus"), tr("Add p&lant …"))
        add.setAccessibleName(tr("Add a plant to {year}", year=str(self.year)))
        add.clicked.connect(lambda: self._open(None))
        self.adds.append(add)
        for plant in elsewhere:
            wanted = tr("Enter {name} (as in {year}) …", name=plant.plant, year=str(plant.year))
            again = QPushButton(theme.icon("calendar-plus"), wanted.replace("&", "&&"))
            again.setAccessibleName(wanted)
            again.clicked.connect(partial(self._propose, plant))
            self.adds.append(again)
        for button in self.adds:
            row.addWidget(button)
        return row

    def _open(self, before: PlantYear | None) -> PlantDialog:
        dialog = PlantDialog(self._context, self.year, self, before=before)
        dialog.open()
        return dialog

    def _edit(self, plant: PlantYear) -> None:
        self._open(plant)

    def _propose(self, plant: PlantYear) -> None:
        self._open(None).propose(plant)

    def _delete(self, plant: PlantYear) -> None:
        self._run(lambda: heat_networks.remove_plant(self._context.project, plant))

    def _record_factor(self, carrier: str) -> None:
        context = self._context
        self._run(lambda: heat_networks.use_as_local_factor(context.project, self.year, carrier, context.texts))
