"""The top of a form: its name and year, what it holds, and for a supplier the source of what is entered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.entry_forms import FormGroup
from kbdesk.ui.context import Context
from kbdesk.ui.forms.source_picker import SourcePicker
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.running_text import RunningText


class FormHead(QWidget):
    """The source is remembered form by form while the window is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._form_id = ""
        self._sources: dict[tuple[str, int], str] = {}
        self._year = 0
        self.title = Heading(context.theme, 1)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.progress = QLabel()
        self.help = RunningText()
        self.picker: SourcePicker | None = None
        self._source_row = QHBoxLayout()
        self._source_label = QLabel(context.texts.tr("Source for what you enter here"))
        paint_muted(self.help, context.theme)
        paint_muted(self.progress, context.theme)
        self.traffic = QPushButton(context.theme.icon("car"), context.texts.tr("Kilometres by kind of road…"))
        self.traffic.setToolTip(
            context.texts.tr("Compute the year's road traffic from vehicle kilometres and consumption")
        )
        self.traffic.clicked.connect(self._count_traffic)
        self._arrange()

    def show_form(self, form: EntryForm, year: int) -> None:
        """Show a form's name, year and purpose."""
        texts = self._context.texts
        self._form_id, self._year = form.id, year
        label = texts.trc("form", form.label)
        self.title.setText(texts.tr("{form} {year}", form=label, year=str(year)))
        self.help.setText(texts.trc("form", form.help))
        self._show_source(wanted=form.group is FormGroup.SUPPLIER)
        roads = self._context.project.reference.road_traffic.sectors
        self.traffic.setVisible(any(field.sector in roads for field in form.fields))

    def source_id(self) -> str:
        """The source chosen for what is entered in the form shown; empty for none."""
        return self._sources.get((self._form_id, self._year), "")

    def show_progress(self, words: str) -> None:
        """Say how far the form is."""
        self.progress.setText(words)

    def _show_source(self, *, wanted: bool) -> None:
        if wanted and self.picker is None:
            self.picker = SourcePicker(self._context, compact=True)
            self.picker.place.hide()
            self.picker.combo.setAccessibleName(self._source_label.text())
            self.picker.source_chosen.connect(self._take_source)
            self._source_label.setBuddy(self.picker.combo)
            self._source_row.addWidget(self.picker, 1)
        if self.picker is not None:
            self.picker.setVisible(wanted)
            self.picker.show_source(self.source_id(), "")
        self._source_label.setVisible(wanted)

    def _count_traffic(self) -> None:
        from kbdesk.ui.dialogs.traffic_dialog import TrafficDialog  # noqa: PLC0415 - seldom needed

        TrafficDialog(self._context, self._year, self.window()).open()

    def _take_source(self, source_id: str) -> None:
        self._sources[self._form_id, self._year] = source_id

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.title, 1)
        top.addWidget(self.progress)
        self._source_row.setSpacing(GRID)
        self._source_row.addWidget(self._source_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.help)
        column.addWidget(self.traffic, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._source_row)
