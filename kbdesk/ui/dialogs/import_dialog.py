"""What an import would do, before anything is written."""

from collections.abc import Mapping

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget
from PySide6.QtWidgets import QWidget

from kbdesk.services.importing import ImportPlan
from kbdesk.services.importing import RowState
from kbdesk.services.importing import problem_lines
from kbdesk.services.importing import reading_lines
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_SIZE = (920, 620)
_SHOWN_ROWS = 2000
_KINDS = {
    "entries": mark("energy values"),
    "structure": mark("base data of years"),
    "local_factors": mark("local emission factors"),
    "published_results": mark("published results"),
}
_STATES = {
    RowState.NEW: (mark("new"), "plus", Meaning.OK),
    RowState.CHANGED: (mark("changed"), "pencil", Meaning.ACCENT),
    RowState.SAME: (mark("same"), "equal", None),
    RowState.REJECTED: (mark("rejected"), "circle-x", Meaning.ERROR),
}


class ImportDialog(FormDialog):
    """How the file was understood, what becomes of each row, and which rows are rejected and why."""

    def __init__(self, parent: QWidget, texts: Texts, theme: Theme, planned: ImportPlan) -> None:
        super().__init__(parent, texts.tr("Import table"))
        self._texts = texts
        self._theme = theme
        self._planned = planned
        self.resize(*_SIZE)
        self.column.addWidget(Heading(theme, 1, planned.path.name))
        self.column.addWidget(words(theme, self._summary(), muted=False))
        for line in reading_lines(planned, texts):
            self.column.addWidget(words(theme, line))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(texts.tr("Rows"))
        self.tabs.addTab(self._rows(), texts.tr("Rows"))
        if planned.rejected:
            title = texts.tr("Rejected ({count})", count=texts.numbers.integer(len(planned.rejected)))
            self.tabs.addTab(self._problems(), theme.icon("circle-x", theme.error), title)
            self.tabs.setCurrentIndex(1)
        self.column.addWidget(self.tabs, 1)
        self._add_action()

    def _summary(self) -> str:
        texts, planned = self._texts, self._planned
        kind = texts.tr(_KINDS.get(planned.kind, planned.kind))
        counts = [
            f"{texts.tr(word)} {texts.numbers.integer(planned.count(state))}" for state, (word, _, _) in _STATES.items()
        ]
        return " · ".join([texts.tr("Table of {kind}", kind=kind), *counts])

    def _rows(self) -> ScrollingTable:
        tr = self._texts.tr
        table = ScrollingTable(tr("Rows of the table"), tr("Copy"))
        shown = self._planned.rows[:_SHOWN_ROWS]
        icons = self._state_icons()
        table.rows.show_rows(
            (tr("Row"), tr("What becomes of it"), *self._planned.header),
            [(str(row.number), tr(_STATES[row.state][0]), *self._cells(row.cells)) for row in shown],
            (0,),
            {(place, 1): icons[row.state] for place, row in enumerate(shown)},
        )
        return table

    def _cells(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """As many cells as there are titles, whatever the file has."""
        width = len(self._planned.header)
        return (*cells, *[""] * width)[:width]

    def _problems(self) -> ScrollingTable:
        tr = self._texts.tr
        table = ScrollingTable(tr("Rejected rows"), tr("Copy"), wrapped=True)
        lines = problem_lines(self._planned, self._texts)[:_SHOWN_ROWS]
        table.rows.show_rows((tr("What to correct"),), [(line,) for line in lines])
        table.stretch(0)
        return table

    def _state_icons(self) -> Mapping[RowState, QIcon]:
        theme = self._theme
        return {
            state: theme.icon(icon, theme.colour(meaning) if meaning else theme.muted)
            for state, (_, icon, meaning) in _STATES.items()
        }

    def _add_action(self) -> None:
        count = len(self._planned.edits)
        if not count:
            self.column.addWidget(words(self._theme, self._texts.tr("There is nothing to import."), muted=False))
            self.add_close_button(self._texts)
            return
        self.add_buttons(self._texts, self._texts.trn("Import {count} row", "Import {count} rows", count))
