"""The window of the program: one document at a time, and every command of the menus."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtCore import QSize
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.services.desk import Desk
from kbdesk.services.history import describe
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.backup_commands import BackupCommands
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.document_opening import DocumentOpening
from kbdesk.ui.focused_edit import edit_focused
from kbdesk.ui.focused_edit import enter
from kbdesk.ui.focused_edit import leave_field
from kbdesk.ui.frame import Frame
from kbdesk.ui.new_document import NewDocument
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import START
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.message_bar import MessageAction
from kbdesk.ui.widgets.message_bar import MessageBar

PROGRAM = "kbdesk"
_READABLE = frozenset(
    {"document.in_use", "document.in_use_elsewhere", "document.not_writable", "document.folder_not_writable"}
)
"""Refusals of documents that can still be read."""
MINIMUM = QSize(1100, 700)
PROPOSED = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Holds the open document, and the frame that shows it."""

    language_chosen = Signal(str)
    colours_changed = Signal()

    def __init__(self, desk: Desk, texts: Texts, theme: Theme, files: FileDialogs) -> None:
        super().__init__()
        self.desk = desk
        self.theme = theme
        self.files = files
        self.project: Project | None = None
        self._texts = texts
        self._opening = DocumentOpening(desk)
        self._backups = BackupCommands(self, self)
        self.setWindowIcon(theme.icon("trending-down", theme.accent))
        space = self.screen().availableSize()
        self.setMinimumSize(MINIMUM.boundedTo(space))
        self.resize(PROPOSED.boundedTo(space))
        self._frame: Frame | None = None

    @property
    def frame(self) -> Frame:
        """Everything in the window; made when first needed, so that a start with a document makes only the one."""
        return self._frame or self._show_frame()

    @property
    def texts(self) -> Texts:
        """The texts of the language the window is in."""
        return self._texts

    @property
    def messages(self) -> MessageBar:
        """Where messages appear."""
        return self.frame.messages

    @property
    def context(self) -> Context | None:
        """What the places share; ``None`` without a document."""
        return self.frame.context

    # --- File ---------------------------------------------------------------------------------------------------

    def new_document(self) -> None:
        """Show the page for a new document."""
        self.show_place(START)
        self.frame.start.show_new(self._opening.folder)

    def open_document(self, path: Path | None = None, *, read_only: bool = False) -> bool:
        """Open a document, asked for where no path is given; the one that is open is closed then."""
        chosen = path or self.files.document_to_open(self, self.texts, self._opening.folder)
        if chosen is None:
            return False
        if self.project is not None and chosen.resolve() == self.project.path.resolve():
            self.show_place(PLACES[0].id)
            return True
        return self._take(
            lambda: self._opening.open(chosen, read_only=read_only), lambda error: self._say_not_opened(error, chosen)
        )

    def open_sample(self) -> bool:
        """Open a fresh copy of the sample municipality."""
        return self._take(self._opening.make_sample, lambda error: self.messages.show_error(self.texts.error(error)))

    def make_document(self, new: NewDocument) -> bool:
        """Make a described document and open it."""
        form = self.frame.start.form
        if form is not None:
            form.remember_who()
        return self._take(
            lambda: self._opening.make(new, self.texts),
            lambda error: (form.show_problem if form else self.messages.show_error)(self.texts.error(error)),
        )

    def close_document(self) -> None:
        """Close the document and show the start place."""
        self._let_go()
        self._show_frame()

    def import_table(self) -> None:
        """Read a table into the document."""
        from kbdesk.ui.import_command import import_table  # noqa: PLC0415 - reading tables costs start-up time

        self.keep_typed()
        if self.context is not None:
            import_table(self, self, self.context, self._opening.folder)

    def start_inventory(self) -> None:
        """Fill empty values with national ones."""
        from kbdesk.ui.dialogs.start_inventory_dialog import StartInventoryDialog  # noqa: PLC0415 - seldom needed

        self.keep_typed()
        if self.context is not None:
            undo = MessageAction(self.texts.tr("Undo"), self.undo)
            StartInventoryDialog(self, self.context, undo).open()

    def save_copy(self) -> None:
        """Store a copy of the document somewhere else."""
        self.keep_typed()
        self._backups.save_copy()

    def back_up(self) -> None:
        """Back the document up now."""
        self.keep_typed()
        self._backups.back_up()
        self.frame.show_project()

    def restore_backup(self) -> None:
        """Choose a document and a backup of it to bring back."""
        self.keep_typed()
        self._backups.ask_restore(self._opening.folder)

    def show_settings(self) -> None:
        """Show who works here and how the program looks."""
        from kbdesk.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - seldom needed

        self.keep_typed()
        dialog = SettingsDialog(self, self.desk, self.texts)
        dialog.accepted.connect(self._use_settings)
        dialog.open()

    # --- Edit ---------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        self._step(Project.undo, self.texts.tr("Taken back: {what}"))

    def redo(self) -> None:
        """Repeat the step taken back last."""
        self._step(Project.redo, self.texts.tr("Repeated: {what}"))

    def new_year(self, proposed: str = "") -> None:
        """Ask for one or several new years, and begin them with what an earlier year leaves them."""
        from kbdesk.ui.dialogs.carry_forward_dialog import CarryForwardDialog  # noqa: PLC0415 - seldom needed

        self.keep_typed()
        if self.context is not None:
            dialog = CarryForwardDialog(self, self.context, proposed)
            dialog.years_begun.connect(self.frame.show_begun)
            dialog.open()

    def edit_focused(self, what: str) -> None:
        """Cut, copy or paste where the focus is."""
        edit_focused(what)

    # --- View ---------------------------------------------------------------------------------------------------

    def show_place(self, place_id: str, target: object = None) -> None:
        """Go to a place."""
        self.keep_typed()
        self.frame.show_place(place_id, target)
        enter(self.frame.stack.currentWidget())

    def step_year(self, by: int) -> None:
        """Go to the next later or earlier year."""
        self.keep_typed()
        self.frame.years.step(by)

    def choose_year(self) -> None:
        """Open the list of years; digits typed there go to the year."""
        self.keep_typed()
        self.frame.years.open()

    def use_language(self, language: str) -> None:
        """Show everything in another language, from now on."""
        settings = self.desk.settings.load()
        settings.language = language
        self.desk.settings.save(settings)
        if language != self.texts.language:
            self.show_texts(self.desk.reference.texts(language, settings.number_locale))

    def show_texts(self, texts: Texts) -> None:
        """Show everything with these texts."""
        self.keep_typed()
        self._texts = texts
        self.language_chosen.emit(texts.language)
        self._show_frame_again()

    # --- Help ---------------------------------------------------------------------------------------------------

    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        from kbdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - seldom needed

        ShortcutsDialog(self, self.frame.menus.shortcuts(), self.texts).open()

    def show_handbook(self) -> None:
        """Show the handbook beside the window."""
        from kbdesk.ui.handbook import HandbookWindow  # noqa: PLC0415 - seldom needed

        self.keep_typed()
        shown = next((w for w in self.findChildren(HandbookWindow) if w.language == self.texts.language), None)
        handbook = shown or HandbookWindow(self, self.desk.reference.resources, self.texts, self.theme)
        handbook.show()
        handbook.raise_()
        handbook.activateWindow()

    def show_about(self) -> None:
        """Show the version and the licences."""
        from kbdesk.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - seldom needed

        AboutDialog(self, self.desk.reference, self.texts, self.theme).open()

    # --- the window itself ----------------------------------------------------------------------------------------

    def report_failure(self, log: Path) -> None:
        """Say that something unexpected happened, and that nothing is lost by it."""
        self.messages.show_error(
            self.texts.tr(
                "Something went wrong in the program. Your data are saved and you can go on; a report is in {path}.",
                path=str(log),
            )
        )

    def keep_typed(self) -> None:
        """Keep what is being typed, for example before the session ends."""
        leave_field(self)
        if self._frame is not None:
            self._frame.stack.save_pending()

    @override
    def setVisible(self, visible: bool) -> None:
        if self._frame is None:
            self._show_frame()
        super().setVisible(visible)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        event.accept()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_frame", None) is not None:
            self.theme.follow(self.palette())
            self.colours_changed.emit()
            self._show_frame_again()

    def take_project(self, project: Project) -> None:
        """Show this project; the one shown before is closed."""
        self._let_go()
        self.project = project
        self._show_frame()
        if project.document.read_only:
            self.messages.show_info(
                self.texts.tr("{name} is open for reading only: it cannot be changed now.", name=project.path.name)
            )

    def _say_not_opened(self, error: UserError, path: Path) -> None:
        actions = []
        if error.code in _READABLE:
            label = self.texts.tr("Open for reading")
            actions.append(MessageAction(label, lambda: self.open_document(path, read_only=True)))
        self.messages.show_error(self.texts.error(error), *actions)

    def _take(self, make: Callable[[], Project], complain: Callable[[UserError], None]) -> bool:
        self.keep_typed()
        try:
            project = make()
        except UserError as error:
            complain(error)
            return False
        self.take_project(project)
        return True

    def _let_go(self) -> None:
        self.keep_typed()
        if self._frame is not None:
            self._frame.retire()
        if self.project is not None:
            self.project.close()
            self.project = None

    def _step(self, step: Callable[[Project], Change | None], said: str) -> None:
        self.keep_typed()
        project, context = self.project, self.context
        if project is None or context is None:
            return
        done: list[Change | None] = []

        def carry_out() -> Change | None:
            done.append(step(project))
            return done[0]

        if context.run(carry_out, None) and done[0] is not None:
            self.frame.status.notice(said.format(what=describe(done[0], self.texts)))

    def _use_settings(self) -> None:
        settings = self.desk.settings.load()
        self.show_texts(self.desk.reference.texts(settings.language or self.texts.language, settings.number_locale))

    def _show_frame_again(self) -> None:
        self.frame.retire()
        place, year = self.frame.place_id, self.context.year if self.context else None
        self._show_frame()
        self.frame.show_place(place, year)

    def _show_frame(self) -> Frame:
        frame = Frame(self.desk, self.texts, self.theme, self.files, self, self.project)
        self._frame = frame
        frame.year_wanted.connect(self.new_year)
        self.setMenuWidget(frame.header)
        self.setStatusBar(frame.status)
        self.setCentralWidget(frame)
        frame.show()
        enter(frame.stack.currentWidget())
        name = f"{self.project.path.name} — {PROGRAM}" if self.project else PROGRAM
        self.setWindowTitle(name)
        return frame
