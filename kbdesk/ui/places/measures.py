"""The measures: what is done, planned or only an idea, and what is expected of it all."""

from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.measures import MeasureStatus
from kbdesk.services import measures
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.measure_dialog import MeasureDialog
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.register_table import RegisterTable
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with

PICTURE = "measures"
"""The picture that shows their effect."""
_NUMBERS = (4, 5, 6)
_WORDS = (0, 1)


class MeasuresPlace(Place):
    """The register in a table, and above it what is expected of all together."""

    id = "measures"
    icon = "hammer"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tr, icon = context.texts.tr, context.theme.icon
        self.sum = RunningText()
        self.empty = RunningText(
            tr(
                "A measure is what lowers emissions: light that uses less, a heat network, a bus line. Record what is "
                "decided and what is only an idea; the picture shows how much of the way to the target it is."
            )
        )
        self.table = RegisterTable(tr("Measures"), tr("Copy"), _WORDS, wrapped=True)
        self.new = QPushButton(icon("plus"), tr("&New measure…"))
        self.edit = QPushButton(icon("pencil"), tr("&Change…"))
        self.remove = QPushButton(icon("trash-2"), tr("&Remove"))
        self.picture = QPushButton(icon("trending-down"), tr("Show the &picture"))
        self._arrange()
        self.new.clicked.connect(self.ask_for_new)
        self.picture.clicked.connect(lambda: context.bus.place_wanted.emit("progress", PICTURE))
        for wanted in (self.edit.clicked, self.table.change_wanted):
            wanted.connect(self.change_chosen)
        for wanted in (self.remove.clicked, self.table.removal_wanted):
            wanted.connect(self.remove_chosen)
        self.table.chosen.connect(self._follow)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Measures")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        found, texts = context.project.inventory.measures, context.texts
        if not found:
            return PlaceState("circle", texts.tr("none yet"))
        held = sum(measure.status is not MeasureStatus.DROPPED for measure in found.values())
        return PlaceState("circle-check", texts.trn("{count} measure", "{count} measures", held))

    @override
    def refresh(self, change: Change | None) -> None:
        found, texts = measures.in_order(self.context.project), self.context.texts
        self.table.show_records(
            measures.measure_header(texts),
            measures.measure_rows(found, texts),
            [each.measure.id for each in found],
            _NUMBERS,
        )
        self.empty.setVisible(not found)
        for widget in (self.sum, self.table, self.edit, self.remove, self.picture):
            widget.setVisible(bool(found))
        self.entrance = self.table if found else self.new
        self.sum.setText(self._said())
        self._follow(self.table.current)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str):
            self.table.choose(target)

    def ask_for_new(self) -> None:
        """Ask for a new measure."""
        MeasureDialog(self.context, self.window()).open()

    def change_chosen(self) -> None:
        """Change the measure chosen."""
        if (measure := self.context.project.inventory.measures.get(self.table.current)) is not None:
            MeasureDialog(self.context, self.window(), measure).open()

    def remove_chosen(self) -> None:
        """Remove the measure chosen; *Undo* brings it back."""
        if chosen := self.table.current:
            self.context.run(lambda: measures.remove(self.context.project, chosen), None)
            (self.table if self.context.project.inventory.measures else self.new).setFocus()

    def _said(self) -> str:
        """The sum in words."""
        project, texts = self.context.project, self.context.texts
        told = measures.expectation(project)
        parts = []
        if told.counted:
            parts.append(
                texts.trn(
                    "{count} measure that is decided, running or done is expected to save {tonnes} t a year by {year}.",
                    "{count} measures that are decided, running or done are expected to save {tonnes} t a year by "
                    "{year}.",
                    told.counted,
                    tonnes=texts.numbers.integer(told.saving_t),
                    year=str(told.year),
                )
            )
            total = None if told.latest is None else project.results[told.latest].emissions_t.value
            if told.latest is not None and total:
                percent = texts.numbers.percent(told.saving_t / total, 1)
                said = texts.tr("That is {percent} of the emissions of {year}.", percent=percent, year=str(told.latest))
                parts.append(said)
        if told.ideas:
            parts.append(texts.trn("{count} idea is not counted.", "{count} ideas are not counted.", told.ideas))
        if told.unquantified:
            parts.append(
                texts.trn(
                    "{count} measure lacks a saving or a year and is not counted.",
                    "{count} measures lack a saving or a year and are not counted.",
                    told.unquantified,
                )
            )
        return " ".join(parts)

    def _follow(self, chosen: str) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(bool(chosen))

    def _arrange(self) -> None:
        page = ScrollPage()
        top = QVBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(Heading(self.context.theme, 1, self.context.texts.tr("Measures")))
        top.addWidget(self.sum)
        top.addWidget(self.empty)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.new, self.edit, self.remove, self.picture):
            flow.addWidget(button)
        page.column.addLayout(top)
        page.column.addWidget(buttons)
        page.column.addWidget(self.table, 1)
        page.column.addStretch(0)
        fill_with(self, page)
