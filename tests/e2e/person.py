"""What a person does to the window: presses keys, moves the mouse, and reads what stands there.

Keys go to the window, not to a widget: where they arrive is decided by the focus, as on a desk. Things are found by the
name they show or tell to assistive technology; what cannot be found so is not there for a person either.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtCore import QRect
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAction
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QScrollArea
from PySide6.QtWidgets import QWidget

from kbdesk.ui.menus import plain
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import place_keys

PATIENCE_MS = 30_000
"""How long a person waits for the program; reached only where something is wrong."""
_MOST_TABS = 80
_PLAIN = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def name_of(widget: QWidget) -> str:
    """What assistive technology calls a widget; Qt calls a combo box by its value, its label is told beside it."""
    if isinstance(widget, QComboBox):
        return plain(widget.accessibleName() or label_of(widget))
    return plain(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def label_of(widget: QWidget) -> str:
    """The text of the label that is said to belong to a widget."""
    parent = widget.parentWidget()
    siblings = parent.findChildren(QLabel) if parent is not None else []
    return next((label.text() for label in siblings if label.buddy() is widget), "")


def active_window() -> QWindow:
    """The window that gets the keys: a dialog or an open list, else the main window."""
    popup = QApplication.activePopupWidget()
    window = popup.windowHandle() if popup is not None else QGuiApplication.focusWindow()
    assert window is not None
    return window


def focused() -> QWidget:
    """The widget with the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def read_texts(widget: QWidget) -> list[str]:
    """Every text that can be seen in a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def place_key(place_id: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """What chooses a place: a digit with Ctrl, and with Shift from the eleventh on; the start place is the first."""
    number = 2 + [place.id for place in PLACES].index(place_id)
    return pressed(place_keys(number))


def pressed(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key and modifiers of a digit with Ctrl, perhaps with Shift."""
    shift = Qt.KeyboardModifier.ShiftModifier if "Shift" in keys else Qt.KeyboardModifier.NoModifier
    return Qt.Key(Qt.Key.Key_0 + int(keys[-1])), Qt.KeyboardModifier.ControlModifier | shift


class Keyboard:
    """Hands on the keyboard alone."""

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press one key."""
        QTest.keyClick(active_window(), key, modifier)

    def type(self, text: str) -> None:
        """Type a text (of ASCII alone), letter by letter."""
        for letter in text:
            QTest.keyClick(active_window(), ord(letter))

    def go_to(self, name: str) -> QWidget:
        """Press Tab until something of this name has the focus."""
        passed = []
        for _ in range(_MOST_TABS):
            if name_of(focused()) == name:
                return focused()
            passed.append(name_of(focused()))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to “{name}”, but past {passed}")

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type over what stands there."""
        self.go_to(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)


class Mouse:
    """A hand on the mouse: what is not in sight is scrolled into view first."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click into a widget."""
        for area in _areas_around(widget):
            area.ensureWidgetVisible(widget)
        QApplication.processEvents()
        spot = at or widget.rect().center()
        assert widget.visibleRegion().contains(spot), f"{name_of(widget)} cannot be seen"
        window = widget.window()
        QTest.mouseClick(window.windowHandle(), _LEFT, _PLAIN, widget.mapTo(window, spot))

    def push(self, name: str) -> None:
        """Click what has this name."""
        self.click(self.find(name))

    def find(self, name: str) -> QWidget:
        """The one visible and usable widget of this name."""
        found = [w for w in self._window.findChildren(QWidget) if _is_usable(w) and name_of(w) == name]
        assert len(found) == 1, f"“{name}” is here {len(found)} times: {found}"
        return found[0]

    def fill(self, name: str, text: str) -> None:
        """Click into a field and type over what stands there."""
        field = self.find(name)
        self.click(field)
        QTest.keyClick(active_window(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text:
            QTest.keyClick(active_window(), ord(letter))

    def click_item(self, view: QAbstractItemView, row: int, column: int = 0, *, twice: bool = False) -> None:
        """Click a line of a list or a cell of a table."""
        index = view.model().index(row, column)
        view.scrollTo(index)
        place: QRect = view.visualRect(index)
        click = QTest.mouseDClick if twice else QTest.mouseClick
        click(view.viewport(), _LEFT, _PLAIN, place.center())

    def choose(self, menu: QMenu, action: QAction) -> None:
        """Click an entry of a menu that is open."""
        QTest.mouseClick(menu, _LEFT, _PLAIN, menu.actionGeometry(action).center())


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()


def _is_usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not isinstance(widget, QLabel)
