"""One kind of vehicle with one carrier: kilometres and consumption on each kind of road."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.models.codebook import SectorKind
from kbdesk.models.road_traffic import flow_mwh
from kbdesk.services import road_traffic
from kbdesk.services.road_traffic import TypedLine
from kbdesk.services.road_traffic import TypedRoad
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo

_NUMBER = 12


class TrafficLine(QWidget):
    """``typed`` is what stands in the fields; ``changed`` tells that it is another."""

    changed = Signal()

    def __init__(self, context: Context, typed: TypedLine) -> None:
        super().__init__()
        self._context = context
        self._traffic = context.project.reference.road_traffic
        self.vehicle, self.carrier = CalmCombo(), CalmCombo()
        self.fields = [(self._number(road.million_km), self._number(road.per_100_km)) for road in typed.roads]
        self.units = [QLabel() for _ in typed.roads]
        self.energy = QLabel()
        self.remove = QToolButton()
        self._offer(typed)
        self._arrange()
        for combo in (self.vehicle, self.carrier):
            combo.activated.connect(self._follow)
        for pair in self.fields:
            for field in pair:
                field.textEdited.connect(self.changed)
        self._name()

    @property
    def typed(self) -> TypedLine:
        """What stands in the fields."""
        roads = tuple(TypedRoad(km.text(), used.text()) for km, used in self.fields)
        return TypedLine(self.vehicle.value, self.carrier.value, roads)

    def show_energy(self, year: int) -> None:
        """Say the energy of the line, where it can be read."""
        texts, project = self._context.texts, self._context.project
        try:
            flows = road_traffic.read_lines(project, year, [self.typed], texts)
        except UserError:
            self.energy.setText(texts.tr("incomplete"))
            return
        known = [energy for flow in flows if (energy := flow_mwh(flow)) is not None]
        self.energy.setText(
            texts.tr("= {energy} MWh", energy=texts.numbers.significant(sum(known[1:], known[0]))) if known else ""
        )

    def _number(self, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFixedWidth(line.fontMetrics().averageCharWidth() * _NUMBER + 2 * GRID)
        line.setPalette(self._context.theme.field_palette())
        return line

    def _offer(self, typed: TypedLine) -> None:
        texts = self._context.texts
        carriers = self._context.project.reference.codebook.carriers.values()
        vehicles = ((v.id, texts.trc("traffic", v.label)) for v in self._traffic.vehicles.values())
        self.vehicle.offer(vehicles, typed.vehicle)
        served = ((c.id, texts.carrier(c.id)) for c in carriers if c.serves(SectorKind.TRANSPORT))
        self.carrier.offer(served, typed.carrier)
        for combo in (self.vehicle, self.carrier):
            combo.setMinimumContentsLength(20)

    def _arrange(self) -> None:
        tr = self._context.texts.tr
        self.remove.setIcon(self._context.theme.icon("x"))
        self.remove.setAutoRaise(True)
        self.remove.setToolTip(tr("Remove this line"))
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.vehicle)
        top.addWidget(self.carrier)
        top.addStretch(1)
        top.addWidget(self.energy)
        top.addWidget(self.remove)
        grid = QGridLayout()
        grid.setContentsMargins(GAP, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(SMALL)
        for row, (label, (km, used)) in enumerate(zip(self._traffic.roads.values(), self.fields, strict=True)):
            grid.addWidget(QLabel(self._context.texts.trc("traffic", label)), row, 0)
            grid.addWidget(km, row, 1)
            grid.addWidget(QLabel(tr("million km ×")), row, 2)
            grid.addWidget(used, row, 3)
            grid.addWidget(self.units[row], row, 4)
        grid.setColumnStretch(5, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(top)
        column.addLayout(grid)

    def _follow(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        """Every field is named by its vehicle, carrier and road."""
        texts, project = self._context.texts, self._context.project
        vehicle = self._traffic.vehicles[self.vehicle.value]
        unit = road_traffic.consumption_unit(project, vehicle, self.carrier.value)
        per = texts.tr("{unit} on 100 km", unit=texts.unit(unit))
        self.vehicle.setAccessibleName(texts.tr("Vehicle"))
        self.vehicle.setAccessibleDescription(texts.tr("Which kind of vehicle the line is about"))
        self.carrier.setAccessibleName(texts.tr("Energy carrier"))
        self.carrier.setAccessibleDescription(texts.tr("What these vehicles run on"))
        line = f"{texts.trc('traffic', vehicle.label)}, {texts.carrier(self.carrier.value)}"
        self.remove.setAccessibleName(texts.tr("Remove {line}", line=line))
        for label, (km, used), shown in zip(self._traffic.roads.values(), self.fields, self.units, strict=True):
            shown.setText(per)
            place = f"{line}, {texts.trc('traffic', label)}"
            km.setAccessibleName(texts.tr("{place}: million km", place=place))
            km.setAccessibleDescription(texts.tr("Millions of vehicle kilometres in the year"))
            used.setAccessibleName(f"{place}: {per}")
            used.setAccessibleDescription(texts.tr("What one vehicle uses on 100 km"))
