"""Step 1: the findings of the year, and what the BISKO label lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget

from kbdesk.models.calculation import YearResult
from kbdesk.models.completeness import completeness
from kbdesk.models.conformity import BISKO
from kbdesk.models.conformity import Gap
from kbdesk.models.conformity import bisko_conformity
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.destinations import destination
from kbdesk.ui.widgets.finding_list import FindingList
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.step_box import StateLabel
from kbdesk.ui.widgets.step_box import StepBox

_GERMANY = "DE"


class CheckStep(StepBox):
    """What keeps the year from being submitted, and what else should be looked at."""

    destination_wanted = Signal(object)
    """The ``Destination`` of a finding."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, 1, texts.tr("Check"), parent)
        self._texts = texts
        self._gaps: tuple[Gap, ...] = ()
        self.findings = FindingList(theme, texts)
        self.findings.finding_chosen.connect(self._go)
        self.label = StateLabel(theme)
        self.gaps = PlainTable(texts.tr("Missing for the BISKO label"), texts.tr("Copy"))
        self.gaps.stretch(0)
        self.gaps_button = QPushButton()
        self.gaps_button.setCheckable(True)
        self.gaps_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.gaps_button.toggled.connect(self._show_gaps)
        for widget in (self.findings, self.label, self.gaps_button, self.gaps):
            self.content.addWidget(widget)

    def show_year(self, project: Project, year: int) -> None:
        """Show the findings of a year."""
        found = project.findings_of(year)
        self.findings.show_findings(found)
        self.findings.setVisible(bool(found))
        self.state.show_state(*_summary(found, self._texts))
        result = project.results.get(year)
        wanted = result is not None and BISKO in (project.municipality.factor_set, _standard(project))
        self._gaps = _gaps(project, result) if wanted and result is not None else ()
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
            self.gaps.rows.show_rows(header, [(_gap_text(gap, self._texts),) for gap in self._gaps])

    def _go(self, finding: Finding) -> None:
        self.destination_wanted.emit(destination(finding))


def _summary(findings: Sequence[Finding], texts: Texts) -> tuple[str, str, Meaning]:
    errors = sum(finding.level is Level.ERROR for finding in findings)
    warnings = sum(finding.level is Level.WARNING for finding in findings)
    notes = len(findings) - errors - warnings
    words = [
        texts.trn("{count} error", "{count} errors", errors) if errors else texts.tr("no errors"),
        texts.trn("{count} warning", "{count} warnings", warnings) if warnings else "",
        texts.trn("{count} note", "{count} notes", notes) if notes else "",
    ]
    shown = ", ".join(word for word in words if word)
    return ("circle-x", shown, Meaning.ERROR) if errors else ("circle-check", shown, Meaning.OK)


def _standard(project: Project) -> str:
    return BISKO if project.municipality.country == _GERMANY else ""


def _gaps(project: Project, result: YearResult) -> tuple[Gap, ...]:
    return bisko_conformity(project.inventory, result, project.municipality.factor_set).gaps


def _gap_text(gap: Gap, texts: Texts) -> str:
    place = {"sector": texts.sector(gap.sector), "carrier": texts.carrier(gap.carrier)}
    return texts.sentence(gap.code, {**place, **dict(gap.parameters)})
