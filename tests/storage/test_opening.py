import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from contextlib import closing
from datetime import UTC
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.paths import DataDir
from kbdesk.storage.document import Document
from kbdesk.storage.header import CURRENT_VERSION
from kbdesk.storage.lock import note_path
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import typical_inventory
from tests.storage.refusals import no_traceback
from tests.storage.refusals import refused
from tests.storage.refusals import sentence_of

Reopen = Callable[..., Document]


def set_version(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {number}")


def zero_page(path: Path, number: int, size: int = 4096) -> None:
    with path.open("r+b") as file:
        file.seek((number - 1) * size)
        file.write(bytes(size))


@pytest.fixture
def closed(document: Document) -> Document:
    """A document with two years, closed again."""
    document.record("import", {}, [Edit(None, value) for value in typical_inventory().entries.values()])
    document.close()
    return document


def test_that_a_missing_file_is_named_with_its_folder(reopen: Reopen, path: Path) -> None:
    with refused("document.not_there", path.name, str(path.parent)):
        reopen()


def test_that_a_folder_is_not_opened(reopen: Reopen, path: Path) -> None:
    path.mkdir()
    with refused("document.is_folder", path.name):
        reopen()


@pytest.mark.parametrize("content", [b"year,sector\n", b"PK\x03\x04" + bytes(500), "Größe".encode("utf-16")])
def test_that_a_file_of_another_kind_is_refused_and_left_alone(reopen: Reopen, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with refused("document.foreign", path.name):
        reopen()
    assert path.read_bytes() == content
    assert not note_path(path).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_that_a_pipe_is_refused_without_waiting_for_it(reopen: Reopen, path: Path) -> None:
    os.mkfifo(path)
    with refused("document.foreign", path.name):
        reopen()


def test_that_a_database_of_another_program_is_refused_and_left_alone(reopen: Reopen, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
    content = path.read_bytes()
    with refused("document.foreign_database", path.name):
        reopen()
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", bytes(8192)])
def test_that_a_file_without_content_is_damaged(reopen: Reopen, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with refused("document.damaged", path.name):
        reopen()


def test_that_a_newer_major_version_is_refused_naming_both(reopen: Reopen, path: Path, closed: Document) -> None:
    set_version(path, 2003)
    with refused("document.newer", "2.3", str(CURRENT_VERSION)):
        reopen()


def test_that_a_newer_minor_version_opens_for_reading(reopen: Reopen, path: Path, closed: Document) -> None:
    set_version(path, CURRENT_VERSION.number + 1)
    with reopen() as document:
        assert document.read_only
        assert document.read_inventory().years == (2010, 2020)
        assert not note_path(path).exists()


def test_that_a_version_that_never_was_is_damage(reopen: Reopen, path: Path, closed: Document) -> None:
    set_version(path, 7)
    with refused("document.damaged"):
        reopen()


@pytest.mark.parametrize("size", [99, 600, 4096, 20000])
def test_that_a_truncated_file_is_damaged(reopen: Reopen, path: Path, closed: Document, size: int) -> None:
    os.truncate(path, size)
    with refused("document.damaged", path.name):
        reopen()
    with refused("document.damaged", path.name):
        reopen(read_only=True)
    assert not note_path(path).exists()


def test_that_damage_names_the_newest_good_backup(document: Document, reopen: Reopen, path: Path) -> None:
    backup = document.backup()
    document.close()
    zero_page(path, 1)
    with refused("document.damaged_with_backup", backup.name, "2024-03-05 09:30 UTC"):
        reopen()


def test_that_a_damaged_backup_is_not_offered(document: Document, reopen: Reopen, path: Path) -> None:
    good, bad = document.backup(), document.backup()
    document.close()
    zero_page(bad, 2)
    os.truncate(path, 5000)
    with refused("document.damaged_with_backup", good.name):
        reopen()


def test_that_any_zeroed_page_of_a_table_is_noticed(document: Document, reopen: Reopen, path: Path) -> None:
    document.record("import", {}, [Edit(None, e) for e in full_inventory(range(2020, 2021)).entries.values()])
    document.close()
    sound = path.read_bytes()
    for number in range(1, len(sound) // 4096 + 1):
        path.write_bytes(sound)
        zero_page(path, number)
        with pytest.raises(UserError) as caught, reopen():
            pass
        assert caught.value.code.startswith("document.damaged")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offset=st.integers(0, 120_000), junk=st.binary(min_size=1, max_size=64))
@example(offset=18, junk=b"\x02\x02")
@example(offset=56, junk=b"\x00\x00\x00\x02")
def test_that_spoiled_bytes_never_end_in_a_traceback(
    closed: Document, reopen: Reopen, path: Path, offset: int, junk: bytes
) -> None:
    sound = path.read_bytes()
    offset %= len(sound)
    path.write_bytes((sound[:offset] + junk + sound[offset + len(junk) :])[: len(sound)])
    try:
        with no_traceback(), reopen() as document:
            document.read_inventory()
            document.changes_since(0)
            document.undo()
    finally:
        path.write_bytes(sound)


def test_that_missing_tables_are_damage(reopen: Reopen, path: Path, closed: Document) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE entry")
    with refused("document.damaged"):
        reopen()


@pytest.mark.parametrize("damage", ["UPDATE document SET uuid = '../../elsewhere'", "DELETE FROM document"])
def test_that_an_id_that_leads_elsewhere_is_damage(
    reopen: Reopen, path: Path, closed: Document, data_dir: DataDir, damage: str
) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(damage)
    with refused("document.damaged"):
        reopen()
    assert not data_dir.backups.exists()


def test_that_a_journal_that_makes_no_sense_is_damage(reopen: Reopen, path: Path, closed: Document) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO step VALUES (99, '2024', 'A', 'redo', 1, 'any', '{}')")
    with refused("document.damaged"):
        reopen()


def test_that_a_stranger_in_the_file_keeps_it_locked_only_as_long_as_he_works(document: Document, path: Path) -> None:
    gas = Edit(None, entry(2022, "residential", "natural_gas", "38000"))
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        document._connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        with refused("document.locked", path.name):
            document.record("any", {}, [gas])
        stranger.execute("ROLLBACK")
    document.record("any", {}, [gas])
    assert document.undoable is not None


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
class TestPermissions:
    """With the rights of an ordinary person."""

    @pytest.fixture
    def mine(
        self, public_folder: Path, ordinary_person: Callable[[], AbstractContextManager[None]]
    ) -> tuple[Path, DataDir]:
        path, data_dir = public_folder / "Mine.kbdesk", DataDir(public_folder / "data")
        with ordinary_person():
            Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir).close()
        return path, data_dir

    def test_that_a_write_protected_file_opens_for_reading_only(
        self, mine: tuple[Path, DataDir], ordinary_person: Callable[[], AbstractContextManager[None]]
    ) -> None:
        path, data_dir = mine
        path.chmod(0o444)
        with ordinary_person():
            with refused("document.not_writable", path.name):
                Document.open(path, who="A", data_dir=data_dir)
            with Document.open(path, who="A", data_dir=data_dir, read_only=True) as document:
                assert document.read_inventory().municipality == DUDENHOFEN

    def test_that_a_write_protected_folder_opens_for_reading_only(
        self, mine: tuple[Path, DataDir], ordinary_person: Callable[[], AbstractContextManager[None]]
    ) -> None:
        path, data_dir = mine
        path.parent.chmod(0o555)
        with ordinary_person():
            with refused("document.folder_not_writable", str(path.parent)):
                Document.open(path, who="A", data_dir=data_dir)
            with Document.open(path, who="A", data_dir=data_dir, read_only=True) as document:
                assert document.read_inventory().municipality == DUDENHOFEN
            with refused("document.folder_protected", str(path.parent)):
                Document.create(path.with_name("New.kbdesk"), DUDENHOFEN, who="A", data_dir=data_dir)

    def test_that_an_unreadable_file_is_refused(
        self, mine: tuple[Path, DataDir], ordinary_person: Callable[[], AbstractContextManager[None]]
    ) -> None:
        path, data_dir = mine
        path.chmod(0)
        with ordinary_person(), refused("document.no_permission", path.name):
            Document.open(path, who="A", data_dir=data_dir)

    def test_that_a_backup_folder_that_cannot_be_written_does_not_stop_the_work(
        self, mine: tuple[Path, DataDir], ordinary_person: Callable[[], AbstractContextManager[None]]
    ) -> None:
        path, _ = mine
        closed_folder = path.parent / "closed"
        closed_folder.mkdir(mode=0o555)
        with ordinary_person(), Document.open(path, who="A", data_dir=DataDir(closed_folder)) as document:
            for year in (2020, 2021):
                document.record("any", {}, [Edit(None, entry(year, "residential", "natural_gas", "1"))])
            assert document.backup_problem is not None
            assert str(closed_folder) in sentence_of(document.backup_problem)
            with refused("backup.not_written", path.name):
                document.backup()
            assert document.read_inventory().years == (2020, 2021)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
@pytest.mark.parametrize("how", ["renamed", "replaced", "removed"])
def test_that_a_file_that_is_no_longer_the_one_opened_takes_no_more_values(
    document: Document, path: Path, how: str
) -> None:
    match how:
        case "renamed":
            path.rename(path.with_name("Moved.kbdesk"))
        case "replaced":
            copy = path.with_name("copy")
            copy.write_bytes(path.read_bytes())
            copy.replace(path)
        case _:
            path.unlink()
    with refused("document.moved", path.name):
        document.record("any", {}, [Edit(None, entry(2022, "residential", "natural_gas", "1"))])


def test_that_times_before_all_others_are_no_trouble(path: Path, data_dir: DataDir) -> None:
    wrong, right = datetime(1970, 1, 1, tzinfo=UTC), datetime(2024, 3, 5, tzinfo=UTC)
    gas = entry(2022, "residential", "natural_gas", "1")
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir, clock=lambda: right) as document:
        first = document.record("any", {}, [Edit(None, gas)])
    with Document.open(path, who="A", data_dir=data_dir, clock=lambda: wrong) as document:
        assert document.undoable == first
        second = document.record("any", {}, [Edit(gas, None)])
        assert [change.step for change in document.changes_since(0)] == [first.step, second.step]
