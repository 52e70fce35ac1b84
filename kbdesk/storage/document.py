"""An open document: reads the inventory, records steps durably, undoes and redoes them."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.paths import DataDir
from kbdesk.storage import files
from kbdesk.storage import journal
from kbdesk.storage import submissions
from kbdesk.storage.automatic_backups import AutomaticBackups
from kbdesk.storage.connection import driver_of
from kbdesk.storage.connection import transaction
from kbdesk.storage.creation import create_file
from kbdesk.storage.failures import failures_sorted
from kbdesk.storage.opening import OpenFile
from kbdesk.storage.opening import open_file
from kbdesk.storage.records import StaleEditError
from kbdesk.storage.records import condensed
from kbdesk.storage.records import read_inventory
from kbdesk.storage.records import write
from kbdesk.storage.retention import Reason
from kbdesk.storage.undo_stacks import StepLine

Clock = Callable[[], datetime]
_REMEMBERED = 8
"""So many of the latest steps are kept in memory: the window asks again and again what would be undone."""
_TOLD_EDITS = 100
"""Of a step with more edits only what was done is told, not each record; it would cost time and memory."""


def utc_now() -> datetime:
    """The present time."""
    return datetime.now(UTC)


class Document:
    """The data file of one municipality, open for one writer.

    Whatever a method that changes something returned from is on the disk. Every method raises ``UserError`` where the
    environment (full disk, vanished drive, protected file) prevents it; the document then is as before the call.
    """

    def __init__(self, file: OpenFile, who: str, clock: Clock) -> None:
        """Use ``create`` or ``open``."""
        self._file = file
        self._connection = file.connection
        self._stacks = file.stacks
        self._who = who
        self._clock = clock
        self._remembered: dict[int, Change] = {}
        self._closed = False
        self.path = file.path
        self.read_only = file.lock is None
        self._automatic = AutomaticBackups(file.backups, file.path, file.connection)

    @classmethod
    def create(
        cls, path: Path, municipality: Municipality, *, who: str, data_dir: DataDir, clock: Clock = utc_now
    ) -> Self:
        """Creates the document of a municipality and opens it; never overwrites a file."""
        create_file(path, municipality, who, clock())
        return cls.open(path, who=who, data_dir=data_dir, clock=clock)

    @classmethod
    def open(cls, path: Path, *, who: str, data_dir: DataDir, read_only: bool = False, clock: Clock = utc_now) -> Self:
        """Opens a document; ``read_only`` of the result says whether it can be changed."""
        return cls(open_file(path, who, data_dir, clock(), read_only=read_only), who, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file and lets others open it; closing twice does nothing."""
        if not self._closed:
            self._closed = True
            self._file.close()

    @property
    def who(self) -> str:
        """Under whose name changes are recorded."""
        return self._who

    @property
    def backup_problem(self) -> UserError | None:
        """Why the last automatic backup failed; recording goes on without it."""
        return self._automatic.problem

    def read_inventory(self) -> Inventory:
        """Everything recorded, as it is in the file."""
        with failures_sorted(self.path):
            return read_inventory(self._connection)

    def record(self, action: str, parameters: Mapping[str, str], edits: Sequence[Edit]) -> Change:
        """Records the edits as one step that is undone as a whole.

        Several edits of one record become one. Where nothing changes, nothing is written and the change returned has
        no edits and the step number 0.

        Raises:
            StaleEditError: An edit's *before* is not what the document holds.
        """
        change = self._change(StepKind.EDIT, action, tuple(parameters.items()), condensed(edits))
        return self._write(change, None) if change.edits else change

    def undo(self) -> Change | None:
        """Takes back the latest edit that still stands; ``None`` where there is none."""
        done = self._journalled(self._stacks.undoable)
        if done is None:
            return None
        edits = journal.reversed_edits(done.edits)
        return self._follow_journal(self._change(StepKind.UNDO, done.action, done.parameters, edits), done.step)

    def redo(self) -> Change | None:
        """Repeats the edit undone last, unless something was recorded since; ``None`` where there is none."""
        undone = self._journalled(self._stacks.redoable)
        if undone is None:
            return None
        change = self._change(StepKind.REDO, undone.action, undone.parameters, undone.edits)
        return self._follow_journal(change, undone.step)

    @property
    def undoable(self) -> Change | None:
        """The edit that ``undo`` would take back, to tell people: of a large step (an import) without its edits."""
        return self._summary(self._stacks.undoable)

    @property
    def redoable(self) -> Change | None:
        """The edit that ``redo`` would repeat, to tell people: of a large step (an import) without its edits."""
        return self._summary(self._stacks.redoable)

    @property
    def last_saved(self) -> datetime | None:
        """When the latest step (edit, undo or redo) was written; ``None`` before the first."""
        with failures_sorted(self.path):
            return journal.last_time(self._connection)

    def history(self, identity: Sequence[str]) -> tuple[Change, ...]:
        """Every step that touched a record, oldest first, each with the edit of that record alone."""
        with failures_sorted(self.path):
            return tuple(journal.read_history(self._connection, identity))

    def changes_since(self, step: int) -> tuple[Change, ...]:
        """Every step after the one given (0: all), oldest first."""
        with failures_sorted(self.path):
            return tuple(journal.read_since(self._connection, step))

    def register_submission(self, entry: SubmissionEntry) -> SubmissionEntry:
        """Keeps a submission for ever, with a backup of this state; returns it with the journal step it was made at."""
        with self._writing():
            registered = replace(entry, step=journal.last_step(self._connection))
            submissions.add(self._connection, registered)
        self._automatic.submitted(self._clock())
        return registered

    def keep_file(self, content: bytes) -> str:
        """Keeps the content of a file and returns its SHA-256, under which ``file_content`` finds it."""
        with self._writing():
            return files.add(self._connection, content, self._clock())

    def file_content(self, sha256: str) -> bytes | None:
        """The content kept under this SHA-256; ``None`` where there is none."""
        with failures_sorted(self.path):
            return files.read(self._connection, sha256)

    def submissions(self) -> tuple[SubmissionEntry, ...]:
        """Every submission registered, by year and revision."""
        with failures_sorted(self.path):
            return tuple(submissions.read(self._connection))

    def backup(self, reason: str = Reason.ON_DEMAND) -> Path:
        """Backs the document up as it is now, for one of the ``Reason``s; returns the backup."""
        with failures_sorted(self.path):
            return self._file.backups.add(driver_of(self._connection), self.path, Reason(reason), self._clock()).path

    def _change(
        self, kind: StepKind, action: str, parameters: tuple[tuple[str, str], ...], edits: tuple[Edit, ...]
    ) -> Change:
        return Change(0, kind, action, parameters, edits, self._clock(), self._who)

    def _follow_journal(self, change: Change, target: int) -> Change:
        try:
            return self._write(change, target)
        except StaleEditError as error:
            # The journal says so, the tables say otherwise: another program wrote into the file.
            where = ", ".join(error.edit.identity)
            raise UserError("document.not_as_recorded", file=self.path.name, record=where) from error

    def _write(self, change: Change, target: int | None) -> Change:
        with failures_sorted(self.path):
            if not self.read_only:
                self._automatic.before_change(change.at)
        with self._writing():
            write(self._connection, change.edits)
            change = journal.append(self._connection, change, target)
        self._stacks.follow(StepLine(change.step, change.kind, target))
        if change.kind is StepKind.EDIT and len(change.edits) <= _TOLD_EDITS:
            self._remember(change)
        return change

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise UserError("document.read_only", file=self.path.name, folder=str(self.path.parent))
        with failures_sorted(self.path), transaction(self._connection):
            yield

    def _journalled(self, step: int | None) -> Change | None:
        if step is None:
            return None
        with failures_sorted(self.path):
            return journal.read_step(self._connection, step)

    def _summary(self, step: int | None) -> Change | None:
        if step is None:
            return None
        if step not in self._remembered:
            with failures_sorted(self.path):
                self._remember(journal.read_summary(self._connection, step, _TOLD_EDITS))
        return self._remembered[step]

    def _remember(self, change: Change) -> None:
        self._remembered[change.step] = change
        while len(self._remembered) > _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
