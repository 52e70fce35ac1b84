import errno
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.paths import DataDir
from kbdesk.storage import lock
from kbdesk.storage.document import Document
from kbdesk.storage.lock import DocumentLock
from kbdesk.storage.lock import Owner
from kbdesk.storage.lock import note_path
from kbdesk.storage.lock import owner_of
from tests.storage.refusals import refused

NOW = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
HERE = Owner("Carla Diaz", platform.node(), 4711, NOW)
Reopen = Callable[..., Document]


def test_that_the_note_tells_people_who_works_where_and_since_when(document: Document, path: Path) -> None:
    note = note_path(path).read_text("utf-8")
    assert note.startswith(
        f"{path.name} is open in kbdesk: Anna Beck on {platform.node()}, since 2024-03-05 09:30 UTC."
    )
    assert owner_of(note) == Owner("Anna Beck", platform.node(), os.getpid(), document._clock())


def test_that_a_second_opening_is_refused_naming_the_first(document: Document, reopen: Reopen, path: Path) -> None:
    for _ in range(2):
        with refused("document.in_use", path.name, "Anna Beck", "2024-03-05 09:30 UTC"):
            reopen()
    assert document.read_inventory().years == ()


def test_that_a_second_name_of_the_file_is_no_way_around(
    document: Document, path: Path, tmp_path: Path, data_dir: DataDir
) -> None:
    other_name = tmp_path / "elsewhere" / "Link.kbdesk"
    other_name.parent.mkdir()
    other_name.symlink_to(path)
    with refused("document.in_use", path.name):
        Document.open(other_name, who="B", data_dir=data_dir)
    assert document.read_inventory().years == ()


def test_that_another_process_is_refused_too(document: Document, path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from kbdesk.errors import UserError; from kbdesk.storage.lock import DocumentLock\n"
        "try: DocumentLock(Path(sys.argv[1]), 'B', datetime.now(UTC))\n"
        "except UserError as error: print(error.code, error.parameters['who'])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout == "document.in_use Anna Beck\n"


def test_that_closing_removes_the_note(document: Document, reopen: Reopen, path: Path) -> None:
    document.close()
    assert not note_path(path).exists()
    with reopen():
        assert note_path(path).exists()
    assert not note_path(path).exists()


@pytest.mark.parametrize("left", [HERE.note("x"), replace(HERE, process=os.getpid()).note("x"), "", "\0" * 90, "?"])
def test_that_a_note_of_a_dead_process_here_is_taken_over(path: Path, left: str) -> None:
    note_path(path).write_text(left, "utf-8")
    taken = DocumentLock(path, "Anna Beck", NOW)
    owner = owner_of(note_path(path).read_text("utf-8"))
    taken.release()
    assert owner == Owner("Anna Beck", platform.node(), os.getpid(), NOW)


def test_that_a_note_of_another_computer_is_respected(document: Document, reopen: Reopen, path: Path) -> None:
    document.close()
    note = replace(HERE, computer="rathaus-07").note(path.name)
    note_path(path).write_text(note, "utf-8")
    with refused("document.in_use_elsewhere", "rathaus-07", "Carla Diaz", note_path(path).name):
        reopen()
    assert note_path(path).read_text("utf-8") == note
    with reopen(read_only=True) as reader:
        assert reader.read_only


def test_that_a_note_removed_at_the_last_moment_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    was_at, looks = lock._is_at, []

    def gone_at_first(file: int, note: Path) -> bool:
        looks.append(file)
        if len(looks) == 1:
            note.unlink()
        return was_at(file, note)

    monkeypatch.setattr(lock, "_is_at", gone_at_first)
    DocumentLock(path, "Anna Beck", NOW).release()
    assert len(looks) == 3
    monkeypatch.setattr(lock, "_is_at", lambda _file, _note: False)
    with refused("document.in_use"):
        DocumentLock(path, "Anna Beck", NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="locks of another kind")
class TestWithoutLocks:
    """On a file system that has no locks the process named in the note decides."""

    @pytest.fixture(autouse=True)
    def _no_locks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def unsupported(_file: int, _operation: int) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        monkeypatch.setattr("fcntl.flock", unsupported)

    def test_that_a_living_process_is_respected(self, path: Path) -> None:
        held = DocumentLock(path, "Anna Beck", NOW)
        with refused("document.in_use", "Anna Beck"):
            DocumentLock(path, "B", NOW)
        held.release()
        DocumentLock(path, "B", NOW).release()

    def test_that_a_dead_process_is_not(self, path: Path) -> None:
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        note_path(path).write_text(replace(HERE, process=ended.pid).note(path.name), "utf-8")
        DocumentLock(path, "B", NOW).release()

    def test_that_a_process_of_somebody_else_lives(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def not_yours(_process: int, _signal: int) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "kill", not_yours)
        note_path(path).write_text(HERE.note(path.name), "utf-8")
        with refused("document.in_use", "Carla Diaz"):
            DocumentLock(path, "B", NOW)

    def test_that_any_other_failure_is_reported_as_it_is(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_file: int, _operation: int) -> None:
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr("fcntl.flock", broken)
        with pytest.raises(OSError, match="Input/output"):
            DocumentLock(path, "B", NOW)


def test_that_a_note_that_cannot_be_written_is_not_left_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _length: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "ftruncate", full)
    with pytest.raises(OSError, match="No space"):
        DocumentLock(path, "B", NOW)
    assert not note_path(path).exists()


@given(who=st.text(max_size=30), computer=st.text(max_size=10))
def test_that_any_name_can_be_read_back(who: str, computer: str) -> None:
    tidy = Owner(" ".join(who.split()), " ".join(computer.split()), 1, NOW)
    assert owner_of(tidy.note("Any.kbdesk")) == tidy


@given(st.text(max_size=80))
def test_that_any_text_is_either_a_note_or_not(text: str) -> None:
    assert owner_of(text) is None
