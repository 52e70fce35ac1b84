"""Road traffic of a year: what drives on which roads and what it uses; the values of data entry follow from it."""

from functools import partial

from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.road_traffic import energy_by_cell
from kbdesk.models.traffic import TrafficFlow
from kbdesk.services import road_traffic
from kbdesk.services.road_traffic import TypedLine
from kbdesk.services.road_traffic import TypedRoad
from kbdesk.texts.entry_texts import value_name
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.dialogs.traffic_line import TrafficLine
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDTH_CHARACTERS = 96


class TrafficDialog(FormDialog):
    """Nothing is recorded before "Take over"; then it is one step."""

    def __init__(self, context: Context, year: int, parent: QWidget) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Road traffic {year}", year=str(year)))
        self._context, self._year = context, year
        self.lines: list[TrafficLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID * 2)
        self.another = QPushButton(context.theme.icon("plus"), texts.tr("&Another line"))
        self.another.setAutoDefault(False)
        self.source = QLineEdit()
        self.sums = words(context.theme, "", muted=False)
        self.over = QCheckBox(texts.tr("&Replace what was typed there"))
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        self.message.hide()
        self._arrange()
        recorded = road_traffic.flows_of(context.project, year)
        self.source.setText(recorded[0].source if recorded else "")
        for line in road_traffic.typed_lines(context.project, year, texts):
            self._append(line)
        self.another.clicked.connect(self._add)
        self._follow()
        if self.lines:
            self.lines[0].fields[0][0].setFocus()
        self._start = self._warned = self._typed

    @override
    def reject(self) -> None:
        """Leave; what was typed and not recorded is asked for once, and again after every change."""
        if self._typed in (self._start, self._warned):
            super().reject()
            return
        self._warned = self._typed
        said = self._context.texts.tr("These kilometres are not recorded yet. Press Esc again to leave without them.")
        self.message.setText(said)
        self.message.show()

    @override
    def accept(self) -> None:
        context = self._context
        try:
            change = road_traffic.record(
                context.project,
                self._year,
                self._read(),
                context.texts.numbers.decimal_mark,
                source=self.source.text(),
                replace_typed=self.over.isChecked(),
            )
        except UserError as error:
            self.message.setText(context.texts.error(error))
            self.message.show()
            return
        context.run(lambda: change, None)
        super().accept()

    def _read(self) -> tuple[TrafficFlow, ...]:
        typed = [line for line in self._typed if not line.is_empty]
        return road_traffic.read_lines(self._context.project, self._year, typed, self._context.texts)

    @property
    def _typed(self) -> list[TypedLine]:
        return [line.typed for line in self.lines]

    def _append(self, typed: TypedLine) -> TrafficLine:
        line = TrafficLine(self._context, typed)
        line.changed.connect(self._follow)
        line.remove.clicked.connect(partial(self._drop, line))
        self.lines.append(line)
        self._lines.addWidget(line)
        return line

    def _add(self) -> None:
        traffic = self._context.project.reference.road_traffic
        vehicle = traffic.vehicles["car"]
        line = self._append(TypedLine(vehicle.id, "diesel", tuple(TypedRoad() for _ in traffic.roads)))
        line.vehicle.setFocus()

    def _drop(self, line: TrafficLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._follow()

    def _follow(self) -> None:
        """Say what follows from what is typed so far."""
        texts, project = self._context.texts, self._context.project
        for line in self.lines:
            line.show_energy(self._year)
        try:
            flows = self._read()
        except UserError as error:
            self.sums.setText(texts.error(error))
            self.over.hide()
            return
        self.message.hide()
        told = [
            texts.tr(
                "{sector}, {carrier}: {energy} MWh",
                sector=texts.sector(sector),
                carrier=texts.carrier(carrier),
                energy=texts.numbers.significant(energy),
            )
            for (sector, carrier), energy in energy_by_cell(flows).items()
        ]
        typed = road_traffic.typed_over(project, flows)
        if typed:
            told.append(
                texts.tr("Already typed and kept: {values}.", values="; ".join(value_name(key, texts) for key in typed))
            )
        self.over.setVisible(bool(typed))
        self.sums.setText("\n".join(told) or texts.tr("Type the kilometres of at least one kind of road."))

    def _arrange(self) -> None:
        texts, theme, page = self._context.texts, self._context.theme, ScrollPage()
        tr = texts.tr
        hint = tr(
            "A traffic model or count gives millions of vehicle kilometres by kind of road. All traffic on the "
            "territory counts, through traffic and the motorway too. Lines without kilometres are left out."
        )
        page.column.addWidget(words(theme, hint))
        page.column.addLayout(self._lines)
        row = QHBoxLayout()
        row.addWidget(self.another)
        row.addStretch(1)
        page.column.addLayout(row)
        label = QLabel(tr("&Source"))
        label.setBuddy(self.source)
        self.source.setAccessibleName(tr("Source"))
        self.source.setAccessibleDescription(tr("The traffic model or count all lines are from"))
        self.source.setPlaceholderText(tr("For example: traffic model of the county 2022"))
        named = QHBoxLayout()
        named.addWidget(label)
        named.addWidget(self.source, 1)
        page.column.addLayout(named)
        result = QVBoxLayout()
        result.setSpacing(GRID)
        result.addWidget(Heading(theme, 2, tr("What follows from it")))
        result.addWidget(self.sums)
        result.addWidget(self.over)
        page.column.addLayout(result)
        page.column.addStretch(1)
        self.column.addWidget(page, 1)
        self.column.addWidget(self.message)
        self.add_buttons(texts, tr("Take over"))
        room, line = self.screen().availableSize(), self.fontMetrics().height()
        sample = TrafficLine(self._context, road_traffic.typed_lines(self._context.project, self._year, texts)[0])
        energy = 16 * self.fontMetrics().averageCharWidth()
        inner = sample.sizeHint().width() + energy + page.verticalScrollBar().sizeHint().width() + 2 * (GAP + MARGIN)
        sample.deleteLater()
        wide = max(inner, _WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.resize(min(wide, room.width() - 2 * GRID), min(46 * line, room.height() - 4 * line))
