"""One number of the guide: what is wanted, the field as on paper, where it stands on the letter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.guide_numbers import GuideCell
from kbdesk.models.guide_numbers import GuideNumber
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services import guiding
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_answer_fields import GuideAnswerFields
from kbdesk.ui.forms.guide_choices import GuideChoices
from kbdesk.ui.forms.guide_page import GuidePage
from kbdesk.ui.forms.guide_reasons import GuideReasons
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.finding_strip import FindingStrip
from kbdesk.ui.widgets.letter_picture import LetterPicture
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.running_text import RunningText


class NumberPage(GuidePage):
    """Asks for one number, for the place chosen (households, or all customers together)."""

    def __init__(self, context: Context, number: GuideNumber) -> None:
        super().__init__(context, number.id)
        self.number = number
        self._seen: frozenset[tuple[str, object]] = frozenset()
        self.choices = GuideChoices(context, number)
        self.fields = GuideAnswerFields(context, number, self._run)
        self.findings = FindingStrip(context, self._run)
        self.go_on = words(context.theme, "")
        self.reasons = GuideReasons(context)
        self.picture = LetterPicture(context.theme, context.texts)
        self.where = RunningText()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()
        self.choices.choose(guiding.cell_to_show(context.project, number, self.year))
        self.refresh(None)

    @property
    def key(self) -> EntryKey:
        """The place of the number that is shown."""
        cell = self.choices.cell
        return EntryKey(self.year, cell.sector, cell.carrier)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.fields.quantity.line

    @property
    @override
    def tab_order(self) -> tuple[QWidget, ...]:
        return *self.choices.buttons, *self.fields.tab_order, self.findings, *self.reasons.buttons

    @override
    def refresh(self, change: Change | None) -> None:
        project, texts = self.context.project, self.context.texts
        title = texts.trc("guide", self.number.title)
        self.heading.setText(texts.tr("{number} in {year}", number=title, year=str(self.year)))
        if change is None:
            self._seen = frozenset()
            self.fields.show_entry(self.key, self.choices.cell.unit)
            self._show_letter()
        else:
            self.fields.refresh()
        self.enter_key.watch(*self.fields.enter_fields)
        self.choices.show_answers(self.year)
        entry = project.inventory.entries.get(self.key)
        absent = self.choices.cell.place in project.absent and not (entry is not None and entry.text)
        self.reasons.show_reason(NotationKey.NO if absent else entry.notation_key if entry else None, by_card=absent)
        own = [found for found in project.findings_of(self.year) if self.key in found.cells]
        self.findings.show_findings(own)
        self.go_on.setVisible(bool(self._seen) and bool(own))

    @override
    def show_year(self, year: int) -> None:
        self.save_pending()
        self.year = year
        self.choices.choose(guiding.cell_to_show(self.context.project, self.number, year))
        self.refresh(None)

    @override
    def save_pending(self) -> None:
        self.fields.save_pending()

    @override
    def hold_back(self) -> bool:
        """A detail that the unit lacks has the keyboard first; a finding is shown once before going on."""
        if (lacking := self.fields.lacking_field()) is not None and not lacking.hasFocus():
            lacking.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        found = frozenset((card.finding.code, card.finding.parameters) for card in self.findings.cards)
        if found <= self._seen:
            return False
        self._seen |= found
        self.go_on.show()
        return True

    def show_place(self, cell: GuideCell) -> None:
        """Show another place of the number; what is typed for the one before is saved."""
        self.save_pending()
        self.choices.choose(cell)
        self.refresh(None)

    @override
    def show_wide(self, *, wide: bool) -> None:
        """Put the letter at the right, or below where there is no room."""
        side = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != side:
            self._row.setDirection(side)

    def _arrange(self) -> None:
        texts = self.context.texts
        self.text.setText(texts.trc("guide", self.number.wanted))
        self.where.setText(texts.tr("Where it stands: {where}", where=texts.trc("guide", self.number.where)))
        self.column.addWidget(self.where)
        hint = self.number.hint(self.context.project.municipality.country)
        self.go_on.setText(texts.tr("Look at this first; Enter once more goes on."))
        left = QVBoxLayout()
        left.setSpacing(MARGIN)
        if hint:
            left.addWidget(words(self.context.theme, texts.trc("guide", hint)))
        for widget in (self.choices, self.fields, self.findings, self.go_on, self.reasons):
            left.addWidget(widget)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.picture)
        right.addWidget(words(self.context.theme, texts.tr("An example. Your letter looks different.")))
        right.addStretch(1)
        self._row.setSpacing(GAP)
        self._row.addLayout(left, 3)
        self._row.addLayout(right, 2)
        self.column.addLayout(self._row)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.choices.cell_chosen.connect(self.show_place)
        self.reasons.unknown.clicked.connect(partial(self._give_reason, NotationKey.NE))
        self.reasons.absent.clicked.connect(partial(self._give_reason, NotationKey.NO))
        self.reasons.take_back.clicked.connect(partial(self._give_reason, None))
        self.enter_key.watch(*self.choices.buttons)

    def _show_letter(self) -> None:
        lines = self.context.project.reference.guide_numbers.letters[self.number.letter]
        self.picture.show_letter(lines, self.choices.cell.place)

    def _give_reason(self, reason: NotationKey | None) -> None:
        self.fields.discard()
        project, key = self.context.project, self.key
        if self._run(lambda: guiding.record_key(project, self.number.id, key, reason)) and reason is not None:
            self.next_wanted.emit()

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)
