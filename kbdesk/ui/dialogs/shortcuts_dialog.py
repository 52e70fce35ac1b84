"""The list of every shortcut."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_ENTRY = (
    ("Return", mark("Keep the value and go to the next")),
    ("Tab", mark("Keep the value and go to the next field")),
    ("F2", mark("Change the value")),
    ("Esc", mark("Leave the value as it was")),
    ("Ctrl+D", mark("Take the value of the year before")),
    ("F8", mark("Go to the next open item")),
    ("Ctrl+Return", mark("Show the details of the value")),
)
_SIZE = (620, 560)


class ShortcutsDialog(FormDialog):
    """One table, menu by menu, then what holds while entering data."""

    def __init__(self, parent: QWidget, shortcuts: list[tuple[str, str, str]], texts: Texts) -> None:
        super().__init__(parent, texts.tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        tr = texts.tr
        rows = list(shortcuts)
        rows += [(_native(key), tr(text), tr("Data entry")) for key, text in _ENTRY]
        self.table = ScrollingTable(tr("Keyboard shortcuts"), tr("Copy"))
        self.table.rows.show_rows((tr("Keys"), tr("What they do"), tr("Where")), rows)
        self.table.stretch(1)
        self.column.addWidget(self.table)
        self.add_close_button(texts)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
