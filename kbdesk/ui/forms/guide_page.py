"""What the pages of the guide have in common: a question, what it needs, and the way on."""

from abc import abstractmethod
from collections.abc import Iterable
from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.running_text import RunningText


class EnterKey(QObject):
    """Watches fields: Enter goes on in the guide instead of to the next field."""

    pressed = Signal()

    def watch(self, *fields: QWidget) -> None:
        """Take the Enter key of these fields."""
        for field in fields:
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.pressed.emit()
                return True
        return False


def tab_stops(order: Iterable[QWidget]) -> Iterator[QWidget]:
    """The fields that Tab stops at, one by one."""
    for widget in order:
        inside = [] if isinstance(widget, QComboBox | QAbstractItemView) else widget.findChildren(QWidget)
        yield from (each for each in (widget, *inside) if each.focusPolicy() != Qt.FocusPolicy.NoFocus)


class GuidePage(QWidget):
    """One question; what is answered is saved at once and can be changed at any time."""

    next_wanted = Signal()
    """Enter was pressed in a field."""

    def __init__(self, context: Context, page_id: str) -> None:
        super().__init__()
        self.context = context
        self.page_id = page_id
        self.year = context.year
        self.heading = Heading(context.theme, 1)
        self.text = RunningText()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID + SMALL)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text)
        self.enter_key = EnterKey(self)
        self.enter_key.pressed.connect(self.next_wanted)

    @property
    @abstractmethod
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""

    @property
    @abstractmethod
    def tab_order(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from top to bottom: fields, or what holds some in their own order."""

    @abstractmethod
    def refresh(self, change: Change | None) -> None:
        """Show the document as it is now; ``None`` means everything may have changed."""

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.save_pending()
        self.year = year
        self.refresh(None)

    def show_wide(self, *, wide: bool) -> None:
        """Put things side by side, or below each other where there is no room."""
        del wide

    def save_pending(self) -> None:
        """Save what is being typed; pages without fields do nothing."""

    def hold_back(self) -> bool:
        """Whether something on the page wants a look before going on; it then has the keyboard."""
        return False
