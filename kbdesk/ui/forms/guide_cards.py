"""The yes/no questions of the guide: one row a question, answered once for all years."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.absences import Card
from kbdesk.models.answers import NO
from kbdesk.models.answers import YES
from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import guiding
from kbdesk.texts.marking import mark
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_page import GuidePage
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.radio_group import stop_once

_WORDS = {YES: mark("Yes"), NO: mark("No"), guiding.UNSURE: mark("Not sure yet")}
_SHOWN_KEPT = 3
"""So many values that stay are named; of more only the number."""


class CardRow:
    """One question: its words, three answers, and what stays although the answer is no."""

    def __init__(self, context: Context, card: Card) -> None:
        self.card = card
        self._context = context
        texts = context.texts
        question = texts.trc("guide", card.question)
        self.question = QLabel(question)
        self.question.setWordWrap(True)
        self.help = words(context.theme, texts.trc("guide", card.help))
        self.kept = words(context.theme, "", muted=False)
        paint(self.kept, context.theme.warning)
        self.answers = QWidget()
        row = QHBoxLayout(self.answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MARGIN)
        self.buttons = {value: QRadioButton(texts.tr(word)) for value, word in _WORDS.items()}
        for button in self.buttons.values():
            button.setAccessibleName(f"{button.text()}: {question}")
            button.setAccessibleDescription(self.help.text())
            row.addWidget(button)

    def show_answer(self) -> None:
        """Show what is recorded."""
        given = self._context.project.inventory.answer(self.card.answer_id)
        for value, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(value == given)
            button.setAutoExclusive(True)
        stop_once(tuple(self.buttons.values()))
        kept = guiding.kept(self._context.project, self.card) if given == NO else ()
        self.kept.setText(self._stays(kept))
        self.kept.setVisible(bool(kept))

    def _stays(self, kept: tuple[EntryKey, ...]) -> str:
        texts = self._context.texts
        if len(kept) > _SHOWN_KEPT:
            return texts.trn("{count} value stays.", "{count} values stay.", len(kept))
        return "\n".join(
            texts.tr(
                "{carrier}, {sector} {year} has a value: it stays.",
                carrier=texts.carrier(key.carrier),
                sector=texts.sector(key.sector),
                year=str(key.year),
            )
            for key in kept
        )


class CardsPage(GuidePage):
    """All questions below each other: a calm list is faster than ten pages."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, guiding.CARDS)
        self.rows = tuple(CardRow(context, card) for card in context.project.reference.cards)
        self._grid = QGridLayout()
        self._wide = True
        self._arrange()
        self.refresh(None)

    @property
    @override
    def first_field(self) -> QWidget:
        """The answer given to the first question that is open, else to the first."""
        inventory = self.context.project.inventory
        row = next((row for row in self.rows if not inventory.answer(row.card.answer_id)), self.rows[0])
        return next((button for button in row.buttons.values() if button.isChecked()), row.buttons[YES])

    @property
    @override
    def tab_order(self) -> tuple[QWidget, ...]:
        return tuple(button for row in self.rows for button in row.buttons.values())

    @override
    def refresh(self, change: Change | None) -> None:
        for row in self.rows:
            row.show_answer()

    @override
    def show_wide(self, *, wide: bool) -> None:
        """Put the answers beside the question, or below it where there is no room."""
        if wide != self._wide:
            self._wide = wide
            self._place_answers()

    def _arrange(self) -> None:
        tr = self.context.texts.tr
        self.heading.setText(tr("What is there in your municipality?"))
        self.text.setText(
            tr("“No” writes “does not exist here” into all years and hides the fields. You can change it at any time.")
        )
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID + SMALL)
        for row in self.rows:
            self.enter_key.watch(*row.buttons.values())
            for value, button in row.buttons.items():
                button.clicked.connect(partial(self._answer, row.card, value))
        for at, row in enumerate(self.rows):
            column = QVBoxLayout()
            column.setSpacing(0)
            for label in (row.question, row.help, row.kept):
                column.addWidget(label)
            self._grid.addLayout(column, 2 * at, 0)
        self._grid.setColumnStretch(0, 1)
        self._place_answers()
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def _place_answers(self) -> None:
        for at, row in enumerate(self.rows):
            self._grid.removeWidget(row.answers)
            below = int(not self._wide)
            self._grid.addWidget(row.answers, 2 * at + below, 1 - below, Qt.AlignmentFlag.AlignLeft)

    def _answer(self, card: Card, value: str) -> None:
        self.context.run(lambda: guiding.answer_card(self.context.project, card, value), self)
