"""The board: where the municipality stands, what to do next, and the tiles of the year."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import second_looks
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.chart_canvas import ChartCanvas
from kbdesk.ui.widgets.destinations import CONFORMITY
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import DEADLINE
from kbdesk.ui.widgets.destinations import NEW_YEAR
from kbdesk.ui.widgets.destinations import STILL_TRUE
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.figures import FigureRow
from kbdesk.ui.widgets.figures import figures_of
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.improve_steps import improve_steps
from kbdesk.ui.widgets.next_steps import next_steps
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with
from kbdesk.ui.widgets.second_look_list import SecondLookList
from kbdesk.ui.widgets.standing import standing
from kbdesk.ui.widgets.standing_list import StandingList
from kbdesk.ui.widgets.step_buttons import StepButtons
from kbdesk.ui.widgets.tile_view import TileView
from kbdesk.ui.widgets.tiles import Board
from kbdesk.ui.widgets.tiles import board
from kbdesk.ui.widgets.verdict_row import VerdictRow
from kbdesk.ui.widgets.verdicts import headline
from kbdesk.ui.widgets.verdicts import is_partial
from kbdesk.ui.widgets.year_states import YearStates
from kbdesk.ui.widgets.year_strip import YearStrip

PER_INHABITANT = "per-inhabitant"
_WELCOME = mark(
    "Two things are enough for a first picture: the inhabitants of one year and a first value, for example the "
    "electricity of the households. Everything you enter is saved at once; nothing has to be complete."
)
_SMALL_CHART = QSize(380, 210)
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
        self._states = YearStates(context.project)
        self.headline = Heading(theme, 1)
        self.verdicts = VerdictRow(theme, texts)
        self.chart = ChartCanvas(theme, _SMALL_CHART)
        self.steps = StepButtons(theme, texts.tr("What to do next"), texts.tr("Nothing is open. Well done."))
        self.standing = StandingList(theme, texts.tr("Where it stands"))
        self.improving = StepButtons(
            theme, texts.tr("What to improve first"), texts.tr("Nothing rests on weak data here.")
        )
        self.figures = FigureRow(theme)
        self.year_heading = Heading(theme, 2)
        self.explain_button = QPushButton(theme.icon("calculator"), texts.tr("How is this computed?"))
        self.strip_heading = Heading(theme, 2, texts.tr("How far every year is"))
        self.strip = YearStrip(theme, texts)
        self.looks = SecondLookList(theme, texts)
        self.board_heading = Heading(theme, 2)
        self.legend = RunningText()
        self._welcome = RunningText(texts.tr(_WELCOME))
        self.tiles = TileView(theme, texts)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CHART_DELAY_MS)
        self._later.timeout.connect(self._show_chart)
        self._arrange()
        self._connect()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Overview")

    @override
    def refresh(self, change: Change | None) -> None:
        context = self.context
        project, texts, year = context.project, context.texts, context.year
        self._states.follow()
        shown = board(project, year, texts, self._states.recorded)
        started = bool(project.supports)
        self.headline.setText(headline(project, texts) if started else self._greeting())
        self.verdicts.setVisible(started and not is_partial(project))
        self.verdicts.show_progress((*project.progress, *project.sector_progress))
        self.chart.setVisible(started)
        self._welcome.setVisible(not started)
        self.steps.show_steps(next_steps(project, shown, texts))
        self._show_work(year, begun=bool(project.results))
        self._show_board(shown)
        self._order_focus()
        if self.isVisible():
            self._later.start()

    @override
    def show_year(self, year: int) -> None:
        self.refresh(None)

    @override
    def show_target(self, target: object) -> None:
        """Open the dialog about what was carried forward, where another place points at it."""
        if target == STILL_TRUE:
            self._go(Destination(STILL_TRUE, self.context.year))

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
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.verdicts.show_in_columns(4 if wide else 2)
        self.figures.show_in_columns(5 if wide else 3)

    def _arrange(self) -> None:
        left = _column(GAP, self.chart, self._welcome, self._strip_group(), self.looks)
        right = _column(GAP, self.steps, self.standing, self.improving)
        for column in (left, right):
            column.addStretch(1)
        self._columns.setSpacing(GAP)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        page = ScrollPage()
        page.column.addWidget(self.headline)
        page.column.addWidget(self.verdicts)
        top = QHBoxLayout()
        top.addWidget(self.year_heading, 1)
        top.addWidget(self.explain_button)
        year = _column(GRID, self.figures)
        year.insertLayout(0, top)
        page.column.addLayout(year)
        page.column.addLayout(self._columns)
        page.column.addLayout(_column(GRID, self.board_heading, self.legend, self.tiles))
        page.column.addStretch()
        fill_with(self, page)

    def _strip_group(self) -> QWidget:
        self._strip = QWidget()
        group = _column(GRID, self.strip_heading, self.strip)
        group.setContentsMargins(0, 0, 0, 0)
        self._strip.setLayout(group)
        return self._strip

    def _connect(self) -> None:
        for steps in (self.steps, self.standing, self.improving):
            steps.destination_wanted.connect(self._go)
        self.strip.year_chosen.connect(self.context.bus.year_chosen)
        self.looks.look_wanted.connect(self._look)
        self.tiles.tile_chosen.connect(self._go_to_cell)
        self.explain_button.clicked.connect(self.explain)

    def explain(self) -> None:
        """Unfold the numbers of the year down to its values."""
        from kbdesk.ui.dialogs.explain_dialog import explain_year  # noqa: PLC0415 - seldom needed

        explain_year(self.window(), self.context)

    def _order_focus(self) -> None:
        """Tab goes to what there is to do, then to what there is to see, also to steps made anew."""
        to_do = (*self.steps.buttons, *self.standing.buttons, *self.improving.buttons)
        for before, after in pairwise(
            (self.explain_button, self.chart, *to_do, self.strip, *self.looks.boxes, self.tiles)
        ):
            self.setTabOrder(before, after)

    def _show_work(self, year: int, *, begun: bool) -> None:
        """What is open, what to improve, how far every year is, who looked at it."""
        project, texts = self.context.project, self.context.texts
        proposals = improve_steps(project, year, texts)
        looks = second_looks.looks(project, year)
        self.standing.setVisible(begun)
        self.improving.setVisible(begun and bool(proposals))
        self._strip.setVisible(begun)
        self.looks.setVisible(bool(looks))
        if begun:
            self.standing.show_lines(standing(project, year, texts))
            self.improving.show_steps(proposals)
            self.strip.show_states(self._states, year)
            self.looks.show_looks(year, looks)

    def _look(self, sector: str, checked: bool) -> None:  # noqa: FBT001 - a slot for the signal's own bool
        """Record or take back a look; where that cannot be, the box shows again what is recorded."""
        project, year = self.context.project, self.context.year
        record = second_looks.check if checked else second_looks.take_back
        self.context.run(lambda: record(project, year, sector), self)
        self.looks.show_looks(year, second_looks.looks(project, year))

    def _greeting(self) -> str:
        texts, project = self.context.texts, self.context.project
        return texts.tr("Welcome: the inventory of {name} begins here.", name=project.municipality.name)

    def _show_board(self, shown: Board) -> None:
        project, texts = self.context.project, self.context.texts
        recorded = bool(project.results)
        said = (self.year_heading, self.explain_button, self.figures, self.board_heading, self.legend, self.tiles)
        for widget in said:
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
        bus = self.context.bus
        if wanted.place == NEW_YEAR:
            bus.new_year_wanted.emit(str(wanted.target or ""))
        elif wanted.place == STILL_TRUE:
            from kbdesk.ui.dialogs.still_true_dialog import StillTrueDialog  # noqa: PLC0415 - seldom needed

            StillTrueDialog(self.window(), self.context, self.context.year).open()
        elif wanted.place == CONFORMITY:
            from kbdesk.ui.dialogs.conformity_dialog import ConformityDialog  # noqa: PLC0415 - seldom needed

            ConformityDialog(self.window(), self.context).open()
        elif wanted.place == DEADLINE:
            from kbdesk.ui.dialogs.deadline_dialog import DeadlineDialog  # noqa: PLC0415 - seldom needed

            DeadlineDialog(self.window(), self.context).open()
        else:
            bus.place_wanted.emit(wanted.place, wanted.target)

    def _go_to_cell(self, key: EntryKey) -> None:
        self._go(Destination(DATA_ENTRY, key))


def _column(spacing: int, *widgets: QWidget) -> QVBoxLayout:
    """Widgets one below the other."""
    column = QVBoxLayout()
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return column


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
