"""Why there is no value: four buttons where it is missing; where a reason stands, what belongs to it.

*Contained elsewhere* asks where, *not known yet* and *confidential* ask why. Everything is saved at once; a number
typed into the field takes the reason's place.
"""

from collections.abc import Callable
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.entry_forms import carriers_that_fit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.flow_layout import FlowLayout
from kbdesk.ui.widgets.saving_line import SavingLine

CHOICES = {
    NotationKey.NO: mark("does not exist here"),
    NotationKey.NE: mark("not known yet"),
    NotationKey.IE: mark("contained in …"),
    NotationKey.C: mark("confidential"),
}
_WHY = {
    NotationKey.NE: mark("Why, and who was asked when"),
    NotationKey.IE: mark("Why it cannot be told apart"),
    NotationKey.C: mark("Why, for example a single customer"),
    NotationKey.NO: mark("How this is known"),
}
_COMBO_CHARACTERS = 26
_WHY_CHARACTERS = 34


class ReasonFields(QWidget):
    """The buttons are made when a value is first missing, the fields when there is first a reason."""

    key_chosen = Signal(object)
    """A ``NotationKey``, or ``None``: the reason is taken back."""
    place_chosen = Signal(str)
    """Where the value is contained: a sector, or sector and carrier with a slash between."""
    confirmed = Signal()
    """A reason carried forward is still true."""

    def __init__(self, context: Context, save_note: Callable[[str], bool], *, asks_why: bool) -> None:
        super().__init__()
        self._context, self._save_note, self._asks_why = context, save_note, asks_why
        self.buttons: dict[NotationKey, QToolButton] = {}
        self._fields: tuple[CalmCombo, SavingLine, QToolButton] | None = None
        self.confirm = _text_button(context.texts.tr("still true"))
        self.confirm.setIcon(context.theme.icon("check", context.theme.ok))
        self.confirm.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.confirm.hide()
        self.confirm.clicked.connect(self.confirmed)
        self._flow = FlowLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._flow.setSpacing(SMALL)
        self._flow.addWidget(self.confirm)
        self.hide()

    @property
    def where(self) -> CalmCombo:
        """Where the value is contained."""
        return self._made_fields()[0]

    @property
    def why(self) -> SavingLine:
        """The reason in words."""
        return self._made_fields()[1]

    @property
    def take_back(self) -> QToolButton:
        """Takes the reason back."""
        return self._made_fields()[2]

    def show_entry(self, entry: Entry, name: str, *, missing: bool, carried: bool, anew: bool) -> None:
        """Show the buttons where the value is ``missing``, the reason where there is one, else nothing.

        A reason that was ``carried`` forward waits for a *still true*.
        """
        if missing and not self.buttons:
            self._make_buttons()
        for key, button in self.buttons.items():
            _show_if(button, wanted=missing)
            button.setAccessibleName(f"{name}: {self._context.texts.tr(CHOICES[key])}")
        self.confirm.setAccessibleName(f"{name}: {self.confirm.text()}")
        _show_if(self.confirm, wanted=carried)
        reason = entry.notation_key
        if reason is not None:
            self._show_reason(entry, reason, name, anew=anew)
        elif self._fields is not None:
            for widget in self._fields:
                _show_if(widget, wanted=False)
        _show_if(self, wanted=missing or reason is not None)

    def save_pending(self) -> None:
        """Save what is being typed."""
        if self._fields is not None:
            self.why.save_pending()

    def _show_reason(self, entry: Entry, reason: NotationKey, name: str, *, anew: bool) -> None:
        tr = self._context.texts.tr
        where, why, take_back = self._made_fields()
        elsewhere = reason is NotationKey.IE
        if elsewhere:
            choices = [("", tr("– contained in: choose –")), *contained_in_choices(self._context, entry.key)]
            where.offer(choices, entry.contained_in)
        (why.start_with if anew else why.show_text)(entry.note)
        why.setPlaceholderText(tr(_WHY[reason]))
        for widget, words in ((where, tr("Contained in")), (why, tr("Reason")), (take_back, tr("Take back"))):
            widget.setAccessibleName(f"{words}: {name}")
        _show_if(where, wanted=elsewhere)
        _show_if(why, wanted=self._asks_why)
        _show_if(take_back, wanted=True)

    def _make_buttons(self) -> None:
        for key, words in CHOICES.items():
            button = _text_button(self._context.texts.tr(words))
            button.clicked.connect(lambda _checked=False, key=key: self.key_chosen.emit(key))
            self.buttons[key] = button
            self._flow.addWidget(button)

    def _made_fields(self) -> tuple[CalmCombo, SavingLine, QToolButton]:
        if self._fields is None:
            tr = self._context.texts.tr
            where = CalmCombo()
            why = SavingLine(self._context.theme, self._save_note)
            take_back = _text_button(tr("take back"))
            where.setMinimumContentsLength(_COMBO_CHARACTERS)
            why.setMinimumWidth(why.fontMetrics().averageCharWidth() * _WHY_CHARACTERS)
            where.activated.connect(lambda: self.place_chosen.emit(where.value))
            take_back.clicked.connect(lambda: self.key_chosen.emit(None))
            self._fields = where, why, take_back
            for widget in self._fields:
                self._flow.addWidget(widget)
        return self._fields


def contained_in_choices(context: Context, key: EntryKey) -> list[tuple[str, str]]:
    """Where a value can be contained: the other sectors with the same carrier, then other carriers of its sector."""
    return list(_choices(context, key, context.texts))


def _choices(context: Context, key: EntryKey, texts: Texts) -> Iterator[tuple[str, str]]:
    codebook = context.project.reference.codebook
    for sector in codebook.sectors:
        if sector != key.sector and key.carrier in carriers_that_fit(codebook, sector):
            yield f"{sector}/{key.carrier}", f"{texts.sector(sector)}, {texts.carrier(key.carrier)}"
    for carrier in carriers_that_fit(codebook, key.sector):
        if carrier != key.carrier:
            yield f"{key.sector}/{carrier}", f"{texts.sector(key.sector)}, {texts.carrier(carrier)}"


def _text_button(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    return button


def _show_if(widget: QWidget, *, wanted: bool) -> None:
    if widget.isHidden() == wanted:
        widget.setVisible(wanted)
