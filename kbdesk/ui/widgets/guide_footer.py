"""Below the pages of the guide: the result so far, and the buttons that lead back and on."""

from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.so_far_bar import SoFarBar


class GuideFooter(QWidget):
    """Back and Skip, and Next at the right."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.result = SoFarBar(theme, texts)
        self.back = QPushButton(texts.tr("&Back"))
        self.skip = QPushButton(texts.tr("S&kip"))
        self.next = QPushButton(texts.tr("&Next"))
        for button in (self.back, self.skip, self.next):
            button.setAutoDefault(True)
        self.next.setDefault(True)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        paint(line, theme.line)  # type: ignore[arg-type]
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(words(theme, texts.tr("Enter: next. Esc: leave; everything is kept.")), 1)
        for button in (self.back, self.skip, self.next):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        column.setSpacing(GRID)
        column.addWidget(line)
        column.addWidget(self.result)
        column.addLayout(buttons)

    def show_position(self, *, first: bool, last: bool) -> None:
        """At the first page there is no way back; the last one ends the guide."""
        self.back.setEnabled(not first)
        self.skip.setVisible(not last)
        self.next.setText(self._texts.tr("Fi&nish") if last else self._texts.tr("&Next"))
