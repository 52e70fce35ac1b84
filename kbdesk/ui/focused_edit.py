"""What the window does with the widget that has the focus: cut, copy, paste, and keeping what was typed there."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget

from kbdesk.ui.place import Place

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
    """Have the field that is being edited keep what was typed there; the keyboard stays where it was."""
    widget = QApplication.focusWidget()
    if widget is None or widget.window() is not window:
        return
    widget.clearFocus()
    # An editor in a cell is gone now: the keyboard goes back to its table.
    left: QWidget | None = widget
    while left is not None and not _takes_keys(left):
        left = left.parentWidget()
    if left is not None:
        left.setFocus(Qt.FocusReason.OtherFocusReason)


def enter(page: QWidget) -> None:
    """Put the keyboard where the page wants it; else into its first field or button, unless it is there already."""
    entrance = page.entrance if isinstance(page, Place) else None
    if (wanted := entrance or page.focusProxy()) is not None:
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    if (focused := QApplication.focusWidget()) is not None and page.isAncestorOf(focused):
        return
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if page.isAncestorOf(widget) and _takes_keys(widget):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        widget = widget.nextInFocusChain()


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and not widget.isWindow()
