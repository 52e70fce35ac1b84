"""The program as a process of its own, with a person at its keyboard: ``python -m tests.e2e.driver ACTION ARGUMENT…``.

The arguments are those of ``kbdesk``, and the program is started by its own entry; the person begins when the window is
there. Every line on standard output is one JSON document.
"""

import json
import sys
from collections.abc import Callable
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QPushButton

from kbdesk.__main__ import main
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.panels.grid_panel import GridPanel
from kbdesk.ui.places.data_entry import DataEntryPlace
from kbdesk.ui.widgets.entry_grid_view import EntryGridView
from tests.e2e.person import Keyboard
from tests.e2e.person import place_key

Action = Callable[[MainWindow], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
_ROOM = 100_000
"""Bytes a document may still grow where the disk is about to be full: some dozens of values."""


def say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def seen(window: MainWindow) -> dict[str, object]:
    """What the window shows of itself."""
    return {
        "title": window.windowTitle(),
        "message": window.messages.text,
        "status": window.frame.status.text,
        "offered": [b.text() for b in window.messages.findChildren(QPushButton) if b.isVisible()],
        "undo": window.frame.menus.undo.isEnabled(),
    }


def look(window: MainWindow) -> None:
    """Say what the window shows and close it."""
    QTest.qWait(1)
    say(**seen(window))
    window.close()


def type_for_ever(window: MainWindow) -> None:
    """Type into one cell after the other; every value is told when the window shows it as saved."""
    grid = _grid(window)
    say(**seen(window))
    for number in _numbers(window):
        key = _type_cell(grid, number)
        if not window.messages.text and window.frame.status.text.startswith("Saved"):
            say(sector=key[0], carrier=key[1], text=number)


def type_until_full(window: MainWindow) -> None:
    """Type until the program refuses, make room, and go on where it was."""
    import resource

    grid = _grid(window)
    path = Path(sys.argv[-1])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + _ROOM, hard))
    saved, number = [], ""
    for number in _numbers(window):
        key = _type_cell(grid, number)
        if window.messages.text:
            break
        saved.append((*key, number))
    say(saved=saved, refused=(*key, number), kept=_cell_before(grid).data(), **seen(window))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    window.messages.clear()
    keys = Keyboard()
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_Return)
    say(**seen(window))
    window.close()


def _grid(window: MainWindow) -> EntryGridView:
    """The grid of values with the cursor in it."""
    Keyboard().press(*place_key(DataEntryPlace.id))
    place = window.frame.stack.shown
    assert isinstance(place, DataEntryPlace)
    panel = place.show_panel("year")
    assert isinstance(panel, GridPanel)
    view = panel.grid.view
    view.setFocus()
    return view


def _numbers(window: MainWindow) -> Iterator[str]:
    """Numbers never typed before into this document."""
    assert window.project is not None
    typed = (entry.quantity or Decimal(0) for entry in window.project.inventory.entries.values())
    return map(str, count(int(max(typed, default=Decimal(0))) + 1))


def _type_cell(grid: EntryGridView, text: str) -> tuple[str, str]:
    """Type into the current cell and go on to the next, from the last to the first; which cell it was."""
    keys, index = Keyboard(), grid.currentIndex()
    keys.type(text)
    keys.press(Qt.Key.Key_Tab)
    if grid.currentIndex() == index:
        keys.press(Qt.Key.Key_Home, CONTROL)
        grid.go_to_first()
    QApplication.processEvents()
    return _key_of(grid, index)


def _cell_before(grid: EntryGridView) -> QModelIndex:
    """The cell the cursor came from."""
    Keyboard().press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    return grid.currentIndex()


def _key_of(grid: EntryGridView, index: QModelIndex) -> tuple[str, str]:
    from kbdesk.ui.item_models.entry_roles import EntryRole

    key = index.data(EntryRole.KEY)
    return key.sector, key.carrier


ACTIONS: dict[str, Action] = {"look": look, "type": type_for_ever, "fill": type_until_full}


def run(action: Action, arguments: list[str]) -> int:
    """Start the program and let the person do something as soon as the window is there."""
    application = QApplication(["kbdesk"])

    def begin() -> None:
        window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
        window.activateWindow()
        if not QTest.qWaitForWindowActive(window, 30_000):
            sys.exit("the window does not get the focus")
        try:
            action(window)
        except Exception:
            # Qt would go on without a word, and whoever listens would wait for ever.
            application.exit(1)
            raise

    QTimer.singleShot(0, begin)
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run(ACTIONS[sys.argv[1]], sys.argv[2:]))
