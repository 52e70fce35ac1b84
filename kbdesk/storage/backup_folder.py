"""The backups of one document: a folder in the user's data folder, named by the document's own id.

A document that cannot be read any more is found by its path, which is noted beside its backups.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from pathlib import Path
from uuid import UUID
from uuid import uuid4

from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.storage.connection import open_driver
from kbdesk.storage.failures import code_of
from kbdesk.storage.failures import failures_sorted
from kbdesk.storage.file_swap import copy_durably
from kbdesk.storage.file_swap import real_path
from kbdesk.storage.file_swap import sync_folder
from kbdesk.storage.header import read_header
from kbdesk.storage.retention import SUFFIX
from kbdesk.storage.retention import Reason
from kbdesk.storage.retention import Snapshot
from kbdesk.storage.retention import snapshot_at
from kbdesk.storage.retention import snapshot_name
from kbdesk.storage.retention import superseded

_WHERE = "where.json"
_TARGET_CODES = {
    f"document.{code}" for code in ("disk_full", "no_permission", "not_writable", "unreachable", "drive_failed")
}
_PRIVATE = 0o700
_UNFINISHED = ".unfinished"
_SURELY_OVER = timedelta(days=1)


class BackupFolder:
    """The backups of one document, each a complete document by itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The backups, newest first."""
        found = (snapshot_at(path) for path in self._folder.glob(f"*{SUFFIX}"))
        return tuple(sorted((s for s in found if s is not None), reverse=True))

    def newest_sound(self) -> Snapshot | None:
        """The newest backup that passes SQLite's check."""
        return next((s for s in self.snapshots() if is_sound(s.path)), None)

    def has_daily(self, document: Path, now: datetime) -> bool:
        """Whether the document at this path, not a copy of it elsewhere, was backed up today (UTC)."""
        today = any(s.reason is Reason.DAILY and s.at.date() == now.date() for s in self.snapshots())
        return today and _noted_path(self._folder / _WHERE) == str(real_path(document))

    def add(self, source: sqlite3.Connection, document: Path, reason: Reason, now: datetime) -> Snapshot:
        """Backs up an open document and removes the backups this one supersedes.

        Raises:
            UserError: The backup cannot be written.
        """
        with self._target_failures(document):
            self._prepare(document)
            unfinished = self._folder / f"{uuid4().hex}{_UNFINISHED}"
            try:
                with closing(open_driver(unfinished, "rwc")) as target:
                    source.backup(target)
                path = self._free_name(now, reason)
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
            sync_folder(self._folder)
            self._prune(now)
        return Snapshot(now.replace(microsecond=0), reason, path)

    def keep_bytes(self, document: Path, now: datetime) -> Path:
        """Keeps a file that SQLite cannot read as it is, with its rollback journal."""
        with self._target_failures(document):
            self._prepare(document)
            kept = self._folder / f"{now:%Y-%m-%dT%H%M%SZ}_damaged_{uuid4().hex[:8]}.bin"
            for source in (document, journal_of(document)):
                if source.exists():
                    copy_durably(source, kept.with_name(kept.name + source.name.removeprefix(document.name)))
            sync_folder(self._folder)
        return kept

    @contextmanager
    def _target_failures(self, document: Path) -> Iterator[None]:
        try:
            with failures_sorted(document):
                yield
        except UserError as error:
            if error.code not in _TARGET_CODES:
                raise
            raise UserError("backup.not_written", file=document.name, folder=str(self._folder)) from error

    def _prepare(self, document: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        note, where = self._folder / _WHERE, str(real_path(document))
        if _noted_path(note) != where:
            note.write_text(json.dumps({"path": where}, ensure_ascii=False), "utf-8")

    def _free_name(self, now: datetime, reason: Reason) -> Path:
        number = 0
        while (path := self._folder / snapshot_name(now, reason, number)).exists():
            number += 1
        return path

    def _prune(self, now: datetime) -> None:
        for snapshot in superseded(self.snapshots()):
            snapshot.path.unlink(missing_ok=True)
        for left_behind in self._folder.glob(f"*{_UNFINISHED}*"):
            if left_behind.stat().st_mtime < (now - _SURELY_OVER).timestamp():
                left_behind.unlink(missing_ok=True)


def folder_of(data_dir: DataDir, document_id: str) -> BackupFolder:
    """The backups of the document with this id.

    Raises:
        ValueError: The id is none; it could lead anywhere, since it stands in the file.
    """
    return BackupFolder(data_dir.backups / str(UUID(document_id)))


def find_folder(path: Path, data_dir: DataDir) -> BackupFolder | None:
    """The backups of the document at this path: by its id, or by its path where it is damaged or gone."""
    document_id = _readable_id(path)
    if document_id is not None:
        return BackupFolder(data_dir.backups / str(document_id))
    folders = [folder for folder, noted in _noted_paths(data_dir) if noted == str(real_path(path))]
    newest = max(folders, key=lambda folder: (folder / _WHERE).stat().st_mtime, default=None)
    return BackupFolder(newest) if newest else None


def journal_of(document: Path) -> Path:
    """SQLite's rollback journal of a file."""
    return document.with_name(document.name + "-journal")


def _noted_paths(data_dir: DataDir) -> Iterator[tuple[Path, str]]:
    for note in sorted(data_dir.backups.glob(f"*/{_WHERE}")):
        yield note.parent, _noted_path(note)


def _noted_path(note: Path) -> str:
    try:
        return str(json.loads(note.read_text("utf-8"))["path"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _readable_id(path: Path) -> UUID | None:
    try:
        if not read_header(path).is_ours:
            return None
        with closing(open_driver(path, "ro")) as driver:
            return UUID(driver.execute("SELECT uuid FROM document").fetchone()[0])
    except (OSError, sqlite3.Error, TypeError, ValueError, AttributeError):
        return None


def is_sound(path: Path, mode: str = "ro") -> bool:
    """Whether SQLite finds nothing wrong with a file; with ``rw`` an interrupted change is tidied up first."""
    try:
        with closing(open_driver(path, mode)) as driver:
            return bool(driver.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error as error:
        if code_of(error) is None:
            raise
        return False
