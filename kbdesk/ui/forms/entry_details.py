"""The details of one value: the form at the left, what is known about the value at the right."""

from collections.abc import Sequence

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
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.forms.entry_form import EntryForm
from kbdesk.ui.forms.entry_story import EntryStory
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID

_BESIDE_WIDTH = 105
"""Characters of width from which the story has room beside the form."""
_REST_MS = 120
_STORY_LINES = 9
"""Lines of the story that are seen at least where it stands below the form."""


class EntryDetails(QFrame):
    """Follows the current cell of a grid, or, ``with_value`` off, stands below a row that has the value already."""

    def __init__(self, context: Context, run: Run, *, with_value: bool = True) -> None:
        super().__init__()
        self._context = context
        self._key: EntryKey | None = None
        # the story is told when typing and moving on rest: they come first
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_REST_MS)
        self._telling.timeout.connect(self._tell)
        self.heading = QLabel()
        self.heading.setFont(context.theme.heading(self.font(), 2))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        if not with_value:
            self.heading.hide()  # a label without a parent would be shown as a window
        self.form = EntryForm(context, run, with_value=with_value)
        self.story = EntryStory(context)
        inner = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._parts.setContentsMargins(0, 0, GRID, 0)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self._parts.addWidget(self.story, 1)
        self.story.setMinimumHeight(self.fontMetrics().lineSpacing() * _STORY_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*((0, GRID, 0, 0) if with_value else (GRID, GRID, 0, GRID)))
        if not with_value:
            self.setFrameShape(QFrame.Shape.StyledPanel)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(_scrolling(inner) if with_value else inner, 1)

    @property
    def key(self) -> EntryKey | None:
        """The value shown."""
        return self._key

    def show_entry(self, key: EntryKey | None) -> None:
        """Show a value; typed text of the one before is saved first."""
        self._key = key
        self.form.show_entry(key, self._findings())
        self.heading.setText(self._title())
        self._telling.start()

    def refresh(self, change: Change | None) -> None:
        """Show the value as it is after a change."""
        if change is None or self._concerned(change):
            self.form.refresh(self._findings())
            self._telling.start()

    def save_pending(self) -> None:
        """Save what is being typed."""
        self.form.save_pending()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self.form.row is None:
            self.form.source.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.quantity.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.quantity.line.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE_WIDTH
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._parts.direction() != wanted:
            self._parts.setDirection(wanted)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._telling.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._telling.start()

    def _tell(self) -> None:
        self.story.show_entry(self._key)

    def _findings(self) -> Sequence[Finding]:
        key, row = self._key, self.form.row
        if key is None or row is None:
            return ()
        return [finding for finding in self._context.project.findings_of(key.year) if key in finding.cells]

    def _concerned(self, change: Change) -> bool:
        own = self._key
        if own is None:
            return False
        return any(not isinstance(e.record, Entry) or e.record.key[1:] == own[1:] for e in change.edits)

    def _title(self) -> str:
        texts = self._context.texts
        if self._key is None:
            return texts.tr("Choose a cell to see its details.")
        carrier, sector = texts.carrier(self._key.carrier), texts.sector(self._key.sector)
        return f"{carrier} · {sector} · {self._key.year}"


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
