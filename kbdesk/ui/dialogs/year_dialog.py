"""Asking for a year that is not in the document yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.services.desk import EARLIEST_BASE_YEAR
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog


class YearDialog(FormDialog):
    """Proposes the year after the present one; the year is recorded with its first value."""

    year_chosen = Signal(int)

    def __init__(self, parent: QWidget, texts: Texts, year: int, last: int) -> None:
        super().__init__(parent, texts.tr("Add year"))
        self.field = QSpinBox()
        self.field.setRange(EARLIEST_BASE_YEAR, last)
        self.field.setValue(min(year + 1, last))
        self.field.selectAll()
        self.add_fields((texts.tr("&Year"), self.field))
        self.add_buttons(texts, texts.tr("Add year"))

    @override
    def accept(self) -> None:
        self.year_chosen.emit(self.field.value())
        super().accept()
