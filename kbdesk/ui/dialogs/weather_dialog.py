"""What the weather-corrected series rests on: which share of each energy carrier heats rooms, and an own mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.services import weathering
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDTH_CHARACTERS = 92
_LINES = 34
_FIELD_CHARACTERS = 10


class WeatherDialog(FormDialog):
    """A percentage for each carrier that is recorded in heated sectors; an empty field takes the shipped one."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        texts, project = context.texts, context.project
        super().__init__(parent, texts.tr("Assumptions of the weather correction"))
        self._context = context
        tr = texts.tr
        intro = tr(
            "Corrected is what heats rooms in households, services and municipal facilities: so much of each energy "
            "carrier. The series explains a year; commitments are judged by the values as measured."
        )
        self.column.addWidget(words(context.theme, intro))
        now = weathering.shares(project)
        self.shares: dict[str, QLineEdit] = {}
        page = ScrollPage()
        form = _form()
        for line in weathering.assumptions(project):
            usual = texts.numbers.plain(line.share * 100)
            field = self._field(texts.numbers.plain(now.get(line.carrier, line.share) * 100))
            field.setAccessibleDescription(
                tr("Percent of the energy that heats rooms; empty for {usual}, an assumption.", usual=usual)
            )
            self.shares[line.carrier] = field
            _add(form, texts.carrier(line.carrier), field, "%")
        mean = weathering.own_mean(project)
        self.mean = self._field("" if mean is None else texts.numbers.plain(mean))
        self.mean.setAccessibleDescription(
            tr("Only where base data hold own degree days: their mean over many years, in the same measure.")
        )
        _add(form, tr("&Mean of own degree days"), self.mean, "Kd")
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.column.addLayout(form)
        page.column.addWidget(words(context.theme, self.mean.accessibleDescription()))
        page.column.addStretch()
        page.setMinimumWidth(page.widget().sizeHint().width() + page.verticalScrollBar().sizeHint().width())
        self.column.addWidget(page, 1)
        self.message = words(context.theme, "", muted=False)
        paint(self.message, context.theme.error)
        self.message.hide()
        self.column.addWidget(self.message)
        self.add_buttons(texts, tr("Save"))
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))

    @override
    def accept(self) -> None:
        """Record all; what cannot be read is said here and nothing is closed."""
        context, texts = self._context, self._context.texts
        typed = {carrier: field.text() for carrier, field in self.shares.items()}
        try:
            change = weathering.record(context.project, typed, self.mean.text(), texts.numbers.decimal_mark)
        except UserError as error:
            self.message.setText(texts.error(error))
            self.message.show()
            return
        super().accept()
        if change is not None:
            context.bus.document_changed.emit(change, None)

    def _field(self, text: str) -> QLineEdit:
        theme = self._context.theme
        field = QLineEdit(text)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFont(theme.numerals(field.font()))
        field.setFixedWidth(_FIELD_CHARACTERS * field.fontMetrics().averageCharWidth() + 2 * GRID)
        return field


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(MARGIN)
    form.setVerticalSpacing(GRID)
    return form


def _add(form: QFormLayout, name: str, field: QLineEdit, unit: str) -> None:
    """A row of the form: what it is, with the unit in the label so that every number stands at one edge."""
    label = QLabel(f"{name} [{unit}]")
    label.setBuddy(field)
    form.addRow(label, field)
