"""The list of findings: double-click or Enter goes to the field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.findings import Finding
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.finding_model import SENTENCE
from kbdesk.ui.widgets.finding_model import FindingTableModel
from kbdesk.ui.widgets.plain_table import RoomyDelegate

_LINES = 16
"""The list grows up to about so many lines of text, then it scrolls."""


class FindingList(QTableView):
    """Shows findings; one that is entered is told."""

    finding_chosen = Signal(object)
    """The ``Finding``."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingTableModel(theme, texts, self)
        self.setModel(self.findings)
        self.setItemDelegate(RoomyDelegate(self))
        self.setAccessibleName(texts.tr("Findings"))
        self.setAccessibleDescription(texts.tr("Enter or a double-click goes to the field."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().sectionResized.connect(self.updateGeometry)
        self.doubleClicked.connect(self._choose)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, in this order."""
        self.findings.show_findings(findings)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        content = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), min(content, _LINES * self.fontMetrics().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.finding_chosen.emit(self.findings.finding(index.row()))
