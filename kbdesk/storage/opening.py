"""Opening a document: admission, lock, migration, soundness, in this order; closing undoes it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.storage import journal
from kbdesk.storage import tables
from kbdesk.storage.admission import admitted
from kbdesk.storage.admission import require_sound
from kbdesk.storage.admission import require_writable
from kbdesk.storage.backup_folder import BackupFolder
from kbdesk.storage.backup_folder import find_folder
from kbdesk.storage.backup_folder import folder_of
from kbdesk.storage.connection import driver_of
from kbdesk.storage.connection import open_connection
from kbdesk.storage.failures import code_of
from kbdesk.storage.failures import failures_sorted
from kbdesk.storage.file_swap import real_path
from kbdesk.storage.file_swap import remove_left_behind
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.lock import DocumentLock
from kbdesk.storage.migrations import runner
from kbdesk.storage.undo_stacks import UndoStacks

_COLUMNS = frozenset((table.name, column.name) for table in tables.metadata.tables.values() for column in table.c)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A sound document with its connection, and the lock where it may be written."""

    path: Path
    connection: Connection
    lock: DocumentLock | None
    stacks: UndoStacks
    backups: BackupFolder

    def close(self) -> None:
        """Closes the file, then lets others have it."""
        try:
            self.connection.close()
        finally:
            if self.lock is not None:
                self.lock.release()


def open_file(path: Path, who: str, data_dir: DataDir, now: datetime, *, read_only: bool) -> OpenFile:
    """Opens a document; one of a newer minor version for reading only.

    Raises:
        UserError: It is not there, not ours, newer, damaged, in use, or may not be written.
    """
    path = real_path(path)
    try:
        with failures_sorted(path):
            version = admitted(path).version
            if read_only or version > CURRENT_VERSION:
                return _open_for_reading(path, data_dir)
            require_writable(path)
            return _open_for_writing(path, who, data_dir, now)
    except UserError as error:
        raise _with_way_out(error, path, data_dir) from error


def _open_for_reading(path: Path, data_dir: DataDir) -> OpenFile:
    version = admitted(path).version
    if version < CURRENT_VERSION:
        raise UserError("document.older_read_only", file=path.name, folder=str(path.parent), version=str(version))
    return _connected(path, "ro", None, data_dir)


def _open_for_writing(path: Path, who: str, data_dir: DataDir, now: datetime) -> OpenFile:
    lock = DocumentLock(path, who, now)
    try:
        remove_left_behind(path)
        # Once more under the lock: another program may have migrated it meanwhile.
        if admitted(path).version < CURRENT_VERSION:
            runner.migrate(path, data_dir, now)
        return _connected(path, "rw", lock, data_dir)
    except BaseException:
        lock.release()
        raise


def _connected(path: Path, mode: str, lock: DocumentLock | None, data_dir: DataDir) -> OpenFile:
    try:
        connection = open_connection(path, mode)
    except DBAPIError as error:
        if code_of(error) is not None:
            raise
        # A header SQLite does not understand.
        raise UserError("document.damaged", file=path.name, folder=str(path.parent)) from error
    try:
        require_sound(driver_of(connection), path, _COLUMNS)
        document_id = connection.execute(select(tables.document.c.uuid)).scalar_one_or_none() or ""
        return OpenFile(path, connection, lock, UndoStacks(journal.lines(connection)), folder_of(data_dir, document_id))
    except (ValueError, TypeError, AttributeError) as error:
        connection.close()
        raise UserError("document.damaged", file=path.name, folder=str(path.parent)) from error
    except BaseException:
        connection.close()
        raise


def _with_way_out(error: UserError, path: Path, data_dir: DataDir) -> UserError:
    """A damaged document's error names the newest good backup, if there is one."""
    if error.code != "document.damaged":
        return error
    folder = find_folder(path, data_dir)
    snapshot = folder.newest_sound() if folder else None
    if snapshot is None:
        return error
    return UserError(
        "document.damaged_with_backup",
        **error.parameters,
        time=f"{snapshot.at:%Y-%m-%d %H:%M} UTC",
        backup=snapshot.path.name,
    )
