"""Finding a municipality: type a few letters, choose from the list by keyboard or mouse."""

from decimal import Decimal

from PySide6.QtCore import QEvent
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.municipalities import KnownMunicipality
from kbdesk.services.reference import Reference
from kbdesk.texts.countries import country_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme

_FOUND = Qt.ItemDataRole.UserRole
_LINES = 8
_SPACING = SMALL // 2
_LIMIT = 50


class MunicipalitySearch(QWidget):
    """A search field with the results below it."""

    municipality_chosen = Signal(object)
    """``KnownMunicipality``."""

    def __init__(self, reference: Reference, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self._reference = reference
        self._texts = texts
        self.field = QLineEdit()
        self.field.setPlaceholderText(texts.tr("For example Dudenhofen, München or 07338007"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(theme.icon("search", theme.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setAccessibleName(texts.tr("Name or official code of the municipality"))
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.field.installEventFilter(self)
        self.results = QListWidget()
        self.results.setAccessibleName(texts.tr("Municipalities found"))
        self.results.setSpacing(_SPACING)
        self.results.itemActivated.connect(self._take)
        self.results.itemClicked.connect(self._take)
        self.results.hide()
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.field)
        column.addWidget(self.results)
        column.addWidget(self.hint)
        self.setFocusProxy(self.field)

    def warm_up(self) -> None:
        """Read the list, so that the first letter is answered as fast as the others."""
        self._reference.municipalities.search("a", limit=1)

    def line_of(self, found: KnownMunicipality) -> str:
        """A municipality on one line: name, country, code, inhabitants."""
        parts = [found.name, country_name(self._texts, found.country), found.code]
        if found.population:
            shown = self._texts.numbers.integer(Decimal(found.population))
            parts.append(self._texts.tr("{number} inhabitants", number=shown))
        return " · ".join(parts)

    def _search(self, typed: str) -> None:
        found = self._reference.municipalities.search(typed, limit=_LIMIT) if typed.strip() else ()
        self.results.clear()
        for municipality in found:
            item = QListWidgetItem(self.line_of(municipality))
            item.setData(_FOUND, municipality)
            self.results.addItem(item)
        if found:
            self.results.setCurrentRow(0)
            lines = min(len(found), _LINES)
            self.results.setFixedHeight(lines * (self.results.sizeHintForRow(0) + _SPACING * 2) + GRID)
        self.results.setVisible(bool(found))
        self.hint.setVisible(bool(typed.strip()) and not found)
        self.hint.setText(
            self._texts.tr(
                "No municipality “{typed}” is in the list: check the spelling or type it in yourself.", typed=typed
            )
        )

    def _take_first(self) -> None:
        if (item := self.results.currentItem()) is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.municipality_chosen.emit(KnownMunicipality(*item.data(_FOUND)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the search field move through the results."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.results.count():
                row = self.results.currentRow() + step
                self.results.setCurrentRow(max(0, min(row, self.results.count() - 1)))
                return True
        return super().eventFilter(watched, event)
