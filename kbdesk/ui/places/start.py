"""The start place: make, open, look at the sample, go on where one left off, bring back a backup."""

from datetime import UTC
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services.desk import Desk
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.forms.new_document_form import NewDocumentForm
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.card_button import CardButton
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import Page
from kbdesk.ui.widgets.page import words

_WIDTH = 960
_LINE_ICON = 1.3
_WHAT_IT_DOES = (
    ("table-2", mark("Enter the figures of your suppliers' letters as they stand there, in any unit; saved at once.")),
    ("trending-down", mark("See the emissions per inhabitant, and whether the municipality is on track.")),
    ("send", mark("Check a year and create the submission for your national coordinator.")),
)


class StartPlace(QStackedWidget):
    """What can be done without an open document; a new document is described on a second page."""

    new_wanted = Signal()
    document_wanted = Signal(object)
    """``Path`` of a document to open; ``None`` where it is still to be chosen."""
    document_described = Signal(object)
    """``NewDocument``."""
    sample_wanted = Signal()
    restore_wanted = Signal()
    handbook_wanted = Signal()

    def __init__(self, desk: Desk, texts: Texts, theme: Theme, files: FileDialogs) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts
        self._theme = theme
        self._files = files
        self.form: NewDocumentForm | None = None
        self.recent: list[CardButton] = []
        self._page = Page(_WIDTH)
        self._recent_rows = QVBoxLayout()
        self._lay_out()
        self.addWidget(self._page)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent documents as they are now."""
        while self._recent_rows.count():
            self._recent_rows.takeAt(0).widget().deleteLater()
        self.recent = []
        paths = [Path(text) for text in self._desk.settings.load().recent]
        self._recent_heading.setVisible(bool(paths))
        for path in paths:
            self._recent_rows.addWidget(self._recent_row(path))

    def show_new(self, folder: Path) -> NewDocumentForm:
        """Show the page for a new document."""
        self.show_overview()
        self.form = NewDocumentForm(self._desk, self._texts, self._theme, self._files, folder)
        self.form.cancelled.connect(self.show_overview)
        self.form.confirmed.connect(self.document_described)
        self.addWidget(self.form)
        self.setCurrentWidget(self.form)
        self.form.search.setFocus()
        return self.form

    def show_overview(self) -> None:
        """Show the first page."""
        if self.form is not None:
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self.setCurrentWidget(self._page)

    def _lay_out(self) -> None:
        tr, column = self._texts.tr, self._page.column
        column.addSpacing(GAP)
        column.addWidget(Heading(self._theme, 1, "kbdesk"))
        column.addWidget(
            words(
                self._theme,
                tr("The energy and greenhouse-gas inventory of your municipality: offline, on this computer."),
            )
        )
        column.addSpacing(MARGIN)
        column.addLayout(self._large_buttons())
        column.addSpacing(GAP)
        self._recent_heading = Heading(self._theme, 2, tr("Recent documents"))
        column.addWidget(self._recent_heading)
        self._recent_rows.setSpacing(GRID)
        column.addLayout(self._recent_rows)
        column.addSpacing(GAP)
        column.addWidget(Heading(self._theme, 2, tr("What kbdesk does")))
        for icon, text in _WHAT_IT_DOES:
            column.addLayout(self._line(icon, tr(text)))
        column.addSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for label, icon, wanted in (
            (tr("Read the handbook"), "file-text", self.handbook_wanted),
            (tr("Restore a backup…"), "archive-restore", self.restore_wanted),
        ):
            button = QPushButton(self._theme.icon(icon), label)
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        picture, side = QLabel(), round(self.fontMetrics().height() * _LINE_ICON)
        picture.setPixmap(
            self._theme.icon(icon, self._theme.accent).pixmap(QSize(side, side), self.devicePixelRatioF())
        )
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(picture)
        row.addWidget(words(self._theme, text, muted=False), 1)
        return row

    def _large_buttons(self) -> QGridLayout:
        tr = self._texts.tr
        self.new_button = CardButton(
            self._theme,
            "file-plus",
            tr("New municipality"),
            (tr("Find it by name and start its inventory."),),
            large=True,
        )
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = CardButton(
            self._theme,
            "folder-open",
            tr("Open…"),
            (tr("A document on this computer or in your network."),),
            large=True,
        )
        self.open_button.clicked.connect(self._open)
        self.sample_button = CardButton(
            self._theme,
            "landmark",
            tr("Sample municipality"),
            (tr("Look around in the published figures of Münster, 1990 to 2015."),),
            large=True,
        )
        self.sample_button.clicked.connect(self.sample_wanted)
        grid = QGridLayout()
        grid.setSpacing(MARGIN)
        for place, button in enumerate((self.new_button, self.open_button, self.sample_button)):
            grid.addWidget(button, 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _recent_row(self, path: Path) -> QWidget:
        tr = self._texts.tr
        saved = _saved(path)
        if saved is not None:
            when = tr("Last saved {day}", day=self._texts.numbers.day(saved.date()))
            card = CardButton(self._theme, "file-text", path.stem, (str(path.parent), when))
            card.clicked.connect(lambda: self.document_wanted.emit(path))
            self.recent.append(card)
            return card
        return self._missing_row(path)

    def _missing_row(self, path: Path) -> QWidget:
        tr = self._texts.tr
        gone = tr("Not found here any more: it was moved or renamed, or its drive is not connected.")
        card = CardButton(self._theme, "file-x", path.stem, (str(path.parent), gone), enabled=False)
        self.recent.append(card)
        find = QPushButton(tr("Find…"))
        find.setAccessibleName(tr("Find {name}", name=path.stem))
        find.clicked.connect(self._open)
        forget = QPushButton(tr("Remove from list"))
        forget.setAccessibleName(tr("Remove {name} from the list", name=path.stem))
        forget.clicked.connect(lambda: self._forget(path))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(card, 1)
        row.addWidget(find)
        row.addWidget(forget)
        return holder

    def _open(self) -> None:
        self.document_wanted.emit(None)

    def _forget(self, path: Path) -> None:
        settings = self._desk.settings.load()
        settings.recent = [other for other in settings.recent if other != str(path)]
        self._desk.settings.save(settings)
        self.refresh()


def _saved(path: Path) -> datetime | None:
    """When a file was written last; ``None`` where it is not there."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    except OSError:
        return None
