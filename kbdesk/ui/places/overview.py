"""The board: where the municipality stands, what to do next, and the tiles of the year."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.chart_canvas import ChartCanvas
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.figures import FigureRow
from kbdesk.ui.widgets.figures import figures_of
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.next_steps import next_steps
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with
from kbdesk.ui.widgets.step_buttons import StepButtons
from kbdesk.ui.widgets.tile_view import TileView
from kbdesk.ui.widgets.tiles import Board
from kbdesk.ui.widgets.tiles import board
from kbdesk.ui.widgets.verdict_row import VerdictRow
from kbdesk.ui.widgets.verdicts import headline
from kbdesk.ui.widgets.verdicts import is_partial

PER_INHABITANT = "per-inhabitant"
_WELCOME = mark(
    "Two things are enough for a first picture: the inhabitants of one year and a first value, for example the "
    "electricity of the households. Everything you enter is saved at once; nothing has to be complete."
)
_SMALL_CHART = QSize(380, 240)
_WIDE_CHARACTERS = 110
"""Average characters of width from which picture and steps have room side by side."""
_CHART_DELAY_MS = 30
"""The picture follows when the window has been painted: matplotlib takes its time the first time."""


class OverviewPlace(Place):
    """Where am I, what is missing, what to do next."""

    id = "overview"
    icon = "layout-dashboard"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme, texts = context.theme, context.texts
        self.headline = Heading(theme, 1)
        self.verdicts = VerdictRow(theme, texts)
        self.chart = ChartCanvas(theme, _SMALL_CHART)
        self.steps = StepButtons(theme, texts)
        self.figures = FigureRow(theme)
        self.year_heading = Heading(theme, 2)
        self.board_heading = Heading(theme, 2)
        self.legend = RunningText()
        self._welcome = RunningText(texts.tr(_WELCOME))
        self.tiles = TileView(theme, texts)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CHART_DELAY_MS)
        self._later.timeout.connect(self._show_chart)
        self.steps.destination_wanted.connect(self._go)
        self.tiles.tile_chosen.connect(self._go_to_cell)
        self._arrange()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Overview")

    @override
    def refresh(self, change: Change | None) -> None:
        context = self.context
        shown = board(context.project, context.year, context.texts)
        started = bool(context.project.supports)
        self.headline.setText(headline(context.project, context.texts) if started else self._greeting())
        self.verdicts.setVisible(started and not is_partial(context.project))
        self.verdicts.show_progress(context.project.progress)
        self.chart.setVisible(started)
        self._welcome.setVisible(not started)
        self.steps.show_steps(next_steps(context.project, shown, context.texts))
        self._show_board(shown)
        self._order_focus()
        if self.isVisible():
            self._later.start()

    @override
    def show_year(self, year: int) -> None:
        self.refresh(None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window, or with large text, things stand below each other."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_CHARACTERS * self.fontMetrics().averageCharWidth()
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        for row in (self.figures, self.verdicts):
            row.show_in_columns(4 if wide else 2)

    def _arrange(self) -> None:
        top = self._top
        top.setSpacing(GAP)
        left = QVBoxLayout()
        left.addWidget(self.chart, 1)
        left.addWidget(self._welcome)
        left.addStretch()
        top.addLayout(left, 3)
        top.addWidget(self.steps, 2)
        tiles = QVBoxLayout()
        tiles.setSpacing(GRID)
        for widget in (self.board_heading, self.legend, self.tiles):
            tiles.addWidget(widget)
        year = QVBoxLayout()
        year.setSpacing(GRID)
        year.addWidget(self.year_heading)
        year.addWidget(self.figures)
        page = ScrollPage()
        page.column.addWidget(self.headline)
        page.column.addWidget(self.verdicts)
        for group in (top, year, tiles):
            page.column.addLayout(group)
        page.column.addStretch()
        fill_with(self, page)

    def _order_focus(self) -> None:
        """Tab goes from top to bottom, also to steps made anew."""
        order = (self.chart, *self.steps.buttons, self.tiles)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _greeting(self) -> str:
        texts, project = self.context.texts, self.context.project
        return texts.tr("Welcome: the inventory of {name} begins here.", name=project.municipality.name)

    def _show_board(self, shown: Board) -> None:
        project, texts = self.context.project, self.context.texts
        recorded = bool(project.inventory.entries)
        for widget in (self.year_heading, self.figures, self.board_heading, self.legend, self.tiles):
            widget.setVisible(recorded)
        if not recorded:
            return
        gas = project.reference.factors.get(project.municipality.factor_set).gas_basis.replace("CO2", "CO₂")
        self.year_heading.setText(texts.tr("The year {year}", year=str(shown.year)))
        self.figures.show_figures(figures_of(project.results.get(shown.year), texts, gas))
        self.board_heading.setText(texts.tr("Sectors and energy carriers in {year}", year=str(shown.year)))
        self.legend.setText(_legend(shown, texts))
        self.tiles.show_board(shown)

    def _show_chart(self) -> None:
        if self.chart.isHidden():
            return
        from kbdesk.services import charting  # noqa: PLC0415 - the picture follows when the window has been painted

        context = self.context
        self.chart.show_chart(charting.chart(context.project, PER_INHABITANT, context.texts))

    def _go(self, wanted: Destination) -> None:
        self.context.bus.place_wanted.emit(wanted.place, wanted.target)

    def _go_to_cell(self, key: EntryKey) -> None:
        self._go(Destination(DATA_ENTRY, key))


def _legend(shown: Board, texts: Texts) -> str:
    parts = [
        texts.trn("{count} tile needs something.", "{count} tiles need something.", shown.attention)
        if shown.attention
        else texts.tr("No tile needs anything.")
    ]
    if shown.weak:
        parts.append(texts.tr("Hatched: start value or grade D."))
    parts.append(texts.tr("Click a tile to go to its field."))
    return " ".join(parts)
