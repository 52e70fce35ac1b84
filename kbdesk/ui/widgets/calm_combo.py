"""A list to choose from that the mouse wheel never changes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class CalmCombo(QComboBox):
    """Every choice is a value with its label; the wheel scrolls what is around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: QLabel | None = None
        self._labelled = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Named also where only labels are read as names of lists: where no label is its own, an unseen one is made.

        Qt tells AT-SPI the choice as the name of a list, and its name as the label that belongs to it.
        """
        super().setAccessibleName(name)
        if self._label is not None:
            self._label.setText(_plain(name))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not self._labelled:
            self._labelled = True
            self._find_label()
        super().showEvent(event)

    def _find_label(self) -> None:
        parent = self.parentWidget()
        siblings = [] if parent is None else parent.children()
        if parent is not None and not any(isinstance(each, QLabel) and each.buddy() is self for each in siblings):
            self._label = QLabel(_plain(self.accessibleName()), parent)
            self._label.setBuddy(self)
            self._label.hide()
            self.destroyed.connect(self._label.deleteLater)

    def offer(self, choices: Iterable[tuple[str, str]], chosen: str) -> None:
        """Offer these (value, label) pairs; a chosen value that is not among them is added as it is."""
        offered = list(choices)
        if chosen not in [value for value, _ in offered]:
            offered.append((chosen, chosen))
        shown = [(self.itemData(i), self.itemText(i)) for i in range(self.count())]
        if shown != offered:
            self.clear()
            for value, label in offered:
                self.addItem(label, value)
        self.setCurrentIndex([value for value, _ in offered].index(chosen))

    @property
    def value(self) -> str:
        """The value chosen."""
        return str(self.currentData())

    @override
    def showPopup(self) -> None:
        """The list that opens is as wide as what it holds."""
        scrolls = self.count() > self.maxVisibleItems()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) if scrolls else 0
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + bar)
        super().showPopup()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _plain(name: str) -> str:
    """A text in which no letter becomes a shortcut."""
    return name.replace("&", "&&")
