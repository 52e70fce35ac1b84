"""Base data: inhabitants and other figures of each year, accounting rules, own factors, earlier published totals."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.ui.context import Context
from kbdesk.ui.forms.base_table import BaseTable
from kbdesk.ui.forms.break_list import break_list
from kbdesk.ui.forms.conformity_line import ConformityLine
from kbdesk.ui.forms.heat_networks_form import HeatNetworksForm
from kbdesk.ui.forms.local_electricity_form import LocalElectricityForm
from kbdesk.ui.forms.new_record_fields import local_factor_list
from kbdesk.ui.forms.new_record_fields import published_total_list
from kbdesk.ui.forms.rules_form import RulesForm
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.destinations import HEAT_PUMPS
from kbdesk.ui.widgets.part_jumps import PartJumps


class BaseDataPlace(Place):
    """Parts below each other, with links to each; each saves on leaving a field."""

    id = "base_data"
    icon = "users"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.base = BaseTable(context, self._run)
        self.rules = RulesForm(context, self._run)
        self.conformity = ConformityLine(context)
        self.breaks = break_list(context, self._run)
        self.factors = local_factor_list(context, self._run)
        self.published = published_total_list(context, self._run)
        self.networks = HeatNetworksForm(context, self._run)
        self.electricity = LocalElectricityForm(context, self._run)
        self._parts = (
            self.base,
            self.rules,
            self.breaks,
            self.factors,
            self.networks,
            self.electricity,
            self.published,
        )
        self._area = QScrollArea()
        self.jumps = PartJumps(context.theme, context.texts, self._area)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._arrange()
        self.jumps.come_first()
        self.entrance = self.base.table
        self.base.go_to_year(context.year)
        self.conformity.refresh()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Base data")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        inventory, tr = context.project.inventory, context.texts.tr
        if not inventory.years and not inventory.base_data:
            return PlaceState("circle", tr("no years yet"))
        years = inventory.years or (context.year,)
        if all((year, Indicator.POPULATION) in inventory.base_data for year in years):
            return PlaceState("circle-check", tr("complete"))
        return PlaceState("circle-alert", tr("inhabitants missing"))

    @override
    def refresh(self, change: Change | None) -> None:
        for part in self._parts:
            part.refresh()
        self.conformity.refresh()

    @override
    def show_year(self, year: int) -> None:
        self.conformity.refresh()
        self.base.go_to_year(year)
        self.networks.show_year(year)
        self.electricity.show_year(year)

    @override
    def show_target(self, target: object) -> None:
        if target == HEAT_PUMPS:
            self.rules.heat_pumps.setFocus()
            self._area.ensureWidgetVisible(self.rules)
            return
        if isinstance(target, EntryKey):
            self.base.go_to_year(target.year)
        self.base.table.setFocus()

    @override
    def save_pending(self) -> None:
        """Save what is being typed."""
        for part in self._parts:
            part.save_pending()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    def _arrange(self) -> None:
        tr, content = self.context.texts.tr, QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        column.addWidget(self._heading(tr("Base data"), 1))
        column.addWidget(self.jumps)
        column.addWidget(self.base)
        self._add_part(column, self.rules, tr("Accounting rules"), "", lambda: self.rules.factor_set)
        column.addWidget(self.conformity)
        self._add_part(
            column,
            self.breaks,
            tr("Breaks in the series"),
            tr("From which year figures cannot be compared with those before. Said in charts, report and submission."),
            lambda: self.breaks.first_field,
        )
        self._add_part(
            column,
            self.factors,
            tr("Local emission factors"),
            tr("Own factors, for example of the heat network, come before those of the factor set."),
            lambda: self.factors.first_field,
        )
        self._add_part(
            column,
            self.networks,
            tr("Heat networks and own plants"),
            tr("Which factor the heat of a network is computed with, and the plants it can be computed from."),
            lambda: self.networks.first_field,
        )
        self._add_part(
            column,
            self.electricity,
            tr("Local electricity"),
            tr("What is made, bought and sold here, and the factor of electricity that follows (Covenant of Mayors)."),
            lambda: self.electricity.first_field,
        )
        self._add_part(
            column,
            self.published,
            tr("Published totals of earlier inventories"),
            tr("For years of which only the result is known: progress can be measured against them."),
            lambda: self.published.first_field,
        )
        column.addStretch(1)
        area = self._area
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _add_part(
        self, column: QVBoxLayout, part: QWidget, title: str, explanation: str, field: Callable[[], QWidget]
    ) -> None:
        column.addSpacing(GAP - GRID)
        heading = self._heading(title, 2)
        column.addWidget(heading)
        self.jumps.add(title, heading, field)
        if explanation:
            words = QLabel(explanation)
            words.setWordWrap(True)
            column.addWidget(words)
        column.addWidget(part)

    def _heading(self, text: str, level: int) -> QLabel:
        heading = QLabel(text)
        heading.setFont(self.context.theme.heading(self.font(), level))
        return heading

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)
