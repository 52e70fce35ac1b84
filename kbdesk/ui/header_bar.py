"""The bar at the top of the window: menus at the left, year, undo and redo at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QMenuBar
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts
from kbdesk.ui.menus import Commands
from kbdesk.ui.menus import Menus
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.year_chooser import YearChooser


class HeaderBar(QWidget):
    """Menus and the tools every place shares."""

    def __init__(self, texts: Texts, theme: Theme, commands: Commands) -> None:
        super().__init__()
        bar = QMenuBar()
        bar.setNativeMenuBar(False)
        self.menus = Menus(bar, texts, theme, commands)
        self.years = YearChooser(texts)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, GRID, SMALL // 2)
        tools.setSpacing(SMALL)
        tools.addWidget(self.years)
        tools.addSpacing(GRID)
        for action in (self.menus.undo, self.menus.redo):
            tools.addWidget(_tool_button(action))
        # The tools lie on the menu bar, so that the line the style may draw under it runs through.
        both = QGridLayout(self)
        both.setContentsMargins(0, SMALL, 0, 0)
        both.addWidget(bar, 0, 0, Qt.AlignmentFlag.AlignBottom)
        both.addWidget(self._tools, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)

    def enable(self, *, document: bool) -> None:
        """Show and enable what needs a document only where there is one."""
        self._tools.setVisible(document)
        self.menus.enable(document=document)


def _tool_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
