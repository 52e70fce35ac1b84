"""The one place where failures of the disk and of SQLite are told apart: the environment's fault, or a bug.

The environment's fault becomes a ``UserError`` with a way out; everything else passes unchanged and is a bug.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kbdesk.errors import UserError

_PRIMARY = 0xFF
_SQLITE_CODES = {
    sqlite3.SQLITE_FULL: "document.disk_full",
    sqlite3.SQLITE_BUSY: "document.locked",
    sqlite3.SQLITE_LOCKED: "document.locked",
    sqlite3.SQLITE_CORRUPT: "document.damaged",
    sqlite3.SQLITE_NOTADB: "document.damaged",
    sqlite3.SQLITE_PERM: "document.no_permission",
    sqlite3.SQLITE_AUTH: "document.no_permission",
    sqlite3.SQLITE_READONLY: "document.not_writable",
    sqlite3.SQLITE_IOERR: "document.drive_failed",
    sqlite3.SQLITE_CANTOPEN: "document.unreachable",
}
_SQLITE_EXTENDED_CODES = {
    sqlite3.SQLITE_READONLY_DBMOVED: "document.moved",
    sqlite3.SQLITE_READONLY_RECOVERY: "document.interrupted",
    sqlite3.SQLITE_READONLY_ROLLBACK: "document.interrupted",
}
_ERRNO_CODES = {
    errno.ENOSPC: "document.disk_full",
    errno.EDQUOT: "document.disk_full",
    errno.EFBIG: "document.disk_full",
    errno.EACCES: "document.no_permission",
    errno.EPERM: "document.no_permission",
    errno.EROFS: "document.not_writable",
    errno.ENOENT: "document.unreachable",
    errno.ENOTDIR: "document.unreachable",
    errno.ENAMETOOLONG: "document.name_impossible",
    errno.EINVAL: "document.name_impossible",
    errno.EBUSY: "document.locked",
    errno.EIO: "document.drive_failed",
    errno.ESTALE: "document.drive_failed",
}


def code_of(error: BaseException) -> str | None:
    """The code of a failure the environment is to blame for; ``None`` for a bug."""
    if isinstance(error, sqlite3.Error):
        number = getattr(error, "sqlite_errorcode", None)
        if number is None:
            # Python's own complaints: text that is no UTF-8, or (a bug) a closed connection, a wrong argument.
            return "document.damaged" if isinstance(error, sqlite3.OperationalError) else None
        return _SQLITE_EXTENDED_CODES.get(number) or _SQLITE_CODES.get(number & _PRIMARY)
    if isinstance(error, UnicodeDecodeError):
        return "document.damaged"
    if isinstance(error, OSError):
        return _ERRNO_CODES.get(error.errno or 0, "document.drive_failed")
    # SQLAlchemy keeps the driver's error in ``orig``; asking so spares the import here.
    original = getattr(error, "orig", None)
    return code_of(original) if isinstance(original, sqlite3.Error) else None


@contextmanager
def failures_sorted(path: Path) -> Iterator[None]:
    """Turns failures of the environment while working on the file into a ``UserError`` that names it."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        code = code_of(error)
        if code is None:
            raise
        raise UserError(code, file=path.name, folder=str(path.parent)) from error
