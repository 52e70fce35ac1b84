"""Whether a file may be opened at all, and whether it is sound: refusals before anything is touched."""

import os
import sqlite3
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.header import Header
from kbdesk.storage.header import Version
from kbdesk.storage.header import read_header

_FIRST_VERSION = Version(1, 0)
_COLUMNS = "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'"


def admitted(path: Path) -> Header:
    """The header of a file that is a document of this program, not newer than it can read.

    Raises:
        UserError: It is not there, no file, not ours, damaged at its very beginning, or newer.
        OSError: It cannot be read.
    """
    where = {"file": path.name, "folder": str(path.parent)}
    if path.is_dir():
        raise UserError("document.is_folder", **where)
    if not path.exists():
        raise UserError("document.not_there", **where)
    if not path.is_file():
        raise UserError("document.foreign", **where)
    header = read_header(path)
    if header.blank:
        raise UserError("document.damaged", **where)
    if not header.is_sqlite:
        raise UserError("document.foreign", **where)
    if not header.is_ours:
        raise UserError("document.foreign_database", **where)
    if header.version < _FIRST_VERSION:
        raise UserError("document.damaged", **where)
    if header.version.major > CURRENT_VERSION.major:
        raise UserError(
            "document.newer", **where, file_version=str(header.version), program_version=str(CURRENT_VERSION)
        )
    return header


def require_writable(path: Path) -> None:
    """Refuses a document whose file or folder is protected against writing.

    Raises:
        UserError: Nothing can be recorded in it; it can still be opened for reading.
    """
    if not os.access(path, os.W_OK):
        raise UserError("document.not_writable", file=path.name, folder=str(path.parent))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UserError("document.folder_not_writable", file=path.name, folder=str(path.parent))


def require_sound(driver: sqlite3.Connection, path: Path, columns: frozenset[tuple[str, str]]) -> None:
    """Checks the whole file's structure, and that it has these columns (table and name).

    Raises:
        UserError: The file is damaged.
        sqlite3.DatabaseError: Likewise, where not even the check could run.
    """
    verdict = driver.execute("PRAGMA quick_check(1)").fetchone()
    found = driver.execute(_COLUMNS).fetchall()
    if verdict != ("ok",) or not columns.issubset(found):
        raise UserError("document.damaged", file=path.name, folder=str(path.parent))
