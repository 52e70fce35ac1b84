"""Saying where a value is from: a source record, the place in it, and the file kept of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QToolButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.inventory import Entry
from kbdesk.models.sources import Source
from kbdesk.services.sources import add_source
from kbdesk.services.sources import recent_sources
from kbdesk.texts.source_texts import source_line
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.source_dialog import SourceDialog
from kbdesk.ui.forms.source_evidence import OpenFile
from kbdesk.ui.forms.source_evidence import open_evidence
from kbdesk.ui.forms.source_evidence import open_on_desktop
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.saving_line import SavingLine

_COMBO_CHARACTERS = 24
_PLACE_CHARACTERS = 12


class SourcePicker(QWidget):
    """Shows the source of one value. ``compact`` puts all in one row, with icons instead of words on the buttons.

    Whoever has it records what it tells; the label beside it gets ``combo`` as its buddy.
    """

    source_chosen = Signal(str)
    """Id of the record chosen, or of one just made; empty for none."""
    place_changed = Signal(str)
    """Where in the source the value stands (or, without a record, the source in words)."""

    def __init__(self, context: Context, *, compact: bool = False, open_file: OpenFile = open_on_desktop) -> None:
        super().__init__()
        self._context, self._open_file = context, open_file
        self._source_id = ""
        self.combo = _SourceCombo(self._offer_all)
        self.place = SavingLine(context.theme, self._tell_place)
        self.new, self.open = (_tool_button() if compact else _button() for _ in range(2))
        self._name()
        self._arrange(compact=compact)
        self.combo.activated.connect(lambda: self._choose(self.combo.value))
        self.new.clicked.connect(self.ask_for_new)
        self.open.clicked.connect(lambda: open_evidence(self._context, self._source_id, self._open_file))
        self.setFocusProxy(self.combo)
        self.show_source("", "")

    @property
    def source_id(self) -> str:
        """The record shown; empty for none."""
        return self._source_id

    def show_entry(self, entry: Entry, *, anew: bool = True) -> None:
        """Show the source of a value; not ``anew``, what is being typed stays."""
        self.show_source(entry.source_id, entry.source, anew=anew)

    def show_source(self, source_id: str, place_text: str, *, anew: bool = True) -> None:
        """Show a record (empty: none) and the place in it."""
        self._source_id = source_id
        self.combo.offer([self._none(), *self._label(source_id)], source_id)
        self.combo.setToolTip(self.combo.currentText())
        (self.place.start_with if anew else self.place.show_text)(place_text)
        source = self._context.project.inventory.sources.get(source_id)
        self.open.setVisible(source is not None and bool(source.file_sha256))
        tr = self._context.texts.tr
        self.place.setPlaceholderText(tr("page") if source else tr("or in words: letter of …, page 2"))

    def save_pending(self) -> None:
        """Tell what is being typed."""
        self.place.save_pending()

    def ask_for_new(self) -> None:
        """Ask for a new source, and choose it."""
        dialog = SourceDialog(self._context, self.window())
        dialog.source_made.connect(self._take)
        dialog.open()

    def _take(self, source: Source) -> None:
        if self._context.run(lambda: add_source(self._context.project, source), self):
            self._choose(source.id)
            self.combo.setFocus()

    def _choose(self, source_id: str) -> None:
        if source_id != self._source_id:
            self.show_source(source_id, self.place.text(), anew=False)
            self.source_chosen.emit(source_id)

    def _tell_place(self, text: str) -> bool:
        self.place_changed.emit(text.strip())
        return True

    def _offer_all(self) -> None:
        """Every record, offered when the list is first looked at: many pickers stand on one page."""
        project, texts = self._context.project, self._context.texts
        choices = [(source.id, source_line(source, texts)) for source in recent_sources(project)]
        self.combo.offer([self._none(), *choices], self._source_id)

    def _none(self) -> tuple[str, str]:
        return "", self._context.texts.tr("no source record")

    def _label(self, source_id: str) -> list[tuple[str, str]]:
        source = self._context.project.inventory.sources.get(source_id)
        return [(source_id, source_line(source, self._context.texts))] if source else []

    def _name(self) -> None:
        tr, theme = self._context.texts.tr, self._context.theme
        self.combo.setAccessibleName(tr("Source"))
        self.combo.setAccessibleDescription(tr("The letter, bill or register the value is from"))
        self.place.setAccessibleName(tr("Place in the source"))
        self.place.setAccessibleDescription(tr("Where in the source the value stands, for example page 2"))
        named = ((self.new, "plus", tr("New source…")), (self.open, "paperclip", tr("Open evidence")))
        for button, icon, words in named:
            button.setIcon(theme.icon(icon))
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _arrange(self, *, compact: bool) -> None:
        self.combo.setMinimumContentsLength(_COMBO_CHARACTERS)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place.setMinimumWidth(self.fontMetrics().averageCharWidth() * _PLACE_CHARACTERS)
        if compact:
            row = QHBoxLayout(self)
            row.setSpacing(SMALL)
            row.addWidget(self.combo, 3)
            row.addWidget(self.place, 2)
            row.addWidget(self.new)
            row.addWidget(self.open)
            row.setContentsMargins(0, 0, 0, 0)
            return
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for row_, (field, button) in enumerate(((self.combo, self.new), (self.place, self.open))):
            grid.addWidget(field, row_, 0)
            grid.addWidget(button, row_, 1)
        grid.setColumnStretch(0, 1)


class _SourceCombo(CalmCombo):
    """Asks for its whole list when the keyboard or the mouse comes to it."""

    def __init__(self, fill: Callable[[], None]) -> None:
        super().__init__()
        self._fill = fill

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)

    @override
    def showPopup(self) -> None:
        self._fill()
        super().showPopup()


def _button() -> QPushButton:
    button = QPushButton()
    button.setAutoDefault(False)
    return button


def _tool_button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    return button
