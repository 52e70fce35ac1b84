"""Are we on track: the charts with their sentence, the tables of a year, and below them every commitment."""

from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QTabWidget
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.services import charting
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.dialogs.weather_dialog import WeatherDialog
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.places.table_panel import TablePanel
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.commitment_table import CommitmentTable
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with
from kbdesk.ui.widgets.verdicts import ICONS
from kbdesk.ui.widgets.verdicts import headline
from kbdesk.ui.widgets.verdicts import is_partial
from kbdesk.ui.widgets.verdicts import verdict_word
from kbdesk.ui.widgets.verdicts import worst_verdict

TAB_TITLES = {
    "per-inhabitant": mark("Per inhabitant"),
    "sectors": mark("Sectors"),
    "carriers": mark("Energy carriers"),
    "windows": mark("Five years"),
    "causes": mark("Why"),
    "weather": mark("Weather"),
}


class ProgressPlace(Place):
    """The commitments as pictures with a sentence on top, and as a table."""

    id = "progress"
    icon = "trending-down"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        texts = context.texts
        self.headline = Heading(context.theme, 1)
        self.panels = {kind: ChartPanel(context, kind) for kind in charting.CHART_KINDS}
        self.assumptions = self.panels[charting.WEATHER].add_button(
            texts.tr("Assumptions…"), "sliders-horizontal", self.change_assumptions
        )
        self._outdated = set(self.panels)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(texts.tr("Charts"))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        for kind, panel in self.panels.items():
            self.tabs.addTab(panel, texts.tr(TAB_TITLES.get(kind, kind)))
        self.tables = TablePanel(context)
        self.tabs.addTab(self.tables, texts.tr("Tables"))
        self.tabs.currentChanged.connect(self._show_tab)
        self.commitments = CommitmentTable(context.theme, texts)
        self.choose = QPushButton(context.theme.icon("flag"), texts.tr("Choose commitments…"))
        self.choose.clicked.connect(self.choose_commitments)
        self._arrange()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Progress")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        if is_partial(context.project):
            return PlaceState("circle-dashed", context.texts.tr("too few values yet"))
        verdict = worst_verdict(context.project)
        if verdict is None:
            return None
        return PlaceState(ICONS[verdict], verdict_word(verdict, context.texts))

    @override
    def refresh(self, change: Change | None) -> None:
        context = self.context
        self.headline.setText(headline(context.project, context.texts))
        self.commitments.show_progress(context.project.progress)
        self._outdated = set(self.panels)
        self._show_tab()

    @override
    def show_year(self, year: int) -> None:
        if self.tabs.currentWidget() is self.tables:
            self.tables.refresh()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, str) and target in self.panels:
            self.tabs.setCurrentWidget(self.panels[target])

    def choose_commitments(self) -> None:
        """Choose which commitments are held, and enter own targets."""
        CommitmentsDialog(self, self.context).open()

    def change_assumptions(self) -> None:
        """Say which share of each energy carrier heats rooms."""
        WeatherDialog(self, self.context).open()

    def _arrange(self) -> None:
        page = ScrollPage()
        page.column.addWidget(self.headline)
        page.column.addWidget(self.tabs, 1)
        below = QVBoxLayout()
        below.setSpacing(GRID)
        top = QHBoxLayout()
        top.addWidget(Heading(self.context.theme, 2, self.context.texts.tr("Commitments")), 1)
        top.addWidget(self.choose)
        below.addLayout(top)
        below.addWidget(self.commitments)
        page.column.addLayout(below)
        fill_with(self, page)

    def _show_tab(self) -> None:
        """Compute what the chosen tab shows; the others wait until they are chosen."""
        if self.tabs.currentWidget() is self.tables:
            self.tables.refresh()
            return
        kind = charting.CHART_KINDS[self.tabs.currentIndex()]
        if kind in self._outdated:
            self._outdated.discard(kind)
            self.panels[kind].show_chart(charting.chart(self.context.project, kind, self.context.texts))
