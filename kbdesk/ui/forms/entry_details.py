"""The details of the current cell, below the grid: the form at the left, what is known about the value at the right."""

from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_form import EntryForm
from kbdesk.ui.forms.entry_story import EntryStory
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID

_STORY_WIDTH = 30
"""Characters a line of the story needs at least; where there is less room it stands below the form."""

_PAIRS_WIDTH = 100
"""Characters of width from which fields have room two by two."""


class EntryDetails(QWidget):
    """Follows the current cell of the grid."""

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__()
        self._texts = context.texts
        self._key: EntryKey | None = None
        self._findings: tuple[str, ...] = ()
        # the story is told when nothing more urgent is left to do: typing and moving on come first
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)
        self.heading = QLabel()
        self.heading.setFont(context.theme.heading(self.font(), 2))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.form = EntryForm(context, run)
        self.story = EntryStory(context)
        inner = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._parts.setContentsMargins(0, 0, GRID, 0)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        self._parts.addWidget(self.story, 1)
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
        self._findings = findings
        self._telling.start()

    def refresh(self, change: Change | None, findings: tuple[str, ...]) -> None:
        """Show the cell as it is after a change."""
        if change is None or self._concerned(change):
            self.form.refresh()
            self._findings = findings
            self._telling.start()

    def save_pending(self) -> None:
        """Save what is being typed."""
        self.form.save_pending()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.form.quantity.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.quantity.line.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.show_in_pairs(wanted=self.width() >= self.fontMetrics().averageCharWidth() * _PAIRS_WIDTH)
        side_by_side = self.form.sizeHint().width() + GAP + self.fontMetrics().averageCharWidth() * _STORY_WIDTH
        beside = side_by_side <= self.width()
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._telling.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._telling.start()

    def _tell(self) -> None:
        self.story.show_entry(self._key, self._findings)

    def _concerned(self, change: Change) -> bool:
        own = self._key
        if own is None:
            return False
        return any(not isinstance(e.record, Entry) or e.record.key[1:] == own[1:] for e in change.edits)

    def _title(self) -> str:
        if self._key is None:
            return self._texts.tr("Choose a cell to see its details.")
        carrier, sector = self._texts.carrier(self._key.carrier), self._texts.sector(self._key.sector)
        return f"{carrier} · {sector} · {self._key.year}"
