"""Backups of a document: listing and restoring them without opening it."""

from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.storage.backups import Preview
from kbdesk.storage.backups import find_snapshot
from kbdesk.storage.backups import preview
from kbdesk.storage.backups import restore
from kbdesk.storage.backups import snapshots
from kbdesk.storage.retention import Reason
from kbdesk.storage.retention import Snapshot

__all__ = ["Preview", "Snapshot", "back_up", "preview_of", "restore_snapshot", "snapshots_of"]


def back_up(project: Project) -> Path:
    """Take a backup now; where it is."""
    return project.document.backup(Reason.ON_DEMAND)


def snapshots_of(desk: Desk, path: Path) -> tuple[Snapshot, ...]:
    """The backups of a document, newest first."""
    return snapshots(path, desk.data_dir)


def preview_of(snapshot: Snapshot) -> Preview | None:
    """What is in a backup; ``None`` where it cannot be read."""
    try:
        return preview(snapshot)
    except UserError:
        return None


def restore_snapshot(desk: Desk, path: Path, name: str) -> None:
    """Put a snapshot (by its name in the list) in the document's place; the present state is backed up first."""
    restore(path, find_snapshot(path, name, desk.data_dir), desk.data_dir)
