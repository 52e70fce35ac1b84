"""The council report: at the left what can be written and chosen, at the right how it reads, above it the ways out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.first_page import usual_title
from kbdesk.services import council_report
from kbdesk.services import report_wording
from kbdesk.services.report_language import report_texts
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.forms.report_form import ReportForm
from kbdesk.ui.language_names import LANGUAGE_NAMES
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.busy import busy_cursor
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.report_preview import ReportPreview
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with

KINDS = {
    ".pdf": (mark("Save as &PDF…"), mark("PDF (*.pdf)")),
    ".docx": (mark("Save for Wo&rd…"), mark("Word document (*.docx)")),
    ".html": (mark("Save as HT&ML…"), mark("Web page (*.html)")),
}
_REST_MS = 250
_WIDE = 96
"""Letters from which on form and preview stand side by side."""


class ReportPlace(Place):
    """Follows the year of the window."""

    id = "report"
    icon = "file-text"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        tr = context.texts.tr
        self.heading = Heading(context.theme, 1)
        self.note = words(context.theme, "")
        self.form = ReportForm(context, self._run)
        self.preview = ReportPreview()
        self.preview.setAccessibleName(tr("Preview"))
        self.preview.setAccessibleDescription(tr("The report as it will read"))
        self.buttons = {suffix: QPushButton(tr(text)) for suffix, (text, _) in KINDS.items()}
        for suffix, button in self.buttons.items():
            button.setIcon(context.theme.icon("download"))
            button.clicked.connect(partial(self._ask, suffix))
        self._basis: ReportBasis | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self.show_preview)
        self._arrange()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Report")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        if context.year in council_report.report_years(context.project):
            return PlaceState("circle", context.texts.tr("ready"))
        return PlaceState("circle-dashed", context.texts.tr("no emissions in {year}", year=str(context.year)))

    @override
    def refresh(self, change: Change | None) -> None:
        """The form at once; the preview when nothing more is typed."""
        context, texts = self.context, self._texts()
        if change is None or not report_wording.is_wording(change):
            self._basis = None
        self.heading.setText(context.texts.tr("Report of {year}", year=str(context.year)))
        language = LANGUAGE_NAMES.get(texts.language, texts.language)
        self.note.setText(
            context.texts.tr("The report is written in: {language} (changed in the settings).", language=language)
        )
        name = context.project.municipality.name
        self.form.show_wording(usual_title(name, context.year, texts), self._proposed(texts))
        there = context.year in council_report.report_years(context.project)
        for button in self.buttons.values():
            button.setEnabled(there)
        if there:
            self._soon.start()
        else:
            self._soon.stop()
            self.preview.show_words(
                context.texts.tr(
                    "There are no emissions of {year} yet: the report appears with the first values.",
                    year=str(context.year),
                )
            )

    @override
    def show_year(self, year: int) -> None:
        self.form.save_pending()
        self.refresh(None)

    @override
    def save_pending(self) -> None:
        self.form.save_pending()

    def show_preview(self) -> None:
        """Show the report as it is now; where only its wording changed, charts and figures are those of before."""
        context, texts = self.context, self._texts()
        self._soon.stop()
        try:
            if self._basis is None:
                self._basis = council_report.report_basis(context.project, context.year, texts)
            else:
                self._basis = council_report.rewritten(context.project, self._basis)
        except UserError as error:
            self.preview.show_words(context.texts.error(error))
            return
        self.preview.show_report(council_report.written(self._basis, texts))

    def save(self, path: Path) -> None:
        """Write the report to a file; what it cannot be written for is an error message."""
        context = self.context
        self.form.save_pending()
        try:
            with busy_cursor():
                council_report.save_report(context.project, context.year, path, self._texts())
        except UserError as error:
            context.messages.show_error(context.texts.error(error))
            return
        context.messages.show_success(context.texts.tr("The report was saved as {path}.", path=str(path)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_direction()

    def _ask(self, suffix: str) -> None:
        context, tr = self.context, self.context.texts.tr
        stem = f"{context.project.path.stem} {context.year}"
        proposed = context.project.path.with_name(f"{stem}{suffix}")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save report"), str(proposed), tr(KINDS[suffix][1]))
        if name:
            path = Path(name)
            self.save(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

    def _proposed(self, texts: Texts) -> tuple[str, ...]:
        if self._basis is not None:
            return self._basis.proposed
        return council_report.proposals(self.context.project, self.context.year, texts)

    def _texts(self) -> Texts:
        return report_texts(self.context.desk, self.context.project)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)

    def _arrange(self) -> None:
        self._page = ScrollPage()
        head, row = QVBoxLayout(), FlowLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        head.setSpacing(GRID)
        head.addWidget(self.heading)
        head.addWidget(self.note)
        head.addLayout(row)
        self._scroll = ScrollPage()
        self._scroll.column.setContentsMargins(0, 0, 0, 0)
        self._scroll.column.addWidget(self.form)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(MARGIN)
        self._body.addWidget(self._scroll, 2)
        self._body.addWidget(self.preview, 3)
        self._page.column.addLayout(head)
        self._page.column.addLayout(self._body, 1)
        fill_with(self, self._page)
        self.setFocusProxy(self.form.title)

    def _choose_direction(self) -> None:
        """Side by side, each scrolling by itself; where that is too narrow, one below the other."""
        letter = self.fontMetrics().averageCharWidth()
        wide = self.width() >= _WIDE * letter
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self.form.minimumSizeHint().width() + bar if wide else 0)
        self._scroll.setMinimumHeight(0 if wide else self.form.sizeHint().height())
        self.preview.setMinimumHeight(0 if wide else round(self.height() * 0.8))
