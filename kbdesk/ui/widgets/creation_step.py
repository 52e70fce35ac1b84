"""Step 3: where the submission is written, the button that makes it, and what was made."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtCore import Qt
from PySide6.QtCore import QUrl
from PySide6.QtCore import Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontDatabase
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.services.submitting import SubmissionFile
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.theme import scaled
from kbdesk.ui.widgets.selectable import selectable
from kbdesk.ui.widgets.step_box import StepBox

_LARGE = 2.0


class CreationStep(StepBox):
    """Makes the file."""

    creation_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, 3, texts.tr("Create"), parent)
        self._texts = texts
        self._chosen: Path | None = None
        self._year = 0
        tr = texts.tr
        self.folder_field = QLineEdit()
        self.folder_field.setPalette(theme.field_palette())
        self.folder_field.setReadOnly(True)
        self.folder_field.setAccessibleDescription(tr("Chosen with the button beside it"))
        self.folder_button = QPushButton(theme.icon("folder-open"), tr("Choose folder…"))
        self.folder_button.clicked.connect(self._choose_folder)
        self.create_button = QPushButton(theme.icon("send"), tr("Create submission"))
        self.create_button.setAutoDefault(True)
        self.create_button.clicked.connect(self.creation_wanted)
        label = QLabel(tr("Fo&lder"))
        label.setBuddy(self.folder_field)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget, stretch in ((label, 0), (self.folder_field, 1), (self.folder_button, 0)):
            row.addWidget(widget, stretch)
        self.content.addLayout(row)
        self.content.addWidget(self.create_button, 0, Qt.AlignmentFlag.AlignRight)
        self.result = CreatedFile(theme, texts)
        self.result.hide()
        self.content.addWidget(self.result)

    @property
    def folder(self) -> Path:
        """Where the file will be written: the chosen folder, else one for the year among the documents."""
        return self._chosen or default_folder(self._year)

    def show_year(self, year: int) -> None:
        """Propose the folder of a year; what was made for another year is put away."""
        if year != self._year:
            self.result.hide()
        self._year = year
        self._show_folder()

    def show_created(self, created: SubmissionFile) -> None:
        """Show the file that was made."""
        self.result.show_file(created)
        self.result.show()

    def _choose_folder(self) -> None:
        title = self._texts.tr("Folder for the submission")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(_existing(self.folder))):
            self._chosen = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        self.folder_field.setText(str(self.folder))
        self.folder_field.setToolTip(str(self.folder))


class CreatedFile(QWidget):
    """The file that was made: name, check code to read out, hash."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = texts.tr
        self._path = Path()
        self.file, self.check_code, self.sha256 = selectable(), selectable(), QLineEdit()
        self.check_code.setFont(_read_out(self.font()))
        self.sha256.setReadOnly(True)
        self.sha256.setFrame(False)
        form = QFormLayout()
        form.setVerticalSpacing(SMALL)
        for label, shown in (
            (tr("Check code"), self.check_code),
            (tr("File"), self.file),
            (tr("SHA-256"), self.sha256),
        ):
            form.addRow(label, shown)
            shown.setAccessibleName(label)
        self.open_button = QPushButton(theme.icon("folder-open"), tr("Open folder"))
        self.open_button.clicked.connect(self._open_folder)
        self.copy_button = QPushButton(theme.icon("copy"), tr("Copy check code"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.check_code.text()))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.open_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addLayout(form)
        column.addLayout(buttons)

    def show_file(self, created: SubmissionFile) -> None:
        """Show this file."""
        self._path = created.path
        self.file.setText(created.path.name)
        self.check_code.setText(created.check_code)
        self.sha256.setText(created.sha256)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _read_out(base: QFont) -> QFont:
    """Large signs of equal width, that are not taken for one another."""
    font = scaled(base, _LARGE)
    font.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    return font


def default_folder(year: int) -> Path:
    """``kbdesk/Submissions/<year>`` among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "kbdesk" / "Submissions" / str(year)


def _existing(folder: Path) -> Path:
    """The folder or its nearest parent that is there: dialogs do not open in folders that are still to be made."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())
