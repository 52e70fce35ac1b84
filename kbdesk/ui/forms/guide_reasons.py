"""Why a number of the guide has no value: two buttons, or the reason given and how to take it back."""

from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.inventory import NotationKey
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.flow_layout import FlowLayout

_ICONS = {NotationKey.NO: "ban", NotationKey.NE: "circle-question-mark"}


class GuideReasons(QWidget):
    """*I do not know it*, *It does not exist here*."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        tr = context.texts.tr
        self.unknown = QPushButton(tr("I do not kno&w it"))
        self.absent = QPushButton(tr("It does not e&xist here"))
        self.take_back = QPushButton(tr("&Take back"))
        self._icon, self._given = QLabel(), QLabel()
        self._given.setWordWrap(True)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(GRID)
        said.addWidget(self._icon)
        said.addWidget(self._given, 1)
        said.addWidget(self.take_back)
        buttons = FlowLayout()
        for button in (self.unknown, self.absent):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        self.take_back.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._said)
        column.addLayout(buttons)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Every button, from top to bottom."""
        return self.take_back, self.unknown, self.absent

    def show_reason(self, reason: NotationKey | None, *, by_card: bool) -> None:
        """Show the reason given; ``by_card``: it follows from a question and is taken back there."""
        texts, theme = self._context.texts, self._context.theme
        self._said.setVisible(reason is not None)
        self.take_back.setVisible(not by_card)
        for button in (self.unknown, self.absent):
            button.setVisible(reason is None)
        if reason is None:
            return
        words = texts.tr(NOTATION[reason])
        if by_card:
            words = texts.tr("You said that it does not exist here. A number typed here counts all the same.")
        side = self.fontMetrics().height()
        self._icon.setPixmap(theme.icon(_ICONS.get(reason, "info"), theme.muted).pixmap(side, side))
        self._given.setText(words)
