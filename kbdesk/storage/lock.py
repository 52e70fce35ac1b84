"""One document, one writer: a note beside the file that people can read, held by a lock of the operating system.

The note ``Name.kbdesk.in-use.txt`` says who has the document open. As long as its process lives, the system keeps the
note locked; so a note left behind by a dead process on this computer is recognised for certain and taken over. Whether
a process on another computer still lives cannot be seen, so its note is respected.
"""

import errno
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from kbdesk.errors import UserError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SUFFIX = ".in-use.txt"
_MOST_BYTES = 4096
_LOCKED_BYTE = 1 << 20
"""Windows keeps others from reading locked bytes, so the locked one is far behind the text."""
_ATTEMPTS = 5
_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
_MARK = "---"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a document open."""

    who: str
    computer: str
    process: int
    since: datetime

    def note(self, document: str) -> str:
        """The text of the note: for people first, then line by line for the program."""
        since = self.since.astimezone(UTC)
        return (
            f"{document} is open in kbdesk: {self.who} on {self.computer}, since {since:%Y-%m-%d %H:%M} UTC.\n"
            "This note disappears when the document is closed. Delete it only if that computer no longer runs kbdesk.\n"
            f"{_MARK}\n"
            f"who: {self.who}\ncomputer: {self.computer}\nprocess: {self.process}\nsince: {since.isoformat()}\n"
        )


def owner_of(note: str) -> Owner | None:
    """The owner a note names; ``None`` where it names none."""
    lines = note.rpartition(f"{_MARK}\n")[2].splitlines()
    facts = {name: value for name, colon, value in (line.partition(": ") for line in lines) if colon}
    try:
        return Owner(facts["who"], facts["computer"], int(facts["process"]), datetime.fromisoformat(facts["since"]))
    except (KeyError, ValueError):
        return None


def note_path(document: Path) -> Path:
    """Where the note of a document is."""
    return document.with_name(document.name + _SUFFIX)


class DocumentLock:
    """The note, held from its making until ``release``."""

    def __init__(self, document: Path, who: str, now: datetime) -> None:
        """Takes the lock.

        Raises:
            UserError: Somebody else has the document open.
            OSError: The note cannot be written.
        """
        self._path = note_path(document)
        self._file = _taken(document, self._path)
        owner = Owner(" ".join(who.split()), platform.node() or "?", os.getpid(), now)
        try:
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            with open(self._file, "wb", closefd=False) as note:
                note.write(owner.note(document.name).encode("utf-8"))
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Removes the note."""
        if sys.platform == "win32":
            # Windows removes no open file. Where another took the note over meanwhile, it is theirs.
            os.close(self._file)
            with suppress(OSError):
                self._path.unlink()
        else:
            with suppress(OSError):
                if _is_at(self._file, self._path):
                    self._path.unlink()
            os.close(self._file)


def _taken(document: Path, note: Path) -> int:
    """The note's open file, created or taken over, and locked."""
    for _ in range(_ATTEMPTS):
        file = _opened(note)
        try:
            _require_free(document, file)
            if _is_at(file, note):
                return file
        except BaseException:
            os.close(file)
            raise
        # Its owner removed the note between our opening and locking it: try again with a new one.
        os.close(file)
    raise _in_use(document, None, "document.in_use")


def _require_free(document: Path, file: int) -> None:
    """Locks the note, unless somebody else holds it or it comes from another computer."""
    if not _locked(file):
        raise _in_use(document, _read(file), "document.in_use")
    owner = _read(file)
    if owner is not None and owner.computer != platform.node():
        raise _in_use(document, owner, "document.in_use_elsewhere")


def _opened(note: Path) -> int:
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
    try:
        return os.open(note, flags | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return os.open(note, flags | os.O_CREAT, 0o644)


def _locked(file: int) -> bool:
    """Whether the system's lock was free and is now ours, until the file is closed or the process ends."""
    try:
        if sys.platform == "win32":
            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
        owner = _read(file)
        return owner is None or not _lives(owner.process)
    return True


def _lives(process: int) -> bool:
    """Whether there is such a process; asked only where the file system has no locks of its own."""
    if sys.platform != "win32":
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
    return True


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _read(file: int) -> Owner | None:
    os.lseek(file, 0, os.SEEK_SET)
    return owner_of(os.read(file, _MOST_BYTES).decode("utf-8", errors="replace"))


def _in_use(document: Path, owner: Owner | None, code: str) -> UserError:
    return UserError(
        code,
        file=document.name,
        who=owner.who if owner else "?",
        computer=owner.computer if owner else "?",
        since=f"{owner.since:%Y-%m-%d %H:%M} UTC" if owner else "?",
        note=document.name + _SUFFIX,
    )
