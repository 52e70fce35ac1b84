import os
import sqlite3
import stat
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import closing
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.sources import MAX_FILE_BYTES
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.paths import DataDir
from kbdesk.storage.backups import Preview
from kbdesk.storage.backups import find_snapshot
from kbdesk.storage.backups import preview
from kbdesk.storage.backups import restore
from kbdesk.storage.backups import snapshots
from kbdesk.storage.document import Document
from kbdesk.storage.retention import Reason
from kbdesk.storage.retention import Snapshot
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import typical_inventory
from tests.storage.clocks import SetClock
from tests.storage.refusals import refused

Reopen = Callable[..., Document]


def fill(document: Document) -> None:
    document.record("import", {}, [Edit(None, value) for value in typical_inventory().entries.values()])


def type_value(document: Document, year: int) -> None:
    document.record("entry.recorded", {}, [Edit(None, entry(year, "residential", "heat_pump", "1"))])


def reasons(path: Path, data_dir: DataDir) -> list[Reason]:
    return [snapshot.reason for snapshot in snapshots(path, data_dir)]


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        return str(file.execute("PRAGMA integrity_check").fetchone()[0])


def test_that_the_first_change_of_a_day_is_preceded_by_a_backup(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    fill(document)
    assert snapshots(path, data_dir) == ()
    clock.forward(days=1)
    type_value(document, 2021)
    type_value(document, 2022)
    assert reasons(path, data_dir) == [Reason.DAILY]
    (daily,) = snapshots(path, data_dir)
    assert daily.at == clock.now
    assert preview(daily) == Preview("Dudenhofen", (2010, 2020), 18)
    clock.forward(days=1)
    document.undo()
    assert reasons(path, data_dir) == [Reason.DAILY, Reason.DAILY]
    assert preview(snapshots(path, data_dir)[0]).years == (2010, 2020, 2021, 2022)


def test_that_a_restart_on_the_same_day_makes_no_second_daily_backup(
    document: Document, path: Path, data_dir: DataDir, reopen: Reopen
) -> None:
    fill(document)
    type_value(document, 2021)
    document.close()
    with reopen() as again:
        type_value(again, 2022)
    assert reasons(path, data_dir) == [Reason.DAILY]


def test_that_a_copy_of_the_file_has_its_own_daily_backup(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    fill(document)
    type_value(document, 2021)
    document.close()
    copy = path.with_name("Copy.kbdesk")
    copy.write_bytes(path.read_bytes())
    with Document.open(copy, who="B", data_dir=data_dir, clock=clock) as other:
        type_value(other, 2022)
    assert reasons(copy, data_dir) == [Reason.DAILY, Reason.DAILY]


def test_that_every_submitted_state_is_kept(document: Document, path: Path, data_dir: DataDir, clock: SetClock) -> None:
    fill(document)
    for revision in range(1, 15):
        document.register_submission(SubmissionEntry(2020, revision, "ab", "K7", "f.xlsx", clock.now, b"1"))
        document.backup(Reason.BEFORE_IMPORT)
        clock.forward(minutes=1)
    kept = reasons(path, data_dir)
    assert kept.count(Reason.SUBMISSION) == 14
    assert kept.count(Reason.BEFORE_IMPORT) == 10
    assert document.backup_problem is None


def test_that_backups_of_the_same_second_do_not_overwrite_each_other(
    document: Document, path: Path, data_dir: DataDir
) -> None:
    made = {document.backup("on-demand") for _ in range(3)}
    assert {snapshot.path for snapshot in snapshots(path, data_dir)} == made
    assert len(made) == 3


def test_that_a_backup_is_a_complete_document_only_the_user_may_read(
    document: Document, data_dir: DataDir, clock: SetClock
) -> None:
    fill(document)
    backup = document.backup()
    with Document.open(backup, who="A", data_dir=data_dir, clock=clock, read_only=True) as kept:
        assert kept.read_inventory() == document.read_inventory()
        assert kept.undoable == document.undoable
    if os.name != "nt":
        assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_that_restoring_brings_back_the_state_and_keeps_the_present_one(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock, reopen: Reopen
) -> None:
    fill(document)
    old = find_snapshot(path, document.backup().name, data_dir)
    type_value(document, 2021)
    document.close()
    path.chmod(0o640)
    clock.forward(hours=1)
    restore(path, old, data_dir, who="Anna Beck", clock=clock)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 or os.name == "nt"
    with reopen() as restored:
        assert restored.read_inventory().years == (2010, 2020)
        assert restored.undo() is not None
    newest = snapshots(path, data_dir)[0]
    assert newest.reason is Reason.BEFORE_RESTORE
    restore(path, newest, data_dir, clock=clock)
    with reopen() as back:
        assert back.read_inventory().years == (2010, 2020, 2021)


def test_that_a_backup_holds_the_kept_files_and_restoring_brings_them_back(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock, reopen: Reopen
) -> None:
    fill(document)
    letters = [bytes([number]) * MAX_FILE_BYTES for number in range(3)]
    names = [document.keep_file(letter) for letter in letters]
    old = find_snapshot(path, document.backup().name, data_dir)
    assert old.path.stat().st_size < 3.2 * MAX_FILE_BYTES
    assert preview(old) == Preview("Dudenhofen", (2010, 2020), 18)
    later = document.keep_file(b"a later letter")
    document.close()
    clock.forward(hours=1)
    restore(path, old, data_dir, clock=clock)
    with reopen() as restored:
        assert [restored.file_content(name) for name in names] == letters
        assert restored.file_content(later) is None
    restore(path, snapshots(path, data_dir)[0], data_dir, clock=clock)
    with reopen() as back:
        assert back.file_content(later) == b"a later letter"


def test_that_restoring_the_oldest_backup_works_though_it_is_superseded_by_the_safety_copy(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock, reopen: Reopen
) -> None:
    oldest = find_snapshot(path, document.backup().name, data_dir)
    fill(document)
    for _ in range(9):
        clock.forward(minutes=1)
        document.backup()
    document.close()
    clock.forward(minutes=1)
    restore(path, oldest, data_dir, clock=clock)
    assert not oldest.path.exists()
    with reopen() as restored:
        assert restored.read_inventory().years == ()


def test_that_an_open_document_is_not_restored(document: Document, path: Path, data_dir: DataDir) -> None:
    fill(document)
    (snapshot,) = (find_snapshot(path, document.backup().name, data_dir),)
    content = path.read_bytes()
    with refused("document.in_use", "Anna Beck"):
        restore(path, snapshot, data_dir)
    assert path.read_bytes() == content


@pytest.mark.parametrize("how", ["gone", "truncated", "zeroed", "foreign"])
def test_that_a_document_beyond_reading_is_restored_and_kept_as_it_was(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock, reopen: Reopen, how: str
) -> None:
    fill(document)
    document.backup()
    document.close()
    match how:
        case "gone":
            path.unlink()
        case "truncated":
            os.truncate(path, 5000)
        case "zeroed":
            path.write_bytes(bytes(8192))
        case _:
            path.write_bytes(b"somebody saved a letter here")
    path.with_name(path.name + "-journal").write_bytes(b"rest of a rollback journal")
    spoiled = path.read_bytes() if path.exists() else None
    (snapshot,) = snapshots(path, data_dir)
    restore(path, snapshot, data_dir, clock=clock)
    with reopen() as restored:
        assert restored.read_inventory().years == (2010, 2020)
    kept = [file.read_bytes() for file in snapshot.path.parent.glob("*_damaged*.bin")]
    assert kept == ([] if spoiled is None else [spoiled])


def test_that_two_damaged_files_of_the_same_second_are_both_kept(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    snapshot = find_snapshot(path, document.backup().name, data_dir)
    document.close()
    for content in (b"one", b"two"):
        path.write_bytes(content)
        restore(path, snapshot, data_dir, clock=clock)
    assert sorted(file.read_bytes() for file in snapshot.path.parent.glob("*.bin")) == [b"one", b"two"]


@pytest.mark.parametrize("spoil", [lambda p: os.truncate(p, 5000), lambda p: p.write_text("x"), lambda p: p.unlink()])
def test_that_an_unsound_backup_is_not_restored(
    document: Document, path: Path, data_dir: DataDir, spoil: Callable[[Path], object]
) -> None:
    fill(document)
    snapshot = find_snapshot(path, document.backup().name, data_dir)
    document.close()
    spoil(snapshot.path)
    content = path.read_bytes()
    with refused("backup.not_sound", snapshot.path.name, path.name):
        restore(path, snapshot, data_dir)
    assert path.read_bytes() == content
    assert {file.name for file in path.parent.iterdir()} == {path.name, "data"}


@pytest.mark.parametrize("damage", ["UPDATE document SET uuid = '../x'", "DROP TABLE document", "DELETE FROM document"])
def test_that_a_backup_that_is_no_document_is_not_restored(
    document: Document, path: Path, data_dir: DataDir, damage: str
) -> None:
    snapshot = find_snapshot(path, document.backup().name, data_dir)
    document.close()
    with closing(sqlite3.connect(snapshot.path)) as file, file:
        file.execute(damage)
    with refused("backup.not_sound"):
        restore(path, snapshot, data_dir)


def test_that_a_newer_backup_is_refused_naming_the_versions(document: Document, path: Path, data_dir: DataDir) -> None:
    snapshot = find_snapshot(path, document.backup().name, data_dir)
    document.close()
    with closing(sqlite3.connect(snapshot.path)) as file:
        file.execute("PRAGMA user_version = 9000")
    with refused("document.newer", "9.0"):
        restore(path, snapshot, data_dir)


def test_that_unknown_and_missing_backups_are_named(document: Document, path: Path, data_dir: DataDir) -> None:
    with refused("backup.none", path.name):
        find_snapshot(path, "any", data_dir)
    made = document.backup()
    with refused("backup.unknown", "any", made.name):
        find_snapshot(path, "any", data_dir)
    assert find_snapshot(path, str(made), data_dir).path == made


def test_that_notes_that_make_no_sense_are_passed_over(path: Path, data_dir: DataDir) -> None:
    for number, content in enumerate(("{", "[]", '{"path": 1}', "{}")):
        folder = data_dir.backups / str(number)
        folder.mkdir(parents=True)
        (folder / "where.json").write_text(content)
    assert snapshots(path, data_dir) == ()


def test_that_what_cannot_be_looked_into_is_refused(path: Path, data_dir: DataDir, clock: SetClock) -> None:
    path.write_text("no database")
    with refused("document.damaged", path.name):
        preview(Snapshot(clock.now, Reason.DAILY, path))


def test_that_an_unfinished_backup_is_removed_after_a_day(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock
) -> None:
    folder = document.backup().parent
    left, young = folder / "1.unfinished", folder / "2.unfinished"
    for file, age in ((left, 2 * 86400), (young, 60)):
        file.write_text("half")
        os.utime(file, (clock.now.timestamp() - age,) * 2)
    document.backup()
    assert not left.exists()
    assert young.exists()


@contextmanager
def interrupted_change(path: Path) -> Iterator[None]:
    """The file as a killed program leaves it: half a change written, with the journal to take it back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE entry SET note = zeroblob(0) || hex(randomblob(3000))")
        spilled = {file: file.read_bytes() for file in (path, path.with_name(path.name + "-journal"))}
        writer.execute("ROLLBACK")
    for file, content in spilled.items():
        file.write_bytes(content)
    yield


def test_that_an_interrupted_change_is_tidied_up_by_the_next_writer(
    document: Document, path: Path, reopen: Reopen
) -> None:
    fill(document)
    document.close()
    with interrupted_change(path):
        with refused("document.interrupted", path.name):
            reopen(read_only=True)
        with reopen() as again:
            assert again.read_inventory().entries == typical_inventory().entries
    assert integrity(path) == "ok"


def test_that_restoring_over_an_interrupted_change_keeps_the_last_whole_state(
    document: Document, path: Path, data_dir: DataDir, clock: SetClock, reopen: Reopen
) -> None:
    old = find_snapshot(path, document.backup().name, data_dir)
    fill(document)
    document.close()
    clock.forward(hours=1)
    with interrupted_change(path):
        restore(path, old, data_dir, clock=clock)
    assert not path.with_name(path.name + "-journal").exists()
    with reopen() as restored:
        assert restored.read_inventory().entries == {}
    assert preview(snapshots(path, data_dir)[0]).values == 18
    corrected = replace(typical_inventory().municipality, base_year=1995)
    with reopen() as restored:
        restored.record("any", {}, [Edit(DUDENHOFEN, corrected)])
        assert restored.read_inventory().municipality.base_year == Decimal(1995)
