"""A new data file: built under another name, then it appears complete, never in place of another."""

import os
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection
from sqlalchemy import insert

from kbdesk import __version__
from kbdesk.errors import UserError
from kbdesk.models.inventory import Municipality
from kbdesk.storage import tables
from kbdesk.storage.connection import driver_of
from kbdesk.storage.connection import open_connection
from kbdesk.storage.connection import transaction
from kbdesk.storage.failures import failures_sorted
from kbdesk.storage.file_swap import appear
from kbdesk.storage.file_swap import temporary_beside
from kbdesk.storage.header import APPLICATION_ID
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.municipalities import MUNICIPALITIES


def create_file(path: Path, municipality: Municipality, who: str, now: datetime) -> None:
    """Creates the data file of a municipality.

    Raises:
        UserError: The folder is missing or not writable, the disk is full, or there is a file of that name already.
    """
    unfinished = temporary_beside(path, "new")
    with failures_sorted(path):
        _require_place(path)
        try:
            _build(unfinished, municipality, who, now)
            appear(unfinished, path)
        except FileExistsError as error:
            raise UserError("document.exists", file=path.name, folder=str(path.parent)) from error
        finally:
            unfinished.unlink(missing_ok=True)


def _require_place(path: Path) -> None:
    where = {"file": path.name, "folder": str(path.parent)}
    if not path.parent.is_dir():
        raise UserError("document.folder_missing", **where)
    if path.exists():
        raise UserError("document.exists", **where)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UserError("document.folder_protected", **where)


def create_schema(connection: Connection) -> None:
    """Creates tables and triggers and sets whose file it is and of which version. Call inside a transaction."""
    tables.metadata.create_all(connection, checkfirst=False)
    driver = driver_of(connection)
    for statement in tables.trigger_statements():
        driver.execute(statement)
    driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    driver.execute(f"PRAGMA user_version = {CURRENT_VERSION.number}")


def _build(path: Path, municipality: Municipality, who: str, now: datetime) -> None:
    with open_connection(path, "rwc") as connection, transaction(connection):
        create_schema(connection)
        connection.execute(
            insert(tables.document),
            {"id": 1, "uuid": str(uuid4()), "created_at": now.isoformat(), "created_by": who, "program": __version__},
        )
        MUNICIPALITIES.put(connection, [municipality])
