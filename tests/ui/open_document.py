"""An open document as the window has it, for tests of places and item models."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.message_bar import MessageBar


@contextmanager
def open_document(
    folder: Path, data_dir: DataDir, inventory: Inventory, year: int, *, numbers: str = "en", language: str = "en"
) -> Iterator[Context]:
    """A new document with these records, and what views share."""
    reference = Reference(resources_dir())
    desk = Desk(reference, data_dir, lambda: date(2026, 3, 1))
    with desk.create(folder / "test.kbdesk", inventory.municipality) as project:
        records: list[Record] = [
            *inventory.entries.values(),
            *inventory.base_data.values(),
            *inventory.local_factors.values(),
            *inventory.published.values(),
        ]
        project.commit("import", {"file": "test", "count": str(len(records))}, [Edit(None, r) for r in records])
        texts = reference.texts(language, numbers)
        theme = Theme(reference.resources / "icons", QApplication.palette())
        messages = MessageBar(theme, texts)
        yield Context(desk, project, texts, ChangeBus(), messages, theme, year)
        messages.deleteLater()


def connected(context: Context, place: Place) -> Place:
    """The place, told of every change as the window tells it."""
    context.bus.document_changed.connect(lambda change, _initiator: place.refresh(change))
    return place


def show_active(qtbot: QtBot, place: QWidget, width: int, height: int) -> None:
    """Show a place as the active window of this size, so that it can have the keyboard; it is hidden at the end."""
    qtbot.addWidget(place, before_close_func=lambda widget: widget.hide())
    place.resize(width, height)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
