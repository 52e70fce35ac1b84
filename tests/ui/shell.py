"""What tests of the window ask and do again and again."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.inventory import Indicator
from kbdesk.services import base_data
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Meaning

Key = Qt.Key
Modifier = Qt.KeyboardModifier


def record_area(window: MainWindow, value: str = "303.28") -> None:
    context = window.context
    assert context is not None
    assert context.run(lambda: base_data.record_base_datum(context.project, 2015, Indicator.AREA_KM2, value, "."))


def area(window: MainWindow) -> Decimal | None:
    assert window.project is not None
    datum = window.project.inventory.base_data.get((2015, Indicator.AREA_KM2))
    return datum.value if datum else None


def shown_meaning(window: MainWindow) -> Meaning:
    return window.messages.meaning


def button(parent: QWidget, text: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == text and not b.isHidden())
