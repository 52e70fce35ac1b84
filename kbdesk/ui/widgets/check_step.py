"""Step 1: the findings of the year, and what the BISKO label lacks."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy

from kbdesk.models.completeness import completeness
from kbdesk.models.conformity import Gap
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings_order import FIRST
from kbdesk.services import conforming
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.destinations import FINDINGS
from kbdesk.ui.widgets.destinations import of_gap
from kbdesk.ui.widgets.finding_cards import FindingCards
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.step_box import StateLabel
from kbdesk.ui.widgets.step_box import StepBox
from kbdesk.ui.widgets.surroundings import Surroundings


class CheckStep(StepBox):
    """What keeps the year from being submitted, and what else should be looked at."""

    def __init__(self, context: Surroundings, run: Run) -> None:
        theme, texts = context.theme, context.texts
        super().__init__(theme, 1, texts.tr("Check"))
        self._context = context
        self._texts = texts
        self._gaps: tuple[Gap, ...] = ()
        self.errors = FindingCards(context, run)
        self.errors.step_wanted.connect(self.errors.step)
        self.findings_button = QPushButton()
        self.findings_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.findings_button.clicked.connect(self._go)
        self.label = StateLabel(theme)
        self.gaps = PlainTable(texts.tr("Missing for the BISKO label"), texts.tr("Copy"))
        self.gaps.stretch(0)
        self.gaps.activated.connect(self._go_to_gap)
        self.gaps_button = QPushButton()
        self.gaps_button.setCheckable(True)
        self.gaps_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.gaps_button.toggled.connect(self._show_gaps)
        for widget in (self.errors, self.findings_button, self.label, self.gaps_button, self.gaps):
            self.content.addWidget(widget)

    def show_year(self, project: Project, year: int) -> None:
        """Show the errors of a year; what else was found is in its own place."""
        self._project, self._year = project, year
        found = project.findings_of(year)
        self.errors.show_findings([finding for finding in found if finding.level is Level.ERROR][:FIRST])
        self.errors.setVisible(bool(self.errors.cards))
        self.findings_button.setVisible(bool(found))
        self.findings_button.setText(
            self._texts.trn("Look at {count} finding", "Look at all {count} findings", len(found))
        )
        self.state.show_state(*_summary(found, self._texts))
        label = conforming.label(project, year)
        wanted = label is not None
        self._gaps = label.gaps if label is not None else ()
        for widget in (self.label, self.gaps_button):
            widget.setVisible(wanted)
        if wanted:
            self._show_label(project, year)
        self._show_gaps()

    def _show_label(self, project: Project, year: int) -> None:
        texts = self._texts
        required = completeness(project.inventory, year)
        filled = texts.tr(
            "{filled} of {required} required values",
            filled=texts.numbers.integer(len(required.cells) - len(required.missing)),
            required=texts.numbers.integer(len(required.cells)),
        )
        self.gaps_button.setVisible(bool(self._gaps))
        self.gaps_button.setText(
            texts.trn("Show what is missing ({count})", "Show what is missing ({count})", len(self._gaps))
        )
        if self._gaps:
            self.label.show_state("circle-dashed", texts.tr("not BISKO-conform yet, {filled}", filled=filled))
        else:
            self.label.show_state("circle-check", texts.tr("BISKO-conform, {filled}", filled=filled), Meaning.OK)

    def _show_gaps(self) -> None:
        shown = bool(self._gaps) and self.gaps_button.isChecked()
        self.gaps.setVisible(shown)
        self.gaps_button.setIcon(self._theme.icon("chevron-down" if shown else "chevron-right"))
        if shown:
            header = (self._texts.tr("Missing for the BISKO label"),)
            self.gaps.rows.show_rows(header, [(conforming.gap_text(gap, self._texts),) for gap in self._gaps])

    def _go_to_gap(self, index: QModelIndex) -> None:
        """Go to the field of what is missing: its value, a value of its sector, or the rules."""
        wanted = of_gap(self._gaps[index.row()], self._year, self._project.reference.codebook)
        self._context.bus.place_wanted.emit(wanted.place, wanted.target)

    def _go(self) -> None:
        self._context.bus.place_wanted.emit(FINDINGS, None)


def _summary(findings: Sequence[Finding], texts: Texts) -> tuple[str, str, Meaning]:
    """How many of each level; what was explained counts as looked at only."""
    waiting = [finding.level for finding in findings if finding.acknowledged is None]
    errors, warnings, notes = (waiting.count(level) for level in Level)
    looked_at = len(findings) - len(waiting)
    words = [
        texts.trn("{count} error", "{count} errors", errors) if errors else texts.tr("no errors"),
        texts.trn("{count} warning", "{count} warnings", warnings) if warnings else "",
        texts.trn("{count} note", "{count} notes", notes) if notes else "",
        texts.trn("{count} explained", "{count} explained", looked_at) if looked_at else "",
    ]
    shown = ", ".join(word for word in words if word)
    return ("circle-x", shown, Meaning.ERROR) if errors else ("circle-check", shown, Meaning.OK)
