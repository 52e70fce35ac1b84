"""The last page of the guide: the first result, and what would improve it most."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.findings import Level
from kbdesk.services import guiding
from kbdesk.services.first_result import FirstResult
from kbdesk.services.first_result import first_result
from kbdesk.services.improving import to_improve
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_page import GuidePage
from kbdesk.ui.place_registry import GUIDE
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.card_button import CardButton
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.figures import BigFigure
from kbdesk.ui.widgets.figures import FigureRow
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.next_steps import NextStep
from kbdesk.ui.widgets.running_text import RunningText

FINDINGS = "findings"
OVERVIEW = "overview"
_LIMIT = 3
"""So many proposals, the largest effect for the least work first."""

_NOT_ASKED = ("tertiary", "industry", "public_transport_road")
"""Sectors that matter and have no page."""


class ResultPage(GuidePage):
    """Three numbers, at most three proposals, and the word that this is enough for today."""

    destination_wanted = Signal(object)
    """The ``Destination`` of a proposal."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, guiding.RESULT)
        self.figures = FigureRow(context.theme)
        self.improve = Heading(context.theme, 2, context.texts.tr("What would improve it most"))
        self.enough = RunningText(
            context.texts.tr(
                "Nothing else to do today. Everything is saved; the overview shows what comes next, whenever you like."
            )
        )
        self.overview = QPushButton(context.texts.tr("Show the &overview"))
        self.overview.setAutoDefault(True)
        self.steps: list[CardButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self._arrange()
        self.refresh(None)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.steps[0] if self.steps else self.overview

    @property
    @override
    def tab_order(self) -> tuple[QWidget, ...]:
        return *self.steps, self.overview

    @override
    def refresh(self, change: Change | None) -> None:
        project, texts = self.context.project, self.context.texts
        result = first_result(project, self.year)
        self.heading.setText(texts.tr("First result of {year}", year=str(self.year)))
        self.figures.show_figures(self._figures(result))
        self.text.setText(self._sentence(result))
        self._show_steps(tuple(self._proposals(result)))

    @override
    def show_wide(self, *, wide: bool) -> None:
        """Put the numbers side by side, or below each other where there is no room."""
        self.figures.show_in_columns(3 if wide else 1)

    def _arrange(self) -> None:
        self.column.insertWidget(1, self.figures)
        self.column.addWidget(self.improve)
        self.column.addLayout(self._list)
        self.column.addWidget(self.enough)
        self.column.addWidget(self.overview)
        self.column.setAlignment(self.overview, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.overview.clicked.connect(lambda: self.destination_wanted.emit(Destination(OVERVIEW)))

    def _figures(self, result: FirstResult) -> tuple[BigFigure, ...]:
        numbers, tr = self.context.texts.numbers, self.context.texts.tr
        return (
            BigFigure(numbers.fixed(result.emissions_t_per_inhabitant, 1), tr("t CO₂e per inhabitant")),
            BigFigure(numbers.fixed(result.energy_mwh_per_inhabitant, 1), tr("MWh per inhabitant")),
            BigFigure(numbers.percent(result.own_share, 0), tr("of the emissions from own data")),
        )

    def _sentence(self, result: FirstResult) -> str:
        texts = self.context.texts
        if result.emissions_t is None:
            return texts.tr("There is no result yet: one number is enough for a first one.")
        name, total = self.context.project.municipality.name, texts.numbers.integer(result.emissions_t)
        return texts.tr(
            "{name} caused {total} t CO₂e in {year}, as far as it is entered. What is missing would come on top.",
            name=name,
            total=total,
            year=str(self.year),
        )

    def _proposals(self, result: FirstResult) -> Iterator[NextStep]:
        texts, project = self.context.texts, self.context.project
        now = guiding.state(project, self.year)
        open_pages = sum(not page.answered for page in now.pages[:-1])
        if open_pages:
            words = texts.trn("Answer {count} open page", "Answer {count} open pages", open_pages)
            yield NextStep("compass", words, texts.tr("They were skipped here."), Destination(GUIDE, now.first_open))
        serious = [found for found in project.findings_of(self.year) if found.level is not Level.NOTE]
        unexplained = [found for found in serious if found.acknowledged is None]
        if unexplained:
            words = texts.trn("Look at {count} open finding", "Look at {count} open findings", len(unexplained))
            yield NextStep("list-todo", words, texts.tr("The largest effect comes first."), Destination(FINDINGS))
        for found in to_improve(project, self.year)[:1]:
            share = texts.numbers.percent(found.share, 0)
            reason = texts.tr("{share} of the emissions would rest on better data.", share=share)
            where = Destination(DATA_ENTRY, found.cells[0].key)
            yield NextStep("lightbulb", texts.trc("improving", found.ask.ask), reason, where)
        if result.emissions_t is not None:
            words, reason = texts.tr("Enter more values"), _still_to_come(project, self.year, texts)
            yield NextStep("table-2", words, reason, Destination(DATA_ENTRY, self.year))

    def _show_steps(self, steps: tuple[NextStep, ...]) -> None:
        focused = any(button.hasFocus() for button in self.steps)
        for button in self.steps:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.steps = [self._button(step) for step in steps[:_LIMIT]]
        for button in self.steps:
            self._list.addWidget(button)
        self.improve.setVisible(bool(steps))
        if focused:
            self.first_field.setFocus()

    def _button(self, step: NextStep) -> CardButton:
        button = CardButton(self.context.theme, step.icon, step.words, (step.reason,))
        button.clicked.connect(lambda: self.destination_wanted.emit(step.leads_to))
        return button


def _still_to_come(project: Project, year: int, texts: Texts) -> str:
    """The sectors the guide asks nothing of and nothing is said of yet."""
    said = {key.sector for key in project.inventory.entries if key.year == year}
    missing = [texts.sector(sector) for sector in _NOT_ASKED if sector not in said]
    if not missing:
        return texts.tr("Every sector has something by now.")
    return texts.tr("Still to come: {sectors}.", sectors="; ".join(missing))
