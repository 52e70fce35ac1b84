"""A person at the keyboard: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press one key."""
    QTest.keyClick(_focused(), key, modifier)


def typed(text: str) -> None:
    """Type a text; the first character may open an editor that takes the others."""
    for character in text:
        QTest.keyClicks(_focused(), character)


def fill(line: QLineEdit, text: str) -> None:
    """Go to a field, replace what stands there, leave it."""
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    line.clearFocus()


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
