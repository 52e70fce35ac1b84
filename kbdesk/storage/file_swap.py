"""A file appears, or takes another's place, complete or not at all."""

import glob
import os
import shutil
import sys
from pathlib import Path
from uuid import uuid4


def temporary_beside(path: Path, purpose: str) -> Path:
    """A name in the same folder, so that the finished file only needs another name."""
    return path.with_name(f".{path.name}.{uuid4().hex[:8]}.{purpose}")


def remove_left_behind(path: Path) -> None:
    """Removes what a killed program left of unfinished files beside a document that is locked for us."""
    for unfinished in path.parent.glob(f".{glob.escape(path.name)}.????????.*"):
        unfinished.unlink(missing_ok=True)


def real_path(path: Path) -> Path:
    """The one path of a file, whatever links lead to it: two names must not give two locks."""
    return Path(os.path.realpath(path))


def appear(finished: Path, path: Path) -> None:
    """The finished file takes the name ``path``.

    Raises:
        FileExistsError: There is a file of that name; it stays as it is.
    """
    if sys.platform == "win32":
        finished.rename(path)
    else:
        try:
            os.link(finished, path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without links (memory sticks): reserve the name, then put the finished file in its place.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            finished.replace(path)
        else:
            finished.unlink()
        sync_folder(path.parent)


def take_place(finished: Path, path: Path) -> None:
    """The finished file takes the place of ``path``, which may exist; then its permissions are kept."""
    if path.exists():
        shutil.copymode(path, finished)
    finished.replace(path)
    sync_folder(path.parent)


def copy_durably(source: Path, target: Path) -> None:
    """Copies a file byte for byte, onto the disk when it returns."""
    with source.open("rb") as reading, target.open("xb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())


def sync_folder(folder: Path) -> None:
    """Makes names in the folder durable; Windows does so by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
