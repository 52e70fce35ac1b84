"""The details of the current cell, below the grid: the form at the left, what is known about the value at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_form import EntryForm
from kbdesk.ui.forms.entry_form import Run
from kbdesk.ui.forms.entry_story import EntryStory
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID


class EntryDetails(QWidget):
    """Follows the current cell of the grid."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._texts = context.texts
        self._key: EntryKey | None = None
        self.heading = QLabel()
        self.heading.setFont(context.theme.heading(self.font(), 2))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.form = EntryForm(context, run)
        self.story = EntryStory(context)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, GRID, 0)
        columns.setSpacing(GAP)
        columns.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self.story, 1)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(self.area, 1)

    @property
    def key(self) -> EntryKey | None:
        """The cell shown."""
        return self._key

    def show_entry(self, key: EntryKey | None, findings: tuple[str, ...]) -> None:
        """Show a cell; typed text of the one before is saved first."""
        self.form.show_entry(key)
        self._key = key
        self.heading.setText(self._title())
        self.story.show_entry(key, findings)

    def refresh(self, change: Change | None, findings: tuple[str, ...]) -> None:
        """Show the cell as it is after a change."""
        if change is None or self._concerned(change):
            self.form.refresh()
            self.story.show_entry(self._key, findings)

    def save_pending(self) -> None:
        """Save what is being typed."""
        self.form.save_pending()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.form.quantity.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.quantity.line.selectAll()

    def _concerned(self, change: Change) -> bool:
        own = self._key
        if own is None:
            return False
        return any(not isinstance(e.record, Entry) or e.record.key[1:] == own[1:] for e in change.edits)

    def _title(self) -> str:
        if self._key is None:
            return self._texts.tr("Choose a cell to see its details.")
        return self._texts.tr(
            "{carrier} · {sector} · {year}",
            carrier=self._texts.carrier(self._key.carrier),
            sector=self._texts.sector(self._key.sector),
            year=str(self._key.year),
        )
