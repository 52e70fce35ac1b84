"""One kind of findings under its heading: the few that matter first, all on request."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.findings import Finding
from kbdesk.models.findings_order import FIRST
from kbdesk.models.findings_order import shown_first
from kbdesk.models.inventory import EntryKey
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.finding_cards import FindingCards
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.surroundings import Surroundings

STEP = 30
"""So many more rows are made at a time: a document of many years has thousands of findings."""


class SectionName(StrEnum):
    """The kinds of findings."""

    ERRORS = "error"
    WARNINGS = "warning"
    NOTES = "note"
    LOOKED_AT = "looked_at"


SECTIONS = tuple(SectionName)
_HINTS = {
    SectionName.ERRORS: mark("They keep the year from being submitted."),
    SectionName.WARNINGS: mark("Correct the value, or say why it is right."),
    SectionName.NOTES: mark("Good to know; nothing has to be done."),
    SectionName.LOOKED_AT: mark("They come back by themselves when the value changes."),
}


class FindingSection(QWidget):
    """Hidden where there is nothing of its kind."""

    def __init__(self, context: Surroundings, name: SectionName, run: Run) -> None:
        super().__init__()
        self._context, self.name = context, name
        self._found: tuple[Finding, ...] = ()
        self._limit: int | None = None
        self.heading = Heading(context.theme, 2, parent=self)
        self.list = FindingCards(context, run)
        self.more = QPushButton()
        self.fewer = QPushButton(context.texts.tr("Show only the most important"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.heading, words(context.theme, context.texts.tr(_HINTS[name])), self.list):
            column.addWidget(widget)
        for button in (self.more, self.fewer):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self.show_more)
        self.fewer.clicked.connect(self.show_few)
        self.hide()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show those of its kind, in this order."""
        self._found = tuple(finding for finding in findings if section_of(finding) is self.name)
        self._show()

    def show_more(self) -> None:
        """Show all; of very many the next rows."""
        before = len(self.list.cards)
        self._limit = before + STEP if self._left() > STEP else len(self._found)
        self._show()
        if len(self.list.cards) > before:
            self.list.cards[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_few(self) -> None:
        """Show what matters most only."""
        self._limit = None
        self._show()

    def reveal(self, key: EntryKey) -> bool:
        """Show the rows down to the first one of a value; False where there is none here."""
        at = next((at for at, finding in enumerate(self._found) if finding.key == key), None)
        if at is None:
            return False
        if all(card.finding.key != key for card in self.list.cards):
            self._limit = at + 1
            self._show()
        return True

    def _left(self) -> int:
        return len(self._found) - len(self.list.cards)

    def _show(self) -> None:
        texts, count = self._context.texts, len(self._found)
        self.setVisible(bool(count))
        self.heading.setText(_title(self.name, count, texts))
        self.list.show_findings(self._few() if self._limit is None else self._found[: self._limit])
        left = self._left()
        self.more.setVisible(left > 0)
        self.fewer.setVisible(self._limit is not None and left == 0 and count > len(self._few()))
        if left > STEP and self._limit is not None:
            self.more.setText(texts.trn("Show {count} more", "Show {count} more", STEP))
        else:
            self.more.setText(texts.trn("Show all {count}", "Show all {count}", count))
        self.more.setAccessibleName(f"{self.more.text()}: {self.heading.text()}")
        self.fewer.setAccessibleName(f"{self.fewer.text()}: {self.heading.text()}")

    def _few(self) -> tuple[Finding, ...]:
        """The first few; what was explained is not sorted out by its effect."""
        if self.name is SectionName.LOOKED_AT:
            return self._found[:FIRST]
        results = self._context.project.results
        years = {finding.year for finding in self._found}
        totals: dict[int, Decimal | None] = {
            year: results[year].emissions_t.value for year in years if year is not None and year in results
        }
        return shown_first(self._found, totals)


def section_of(finding: Finding) -> SectionName:
    """The kind of a finding; what was explained is of its own kind."""
    if finding.acknowledged is not None:
        return SectionName.LOOKED_AT
    return SectionName(finding.level)


def _title(name: SectionName, count: int, texts: Texts) -> str:
    if name is SectionName.ERRORS:
        return texts.trn("{count} error", "{count} errors", count)
    if name is SectionName.WARNINGS:
        return texts.trn("{count} warning", "{count} warnings", count)
    if name is SectionName.NOTES:
        return texts.trn("{count} note", "{count} notes", count)
    return texts.trn("{count} looked at, and right", "{count} looked at, and right", count)
