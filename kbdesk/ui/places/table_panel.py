"""The tables of a year, one chosen at a time: for checking, and for copying into the forms of others."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.views import ViewKind
from kbdesk.services import viewing
from kbdesk.texts.view_names import TITLES
from kbdesk.ui.context import Context
from kbdesk.ui.forms.conformity_line import ConformityLine
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scrolling_table import ScrollingTable


class TablePanel(QWidget):
    """Shows one of the views of the chosen year; *Copy* takes it as spreadsheets want it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        tr = context.texts.tr
        self.chooser = CalmCombo()
        self.chooser.offer([(kind.value, tr(TITLES[kind])) for kind in viewing.VIEWS], viewing.VIEWS[0].value)
        self.chooser.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setAccessibleName(tr("Table"))
        self.chooser.setAccessibleDescription(tr("Shows another table of the year"))
        self.chooser.activated.connect(self.refresh)
        self.heading = Heading(context.theme, 2)
        self.table = ScrollingTable("", tr("Copy"))
        self.note = RunningText()
        self.conformity = ConformityLine(context)
        self.table.activated.connect(self._explain)
        self.explain_button = QPushButton(context.theme.icon("calculator"), tr("How is this computed?"))
        self.explain_button.setToolTip(tr("Show the values the chosen number is the sum of (Enter in the table)"))
        self.explain_button.clicked.connect(self.explain)
        self.copy_button = QPushButton(context.theme.icon("copy"), tr("Copy"))
        self.copy_button.clicked.connect(self.table.copy)
        self._arrange()

    def refresh(self) -> None:
        """Show the chosen view of the window's year."""
        context = self._context
        self._shown = shown = viewing.shown_view(
            context.project, context.year, ViewKind(self.chooser.value), context.texts
        )
        self.heading.setText(shown.title)
        self.conformity.refresh()
        self.table.setAccessibleName(shown.title)
        self.table.rows.show_rows(shown.header, shown.rows, numbers=range(1, len(shown.header)))
        empty = "" if shown.rows else context.texts.tr("There are no values of {year} yet.", year=str(context.year))
        self.note.setText(shown.note if shown.rows else empty)
        self.note.setVisible(bool(self.note.text()))
        for button in (self.copy_button, self.explain_button):
            button.setEnabled(bool(shown.rows))

    def explain(self) -> None:
        """Unfold the chosen number; the total of the table where none is chosen."""
        model, chosen = self.table.rows, self.table.currentIndex()
        total = model.index(model.rowCount() - 1 - self._shown.apart, model.columnCount() - 1)
        self._explain(chosen if chosen.isValid() else total)

    def _explain(self, index: QModelIndex) -> None:
        shown = self._shown
        if not index.isValid() or not shown.cells:
            return
        from kbdesk.ui.dialogs.explain_dialog import ExplainDialog  # noqa: PLC0415 - seldom needed

        row, column = index.row(), index.column()
        names = [shown.rows[row][0]]
        if self.chooser.value != ViewKind.QUALITY:
            names.append(shown.header[column] if column else self._context.texts.tr("Total"))
        title = ", ".join((*dict.fromkeys(names), str(self._context.year)))
        ExplainDialog(self.window(), self._context, title, shown.cells[row][column]).open()

    def _arrange(self) -> None:
        label = QLabel(self._context.texts.tr("&Table"))
        label.setBuddy(self.chooser)
        head = QWidget(self)
        named = QWidget(head)  # with a parent at once: a flow layout does not keep what nobody else holds
        both = QHBoxLayout(named)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(GRID)
        both.addWidget(label)
        both.addWidget(self.chooser)
        top = FlowLayout(head)
        for widget in (named, self.explain_button, self.copy_button):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(head)
        column.addWidget(self.heading)
        column.addWidget(self.conformity)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
