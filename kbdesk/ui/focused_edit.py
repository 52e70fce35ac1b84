"""What the window does with the widget that has the focus: cut, copy, paste, and keeping what was typed there."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget

_KEYS = {
    "cut": QKeySequence.StandardKey.Cut,
    "copy": QKeySequence.StandardKey.Copy,
    "paste": QKeySequence.StandardKey.Paste,
}
_LETTERS = {"cut": Qt.Key.Key_X, "copy": Qt.Key.Key_C, "paste": Qt.Key.Key_V}


def edit_focused(what: str) -> None:
    """Let the focused widget cut, copy or paste: by its own method, its own action, or as if the key was pressed."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    method = getattr(widget, what, None)
    if callable(method):
        method()
        return
    key = _KEYS[what]
    own = next((action for action in widget.actions() if action.shortcut() in QKeySequence.keyBindings(key)), None)
    if own is not None:
        own.trigger()
        return
    letter = _LETTERS[what]
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, letter, Qt.KeyboardModifier.ControlModifier))


def leave_field(window: QWidget) -> None:
    """Take the focus from the field that is being edited, so that what was typed is kept."""
    widget = QApplication.focusWidget()
    if widget is not None and widget.window() is window:
        widget.clearFocus()
