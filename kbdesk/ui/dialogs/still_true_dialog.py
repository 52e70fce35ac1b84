"""What was carried into a year, asked one by one or all at once: is it still true?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QListWidget
from PySide6.QtWidgets import QListWidgetItem
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services import years
from kbdesk.services.years import CarriedSource
from kbdesk.texts.source_texts import source_line
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.item_models.carry_rows import key_words
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.page import words

_WIDTH_CHARACTERS = 100
_WHAT = Qt.ItemDataRole.UserRole


class StillTrueDialog(FormDialog):
    """The carried keys and sources of a year that wait for an answer; an answered one leaves the list."""

    def __init__(self, parent: QWidget, context: Context, year: int) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Still true in {year}?", year=str(year)))
        self._context, self._year = context, year
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(texts.tr("Carried forward and not confirmed yet"))
        self.list.setWordWrap(True)
        self.list.setSpacing(SMALL // 2)
        self.message = words(context.theme, "", muted=False)
        self.all = QPushButton(texts.tr("&All still true"))
        self.yes = QPushButton(texts.tr("&Still true"))
        self.no = QPushButton(texts.tr("&No longer true"))
        self._arrange()
        self.all.clicked.connect(lambda: self._run(partial(years.confirm_all, context.project, year)))
        self.yes.clicked.connect(partial(self._answer, still=True))
        self.no.clicked.connect(partial(self._answer, still=False))
        self.list.itemActivated.connect(lambda _item: self._answer(still=True))
        self._show()

    def _arrange(self) -> None:
        texts, metrics = self._context.texts, self.fontMetrics()
        intro = texts.tr(
            "This came from an earlier year. Confirm what still holds; where something changed, a value or another "
            "source is expected instead."
        )
        self.column.addWidget(words(self._context.theme, intro))
        self.column.addWidget(self.message)
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.all.setAutoDefault(False)
        row.addWidget(self.all)
        self.column.addLayout(row)
        self.add_close_button(texts)
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(30 * metrics.height(), room.height() - 4 * metrics.height()))

    def _show(self, row: int = 0) -> None:
        project, texts = self._context.project, self._context.texts
        found = years.unconfirmed(project, self._year)
        self.list.clear()
        for source in found.sources:
            self._add(source, _source_words(self._context, source), "library")
        for entry in found.keys:
            place = f"{texts.sector(entry.key.sector)}, {texts.carrier(entry.key.carrier)}"
            self._add(entry.key, f"{place}: {key_words(entry, texts)}", "circle-question-mark")
        count = self.list.count()
        left = texts.trn("{count} answer is open.", "{count} answers are open.", count)
        self.message.setText(left if count else texts.tr("Everything carried into this year is confirmed."))
        for widget in (self.list, self.all, self.yes, self.no):
            widget.setEnabled(bool(count))
        if count:
            self.list.setCurrentRow(min(row, count - 1))
            self.list.setFocus()

    def _add(self, what: EntryKey | CarriedSource, text: str, icon: str) -> None:
        item = QListWidgetItem(self._context.theme.icon(icon, self._context.theme.muted), text)
        item.setData(_WHAT, what)
        self.list.addItem(item)

    def _answer(self, *, still: bool) -> None:
        """The answer for everything that is selected; keys together are one step."""
        chosen = [item.data(_WHAT) for item in self.list.selectedItems()]
        project, year = self._context.project, self._year
        sources = [what.source_id for what in chosen if isinstance(what, CarriedSource)]
        keys = [what for what in chosen if isinstance(what, EntryKey)]
        row = self.list.currentRow()
        for source_id in sources:
            answer = years.confirm_source if still else years.drop_source
            self._run(partial(answer, project, year, source_id), row)
        if still and keys:
            self._run(partial(years.confirm, project, keys), row)
        elif keys:
            self._run(partial(years.retract, project, keys), row)

    def _run(self, command: Callable[[], Change | None], row: int = 0) -> None:
        self._context.run(command, self)
        self._show(row)


def _source_words(context: Context, source: CarriedSource) -> str:
    texts, record = context.texts, context.project.inventory.sources.get(source.source_id)
    count = texts.trn("{count} value", "{count} values", len(source.keys))
    shown = source_line(record, texts) if record is not None else source.source_id
    return texts.tr("Source “{source}”: still the one for {count}?", source=shown, count=count)
