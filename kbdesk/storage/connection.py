"""The one connection a document keeps while it is open, and what a transaction is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

_BUSY_SECONDS = 3.0


def uri_of(path: Path, mode: str) -> str:
    """The SQLite address of a file; ``mode`` is ``ro``, ``rw`` or ``rwc``."""
    posix = path.absolute().as_posix()
    # A drive letter takes a slash before it; the two of a server's name stand after the empty authority.
    no_authority = "//"
    address = no_authority + quote(posix if posix.startswith("/") else f"/{posix}")
    return f"file:{address}?mode={mode}"


def open_driver(path: Path, mode: str) -> sqlite3.Connection:
    """A connection of the driver without implicit transactions."""
    connection = sqlite3.connect(uri_of(path, mode), uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        if mode != "ro":
            connection.execute("PRAGMA journal_mode = DELETE")
            # FULL and, beyond it, the folder after the rollback journal is gone: else a power cut right after a
            # commit could bring the journal back, and with it the state before.
            connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


def open_connection(path: Path, mode: str) -> Connection:
    """A connection for a document's lifetime; closing it closes the file."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: open_driver(path, mode),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",  # ``transaction`` alone begins and ends transactions
        skip_autocommit_rollback=True,
    )
    return engine.connect()


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's connection below, for backups and checks."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(driver)
    return driver


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Everything inside is written as a whole and durably, or not at all."""
    driver = driver_of(connection)
    driver.execute("BEGIN IMMEDIATE")
    try:
        yield
        driver.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        # After a failure of the disk SQLite takes the change back at the next access only; have that now, so that the
        # space is free again and others can read.
        with suppress(sqlite3.Error):
            driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
        raise
