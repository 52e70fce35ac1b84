"""Asking for the source of the selected cells."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.dialogs.form_dialog import show_whole_example
from kbdesk.ui.forms.source_picker import SourcePicker


class SelectionSourceDialog(FormDialog):
    """One source for all cells."""

    given = Signal(str, str)
    """Id of the source record (empty: none) and the place in it."""

    def __init__(self, parent: QWidget, context: Context, count: int) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Source of the selected values"))
        self.picker = SourcePicker(context)
        show_whole_example(self.picker.place)
        self.column.addWidget(QLabel(texts.trn("For {count} value", "For {count} values", count)))
        self.add_fields((texts.tr("&Source"), self.picker))
        self.add_buttons(texts, texts.tr("Set"))

    @override
    def accept(self) -> None:
        self.given.emit(self.picker.source_id, self.picker.place.text().strip())
        super().accept()
