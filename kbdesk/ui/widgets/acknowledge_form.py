"""Why a warning is right as it stands: one of the usual reasons, a few words, Save; below its finding, no dialog."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.texts.finding_words import Reasons
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.flow_layout import FlowLayout

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXT_CHARACTERS = 60


class AcknowledgeForm(QWidget):
    """Asks for the reason; Enter saves, Esc leaves things as they were."""

    saved = Signal(str, str)
    """The id of the reason (empty where only words were written) and the words."""
    closed = Signal()
    """It was left without saving."""

    def __init__(self, texts: Texts, reasons: Reasons, about: str, *, lettered: bool = True) -> None:
        super().__init__()
        self._texts = texts
        self._about = about
        self.chips: dict[str, QPushButton] = {}
        self.text = QLineEdit()
        self.save_button = QPushButton()
        self.cancel_button = QPushButton()
        self._group = QButtonGroup(self)
        self._arrange(reasons, lettered=lettered)
        self._group.buttonToggled.connect(self._judge)
        self.text.textChanged.connect(self._judge)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)
        self._judge()

    @property
    def reason(self) -> str:
        """The id of the reason chosen; empty where there is none."""
        return next((id_ for id_, chip in self.chips.items() if chip.isChecked()), "")

    def begin(self) -> None:
        """Put the keyboard on the first reason."""
        first = next(iter(self.chips.values()), self.text)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Tell the reason, if there is one."""
        if self.save_button.isEnabled():
            self.saved.emit(self.reason, self.text.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # those would leave for the next finding
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves, on a reason that reason."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if watched is self.cancel_button:
            self.closed.emit()
            return True
        if isinstance(watched, QPushButton) and watched.isCheckable():
            watched.setChecked(True)
        self.save()
        return True

    def _arrange(self, reasons: Reasons, *, lettered: bool) -> None:
        tr = self._texts.tr
        question = QLabel(tr("Why is it right?"))
        question.setTextFormat(Qt.TextFormat.PlainText)
        chips = QWidget()
        chips.setAccessibleName(question.text())
        flow = FlowLayout(chips)
        for id_, label in reasons.items():
            flow.addWidget(self._chip(id_, self._texts.trc("reason", label)))
        words = tr("&More about it, if you like")
        more = QLabel(words if lettered else words.replace("&", ""))
        more.setBuddy(self.text)
        self.text.setAccessibleName(more.text().replace("&", ""))
        self.text.setAccessibleDescription(self._about)
        self.text.setMaximumWidth(_TEXT_CHARACTERS * self.fontMetrics().averageCharWidth())
        self.save_button.setText(tr("Save reason"))
        self.cancel_button.setText(tr("Cancel"))
        for button in (self.save_button, self.cancel_button):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()}: {self._about}")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ending = QHBoxLayout()
        ending.setSpacing(GRID)
        ending.addWidget(self.cancel_button)
        ending.addWidget(self.save_button)
        ending.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (question, chips, more, self.text):
            column.addWidget(widget)
        column.addLayout(ending)
        for widget in (*self.chips.values(), self.text, self.cancel_button, self.save_button):
            widget.installEventFilter(self)

    def _chip(self, reason: str, label: str) -> QPushButton:
        chip = QPushButton(label.replace("&", "&&"))
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setAccessibleDescription(self._about)
        self._group.addButton(chip)
        self.chips[reason] = chip
        return chip

    def _judge(self) -> None:
        """A reason or a few words are needed."""
        self.save_button.setEnabled(bool(self.reason or self.text.text().strip()))
