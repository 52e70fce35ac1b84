"""One finding: icon and word, the sentence, its effect, and buttons for what can be done about it."""

from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import QRectF
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPen
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.texts.finding_words import Reasons
from kbdesk.texts.finding_words import accept_button
from kbdesk.texts.finding_words import accepted_words
from kbdesk.texts.finding_words import fix_words
from kbdesk.texts.finding_words import go_button
from kbdesk.texts.finding_words import head_words
from kbdesk.texts.finding_words import others_button
from kbdesk.texts.finding_words import place_words
from kbdesk.texts.finding_words import spoken
from kbdesk.texts.finding_words import take_back_button
from kbdesk.texts.finding_words import without_letter
from kbdesk.texts.findings import finding_text
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.destinations import other_fields
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.surroundings import Surroundings

ICONS = {Level.ERROR: "circle-x", Level.WARNING: "triangle-alert", Level.NOTE: "info"}
MEANINGS = {Level.ERROR: Meaning.ERROR, Level.WARNING: Meaning.WARNING, Level.NOTE: Meaning.ACCENT}
LOOKED_AT = "circle-check"
_RADIUS = 6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE_CHARACTERS = 105
"""Average characters of width from which the buttons have room beside the sentence."""


class CardAction(StrEnum):
    """What can be done about a finding."""

    FIX = "fix"
    ACCEPT = "accept"
    TAKE_BACK = "take_back"
    OTHERS = "others"
    GO = "go"


class FindingCard(QWidget):
    """Shows one finding; ``inline`` beside its own field, where it needs no frame and leads nowhere."""

    wanted = Signal(object)
    """The ``CardAction`` of a button that was used."""
    step_wanted = Signal(int)
    """Up (-1) or down (1) was pressed."""
    entered = Signal()
    """The keyboard came here."""

    def __init__(self, context: Surroundings, reasons: Reasons, *, inline: bool = False) -> None:
        super().__init__()
        self._context, self._reasons, self._inline = context, reasons, inline
        self._finding: Finding | None = None
        self._lettered = False
        self.icon, self.head, self.sentence, self.accepted = QLabel(), QLabel(), RunningText(), RunningText()
        self.buttons: dict[CardAction, QPushButton] = {}
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._grid = QGridLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if inline else Qt.FocusPolicy.StrongFocus)
        self._arrange()

    @property
    def finding(self) -> Finding:
        """The finding shown."""
        assert self._finding is not None, "a card is shown with its finding"  # noqa: S101 - a card is never without
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show this finding."""
        if finding == self._finding:
            return
        self._finding = finding
        texts = self._context.texts
        self.head.setText(head_words(finding, texts))
        self.sentence.setText(finding_text(finding, texts))
        accepted = finding.acknowledged
        self.accepted.setVisible(accepted is not None)
        if accepted is not None:
            self.accepted.setText(accepted_words(accepted, self._reasons, texts))
        self.setAccessibleName(spoken(finding, self._reasons, texts))
        self._paint_icon()
        self._offer()

    def give_letters(self, *, wanted: bool) -> None:
        """Let the buttons be pressed with Alt and a letter: only one card at a time can."""
        if wanted != self._lettered:
            self._lettered = wanted
            self._name_buttons()

    def add_below(self, form: QWidget) -> None:
        """Show a form below the sentence."""
        self._grid.addWidget(form, 1, 1)

    def press(self, action: CardAction) -> None:
        """Use a button, where the card has it."""
        if (button := self.buttons.get(action)) is not None and button.isEnabled():
            button.click()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.press(CardAction.GO)
        elif (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down leave a button for the next finding; Enter presses it."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            if event.key() in _ENTER:
                watched.click()
                return True
            if not self._inline and (step := _STEPS.get(Qt.Key(event.key()))) is not None:
                self.step_wanted.emit(step)
                return True
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE_CHARACTERS
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._flow.put_at_end(wanted=wide)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._finding is not None:
            self._paint_icon()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._inline:
            return
        theme, focused = self._context.theme, self.hasFocus()
        width = 2.0 if focused else 1.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if focused else theme.line, width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.end()

    def _arrange(self) -> None:
        theme = self._context.theme
        paint_muted(self.head, theme)
        paint_muted(self.accepted, theme)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        for label in (self.head, self.sentence, self.accepted):
            words.addWidget(label)
        words.addStretch(1)
        self._actions.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.setSpacing(GRID)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._actions)
        around, above = (0, SMALL) if self._inline else (MARGIN, GRID + SMALL)
        self._grid.setContentsMargins(around, above, around, above)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(MARGIN)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._row, 0, 1)

    def _paint_icon(self) -> None:
        theme, finding = self._context.theme, self.finding
        accepted = finding.acknowledged is not None
        colour = theme.colour(Meaning.OK if accepted else MEANINGS[finding.level])
        side = self.fontMetrics().height() + 2
        icon = theme.icon(LOOKED_AT if accepted else ICONS[finding.level], colour)
        self.icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _offer(self) -> None:
        """Have the buttons that fit the finding, in their usual order."""
        offered = self._offered()
        for action in [known for known in self.buttons if known not in offered]:
            button = self.buttons.pop(action)
            button.hide()
            button.deleteLater()
        for action in offered:
            button = self.buttons.pop(action) if action in self.buttons else self._button(action)
            self.buttons[action] = button
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
        self._actions.setVisible(bool(offered))
        self._name_buttons()

    def _offered(self) -> tuple[CardAction, ...]:
        finding = self.finding
        go: tuple[CardAction, ...] = () if self._inline else (CardAction.GO,)
        if go and other_fields(finding):
            go = (CardAction.OTHERS, CardAction.GO)
        if self._context.project.document.read_only:
            return go
        if finding.acknowledged is not None:
            return (CardAction.TAKE_BACK, *go)
        fix = (CardAction.FIX,) if finding.fix is not None else ()
        accept = () if finding.level is Level.ERROR else (CardAction.ACCEPT,)
        return (*fix, *accept, *go)

    def _button(self, action: CardAction) -> QPushButton:
        button = QPushButton(self._actions)
        button.setAutoDefault(False)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.wanted.emit(action))
        return button

    def _name_buttons(self) -> None:
        """Visible words with or without a letter; for screen readers also what they are about."""
        if self._finding is None:
            return
        about = place_words(self._finding, self._context.texts)
        for action, button in self.buttons.items():
            words = self._words(action)
            plain = without_letter(words)
            button.setText(words if self._lettered else plain)
            button.setAccessibleName(f"{plain}: {about}" if about else plain)

    def _words(self, action: CardAction) -> str:
        texts, fix = self._context.texts, self.finding.fix
        if action is CardAction.FIX and fix is not None:
            return fix_words(fix, texts)
        if action is CardAction.ACCEPT:
            return accept_button(texts)
        if action is CardAction.OTHERS:
            return others_button(len(other_fields(self.finding)), texts)
        return take_back_button(texts) if action is CardAction.TAKE_BACK else go_button(texts)
