import sqlite3
from contextlib import closing
from pathlib import Path
from pathlib import PureWindowsPath

import pytest

from kbdesk.storage.connection import driver_of
from kbdesk.storage.connection import open_connection
from kbdesk.storage.connection import open_driver
from kbdesk.storage.connection import transaction
from kbdesk.storage.connection import uri_of


class Absolute(PureWindowsPath):
    def absolute(self) -> PureWindowsPath:
        return self


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("C:\\Klima\\Ort 1.kbdesk", "///C%3A/Klima/Ort%201.kbdesk?mode=ro"),
        ("\\\\server\\share\\a#b.kbdesk", "////server/share/a%23b.kbdesk?mode=ro"),
    ],
)
def test_that_a_windows_path_becomes_an_address_sqlite_understands(path: str, uri: str) -> None:
    assert uri_of(Absolute(path), "ro") == f"file:{uri}"  # type: ignore[arg-type]  # a Path of the other system cannot be made


def test_that_a_path_becomes_an_address_sqlite_understands() -> None:
    assert uri_of(Path("/a/50% ?.kbdesk"), "rw").removeprefix("file:") == "///a/50%25%20%3F.kbdesk?mode=rw"


def test_that_every_connection_is_durable_and_checks_references(tmp_path: Path) -> None:
    with closing(open_driver(tmp_path / "a", "rwc")) as driver:
        assert driver.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert driver.execute("PRAGMA synchronous").fetchone() == (3,)
        assert driver.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_that_a_connection_for_reading_cannot_write(tmp_path: Path) -> None:
    open_driver(tmp_path / "a", "rwc").close()
    with (
        closing(open_driver(tmp_path / "a", "ro")) as driver,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        driver.execute("CREATE TABLE t (x)")


def test_that_a_transaction_is_seen_by_others_only_as_a_whole(tmp_path: Path) -> None:
    with open_connection(tmp_path / "a", "rwc") as connection, closing(open_driver(tmp_path / "a", "ro")) as other:
        driver_of(connection).execute("CREATE TABLE t (x)")
        with transaction(connection):
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
            assert other.execute("SELECT count(*) FROM t").fetchone() == (0,)
        assert other.execute("SELECT count(*) FROM t").fetchone() == (1,)
