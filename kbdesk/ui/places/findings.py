"""Errors, warnings and notes in one place, the most important first."""

from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GAP
from kbdesk.ui.widgets.finding_card import FindingCard
from kbdesk.ui.widgets.finding_filter import FindingFilter
from kbdesk.ui.widgets.finding_section import SECTIONS
from kbdesk.ui.widgets.finding_section import FindingSection
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with

_CHARACTERS = 150
"""Average characters a row is wide at most."""
_SHARE = 1000


class FindingsPlace(Place):
    """Each finding leads to its field, is mended by one click, or is explained; then comes the next one."""

    id = "findings"
    icon = "list-todo"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._current: FindingCard | None = None
        self._next: list[Finding] | None = None
        self.heading = Heading(context.theme, 1)
        self.filter = FindingFilter(context.texts)
        self.sections = {name: FindingSection(context, name, self._run) for name in SECTIONS}
        self.nothing = RunningText()
        self._page = ScrollPage()
        self._arrange()
        self._connect()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Findings")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        texts, project, year = context.texts, context.project, context.year
        if year not in project.results:
            return None
        found = [finding for finding in project.findings_of(year) if finding.acknowledged is None]
        if errors := sum(finding.level is Level.ERROR for finding in found):
            return PlaceState("circle-x", texts.trn("{count} error", "{count} errors", errors))
        if warnings := sum(finding.level is Level.WARNING for finding in found):
            return PlaceState("triangle-alert", texts.trn("{count} warning", "{count} warnings", warnings))
        return PlaceState("circle-check", texts.tr("all looked at"))

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """Every row that is shown, from top to bottom."""
        return tuple(chain.from_iterable(section.list.cards for section in self.sections.values()))

    @property
    def current(self) -> FindingCard | None:
        """The row the keyboard is at, or was last."""
        return self._current

    @override
    def refresh(self, change: Change | None) -> None:
        texts, project, year = self.context.texts, self.context.project, self.context.year
        self.heading.setText(
            texts.tr("Findings") if self.filter.all_years else texts.tr("Findings {year}", year=str(year))
        )
        found = project.findings if self.filter.all_years else project.findings_of(year)
        wanted = self.filter.fitting(found)
        for section in self.sections.values():
            section.show_findings(wanted)
        self._say_nothing(found=bool(found), fitting=bool(wanted))
        self._keep_current()

    @override
    def show_year(self, year: int) -> None:
        for section in self.sections.values():
            section.show_few()
        self.refresh(None)

    @override
    def show_target(self, target: object) -> None:
        """Go to the first finding of a value."""
        if not isinstance(target, EntryKey):
            return
        if target.year != self.context.year:
            self.context.bus.year_chosen.emit(target.year)
        self.filter.clear()
        section = next((s for s in self.sections.values() if s.reveal(target)), None)
        if section is not None:
            self._enter(next(card for card in section.list.cards if card.finding.key == target))

    def go_to_next(self) -> None:
        """Go to the finding below, from the last one to the first."""
        cards = self.cards
        if not cards:
            return
        at = cards.index(self._current) if self._current in cards and self._has_keyboard() else -1
        self._enter(cards[(at + 1) % len(cards)])

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        current = self._current
        return current is not None and focused is not None and (focused is current or current.isAncestorOf(focused))

    def _arrange(self) -> None:
        page = self._page
        column = QVBoxLayout()
        column.setSpacing(GAP)
        for widget in (self.heading, self.filter, self.nothing, *self.sections.values()):
            column.addWidget(widget)
            widget.setMaximumWidth(_CHARACTERS * self.fontMetrics().averageCharWidth())
        row = QHBoxLayout()
        row.addLayout(column, _SHARE)
        row.addStretch(1)
        page.column.addLayout(row)
        page.column.addStretch(1)
        fill_with(self, page)

    def _connect(self) -> None:
        self.filter.changed.connect(lambda: self.refresh(None))
        for section in self.sections.values():
            section.list.step_wanted.connect(self._step)
            section.list.card_entered.connect(self._follow)
            section.list.handled.connect(self._remember)
        self._shortcut("F8", self.go_to_next)
        self._shortcut("Ctrl+F", self.filter.text.setFocus)

    def _shortcut(self, keys: str, carry_out: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(carry_out)

    def _say_nothing(self, *, found: bool, fitting: bool) -> None:
        tr = self.context.texts.tr
        self.nothing.setVisible(not fitting)
        if not fitting:
            self.nothing.setText(
                tr("No finding fits the filter.") if found else tr("No findings. Nothing needs to be looked at.")
            )

    def _step(self, card: FindingCard, by: int) -> None:
        cards = self.cards
        at = cards.index(card) + by
        if 0 <= at < len(cards):
            self._enter(cards[at])

    def _enter(self, card: FindingCard) -> None:
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.settle()
        self._page.ensureWidgetVisible(card, 0, GAP)

    def _follow(self, card: FindingCard) -> None:
        """The buttons of the row with the keyboard have letters."""
        if self._current is not None and self._current is not card:
            self._current.give_letters(wanted=False)
        self._current = card
        card.give_letters(wanted=True)
        self.setFocusProxy(card)

    def _remember(self, card: FindingCard) -> None:
        """What comes after a finding that is about to be done: what is below, then above, of the same kind first."""
        cards = self.cards
        at = cards.index(card)
        others = [other.finding for other in (*cards[at + 1 :], *reversed(cards[:at]))]
        is_open = card.finding.acknowledged is None
        self._next = sorted(others, key=lambda finding: (finding.acknowledged is None) is not is_open)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        """Carry out a command; then the keyboard goes to the next finding."""
        done = self.context.run(command, self)
        wanted, self._next = self._next, None
        if done and wanted is not None:
            open_ = {card.finding.place: card for card in reversed(self.cards)}
            card = next((open_[finding.place] for finding in wanted if finding.place in open_), None)
            if card is not None:
                self._enter(card)
            else:
                self.filter.text.setFocus()
        return done

    def _keep_current(self) -> None:
        """Where the row with the keyboard is gone, the first one takes its part."""
        cards = self.cards
        if self._current not in cards:
            self._current = None
            self.setFocusProxy(cards[0] if cards else self.filter.text)
