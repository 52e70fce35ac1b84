"""Words that change without anything being laid out again."""

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kbdesk.paths import resources_dir
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.quiet_text import QuietText


class LayoutRequests(QObject):
    """Counts how often a widget is asked for a new layout."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_that_other_words_ask_for_no_layout_and_are_told_to_assistive_technology(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    words = QuietText(Theme(resources_dir() / "icons", QApplication.palette()))
    QVBoxLayout(page).addWidget(words)
    page.show()
    QApplication.processEvents()
    asked = LayoutRequests(page)
    page.installEventFilter(asked)
    for text in ("= 1 MWh", "= 3 959 MWh = 990 kWh per inhabitant, usual 700 to 1 600", ""):
        words.show_text(text, "check" if text else "")
        QApplication.processEvents()
        assert (words.text(), words.accessibleName(), words.toolTip()) == (text, text, text)
    assert asked.count == 0
