"""The factor sets there are: what each is and where it is from; to look at, and to add another from a file."""

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.services import adding_factor_sets
from kbdesk.services.factor_sets import KnownSet
from kbdesk.services.factor_sets import known_sets
from kbdesk.texts.boundary_names import boundary_name
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.add_factor_set_dialog import AddFactorSetDialog
from kbdesk.ui.dialogs.factors_dialog import FactorsDialog
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 200
_LINES = 24
_FACTORS, _WHERE_FROM = 2, 1


class FactorSetsDialog(FormDialog):
    """Built-in sets are locked; one from a file is kept in the document and travels with it."""

    def __init__(self, parent: QWidget, context: Context, files: FileDialogs) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Factor sets"))
        self._context, self._files = context, files
        self._sets: tuple[KnownSet, ...] = ()
        said = texts.tr(
            "Sets that come with the program never change. A set from a file is kept in this document; it replaces no "
            "other, and nothing is computed with it until you choose it."
        )
        self.column.addWidget(words(context.theme, said))
        self.table = ScrollingTable(texts.tr("Factor sets"), texts.tr("Copy"))
        self.table.doubleClicked.connect(self._look_at)
        self.column.addWidget(self.table, 1)
        self.message = words(context.theme, "", muted=False)
        self.message.hide()
        self.column.addWidget(self.message)
        self._add_buttons()
        self.show_sets()
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))

    def show_sets(self, chosen: str = "") -> None:
        """Show every set there is now, with the cursor on the one chosen or in use."""
        context, tr = self._context, self._context.texts.tr
        self._sets = known_sets(context.project)
        header = (
            tr("Factor set"),
            tr("Where from"),
            tr("Factors"),
            tr("Counts"),
            tr("Boundary"),
            tr("Licence"),
            tr("Source"),
        )
        lock, own = (
            context.theme.icon("lock", context.theme.muted),
            context.theme.icon("file-input", context.theme.muted),
        )
        icons = {(row, _WHERE_FROM): lock if known.built_in else own for row, known in enumerate(self._sets)}
        self.table.rows.show_rows(header, [self._row(known) for known in self._sets], (_FACTORS,), icons)
        wanted = chosen or context.project.municipality.factor_set
        ids = [known.factor_set.id for known in self._sets]
        self.table.selectRow(ids.index(wanted) if wanted in ids else 0)
        self.table.setFocus()

    def add_from_file(self) -> None:
        """Ask for a table and show what it would add."""
        context = self._context
        path = self._files.factors_to_add(self, context.texts, Path.home())
        if path is not None:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Show what a table would add; one that cannot be read is said here."""
        try:
            found = adding_factor_sets.read_file(self._context.project, path)
        except UserError as error:
            self._say(self._context.texts.error(error))
            return
        self._say("")
        dialog = AddFactorSetDialog(self, self._context, found)
        dialog.added.connect(self._show_added)
        dialog.open()

    def look(self) -> None:
        """Show the factors of the chosen set."""
        self._look_at(self.table.currentIndex())

    def _row(self, known: KnownSet) -> tuple[str, ...]:
        tr, found = self._context.texts.tr, known.factor_set
        in_use = found.id == self._context.project.municipality.factor_set
        title = f"{found.title}, {found.edition}"
        return (
            tr("{title} (in use)", title=title) if in_use else title,
            tr("built in (locked)") if known.built_in else tr("added from a file"),
            self._context.texts.numbers.integer(known.factors),
            found.gas_basis.replace("CO2", "CO₂"),
            boundary_name(found.boundary, self._context.texts),
            found.licence,
            found.reference,
        )

    def _look_at(self, index: QModelIndex) -> None:
        if index.isValid():
            FactorsDialog(self, self._context, self._sets[index.row()].factor_set).open()

    def _show_added(self, set_id: str) -> None:
        self.show_sets(set_id)
        self._say(self._context.texts.tr("Added. Choose it under “Factor set” to see what it would change."))

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _add_buttons(self) -> None:
        tr, theme = self._context.texts.tr, self._context.theme
        self.add_button = QPushButton(theme.icon("plus"), tr("&Add from file…"))
        self.add_button.clicked.connect(self.add_from_file)
        self.look_button = QPushButton(theme.icon("table-2"), tr("&Look at the factors"))
        self.look_button.setDefault(True)
        self.look_button.clicked.connect(self.look)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.look_button)
        for button in (self.add_button, close):
            button.setAutoDefault(False)
        self.column.addLayout(row)
