"""Links to the parts of a long page: they scroll to the part and put the keyboard into it."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.flow_layout import FlowLayout


class PartJumps(QWidget):
    """A button for each part, in the page's order."""

    def __init__(self, theme: Theme, texts: Texts, area: QScrollArea) -> None:
        super().__init__()
        self._theme, self._texts, self._area = theme, texts, area
        self._row = FlowLayout(self)
        self.buttons: list[QPushButton] = []

    def add(self, title: str, heading: QWidget, field: Callable[[], QWidget]) -> None:
        """Lead to the heading of a part, and to its first field."""
        button = QPushButton(self._theme.icon("chevron-down", self._theme.accent), title.replace("&", "&&"))
        palette = button.palette()
        palette.setColor(palette.ColorRole.ButtonText, self._theme.accent)
        button.setPalette(palette)
        button.setFlat(True)
        button.setAccessibleName(self._texts.tr("Go to: {part}", part=title))
        button.clicked.connect(lambda: self.go_to(heading, field()))
        self.buttons.append(button)
        self._row.addWidget(button)

    def come_first(self) -> None:
        """Let the Tab key go through the links where they stand: before the parts, which were made earlier."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders only what takes the keyboard
        for before, after in pairwise((self, *self.buttons)):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def go_to(self, heading: QWidget, field: QWidget) -> None:
        """Show the part from its heading on."""
        field.setFocus()
        content = self._area.widget()
        self._area.verticalScrollBar().setValue(heading.mapTo(content, heading.rect().topLeft()).y())
