"""Runs the steps: backup, then on a copy in one transaction, checks, then the copy takes the document's place."""

import sqlite3
from collections.abc import Callable
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

from kbdesk import __version__
from kbdesk.errors import UserError
from kbdesk.paths import DataDir
from kbdesk.storage import migrations
from kbdesk.storage.backup_folder import folder_of
from kbdesk.storage.connection import open_driver
from kbdesk.storage.failures import code_of
from kbdesk.storage.file_swap import take_place
from kbdesk.storage.file_swap import temporary_beside
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import Version
from kbdesk.storage.header import version_of
from kbdesk.storage.retention import Reason

_PREFIX = "to_"


class MigrationStep(NamedTuple):
    """One step: the version it leads to, what it changes, and how."""

    version: Version
    info: str
    migrate: Callable[[sqlite3.Connection], None]


def released_steps() -> tuple[MigrationStep, ...]:
    """The steps of this program in order: the modules ``to_NNNN`` beside this one."""
    names = sorted(module.name for module in iter_modules(migrations.__path__) if module.name.startswith(_PREFIX))
    modules = {name: import_module(f"{migrations.__name__}.{name}") for name in names}
    return tuple(
        MigrationStep(version_of(int(name.removeprefix(_PREFIX))), module.INFO, module.migrate)
        for name, module in modules.items()
    )


def migrate(
    path: Path,
    data_dir: DataDir,
    now: datetime,
    *,
    steps: Sequence[MigrationStep] | None = None,
    goal: Version = CURRENT_VERSION,
) -> None:
    """Brings a document, which the caller has locked, to the version ``goal``.

    Raises:
        UserError: A step failed or the result was not sound; the document is as it was.
    """
    steps = released_steps() if steps is None else steps
    copy = temporary_beside(path, "migrating")
    try:
        with closing(open_driver(path, "rw")) as original:
            document_id = original.execute("SELECT uuid FROM document").fetchone()[0]
            folder_of(data_dir, document_id).add(original, path, Reason.BEFORE_MIGRATION, now)
            with closing(open_driver(copy, "rwc")) as driver:
                original.backup(driver)
                _apply(driver, path, steps, goal, now)
        take_place(copy, path)
    finally:
        copy.unlink(missing_ok=True)


def _apply(
    driver: sqlite3.Connection, path: Path, steps: Sequence[MigrationStep], goal: Version, now: datetime
) -> None:
    """All outstanding steps in one transaction, with the checks before its end."""
    present = version_of(driver.execute("PRAGMA user_version").fetchone()[0])
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("BEGIN IMMEDIATE")
    try:
        for step in sorted(steps):
            if present < step.version <= goal:
                step.migrate(driver)
                driver.execute(
                    "INSERT INTO migration (version, info, at, program) VALUES (?, ?, ?, ?)",
                    (step.version.number, step.info, now.isoformat(), __version__),
                )
                driver.execute(f"PRAGMA user_version = {step.version.number}")
        _require(driver, goal)
        driver.execute("COMMIT")
    except Exception as error:
        if code_of(error) is not None:
            raise
        raise _failed(path, present, goal) from error


def _require(driver: sqlite3.Connection, goal: Version) -> None:
    """The copy is at the goal, sound, and without orphans."""
    if driver.execute("PRAGMA user_version").fetchone()[0] != goal.number:
        raise LookupError(f"no steps lead to {goal}")
    orphan = driver.execute("PRAGMA foreign_key_check").fetchone()
    if orphan is not None:
        raise ValueError(f"orphan in {orphan[0]}")
    verdict = driver.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != ("ok",):
        raise ValueError(verdict[0])


def _failed(path: Path, present: Version, goal: Version) -> UserError:
    return UserError(
        "document.migration_failed", file=path.name, folder=str(path.parent), version=str(present), goal=str(goal)
    )
