"""The mouse wheel scrolls and changes nothing, ever: over every widget of every place, panel and dialog."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QAbstractListModel
from PySide6.QtCore import QPoint
from PySide6.QtCore import QPointF
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QAbstractSlider
from PySide6.QtWidgets import QAbstractSpinBox
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPlainTextEdit
from PySide6.QtWidgets import QScrollBar
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QTabBar
from PySide6.QtWidgets import QTextEdit
from PySide6.QtWidgets import QWidget

from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.panels.registry import PANELS
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.places.data_entry import DataEntryPlace
from tests.e2e.conftest import OpenWindow
from tests.e2e.dialogs import DIALOGS
from tests.e2e.dialogs import known_dialogs

NOTCH = 120
_CELLS_SHOWN = 40


def read_items(view: QAbstractItemView) -> object:
    """What a list or table shows at its beginning, and what is chosen in it."""
    model, current, root = view.model(), view.currentIndex(), view.rootIndex()
    rows = min(model.rowCount(root), _CELLS_SHOWN)
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(root), _CELLS_SHOWN)
    cells = [model.index(row, column).data() for row in range(rows) for column in range(columns)]
    return current.row(), current.column(), rows, columns, cells


READERS: tuple[tuple[type[QWidget], Callable[..., object]], ...] = (
    (QLineEdit, lambda w: w.text()),
    (QComboBox, lambda w: (w.currentIndex(), w.currentText())),
    (QAbstractSpinBox, lambda w: w.text()),
    (QScrollBar, lambda _: None),
    (QAbstractSlider, lambda w: w.value()),
    (QTabBar, lambda w: w.currentIndex()),
    (QStackedWidget, lambda w: w.currentIndex()),
    (QAbstractButton, lambda w: (w.text(), w.isChecked(), w.isEnabled())),
    (QLabel, lambda w: w.text()),
    (QPlainTextEdit, lambda w: w.toPlainText()),
    (QTextEdit, lambda w: w.toPlainText()),
    (QAbstractItemView, read_items),
)


def read(widget: QWidget) -> object:
    """The value a widget shows; nothing for one that has none."""
    return next((reader(widget) for kind, reader in READERS if isinstance(widget, kind)), None)


def turn(widget: QWidget) -> None:
    """Turn the wheel over the middle of a widget, down, up and sideways."""
    centre = QPointF(widget.rect().center())
    for turned in (QPoint(0, -NOTCH), QPoint(0, NOTCH), QPoint(NOTCH, 0)):
        event = QWheelEvent(
            centre,
            QPointF(widget.mapToGlobal(centre.toPoint())),
            turned,
            turned,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes no name here
        )
        QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def seen(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible()]


@contextmanager
def unchanged(window: MainWindow, root: QWidget) -> Iterator[list[QWidget]]:
    """Nothing that is shown, and nothing in the document, is another afterwards."""
    assert window.project is not None
    QApplication.processEvents()
    widgets = seen(root)
    before, inventory = [read(widget) for widget in widgets], window.project.inventory
    step = window.project.undoable
    yield widgets
    QApplication.processEvents()
    assert window.project.inventory is inventory
    assert window.project.undoable == step
    changed = [(type(w).__name__, was, read(w)) for w, was in zip(widgets, before, strict=True) if read(w) != was]
    assert changed == []
    assert not window.messages.text


def turn_over_everything(window: MainWindow, root: QWidget) -> None:
    """Over every widget where it stands, then over each that has the keyboard, as after a click."""
    with unchanged(window, root) as widgets:
        for widget in widgets:
            turn(widget)
    assert widgets
    for widget in widgets:
        if widget.focusPolicy() & Qt.FocusPolicy.StrongFocus and widget.isEnabled() and widget.isVisible():
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
            QApplication.processEvents()
            was = read(widget)
            turn(widget)
            assert read(widget) == was, widget


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    opened = open_window("en")
    assert opened.open_sample()
    return opened


@pytest.mark.parametrize("place", [place.id for place in PLACES])
def test_that_the_wheel_changes_nothing_in_a_place(window: MainWindow, place: str) -> None:
    window.show_place(place)
    assert window.project is not None
    inventory = window.project.inventory
    turn_over_everything(window, window)
    assert window.project.inventory is inventory


@pytest.mark.parametrize("panel", [panel.id for panel in PANELS])
def test_that_the_wheel_changes_nothing_where_values_are_entered(window: MainWindow, panel: str) -> None:
    window.show_place(DataEntryPlace.id)
    place = window.frame.stack.shown
    assert isinstance(place, DataEntryPlace)
    place.show_panel(panel)
    assert window.project is not None
    inventory = window.project.inventory
    turn_over_everything(window, place)
    assert window.project.inventory is inventory


def shown(window: MainWindow, kind: type[FormDialog]) -> FormDialog:
    context: Context | None = window.context
    assert context is not None
    dialog = DIALOGS[kind](window, context)
    dialog.open()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_that_the_wheel_changes_nothing_in_a_dialog(window: MainWindow, kind: type[FormDialog]) -> None:
    dialog = shown(window, kind)
    assert window.project is not None
    inventory = window.project.inventory
    turn_over_everything(window, dialog)
    assert window.project.inventory is inventory
    dialog.reject()


def test_that_every_dialog_is_tried() -> None:
    assert set(known_dialogs()) <= set(DIALOGS)
