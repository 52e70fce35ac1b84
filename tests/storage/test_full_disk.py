"""A full disk: a sentence, nothing lost, and the work goes on once there is space."""

import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.paths import DataDir
from kbdesk.storage.backups import restore
from kbdesk.storage.backups import snapshots
from kbdesk.storage.document import Document
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import typical_inventory
from tests.storage.clocks import SetClock
from tests.storage.refusals import refused
from tests.storage.refusals import sentence_of

if sys.platform == "win32":
    pytest.skip("needs a limit of the file size or a disk in memory", allow_module_level=True)
else:
    import resource

SMALL = [Edit(None, value) for value in typical_inventory().entries.values()]
LARGE = [Edit(None, value) for value in full_inventory().entries.values() if value.key.year not in {2010, 2020}]
FULL = {"document.disk_full", "document.drive_failed"}
"""A limit of the file size looks to SQLite like a failing drive; a full disk is recognised as such."""


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a disk in memory")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_that_an_import_that_finds_no_space_changes_nothing(document: Document, path: Path) -> None:
    document.record("import", {}, SMALL)
    with (
        no_file_above(path.stat().st_size + 100_000),
        pytest.raises(UserError) as caught,
    ):
        document.record("import", {}, LARGE)
    assert caught.value.code in FULL
    assert path.name in sentence_of(caught.value)
    assert document.read_inventory().years == (2010, 2020)
    document.record("import", {}, LARGE)
    assert len(document.read_inventory().years) == 35
    document.undo()
    document.undo()
    assert document.read_inventory().years == ()


@pytest.mark.parametrize("size", [0, 512, 4096, 20_000, 60_000])
def test_that_a_document_for_which_there_is_no_space_does_not_appear(path: Path, data_dir: DataDir, size: int) -> None:
    with no_file_above(size), pytest.raises(UserError) as caught:
        Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir)
    assert caught.value.code in FULL
    assert list(path.parent.iterdir()) == []


def test_that_a_lock_that_cannot_be_noted_is_a_full_disk(
    document: Document, path: Path, reopen: Callable[[], Document]
) -> None:
    document.close()
    with no_file_above(10), refused("document.disk_full", path.name):
        reopen()
    again = reopen()
    assert again.read_inventory().municipality == DUDENHOFEN
    again.close()


def test_that_restoring_without_space_leaves_the_document(document: Document, path: Path, data_dir: DataDir) -> None:
    document.record("import", {}, SMALL)
    document.backup()
    document.close()
    content = path.read_bytes()
    (snapshot,) = snapshots(path, data_dir)
    with no_file_above(30_000), pytest.raises(UserError) as caught:
        restore(path, snapshot, data_dir)
    assert caught.value.code in FULL
    assert path.read_bytes() == content


def fill(folder: Path) -> Path:
    """Leaves no space on the disk of this folder; returns the file that took it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return filler


def problem_of(document: Document) -> str | None:
    return document.backup_problem.code if document.backup_problem else None


def type_values(document: Document) -> None:
    for year in range(1000, 3000):
        document.record("any", {}, [Edit(None, entry(year, "residential", "wood", "1"))])


def test_that_a_full_disk_stops_saving_and_loses_nothing(small_disk: Path, data_dir: DataDir) -> None:
    path = small_disk / "Full.kbdesk"
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir) as document:
        document.record("import", {}, SMALL)
        with refused("document.disk_full", path.name, str(small_disk)):
            document.record("import", {}, LARGE)
        assert not path.with_name(path.name + "-journal").exists()
        filler = fill(small_disk)
        with refused("document.disk_full", path.name):
            type_values(document)
        saved = len(document.changes_since(0))
        assert len(document.read_inventory().entries) == len(SMALL) + saved - 1
        filler.unlink()
        document.record("any", {}, [Edit(None, entry(2020, "residential", "wood", "1"))])
    with Document.open(path, who="A", data_dir=data_dir) as document:
        assert len(document.read_inventory().entries) == len(SMALL) + saved


def test_that_a_file_for_which_there_is_no_space_is_not_kept_and_the_document_works_on(
    small_disk: Path, data_dir: DataDir
) -> None:
    path = small_disk / "Full.kbdesk"
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir) as document:
        document.record("import", {}, SMALL)
        letter = bytes(2_000_000)
        with refused("document.disk_full", path.name, str(small_disk)):
            document.keep_file(letter)
        assert document.file_content(sha256(letter).hexdigest()) is None
        document.record("any", {}, [Edit(None, entry(2020, "residential", "wood", "1"))])
        name = document.keep_file(b"a smaller one")
    with Document.open(path, who="A", data_dir=data_dir) as document:
        assert document.file_content(name) == b"a smaller one"
        assert len(document.read_inventory().entries) == len(SMALL) + 1


def test_that_a_value_is_saved_though_its_daily_backup_finds_no_space(
    small_disk: Path, path: Path, clock: SetClock
) -> None:
    data_dir = DataDir(small_disk / "data")
    with Document.create(path, DUDENHOFEN, who="A", data_dir=data_dir, clock=clock) as document:
        document.record("import", {}, SMALL)
        filler = fill(small_disk)
        document.record("any", {}, [Edit(None, entry(2020, "residential", "wood", "1"))])
        assert problem_of(document) == "backup.not_written"
        assert snapshots(path, data_dir) == ()
        assert len(document.read_inventory().entries) == len(SMALL) + 1
        filler.unlink()
        clock.forward(days=1)
        document.undo()
        assert problem_of(document) is None
        assert len(snapshots(path, data_dir)) == 1
