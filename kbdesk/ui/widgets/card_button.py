"""A large button: icon, title, a line that explains it."""

from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPalette
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QAbstractButton
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import paint_muted

_RADIUS = 6
_LINE = 1.0
_FOCUS_LINE = 2.0


class CardButton(QAbstractButton):
    """A card that is a button as a whole; Enter and the space bar press it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        lines: tuple[str, ...] = (),
        *,
        large: bool = False,
        enabled: bool = True,
    ) -> None:
        super().__init__()
        self.setEnabled(enabled)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setForegroundRole(QPalette.ColorRole.Text)
        self._theme = theme
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor if enabled else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        side = round(self.fontMetrics().height() * (1.9 if large else 1.4))
        picture = _still(QLabel())
        picture.setPixmap(
            theme.icon(icon, theme.accent if enabled else theme.muted).pixmap(
                QSize(side, side), self.devicePixelRatioF()
            )
        )
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN if large else GRID + SMALL, MARGIN, MARGIN if large else GRID + SMALL)
        row.setSpacing(MARGIN)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop if large else Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(title, lines, large=large), 1)

    def _words(self, title: str, lines: tuple[str, ...], *, large: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        heading = _still(QLabel(title))
        heading.setWordWrap(True)
        if not self.isEnabled():
            paint_muted(heading, self._theme)
        if large:
            heading.setFont(self._theme.heading(self.font(), 2))
        column.addWidget(heading)
        for line in lines:
            words = _still(QLabel(line))
            words.setWordWrap(True)
            paint_muted(words, self._theme)
            column.addWidget(words)
        column.addStretch(1)
        return column

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.isEnabled() and (self.underMouse() or self.isDown())
        focused = self.hasFocus()
        width = _FOCUS_LINE if focused else _LINE
        painter.setPen(QPen(self._theme.accent if focused or lively else self._theme.line, width))
        painter.setBrush(self._theme.tint(Meaning.ACCENT) if lively else self._theme.surface)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.end()


def _still(label: QLabel) -> QLabel:
    """A label that leaves the mouse to the card."""
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
