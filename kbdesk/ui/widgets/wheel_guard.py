"""The mouse wheel scrolls, and never changes a value: one filter for the whole program."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSlider
from PySide6.QtWidgets import QAbstractSpinBox
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QScrollBar
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

_CHANGED_BY_WHEEL = (QComboBox, QAbstractSpinBox, QAbstractSlider, QTabBar)


class WheelGuard(QObject):
    """Installed on the application: hands the wheel to whatever scrolls around a field."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not _keeps_a_value(watched):
            return False
        event.ignore()
        return True


def _keeps_a_value(watched: QObject) -> bool:
    if isinstance(watched, QLineEdit):
        return isinstance(watched.parent(), _CHANGED_BY_WHEEL)
    return isinstance(watched, _CHANGED_BY_WHEEL) and not isinstance(watched, QScrollBar)
