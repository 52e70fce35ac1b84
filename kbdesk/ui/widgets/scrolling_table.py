"""A read-only table that scrolls in the space it is given, for dialogs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.plain_table import PlainTable

_LINES = 8
_CHARACTERS = 40


class ScrollingTable(PlainTable):
    """Takes the height that is left; thousands of rows of equal height are no burden."""

    def __init__(self, name: str, copy_text: str, *, wrapped: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, copy_text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not wrapped:
            self.setWordWrap(False)
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(_CHARACTERS * metrics.averageCharWidth(), _LINES * (metrics.height() + GRID))
