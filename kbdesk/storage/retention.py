"""Which backups are kept: 10 days, 12 months, every submitted state, the last 10 others."""

from collections.abc import Iterable
from datetime import UTC
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

DAYS_KEPT = 10
MONTHS_KEPT = 12
OTHERS_KEPT = 10


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    ON_DEMAND = "on-demand"
    BEFORE_IMPORT = "before-import"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_RESTORE = "before-restore"
    SUBMISSION = "submission"


class Snapshot(NamedTuple):
    """A backup: the state of a document at a time (UTC), and why it was kept."""

    at: datetime
    reason: Reason
    path: Path


_TIME = "%Y-%m-%dT%H%M%SZ"
SUFFIX = ".kbdesk"


def snapshot_name(at: datetime, reason: Reason, number: int = 0) -> str:
    """The file name of a backup; the number tells apart those of the same second."""
    return f"{at.astimezone(UTC):{_TIME}}_{reason.value}{f'_{number}' if number else ''}{SUFFIX}"


def snapshot_at(path: Path) -> Snapshot | None:
    """The backup a file is by its name; ``None`` for any other file."""
    at, _, rest = path.name.removesuffix(SUFFIX).partition("_")
    try:
        return Snapshot(datetime.strptime(at, _TIME).replace(tzinfo=UTC), Reason(rest.partition("_")[0]), path)
    except ValueError:
        return None


def superseded(snapshots: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """The backups that are no longer kept."""
    newest_first = sorted(snapshots, reverse=True)
    daily = [s for s in newest_first if s.reason is Reason.DAILY]
    others = [s for s in newest_first if s.reason not in {Reason.DAILY, Reason.SUBMISSION}]
    kept = {*daily[:DAYS_KEPT], *others[:OTHERS_KEPT]}
    months: dict[tuple[int, int], Snapshot] = {}
    for snapshot in daily:
        months.setdefault((snapshot.at.year, snapshot.at.month), snapshot)
    kept.update(list(months.values())[:MONTHS_KEPT])
    return tuple(s for s in newest_first if s not in kept and s.reason is not Reason.SUBMISSION)
