"""Starting the window: everything is built here and passed on."""

import logging
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo
from PySide6.QtCore import QLocale
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from kbdesk import __version__
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import LANGUAGES
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.field_frames import show_frames
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.undo_guard import UndoGuard
from kbdesk.ui.widgets.wheel_guard import WheelGuard

_LOG = logging.getLogger("kbdesk")
_LOG_BYTES = 500_000
_LOG_FILES = 3
SAMPLE = "--sample"


def open_window(argv: Sequence[str], data_dir: DataDir, language: str = "") -> "Program":
    """Show the window; ``argv`` may name a document or be ``--sample``."""
    log = start_log(data_dir)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["kbdesk"])
    program = Program(application, Desk(Reference(resources_dir()), data_dir), language)
    program.catch_failures(log)
    program.open_arguments(argv)
    program.window.show()
    return program


class Program:
    """The application with its window."""

    def __init__(self, application: QApplication, desk: Desk, language: str = "") -> None:
        self._application = application
        self._translator = QTranslator(application)
        self._guards = (WheelGuard(application), UndoGuard(application))
        application.setApplicationName("kbdesk")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("kbdesk")
        settings = desk.settings.load()
        texts = desk.reference.texts(chosen_language(language or settings.language), settings.number_locale)
        theme = Theme(desk.reference.resources / "icons", application.palette())
        self.use_qt_texts(texts.language)
        show_frames(application, theme)
        self.window = MainWindow(desk, texts, theme, FileDialogs())
        self.window.language_chosen.connect(self.use_qt_texts)
        self.window.colours_changed.connect(lambda: show_frames(application, theme))
        for guard in self._guards:
            application.installEventFilter(guard)
        application.commitDataRequest.connect(self.window.keep_typed)

    def run(self) -> int:
        """Take input until the window is closed; the exit code."""
        return self._application.exec()

    def end(self) -> None:
        """Leave the application as it was found."""
        for guard in self._guards:
            self._application.removeEventFilter(guard)
        self._application.removeTranslator(self._translator)
        self.window.deleteLater()

    def open_arguments(self, argv: Sequence[str]) -> None:
        """Open what the command line names: a document, or a copy of the sample."""
        for argument in argv:
            if argument == SAMPLE:
                self.window.open_sample()
            elif not argument.startswith("-"):
                self.window.open_document(Path(argument).absolute())

    def use_qt_texts(self, language: str) -> None:
        """Let Qt's own dialogs and context menus speak this language; Qt's source language is English."""
        self._application.removeTranslator(self._translator)
        QLocale.setDefault(QLocale(language))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(self._translator)

    def catch_failures(self, log: Path) -> None:
        """Write down whatever nobody expected and say so in the window, which stays."""

        def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                self._application.quit()
                return
            _LOG.error("unexpected", exc_info=(kind, error, trace))
            self.window.report_failure(log)

        sys.excepthook = report


def chosen_language(wanted: str) -> str:
    """The language asked for, else the system's, where it is shipped; else English."""
    for name in (wanted, QLocale.system().name()):
        language = name.split("_")[0].split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def start_log(data_dir: DataDir) -> Path:
    """Write the program's log into the user's folder; where that is impossible the program runs without."""
    path = data_dir.logs / "kbdesk.log"
    root = logging.getLogger()
    try:
        data_dir.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    _LOG.info("kbdesk %s started", __version__)
    return path
