"""The fields of one source, each saved on leaving it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.models.sources import Source
from kbdesk.services.sources import change_source
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.source_texts import source_day
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.forms.source_evidence import OpenFile
from kbdesk.ui.forms.source_file import SourceFile
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.day_echo import DayEcho
from kbdesk.ui.widgets.kind_combo import KindCombo
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.saving_line import SavingLine
from kbdesk.ui.widgets.side_by_side import side_by_side

_CHARACTERS = 28
"""A line is at least so wide; it grows with the window."""


class SourceForm(QWidget):
    """Supplier, title, date, kind, contact, note, file."""

    def __init__(self, context: Context, run: Run, files: FileDialogs, open_file: OpenFile) -> None:
        super().__init__()
        self._context, self._run = context, run
        self._source: Source | None = None
        theme, texts = context.theme, context.texts
        self.supplier, self.title, self.contact, self.note = (
            SavingLine(theme, partial(self._save, field)) for field in ("supplier", "title", "contact", "note")
        )
        self.date = SavingLine(theme, self._save_date)
        self.echo = DayEcho(self.date, theme, texts)
        self.kind = KindCombo(context.project, texts)
        self.grade = QLabel()
        self.file = SourceFile(context, run, files, open_file)
        self._arrange()
        self.kind.activated.connect(self._save_kind)

    @property
    def source_id(self) -> str:
        """The source shown; empty for none."""
        return self._source.id if self._source else ""

    def show_source(self, source: Source) -> None:
        """Show a source; what was being typed for the one before is saved first."""
        anew = source.id != self.source_id
        if anew:
            self.save_pending()
        self._source = source
        day = source_day(source, self._context.texts)
        shown = (source.supplier, source.title, day, source.contact, source.note)
        for line, text in zip(self._lines(), shown, strict=True):
            (line.start_with if anew else line.show_text)(text)
        self.kind.show_kind(source.kind)
        self.grade.setText(self.kind.grade_text)
        self.grade.setVisible(bool(self.kind.grade_text))
        self.file.show_source(source)

    def save_pending(self) -> None:
        """Save every field that was typed in and not left."""
        for line in self._lines():
            line.save_pending()

    def _lines(self) -> tuple[SavingLine, ...]:
        return self.supplier, self.title, self.date, self.contact, self.note

    def _arrange(self) -> None:
        tr = self._context.texts.tr
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (tr("&Supplier"), self.supplier, None),
            (tr("&Title"), self.title, None),
            (tr("&Date"), self.date, self.echo),
            (tr("Kind of so&urce"), self.kind, None),
            (tr("&Contact"), self.contact, None),
            (tr("&Note"), self.note, None),
        )
        for text, field, beside in rows:
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, side_by_side(field, beside) if beside is not None else field)
            if field is self.kind:
                form.addRow("", self.grade)
        form.addRow(QLabel(tr("File")), self.file)
        self.supplier.setAccessibleDescription(tr("For example: grid operator"))
        self.note.setAccessibleDescription(tr("For whoever reads it later"))
        self.supplier.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.title.setPlaceholderText(tr("For example: letter, or gas bill town hall"))
        self.contact.setPlaceholderText(tr("Name, telephone, e-mail"))
        paint_muted(self.grade, self._context.theme)

    def _save(self, field: str, text: str) -> bool:
        source = self._source
        if source is None:
            return True
        return self._run(lambda: change_source(self._context.project, source.id, field, text))

    def _save_date(self, text: str) -> bool:
        read = read_typed_day(text, self._context.texts)
        return self._save("date", read.day.isoformat() if read.day else text)

    def _save_kind(self) -> None:
        self._save("kind", self.kind.value)
