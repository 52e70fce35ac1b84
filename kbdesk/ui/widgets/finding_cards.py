"""Findings below each other, and what is done about them: mended by one click, explained, gone to."""

from collections.abc import Callable
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey
from kbdesk.services import acknowledging
from kbdesk.texts.finding_words import key_words
from kbdesk.texts.finding_words import place_words
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.acknowledge_form import AcknowledgeForm
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import Destination
from kbdesk.ui.widgets.destinations import destination
from kbdesk.ui.widgets.destinations import other_fields
from kbdesk.ui.widgets.finding_card import CardAction
from kbdesk.ui.widgets.finding_card import FindingCard
from kbdesk.ui.widgets.surroundings import Surroundings


class FindingCards(QWidget):
    """Shows findings in the order given; a card stays with its finding as long as that is shown."""

    step_wanted = Signal(object, int)
    """From this ``FindingCard`` up (-1) or down (1)."""
    card_entered = Signal(object)
    """The keyboard came to this ``FindingCard``."""
    handled = Signal(object)
    """Something was done about the finding of this ``FindingCard``; told before it is done."""

    def __init__(self, context: Surroundings, run: Run, *, inline: bool = False) -> None:
        super().__init__()
        self._context, self._run, self._inline = context, run, inline
        self._reasons = context.project.reference.reasons
        self._form: AcknowledgeForm | None = None
        self.cards: list[FindingCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0 if inline else GRID)

    @property
    def form(self) -> AcknowledgeForm | None:
        """The form that asks for a reason, while it is open."""
        return self._form

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        spare: dict[object, list[FindingCard]] = {}
        for card in self.cards:
            spare.setdefault(card.finding.place, []).append(card)
        before, self.cards = self.cards, []
        self._column.setEnabled(False)  # laid out once for all, not once a row
        for at, finding in enumerate(findings):
            waiting = spare.get(finding.place)
            card = waiting.pop(0) if waiting else self._new_card()
            card.show_finding(finding)
            self.cards.append(card)
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
                card.show()
        for card in (gone for cards in spare.values() for gone in cards):
            self._discard(card)
        self._column.setEnabled(True)
        if self.cards != before:
            self._order_tabs()

    def step(self, card: FindingCard, by: int) -> None:
        """Go from a row to the one above (-1) or below (1), where there is one."""
        at = self.cards.index(card) + by
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_card(self) -> FindingCard:
        card = FindingCard(self._context, self._reasons, inline=self._inline)
        card.wanted.connect(lambda action: self._act(card, action))
        card.step_wanted.connect(lambda by: self.step_wanted.emit(card, by))
        card.entered.connect(lambda: self.card_entered.emit(card))
        return card

    def _discard(self, card: FindingCard) -> None:
        if self._form is not None and card.isAncestorOf(self._form):
            self._form = None
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _order_tabs(self) -> None:
        """Tab goes down the findings, also to those that came later."""
        chain = [w for card in self.cards for w in (card, *card.buttons.values())]
        for one, next_ in pairwise(chain):
            QWidget.setTabOrder(one, next_)

    def _act(self, card: FindingCard, action: CardAction) -> None:
        project, finding = self._context.project, card.finding
        if action is CardAction.GO:
            self._go(destination(finding))
        elif action is CardAction.OTHERS:
            self._go_to_other(card)
        elif action is CardAction.ACCEPT:
            self._ask(card)
        elif action is CardAction.FIX:
            self._carry_out(card, lambda: acknowledging.apply_fix(project, finding))
        else:
            self._carry_out(card, lambda: acknowledging.withdraw(project, finding))

    def _go(self, wanted: Destination) -> None:
        self._context.bus.place_wanted.emit(wanted.place, wanted.target)

    def _go_checked(self, key: EntryKey, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        self._go(Destination(DATA_ENTRY, key))

    def _go_to_other(self, card: FindingCard) -> None:
        """Go to the other field; where there are several, let one be chosen."""
        keys = other_fields(card.finding)
        if len(keys) == 1:
            self._go(Destination(DATA_ENTRY, keys[0]))
            return
        button = card.buttons[CardAction.OTHERS]
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in keys:
            action = menu.addAction(key_words(key, self._context.texts).replace("&", "&&"))
            action.triggered.connect(partial(self._go_checked, key))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _carry_out(self, card: FindingCard, command: Callable[[], Change | None]) -> None:
        self.handled.emit(card)
        self._run(command)

    def _ask(self, card: FindingCard) -> None:
        """Open the form below the finding, one at a time."""
        if self._form is not None and card.isAncestorOf(self._form):
            self._form.begin()
            return
        self.close_form()
        about = place_words(card.finding, self._context.texts)
        form = AcknowledgeForm(self._context.texts, self._reasons, about, lettered=not self._inline)
        form.saved.connect(lambda reason, text: self._accept(card, reason, text))
        form.closed.connect(lambda: self._leave(card))
        self._form = form
        card.add_below(form)
        QWidget.setTabOrder(card.buttons[CardAction.ACCEPT], form)
        form.show()
        form.begin()

    def close_form(self) -> None:
        """Close the form without saving."""
        form, self._form = self._form, None
        if form is not None:
            form.hide()
            form.deleteLater()

    def _accept(self, card: FindingCard, reason: str, text: str) -> None:
        project, finding = self._context.project, card.finding
        self.handled.emit(card)
        if self._run(lambda: acknowledging.acknowledge(project, finding, reason, text)):
            self.close_form()

    def _leave(self, card: FindingCard) -> None:
        self.close_form()
        button = card.buttons.get(CardAction.ACCEPT)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
