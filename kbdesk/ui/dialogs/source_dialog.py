"""A new source: who it is from, what it is, of which day."""

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.services.sources import new_source
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.day_echo import DayEcho
from kbdesk.ui.widgets.kind_combo import KindCombo
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.side_by_side import side_by_side

_CHARACTERS = 60


class SourceDialog(FormDialog):
    """Four fields; the rest of a source is entered at the place of the sources."""

    source_made = Signal(object)
    """The ``Source``, not recorded yet."""

    def __init__(self, context: Context, parent: QWidget, *, supplier: str = "") -> None:
        super().__init__(parent, context.texts.tr("New source"))
        self._context, tr = context, context.texts.tr
        self.supplier, self.title, self.date = QLineEdit(supplier), QLineEdit(), QLineEdit()
        self.echo = DayEcho(self.date, context.theme, context.texts)
        self.kind = KindCombo(context.project, context.texts)
        self.problem = QLabel()
        self._arrange()
        self.add_fields(
            (tr("&Supplier"), self.supplier),
            (tr("&Title"), self.title),
            (tr("&Date"), side_by_side(self.date, self.echo)),
            (tr("Kind of so&urce"), self.kind),
        )
        self.column.addWidget(self.problem)
        self.add_buttons(context.texts, tr("Add source"))

    @override
    def accept(self) -> None:
        day = self.echo.day
        date = day.isoformat() if day else self.date.text()
        supplier, title, kind = self.supplier.text(), self.title.text(), self.kind.value
        try:
            source = new_source(self._context.project, supplier=supplier, title=title, date=date, kind=kind)
        except UserError as error:
            self._refuse(error)
            return
        super().accept()
        self.source_made.emit(source)

    def _arrange(self) -> None:
        tr, theme = self._context.texts.tr, self._context.theme
        named = ((self.supplier, tr("Supplier")), (self.title, tr("Title")), (self.date, tr("Date")))
        for line, name in named:
            line.setPalette(theme.field_palette())
            line.setAccessibleName(name)
        self.kind.setAccessibleName(tr("Kind of source"))
        self.supplier.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.supplier.setPlaceholderText(tr("For example: grid operator"))
        self.title.setPlaceholderText(tr("For example: letter, or gas bill town hall"))
        known = sorted({source.supplier for source in self._context.project.inventory.sources.values()})
        completer = QCompleter(known, self.supplier)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.supplier.setCompleter(completer)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        paint(self.problem, theme.error)

    def _refuse(self, error: UserError) -> None:
        self.problem.setText(self._context.texts.error(error))
        self.problem.show()
        line = self.supplier if error.code == "source.no_supplier" else self.date
        line.setAccessibleDescription(self.problem.text())
        line.setFocus()
