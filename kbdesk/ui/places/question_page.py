"""The pictures that answer one question, one shown at a time; each is built when it is first wanted."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.charts.kinds import kind_title
from kbdesk.ui.context import Context
from kbdesk.ui.places.chart_panel import ChartPanel
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.choice_row import ChoiceRow


class QuestionPage(QWidget):
    """A row with the names of the pictures above the one that is shown; a single picture needs no row."""

    kind_shown = Signal(str)
    """The kind that is shown now, because a person chose it."""

    def __init__(
        self, context: Context, title: str, kinds: Sequence[str], fit: Mapping[str, Callable[[ChartPanel], None]]
    ) -> None:
        super().__init__()
        self._context, self._fit = context, fit
        self.kinds = tuple(kinds)
        self.kind = self.kinds[0]
        """The kind of the picture that is shown."""
        self.choice = ChoiceRow(title, ((kind, context.texts.tr(kind_title(kind))) for kind in kinds))
        self.choice.choose(self.kind)
        if len(self.kinds) == 1:
            self.choice.hide()
        self.choice.chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self._built: dict[str, ChartPanel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, MARGIN)
        column.setSpacing(GRID)
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)

    def panel(self, kind: str) -> ChartPanel:
        """The picture of a kind with its buttons."""
        if kind not in self._built:
            panel = self._built[kind] = ChartPanel(self._context, kind)
            if kind in self._fit:
                self._fit[kind](panel)
            self._stack.addWidget(panel)
            self._put_in_order(panel)
        return self._built[kind]

    @property
    def shown(self) -> ChartPanel:
        """The picture that is shown."""
        return self.panel(self.kind)

    def outdate(self) -> None:
        """Note that the document changed."""
        for panel in self._built.values():
            panel.outdate()

    def bring_up_to_date(self) -> None:
        """Compute the picture that is shown, where the document changed since."""
        self.show_kind(self.kind)
        self.shown.bring_up_to_date()

    def show_kind(self, kind: str) -> None:
        """Show the picture of a kind."""
        self.kind = kind
        self.choice.choose(kind)
        self._stack.setCurrentWidget(self.panel(kind))

    def _put_in_order(self, panel: ChartPanel) -> None:
        """A panel that is built late would come last under the Tab key: it comes after the row that chooses it."""
        before: QWidget = list(self.choice.buttons.values())[-1]
        for stop in panel.stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def _choose(self, kind: str) -> None:
        self.show_kind(kind)
        self.kind_shown.emit(kind)
