"""Are we on track, where from, why: the pictures by question, the tables of a year, and below every commitment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QTabWidget
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.charts.kinds import by_question
from kbdesk.models.changes import Change
from kbdesk.services import charting
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.commitments_dialog import CommitmentsDialog
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.places.chart_fittings import fittings
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.places.question_page import QuestionPage
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

_NEXT, _PREVIOUS = "Ctrl+Shift+PgDown", "Ctrl+Shift+PgUp"
"""As the years of the window go by Ctrl+PgDown and Ctrl+PgUp."""


class ProgressPlace(Place):
    """A tab for each question an officer asks, in it the pictures that answer it, and the tables of a year."""

    id = "progress"
    icon = "trending-down"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        texts, fit = context.texts, fittings(context)
        self.headline = Heading(context.theme, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(texts.tr("Charts"))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.pages: list[QuestionPage] = []
        for question in by_question(charting.CHART_KINDS):
            title = texts.tr(question.title)
            page = QuestionPage(context, title, question.kinds, fit)
            page.kind_shown.connect(self._show_tab)
            self.pages.append(page)
            self.tabs.addTab(page, title)
        self.tables = TablePanel(context)
        self.tabs.addTab(self.tables, texts.tr("Tables"))
        self.tabs.currentChanged.connect(self._show_tab)
        self.commitments = CommitmentTable(context.theme, texts)
        self.choose = QPushButton(context.theme.icon("flag"), texts.tr("Choose commitments…"))
        self.choose.clicked.connect(self.choose_commitments)
        self._arrange()
        self._add_shortcut(_NEXT, 1)
        self._add_shortcut(_PREVIOUS, -1)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pictures in the order of their questions."""
        return tuple(kind for page in self.pages for kind in page.kinds)

    def panel(self, kind: str) -> ChartPanel:
        """The picture of a kind with its buttons, whether it is shown or not."""
        return self._page_of(kind).panel(kind)

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
        self.commitments.show_progress((*context.project.progress, *context.project.sector_progress))
        for page in self.pages:
            page.outdate()
        self._show_tab()

    @override
    def show_year(self, year: int) -> None:
        if self.tabs.currentWidget() is self.tables:
            self.tables.refresh()

    @override
    def show_target(self, target: object) -> None:
        """Show the picture of a kind."""
        if isinstance(target, str) and target in self.kinds:
            page = self._page_of(target)
            page.show_kind(target)
            self.tabs.setCurrentWidget(page)
            self._show_tab()

    def step(self, by: int) -> None:
        """Show the next picture or the one before, through all questions; the tables come last."""
        stops: list[str | None] = [*self.kinds, None]
        page = self._page
        at = stops.index(page.kind if page else None)
        wanted = stops[(at + by) % len(stops)]
        if wanted is None:
            self.tabs.setCurrentWidget(self.tables)
        else:
            self.show_target(wanted)

    def choose_commitments(self) -> None:
        """Choose which commitments are held, and enter own targets."""
        CommitmentsDialog(self, self.context).open()

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

    @property
    def _page(self) -> QuestionPage | None:
        """The question that is shown; ``None`` where the tables are."""
        return next((page for page in self.pages if page is self.tabs.currentWidget()), None)

    def _page_of(self, kind: str) -> QuestionPage:
        return next(page for page in self.pages if kind in page.kinds)

    def _show_tab(self) -> None:
        """Compute what the chosen tab shows; the others wait until they are chosen."""
        if (page := self._page) is None:
            self.tables.refresh()
        else:
            page.bring_up_to_date()

    def _add_shortcut(self, keys: str, by: int) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.step(by))
