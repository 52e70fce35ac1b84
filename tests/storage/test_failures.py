import errno
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kbdesk.errors import UserError
from kbdesk.storage.failures import code_of
from kbdesk.storage.failures import failures_sorted
from kbdesk.texts.sentences import SENTENCES
from tests.storage.refusals import refused

FILE = Path("/somewhere/Dudenhofen.kbdesk")


def sqlite_error(number: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = number
    return error


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "document.disk_full"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "document.locked"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "document.damaged"),
        (sqlite3.SQLITE_NOTADB, "document.damaged"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "document.not_writable"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "document.moved"),
        (sqlite3.SQLITE_READONLY_ROLLBACK, "document.interrupted"),
        (sqlite3.SQLITE_IOERR_WRITE, "document.drive_failed"),
        (sqlite3.SQLITE_CANTOPEN, "document.unreachable"),
    ],
)
def test_that_a_failure_of_sqlite_becomes_a_sentence_also_through_sqlalchemy(number: int, code: str) -> None:
    plain = sqlite_error(number)
    for error in (plain, OperationalError("SELECT 1", None, plain)):
        with refused(code, FILE.name), failures_sorted(FILE):
            raise error


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "document.disk_full"),
        (errno.EFBIG, "document.disk_full"),
        (errno.EACCES, "document.no_permission"),
        (errno.EROFS, "document.not_writable"),
        (errno.ENOENT, "document.unreachable"),
        (errno.EIO, "document.drive_failed"),
        (errno.ENOTCONN, "document.drive_failed"),
    ],
)
def test_that_a_failure_of_the_system_becomes_a_sentence(number: int, code: str) -> None:
    with refused(code), failures_sorted(FILE):
        raise OSError(number, "as the system says it")


@pytest.mark.parametrize(
    "bug",
    [
        sqlite_error(sqlite3.SQLITE_ERROR),
        sqlite_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
        ValueError("wrong"),
    ],
    ids=repr,
)
def test_that_a_bug_stays_a_bug(bug: Exception) -> None:
    assert code_of(bug) is None
    with pytest.raises(type(bug)), failures_sorted(FILE):
        raise bug


def test_that_a_refusal_passes_unchanged() -> None:
    refusal = UserError("document.in_use", file="a")
    with pytest.raises(UserError) as caught, failures_sorted(FILE):
        raise refusal
    assert caught.value is refusal


def test_that_every_code_the_storage_uses_has_a_sentence() -> None:
    folder = Path(__file__).parents[2] / "kbdesk" / "storage"
    used = {
        code
        for module in folder.rglob("*.py")
        for code in re.findall(r'"((?:document|backup)\.[a-z_]+)"', module.read_text("utf-8"))
    }
    known = {code for code in SENTENCES if code.startswith(("document.", "backup."))}
    assert len(used) > 20
    assert used == known
