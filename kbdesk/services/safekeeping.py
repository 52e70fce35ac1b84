"""Backups of a document: listing and restoring them without opening it."""

from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.services.desk import Desk
from kbdesk.storage.backups import Snapshot
from kbdesk.storage.backups import restore
from kbdesk.storage.backups import snapshots


def snapshots_of(desk: Desk, path: Path) -> tuple[Snapshot, ...]:
    """The backups of a document, newest first."""
    return snapshots(path, desk.data_dir)


def restore_snapshot(desk: Desk, path: Path, wanted: str | Path) -> None:
    """Put a snapshot (a listed name or a path) in the document's place; the present state is backed up first."""
    listed = {snapshot.path.name: snapshot for snapshot in snapshots_of(desk, path)}
    found = listed.get(str(wanted)) or next((s for s in listed.values() if s.path == Path(wanted)), None)
    if found is None:
        known = ", ".join(listed) or "–"
        raise UserError("backup.unknown", wanted=str(wanted), path=str(path), known=known)
    restore(path, found, desk.data_dir)
