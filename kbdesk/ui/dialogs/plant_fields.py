"""The fields of a plant in one year: what goes in, what comes out, how its emissions are split."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.heat_and_power import DEFAULT_HEAT_EFFICIENCY
from kbdesk.models.heat_and_power import DEFAULT_POWER_EFFICIENCY
from kbdesk.models.own_heat import NETWORKS
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.services import plant_reading
from kbdesk.services.heat_networks import split_in_use
from kbdesk.services.plant_reading import TypedPlant
from kbdesk.texts.plant_texts import SPLITS
from kbdesk.texts.plant_texts import TEMPERATURES
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.fuel_row import FuelRow
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo

_NUMBER = 14
_PERCENT = 100


class PlantFields(QWidget):
    """``typed`` is what stands in the fields; ``changed`` tells that it is another."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name, self.source = QLineEdit(), QLineEdit()
        self.network, self.split, self.kind = CalmCombo(), CalmCombo(), CalmCombo()
        self.heat, self.sold, self.electricity = self._number(), self._number(), self._number()
        self.temperature, self.heat_efficiency, self.power_efficiency = self._number(), self._number(), self._number()
        self.fuels: list[FuelRow] = []
        self.add_fuel = QPushButton(context.theme.icon("plus"), context.texts.tr("Another &fuel"))
        self.add_fuel.setAutoDefault(False)
        self._fuel_column = QVBoxLayout()
        self._form = QFormLayout(self)
        self._offer()
        self._arrange()
        self._describe()
        self._connect()
        self.show_typed(TypedPlant("", NETWORKS[0]))

    @property
    def typed(self) -> TypedPlant:
        """What stands in the fields."""
        return TypedPlant(
            name=self.name.text(),
            carrier=self.network.value,
            fuels=tuple((row.carrier.value, row.amount.text()) for row in self.fuels),
            heat=self.heat.text(),
            sold=self.sold.text(),
            electricity=self.electricity.text(),
            split=self.split.value,
            temperature=self.temperature.text(),
            temperature_kind=self.kind.value,
            heat_efficiency=self.heat_efficiency.text(),
            power_efficiency=self.power_efficiency.text(),
            source=self.source.text(),
        )

    def show_typed(self, typed: TypedPlant) -> None:
        """Show a plant as it is typed."""
        lines = {
            self.name: typed.name,
            self.heat: typed.heat,
            self.sold: typed.sold,
            self.electricity: typed.electricity,
            self.temperature: typed.temperature,
            self.heat_efficiency: typed.heat_efficiency,
            self.power_efficiency: typed.power_efficiency,
            self.source: typed.source,
        }
        for line, text in lines.items():
            line.setText(text)
        for combo, value in ((self.network, typed.carrier), (self.split, typed.split)):
            combo.setCurrentIndex(combo.findData(value))
        self.kind.setCurrentIndex(self.kind.findData(typed.temperature_kind))
        for row in self.fuels:
            row.hide()
            row.deleteLater()
        self.fuels = []
        for carrier, text in typed.fuels or (("natural_gas", ""),):
            self._append(carrier, text)
        self._show_needed()

    def _number(self) -> QLineEdit:
        line = QLineEdit()
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFixedWidth(line.fontMetrics().averageCharWidth() * _NUMBER + 2 * GRID)
        return line

    def _offer(self) -> None:
        texts = self._context.texts
        own = texts.tr(SPLITS[split_in_use(self._context.project)])
        named = [(split.value, texts.tr(label)) for split, label in SPLITS.items()]
        self.split.offer([("", texts.tr("as the factor set: {split}", split=own)), *named], "")
        self.split.setMinimumContentsLength(46)
        self.network.offer([(id_, texts.carrier(id_)) for id_ in NETWORKS], NETWORKS[0])
        self.kind.offer([(kind.value, texts.tr(label)) for kind, label in TEMPERATURES.items()], TemperatureKind.MEAN)
        self.kind.setMinimumContentsLength(22)

    def _arrange(self) -> None:
        tr, form = self._context.texts.tr, self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._fuel_column.setSpacing(SMALL)
        fuels = QVBoxLayout()
        fuels.setSpacing(SMALL)
        fuels.addLayout(self._fuel_column)
        fuels.addWidget(self.add_fuel, 0, Qt.AlignmentFlag.AlignLeft)
        self._efficiencies = _side_by_side(
            self.heat_efficiency, QLabel(tr(plant_reading.POWER_EFFICIENCY)), self.power_efficiency
        )
        self._temperatures = _side_by_side(self.temperature, self.kind)
        self._add(tr("&Name"), self.name, self.name)
        self._add(tr("Heat net&work"), self.network, self.network)
        label = QLabel(tr("Fuel, net [MWh]"))
        form.addRow(label, fuels)
        self._add(tr("&Heat fed in [MWh]"), self.heat, self.heat)
        self._add(tr("Of it &sold [MWh]"), self.sold, self.sold)
        self._add(tr("&Electricity made [MWh]"), self.electricity, self.electricity)
        self._add(tr("S&plit"), self.split, self.split)
        self._add(tr("&Temperature [°C]"), self._temperatures, self.temperature)
        self._add(tr("Eff&iciency, heat [%]"), self._efficiencies, self.heat_efficiency)
        self._add(tr("S&ource"), self.source, self.source)

    def _add(self, text: str, row: QWidget, field: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self._form.addRow(label, row)

    def _describe(self) -> None:
        tr, numbers = self._context.texts.tr, self._context.texts.numbers
        self.kind.setAccessibleName(tr("Which temperature"))
        self.power_efficiency.setAccessibleName(tr(plant_reading.POWER_EFFICIENCY))
        told = {
            self.name: tr("The name of the plant, the same in every year."),
            self.network: tr("The network this plant feeds; its factor is computed from all its plants."),
            self.heat: tr("The heat the plant puts into the network in this year."),
            self.sold: tr("What of it reached the customers; empty: all of it. Losses raise the factor."),
            self.electricity: tr("Empty: none. Then heat bears all emissions."),
            self.split: tr("How the emissions are split between heat and electricity."),
            self.temperature: tr("The temperature of the heat network; it says how much the heat is worth."),
            self.kind: tr("Which temperature of the network is meant; method papers use either."),
            self.heat_efficiency: tr("Of producing heat alone; empty: the usual value."),
            self.power_efficiency: tr("Of producing electricity alone; empty: the usual value."),
            self.source: tr("Where the figures are from, for example the operator's yearly report."),
        }
        for field, words in told.items():
            field.setAccessibleDescription(words)
            field.setToolTip(words)
        self.name.setPlaceholderText(tr("For example: CHP plant North"))
        self.sold.setPlaceholderText(tr("all of it"))
        self.electricity.setPlaceholderText(tr("none"))
        self.source.setPlaceholderText(tr("For example: yearly report of the operator"))
        self.heat_efficiency.setPlaceholderText(numbers.plain(DEFAULT_HEAT_EFFICIENCY * _PERCENT))
        self.power_efficiency.setPlaceholderText(numbers.plain(DEFAULT_POWER_EFFICIENCY * _PERCENT))
        for line in self.findChildren(QLineEdit):
            line.setPalette(self._context.theme.field_palette())

    def _connect(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self.changed)
        for combo in (self.network, self.split, self.kind):
            combo.activated.connect(self._follow)
        self.add_fuel.clicked.connect(self._another)

    def _another(self) -> None:
        used = {row.carrier.value for row in self.fuels}
        row = self._append(next(id_ for id_ in self.fuels[0].offered if id_ not in used), "")
        row.carrier.setFocus()
        self.add_fuel.setEnabled(len(self.fuels) < len(row.offered))

    def _append(self, carrier: str, text: str) -> FuelRow:
        row = FuelRow(self._context, carrier, text)
        row.changed.connect(self.changed)
        previous = self.fuels[-1].amount if self.fuels else self.network
        self.fuels.append(row)
        self._fuel_column.addWidget(row)
        for before, after in ((previous, row.carrier), (row.carrier, row.amount), (row.amount, self.add_fuel)):
            QWidget.setTabOrder(before, after)
        return row

    def _follow(self) -> None:
        self._show_needed()
        self.changed.emit()

    def _show_needed(self) -> None:
        """Only the split that is used shows what it needs."""
        chosen = self.split.value
        used = Split(chosen) if chosen else split_in_use(self._context.project)
        self._form.setRowVisible(self._temperatures, used is Split.EXERGETIC)
        self._form.setRowVisible(self._efficiencies, used is Split.EFFICIENCY)


def typed_plant(plant: PlantYear, context: Context) -> TypedPlant:
    """A recorded plant as it would be typed."""
    mark = context.texts.numbers.decimal_mark

    def text(value: object, factor: int = 1) -> str:
        return "" if value is None else format(value * factor, "f").replace(".", mark)  # type: ignore[operator]

    return TypedPlant(
        name=plant.plant,
        carrier=plant.carrier,
        fuels=tuple((carrier, text(mwh)) for carrier, mwh in plant.fuels),
        heat=text(plant.heat_mwh),
        sold=text(plant.sold_mwh),
        electricity=text(plant.electricity_mwh),
        split=plant.split.value if plant.split else "",
        temperature=text(plant.temperature_c),
        temperature_kind=plant.temperature_kind.value,
        heat_efficiency=text(plant.heat_efficiency, _PERCENT),
        power_efficiency=text(plant.power_efficiency, _PERCENT),
        source=plant.source,
    )


def _side_by_side(*widgets: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    both.setFocusProxy(widgets[0])
    return both
