"""Messages above the place: one at a time, with a way out; never a dialog."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme

_ICONS = {
    Meaning.OK: "circle-check",
    Meaning.ACCENT: "info",
    Meaning.WARNING: "triangle-alert",
    Meaning.ERROR: "circle-alert",
}
_EDGE = 4


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A button in a message: what it says and what it does. The message goes when it is used."""

    label: str
    carry_out: Callable[[], object]


class MessageBar(QWidget):
    """Shows the latest message until it is closed, replaced or cleared."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self._meaning = Meaning.ACCENT
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QHBoxLayout()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setText(texts.tr("Close message"))
        self._close.setToolTip(texts.tr("Close message"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addLayout(self._actions)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; empty where there is none."""
        return "" if self.isHidden() else self._text.text()

    @property
    def meaning(self) -> Meaning:
        """What the message shown means."""
        return self._meaning

    def show_error(self, text: str, *actions: MessageAction) -> None:
        """Something was not done: say what, and what to do."""
        self._show(Meaning.ERROR, text, actions)

    def show_warning(self, text: str, *actions: MessageAction) -> None:
        """Something was done, but should be looked at."""
        self._show(Meaning.WARNING, text, actions)

    def show_success(self, text: str, *actions: MessageAction) -> None:
        """Something was done."""
        self._show(Meaning.OK, text, actions)

    def show_info(self, text: str, *actions: MessageAction) -> None:
        """Something worth knowing."""
        self._show(Meaning.ACCENT, text, actions)

    def clear(self) -> None:
        """Show no message."""
        self.hide()

    def _show(self, meaning: Meaning, text: str, actions: tuple[MessageAction, ...]) -> None:
        self._meaning = meaning
        self._text.setText(text)
        while self._actions.count():
            button = self._actions.takeAt(0).widget()
            button.hide()
            button.deleteLater()
        for action in actions:
            self._actions.addWidget(self._button(action), 0, Qt.AlignmentFlag.AlignTop)
        self._paint_icons()
        self.setAccessibleName(text)
        self.show()
        self.update()
        self._announce(text)

    def _button(self, action: MessageAction) -> QPushButton:
        def use() -> None:
            self.clear()
            action.carry_out()

        button = QPushButton(action.label)
        button.clicked.connect(use)
        return button

    def _paint_icons(self) -> None:
        side = self.fontMetrics().height() + SMALL
        size = QSize(side, side)
        icon = self._theme.icon(_ICONS[self._meaning], self._theme.colour(self._meaning))
        self._icon.setPixmap(icon.pixmap(size, self.devicePixelRatioF()))
        self._close.setIcon(self._theme.icon("x"))

    def _announce(self, text: str) -> None:
        """Tell screen readers, who would not notice a bar that appears elsewhere."""
        event = QAccessibleAnnouncementEvent(self, text)
        if self._meaning is Meaning.ERROR:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._paint_icons()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tint(self._meaning))
        painter.fillRect(0, 0, _EDGE, self.height(), self._theme.colour(self._meaning))
        painter.end()
