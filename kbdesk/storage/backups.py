"""The backups of a document: listed, looked into, restored. Restoring destroys nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.storage.admission import admitted
from kbdesk.storage.backup_folder import BackupFolder
from kbdesk.storage.backup_folder import find_folder
from kbdesk.storage.backup_folder import folder_of
from kbdesk.storage.backup_folder import is_sound
from kbdesk.storage.backup_folder import journal_of
from kbdesk.storage.connection import open_driver
from kbdesk.storage.failures import code_of
from kbdesk.storage.failures import failures_sorted
from kbdesk.storage.file_swap import real_path
from kbdesk.storage.file_swap import take_place
from kbdesk.storage.file_swap import temporary_beside
from kbdesk.storage.lock import DocumentLock
from kbdesk.storage.retention import Reason
from kbdesk.storage.retention import Snapshot


class Preview(NamedTuple):
    """What is in a backup: enough to choose among several."""

    municipality: str
    years: tuple[int, ...]
    values: int


def snapshots(path: Path, data_dir: DataDir) -> tuple[Snapshot, ...]:
    """The backups of the document at this path, newest first; also where it is damaged or gone."""
    folder = find_folder(path, data_dir)
    return folder.snapshots() if folder else ()


def find_snapshot(path: Path, name: str, data_dir: DataDir) -> Snapshot:
    """The backup with this file name.

    Raises:
        UserError: There is none of that name.
    """
    available = snapshots(path, data_dir)
    if not available:
        raise UserError("backup.none", file=path.name)
    for snapshot in available:
        if name in {snapshot.path.name, str(snapshot.path)}:
            return snapshot
    names = ", ".join(snapshot.path.name for snapshot in available)
    raise UserError("backup.unknown", file=path.name, backup=name, available=names)


def preview(snapshot: Snapshot) -> Preview:
    """Looks into a backup: municipality, inventory years, number of values (notation keys are none).

    Raises:
        UserError: The backup cannot be read.
    """
    with failures_sorted(snapshot.path), closing(open_driver(snapshot.path, "ro")) as driver:
        (name,) = driver.execute("SELECT name FROM municipality").fetchone()
        years = driver.execute("SELECT DISTINCT year FROM entry ORDER BY year").fetchall()
        (values,) = driver.execute("SELECT count(*) FROM entry WHERE text <> ''").fetchone()
    return Preview(name, tuple(year for (year,) in years), values)


def restore(
    path: Path,
    snapshot: Snapshot,
    data_dir: DataDir,
    *,
    who: str = "kbdesk",
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> None:
    """Puts a backup in the document's place. The document as it was becomes a backup itself, even a damaged one.

    Raises:
        UserError: Somebody has the document open, the backup is not sound, or there is no space; nothing was changed.
    """
    path, now = real_path(path), clock()
    with failures_sorted(path):
        lock = DocumentLock(path, who, now)
        restored = temporary_beside(path, "restored")
        try:
            folder = _copied(snapshot, restored, path, data_dir)
            _keep(path, folder, now)
            take_place(restored, path)
        finally:
            restored.unlink(missing_ok=True)
            lock.release()


def _copied(snapshot: Snapshot, restored: Path, path: Path, data_dir: DataDir) -> BackupFolder:
    """Copies the backup beside the document and checks the copy; returns the folder the backup belongs to."""
    unsound = UserError("backup.not_sound", file=path.name, backup=snapshot.path.name)
    try:
        admitted(snapshot.path)
        with closing(open_driver(snapshot.path, "ro")) as source, closing(open_driver(restored, "rwc")) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise unsound
            (document_id,) = copy.execute("SELECT uuid FROM document").fetchone()
            return folder_of(data_dir, document_id)
    except UserError as error:
        raise error if error.code == "document.newer" else unsound from error
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        if code_of(error) not in {None, "document.damaged"}:
            raise
        raise unsound from error


def _keep(path: Path, folder: BackupFolder, now: datetime) -> None:
    """Makes the present document a backup, as SQLite reads it or else byte for byte, and frees its place."""
    if not path.exists():
        return
    if is_sound(path, "rw"):
        with closing(open_driver(path, "rw")) as driver:
            folder.add(driver, path, Reason.BEFORE_RESTORE, now)
    else:
        folder.keep_bytes(path, now)
    # A rollback journal left beside a damaged file would be played back into the restored one.
    journal_of(path).unlink(missing_ok=True)
