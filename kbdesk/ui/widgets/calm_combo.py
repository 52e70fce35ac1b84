"""A list to choose from that the mouse wheel never changes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class CalmCombo(QComboBox):
    """Every choice is a value with its label; the wheel scrolls what is around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

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
