"""The sources: letters, bills and registers that values come from."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtGui import QDropEvent
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.models.sources import Source
from kbdesk.services import sources
from kbdesk.texts.source_texts import source_line
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.dialogs.source_dialog import SourceDialog
from kbdesk.ui.forms.shared_source_texts import SharedSourceTexts
from kbdesk.ui.forms.source_evidence import OpenFile
from kbdesk.ui.forms.source_evidence import open_on_desktop
from kbdesk.ui.forms.source_form import SourceForm
from kbdesk.ui.forms.values_without_source import ValuesWithoutSource
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with
from kbdesk.ui.widgets.source_table import SourceTable
from kbdesk.ui.widgets.value_list import ValueList

_FILTER_CHARACTERS = 28


class SourcesPlace(Place):
    """The list of sources, the fields and values of the one chosen, and below what has no source record yet."""

    id = "sources"
    icon = "library"

    def __init__(
        self, context: Context, files: FileDialogs | None = None, open_file: OpenFile = open_on_desktop
    ) -> None:
        super().__init__(context)
        tr = context.texts.tr
        self._chosen = ""
        self.new = QPushButton(context.theme.icon("plus"), tr("Ne&w source…"))
        self.filter = QLineEdit()
        self.table = SourceTable(context.theme, context.texts, context.project.reference.source_kinds)
        self.form = SourceForm(context, self._run, files or FileDialogs(), open_file)
        self.values = ValueList(tr("Values from this source"))
        self.remove = QPushButton(context.theme.icon("trash-2"), tr("&Remove source"))
        self.open = ValuesWithoutSource(context, self._run)
        self.shared = SharedSourceTexts(context, self._run)
        self.empty = RunningText(
            tr(
                "A source is a letter, a bill or a register: recorded once, named by every value that comes from it, "
                "with its scan if you like. Begin with the letter on top of your pile."
            )
        )
        self._arrange()
        self._connect()
        self.setAcceptDrops(True)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Sources")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        inventory, texts = context.project.inventory, context.texts
        if not inventory.sources:
            return PlaceState("circle", texts.tr("no sources yet"))
        missing = sum(1 for e in inventory.entries.values() if e.text and not (e.source or e.source_id))
        if missing:
            said = texts.trn("{count} value without source", "{count} values without source", missing)
            return PlaceState("circle-dashed", said)
        count = len(inventory.sources)
        return PlaceState("circle-check", texts.trn("{count} source", "{count} sources", count))

    @override
    def refresh(self, change: Change | None) -> None:
        self._show_list()
        self._show_chosen()
        self._offer_naming()
        self.open.refresh()
        self._shared.setVisible(self.shared.refresh())

    @override
    def show_target(self, target: object) -> None:
        """Go to a source, by its id."""
        if isinstance(target, str) and target in self.context.project.inventory.sources:
            self.filter.clear()
            self._choose(target)

    @override
    def save_pending(self) -> None:
        if self.form.source_id in self.context.project.inventory.sources:
            self.form.save_pending()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        event.acceptProposedAction()
        if len(paths) > 1:
            self.context.messages.show_warning(
                self.context.texts.tr("A source keeps one file: drop one at a time, or put the pages into one PDF.")
            )
        elif self._chosen:
            self.form.file.attach_path(paths[0])
        else:
            self.ask_for_new(paths[0])

    def ask_for_new(self, file: Path | None = None) -> None:
        """Ask for a new source; a dropped file is kept with it."""
        dialog = SourceDialog(self.context, self.window())
        dialog.source_made.connect(lambda source: self._take(source, file))
        dialog.open()

    def remove_chosen(self) -> None:
        """Remove the source that is shown, if nothing names it."""
        if not self._chosen:
            return
        row = self.table.currentIndex().row()
        if self._run(lambda: sources.remove_source(self.context.project, self._chosen)):
            ids = self.table.ids
            self._choose(ids[min(row, len(ids) - 1)] if ids else "")
            self.table.setFocus()

    def _take(self, source: Source, file: Path | None) -> None:
        if self._run(lambda: sources.add_source(self.context.project, source)):
            self.filter.clear()
            self._choose(source.id)
            if file is not None:
                self.form.file.attach_path(file)
            self.form.contact.setFocus()

    def _choose(self, source_id: str) -> None:
        if source_id != self._chosen:
            self.save_pending()
            self._chosen = source_id
        self.refresh(None)

    def _show_list(self) -> None:
        project, wanted = self.context.project, self.filter.text().casefold().split()
        known = project.inventory.sources
        if self._chosen not in known:
            self._chosen = ""
        shown = [s for s in sources.recent_sources(project) if all(word in _searched(s) for word in wanted)]
        if not self._chosen and shown:
            self._chosen = shown[0].id
        self._uses = sources.uses(project)
        counts = {id_: len(keys) for id_, keys in self._uses.items()}
        self.table.show_sources(shown, counts, self._chosen)
        self.empty.setVisible(not known)
        self.entrance = self.table if known else self.new
        for widget in (self.table, self.filter, self._filter_label):
            widget.setVisible(bool(known))

    def _show_chosen(self) -> None:
        project, texts = self.context.project, self.context.texts
        source = project.inventory.sources.get(self._chosen)
        self._details.setVisible(source is not None)
        if source is None:
            return
        keys = self._uses.get(source.id, ())
        bills = len(sources.bills_of(project, source.id))
        self._heading.setText(source_line(source, texts))
        self.form.show_source(source)
        self.values.show_values(project, keys, texts)
        said = texts.tr("No value names it yet")
        if keys:
            said = texts.trn("{count} value from this source", "{count} values from this source", len(keys))
        if bills:
            said = f"{said} · {texts.trn('{count} bill', '{count} bills', bills)}"
        if others := sources.named_elsewhere(project, source.id):
            said = f"{said} · {texts.trn('{count} other record', '{count} other records', others)}"
        self._values_said.setText(said)

    def _offer_naming(self) -> None:
        self.open.offer_source(self.context.project.inventory.sources.get(self._chosen))

    def _arrange(self) -> None:
        tr, theme = self.context.texts.tr, self.context.theme
        page = ScrollPage()
        top = QHBoxLayout()
        top.addWidget(Heading(theme, 1, tr("Sources")), 1)
        self._filter_label = QLabel(tr("F&ilter"))
        self._filter_label.setBuddy(self.filter)
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setPlaceholderText(tr("Supplier, title or contact"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FILTER_CHARACTERS)
        for widget in (self._filter_label, self.filter, self.new):
            top.addWidget(widget)
        head = _group(page)
        head.addLayout(top)
        head.addWidget(self.empty)
        head.addWidget(self.table)
        self._details = self._arrange_details()
        page.column.addWidget(self._details)
        self._shared = self._arrange_shared()
        page.column.addWidget(self._shared)
        page.column.addWidget(self.open)
        page.column.addStretch(1)
        fill_with(self, page)

    def _arrange_details(self) -> QWidget:
        """The fields at the left, the values at the right."""
        theme = self.context.theme
        part, self._heading, self._values_said = QWidget(), Heading(theme, 2), QLabel()
        right = QVBoxLayout()
        right.setSpacing(GRID)
        self._values_said.setBuddy(self.values)
        right.addWidget(self._values_said)
        right.addWidget(self.values)
        right.addStretch(1)
        right.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(self.form, 3)
        both.addLayout(right, 2)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addLayout(both)
        return part

    def _arrange_shared(self) -> QWidget:
        tr, theme = self.context.texts.tr, self.context.theme
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(Heading(theme, 2, tr("Source texts used several times")))
        column.addWidget(RunningText(tr("As a record such a source has a contact, a file and a grade, typed once.")))
        column.addWidget(self.shared)
        return part

    def _connect(self) -> None:
        self.new.clicked.connect(self._ask_for_new)
        self.filter.textChanged.connect(self._show_list)
        self.table.chosen.connect(self._choose_row)
        self.table.edit_wanted.connect(self._edit)
        for wanted in (self.table.removal_wanted, self.remove.clicked):
            wanted.connect(self.remove_chosen)
        self.values.value_wanted.connect(self._go_to)
        self.open.value_wanted.connect(self._go_to)
        self.shared.gathered.connect(self._choose)

    def _choose_row(self, source_id: str) -> None:
        """The arrow keys moved in the table: only what belongs to the source follows."""
        if source_id != self._chosen:
            self.save_pending()
            self._chosen = source_id
            self._show_chosen()
            self._offer_naming()

    def _ask_for_new(self) -> None:
        self.ask_for_new()

    def _edit(self) -> None:
        self.form.supplier.setFocus()

    def _go_to(self, key: EntryKey) -> None:
        self.context.bus.place_wanted.emit(DATA_ENTRY, key)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)


def _group(page: ScrollPage) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(MARGIN)
    page.column.addLayout(column)
    return column


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _searched(source: Source) -> str:
    return f"{source.supplier} {source.title} {source.contact} {source.note} {source.file_name}".casefold()
