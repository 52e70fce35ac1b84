"""The file kept with a source: copied into the document, and written out again to be looked at."""

import os
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.evidence_names import is_opened
from kbdesk.models.evidence_names import safe_name
from kbdesk.models.sources import MAX_FILE_BYTES
from kbdesk.models.sources import Source
from kbdesk.services.project import Project

_FOLDER_LETTERS = 16
_MEGABYTE = 1024 * 1024


def attach_file(project: Project, source_id: str, path: Path) -> Change | None:
    """Keep a copy of a file with a source; an unreadable, empty or too large one is a ``UserError``."""
    source = project.inventory.sources[source_id]
    sha = project.document.keep_file(_content(path))
    after = replace(source, file_name=path.name, file_sha256=sha)
    return project.commit("source.file", _named(after), [Edit(source, after)])


def detach_file(project: Project, source_id: str) -> Change | None:
    """Say that a source has no file; the content stays in the document, so that undo can bring it back."""
    source = project.inventory.sources[source_id]
    after = replace(source, file_name="", file_sha256="")
    return project.commit("source.no_file", _named(source), [Edit(source, after)])


def evidence(project: Project, source_id: str, folder: Path) -> Path:
    """Write the kept file out, read-only, so that the desktop can open it; returns where it is.

    A file that may be a program, and one that is gone, is a ``UserError``.
    """
    source = project.inventory.sources[source_id]
    if not is_opened(source.file_name):
        raise UserError("source.file_not_opened", file=source.file_name)
    target = folder / source.file_sha256[:_FOLDER_LETTERS] / safe_name(source.file_name)
    content = _kept(project, source)
    if not _is_there(target, source.file_sha256):
        _write(target, content)
    return target


def save_copy(project: Project, source_id: str, target: Path) -> None:
    """Write the kept file to where it is wanted, whatever it is; a failure is a ``UserError``."""
    content = _kept(project, project.inventory.sources[source_id])
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UserError("source.file_not_written", file=str(target), reason=error.strerror or str(error)) from error


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UserError("source.file_folder", file=path.name)
    try:
        with path.open("rb") as handle:
            content = handle.read(MAX_FILE_BYTES + 1)  # one more tells that it is too large, however large it is
            size = os.fstat(handle.fileno()).st_size
    except OSError as error:
        raise UserError("source.file_unreadable", file=path.name, reason=error.strerror or str(error)) from error
    if not content:
        raise UserError("source.file_empty", file=path.name)
    if len(content) > MAX_FILE_BYTES:
        raise UserError(
            "source.file_too_large",
            file=path.name,
            size=str(-(-size // _MEGABYTE)),
            limit=str(MAX_FILE_BYTES // _MEGABYTE),
        )
    return content


def _kept(project: Project, source: Source) -> bytes:
    content = project.document.file_content(source.file_sha256)
    if content is None:
        raise UserError("source.file_gone", file=source.file_name)
    return content


def _is_there(target: Path, sha: str) -> bool:
    try:
        return sha256(target.read_bytes()).hexdigest() == sha
    except OSError:
        return False


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            target.chmod(stat.S_IREAD | stat.S_IWRITE)
        target.write_bytes(content)
        target.chmod(stat.S_IREAD)
    except OSError as error:
        raise UserError("source.file_not_written", file=str(target), reason=error.strerror or str(error)) from error


def _named(source: Source) -> dict[str, str]:
    return {"source": source.supplier, "file": source.file_name}
