"""What a window consists of in one language: menus, year chooser, list and stack of places, messages, status line.

Changing the language, opening or closing a document makes a new frame; the window stays.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.models.changes import Change
from kbdesk.models.year_lists import years_in_words
from kbdesk.services import beginning
from kbdesk.services import history
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.safekeeping import snapshots_of
from kbdesk.texts.texts import Texts
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.header_bar import HeaderBar
from kbdesk.ui.menus import Commands
from kbdesk.ui.place_list import PlaceList
from kbdesk.ui.place_registry import GUIDE
from kbdesk.ui.place_registry import PLACES
from kbdesk.ui.place_registry import START
from kbdesk.ui.place_stack import PlaceStack
from kbdesk.ui.status_line import StatusLine
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from kbdesk.ui.places.start import StartPlace

_STATES_AFTER_MS = 150


class Frame(QWidget):
    """Everything in the window; without a project only the start place is shown."""

    place_changed = Signal(str)
    year_wanted = Signal(str)
    """Beginning new years was asked for, with the years proposed."""

    def __init__(
        self, desk: Desk, texts: Texts, theme: Theme, files: FileDialogs, commands: Commands, project: Project | None
    ) -> None:
        super().__init__()
        self.texts = texts
        self._theme = theme
        self._desk = desk
        self._files = files
        self._commands = commands
        self._project = project
        self._added_years: set[int] = set()
        self._warned = False
        self._backup: datetime | None = None
        self.bus = ChangeBus(self)
        self.messages = MessageBar(theme, texts)
        self.places = PlaceList(theme)
        self.stack = PlaceStack(PLACES)
        self.status = StatusLine(texts)
        self.header = HeaderBar(texts, theme, commands)
        self.menus = self.header.menus
        self.years = self.header.years
        self.context = self._new_context(project)
        self._soon = _single_shot(self, 0, self._catch_up)
        self._states = _single_shot(self, _STATES_AFTER_MS, self._show_states)
        self._lay_out()
        self._connect()
        self._show_document()

    @cached_property
    def start(self) -> "StartPlace":
        """The start place; made when it is first shown, because beside an open document it seldom is."""
        from kbdesk.ui.places.start import StartPlace  # noqa: PLC0415 - beside an open document it seldom is shown

        start, commands = StartPlace(self._desk, self.texts, self._theme, self._files), self._commands
        start.new_wanted.connect(commands.new_document)
        start.document_wanted.connect(commands.open_document)
        start.document_described.connect(commands.make_document)
        start.sample_wanted.connect(commands.open_sample)
        start.restore_wanted.connect(commands.restore_backup)
        start.handbook_wanted.connect(commands.show_handbook)
        self.stack.addWidget(start)
        return start

    @property
    def place_id(self) -> str:
        """The id of the place that is shown."""
        return self._place_id

    def show_place(self, place_id: str, target: object = None) -> None:
        """Show a place; a target is a year or what the place itself understands."""
        context = self.context
        if isinstance(target, int):
            self.show_year(target)
        if place_id == START or context is None:
            self._place_id = START
            self.start.refresh()
            self.stack.show_start(self.start)
        else:
            self._place_id = place_id
            place = self.stack.show_place(place_id, context)
            if target is not None and not isinstance(target, int):
                place.show_target(target)
        self.places.choose(self._place_id)
        self.place_changed.emit(self._place_id)

    def show_year(self, year: int) -> None:
        """Make this the year the window is about."""
        context = self.context
        if context is None:
            return
        context.year = year
        self._added_years.add(year)
        self._show_years()
        self.stack.tell_year(year)
        self._show_status()
        self._states.start()

    def show_begun(self, years: tuple[int, ...]) -> None:
        """Go to the first of the years just begun, where the board says what comes next."""
        self._added_years.update(years)
        self.show_place(PLACES[0].id, years[0])
        begun = self.texts.tr("Begun: {years}.", years=years_in_words(years))
        self.status.notice(begun)

    def show_project(self) -> None:
        """Show what the document says of itself: steps, years, time of saving."""
        self._backup = None
        self._show_steps()
        self._show_years()
        self._states.start()

    def retire(self) -> None:
        """Ask nothing of the document any more: it is about to be closed, or another frame shows it."""
        self._soon.stop()
        self._states.stop()

    def show_recent(self, paths: list[Path]) -> None:
        """Offer these documents in the menu."""
        self.menus.show_recent(paths)

    def _new_context(self, project: Project | None) -> Context | None:
        if project is None:
            return None
        year = _first_year(project)
        return Context(self._desk, project, self.texts, self.bus, self.messages, self._theme, year)

    def _lay_out(self) -> None:
        self._place_id = START
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self.stack, 1)
        self.stack.setBackgroundRole(QPalette.ColorRole.Base)
        self.stack.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.places)
        row.addLayout(right, 1)
        self.places.add_place(START, "house", self.texts.tr("Start"))
        for place in PLACES:
            self.places.add_place(place.id, place.icon, self.texts.tr(place.title))
        self.places.setAccessibleName(self.texts.tr("Places"))

    def _connect(self) -> None:
        self.places.place_chosen.connect(self.show_place)
        self.years.year_chosen.connect(self.bus.year_chosen)
        self.years.year_wanted.connect(self._want_year)
        self.bus.new_year_wanted.connect(self.year_wanted)
        self.bus.year_chosen.connect(self.show_year)
        self.bus.place_wanted.connect(self.show_place)
        self.bus.document_changed.connect(self._follow)

    def _want_year(self) -> None:
        self.year_wanted.emit("")

    def _show_document(self) -> None:
        there = self._project is not None
        self.header.enable(document=there)
        self.places.setVisible(there)
        self.show_recent([Path(text) for text in self._desk.settings.load().recent])
        self.show_place(_first_place(self._project) if self._project is not None else START)
        if there:
            self._show_years()
            self._soon.start()
        else:
            self.menus.show_steps("", "")

    def _catch_up(self) -> None:
        """What is not needed for the first picture: words about steps and times, states of the places."""
        self._show_steps()
        self._states.start()

    def _follow(self, change: Change) -> None:
        self.stack.tell_change(change)
        self._show_steps()
        self._show_years()
        self._states.start()
        self._warn_of_backup()

    def _warn_of_backup(self) -> None:
        """Say once that the daily backup failed; recording goes on without it."""
        problem = self._project.document.backup_problem if self._project else None
        if problem is not None and not self._warned:
            self._warned = True
            self.messages.show_warning(self.texts.error(problem))

    def _show_steps(self) -> None:
        project = self._project
        if project is None:
            return
        self.menus.show_steps(history.undo_text(project, self.texts), history.redo_text(project, self.texts))
        # The document makes one backup a day by itself: having found today's, a key that saves need not look again.
        if self._backup is None or self._backup.astimezone().date() != datetime.now().astimezone().date():
            self._look_for_backup(project)
        self._show_status()

    def _look_for_backup(self, project: Project) -> None:
        backups = snapshots_of(self._desk, project.path)
        self._backup = backups[0].at if backups else None

    def _show_status(self) -> None:
        """When the document was saved and backed up, and how far the year rests on own data."""
        if self._project is not None and self.context is not None:
            saved = self._project.document.last_saved
            self.status.show_document(self._project, saved, self._backup, self.context.year)

    def _show_years(self) -> None:
        project, context = self._project, self.context
        if project is not None and context is not None:
            based = {year for year, _ in project.inventory.base_data}
            self.years.show_years({*project.results, *based, *self._added_years}, context.year)

    def _show_states(self) -> None:
        if self.context is not None:
            self._look_for_backup(self.context.project)
            self._show_status()
            for place in PLACES:
                self.places.show_state(place.id, place.load().state(self.context))


def _single_shot(parent: QWidget, after_ms: int, carry_out: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(carry_out)
    return timer


def _first_year(project: Project) -> int:
    """The year a document opens with: its newest with values, else the last full year."""
    return beginning.first_year(project)


def _first_place(project: Project) -> str:
    """The place a document opens with: the guide as long as nothing is recorded."""
    return GUIDE if beginning.is_new(project) else PLACES[0].id
