"""The backups a document makes by itself. One that fails never stops the work: saving comes first."""

from datetime import date
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from kbdesk.errors import UserError
from kbdesk.storage import journal
from kbdesk.storage.backup_folder import BackupFolder
from kbdesk.storage.connection import driver_of
from kbdesk.storage.retention import Reason


class AutomaticBackups:
    """Backups at the first change of a day and of every submitted state; ``problem`` says why the last one failed."""

    def __init__(self, folder: BackupFolder, path: Path, connection: Connection) -> None:
        self._folder = folder
        self._path = path
        self._connection = connection
        self._done_on: date | None = None
        self.problem: UserError | None = None

    def before_change(self, now: datetime) -> None:
        """Keeps the state before the day's first change, unless nothing was ever recorded."""
        if self._done_on == now.date() or not journal.last_step(self._connection):
            return
        self._done_on = now.date()
        if not self._folder.has_daily(self._path, now):
            self._add(Reason.DAILY, now)

    def submitted(self, now: datetime) -> None:
        """Keeps the state that was handed in."""
        self._add(Reason.SUBMISSION, now)

    def _add(self, reason: Reason, now: datetime) -> None:
        try:
            self._folder.add(driver_of(self._connection), self._path, reason, now)
        except UserError as error:
            self.problem = error
        else:
            self.problem = None
