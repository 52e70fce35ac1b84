"""The list of every shortcut."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from kbdesk.texts.finding_words import accept_button
from kbdesk.texts.finding_words import fix_buttons
from kbdesk.texts.finding_words import others_button
from kbdesk.texts.finding_words import take_back_button
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_IN_PLACES = (
    ("Return", mark("Keep the value and go to the next row"), "Data entry"),
    ("Tab", mark("Keep the value and go to the next field"), "Data entry"),
    ("Up, Down", mark("Keep the value and go to the row above or below"), "Data entry"),
    ("F2", mark("Change the value"), "Data entry"),
    ("Esc", mark("Leave the value as it was"), "Data entry"),
    ("Del", mark("Delete the selected values"), "Data entry"),
    ("Ctrl+D", mark("Take source and note from the value above"), "Data entry"),
    ("Ctrl+Shift+C", mark("Copy with the names of rows and columns"), "Data entry"),
    ("Shift+F10", mark("What can be done with the selected cells"), "Data entry"),
    ("Ctrl+;", mark("Write a note on the value"), "Data entry"),
    ("F8", mark("Go to the next open item"), "Data entry"),
    ("Ctrl+Return", mark("Go to the details of the value, or back"), "Data entry"),
    ("Ctrl+F", mark("Filter sectors and carriers"), "Data entry"),
    ("F2", mark("Change the value"), "Base data"),
    ("Del", mark("Delete the selected values"), "Base data"),
    ("Return", mark("Show how the number is computed"), "Progress"),
    ("Ctrl+Shift+PgDown, Ctrl+Shift+PgUp", mark("Go to the next picture, or to the one before"), "Progress"),
    ("Left, Right, Up, Down", mark("Read the values of the picture"), "Progress"),
    ("PgDown, PgUp", mark("Read the next value of the picture, or the one before"), "Progress"),
    ("Return", mark("Go to the data behind the value of the picture"), "Progress"),
    ("Return", mark("Go to the field of the finding"), "Findings"),
    ("Up, Down", mark("Go to the finding above or below"), "Findings"),
    ("F8", mark("Go to the next finding"), "Findings"),
    ("Ctrl+F", mark("Filter findings"), "Findings"),
    ("Ctrl+F", mark("Search in the handbook"), "Handbook"),
    ("F3", mark("Go to the next place found"), "Handbook"),
    ("Esc", mark("Close the handbook"), "Handbook"),
)
"""Keys that hold in one place only."""
_SIZE = (620, 560)


class ShortcutsDialog(FormDialog):
    """One table, menu by menu, then what holds in one place."""

    def __init__(self, parent: QWidget, shortcuts: list[tuple[str, str, str]], texts: Texts) -> None:
        super().__init__(parent, texts.tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        tr = texts.tr
        rows = list(shortcuts)
        within = [(_native(key), tr(text), tr(where)) for key, text, where in _IN_PLACES]
        findings = tr("Findings")
        after = max(at for at, (_, _, where) in enumerate(within, start=1) if where == findings)
        within[after:after] = [(keys, text, findings) for keys, text in _letters(texts)]
        rows += within
        self.table = ScrollingTable(tr("Keyboard shortcuts"), tr("Copy"))
        self.table.rows.show_rows((tr("Keys"), tr("What they do"), tr("Where")), rows)
        self.table.stretch(1)
        self.column.addWidget(self.table)
        self.add_close_button(texts)


def _letters(texts: Texts) -> tuple[tuple[str, str], ...]:
    """The underlined letters on the buttons of a finding; they differ from language to language."""
    tr = texts.tr
    return (
        (_mnemonics(*fix_buttons(texts)), tr("Take the correction that is offered")),
        (_mnemonics(others_button(1, texts), others_button(2, texts)), tr("Go to the other fields of the finding")),
        (_mnemonics(accept_button(texts)), tr("Say why the finding is right")),
        (_mnemonics(take_back_button(texts)), tr("Take back what was said about the finding")),
    )


def _mnemonics(*words: str) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(QKeySequence.mnemonic(word).toString(native) for word in words))


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
