"""Writing a submission: one workbook whose last sheet carries the payload that counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kbdesk.errors import UserError
from kbdesk.exchange.canonical import Json
from kbdesk.exchange.canonical import canonical_bytes
from kbdesk.exchange.canonical import check_code
from kbdesk.exchange.canonical import file_name
from kbdesk.exchange.canonical import sha256_of
from kbdesk.exchange.payload import SubmissionDraft
from kbdesk.exchange.payload import build_payload
from kbdesk.exchange.payload_records import to_inventory
from kbdesk.exchange.payload_schema import PayloadSchema
from kbdesk.exchange.submission_sheets import submission_sheets
from kbdesk.exchange.transport import packed
from kbdesk.exchange.whole_file import write_whole
from kbdesk.exchange.workbook_writer import workbook_bytes

__all__ = ["SubmissionDraft", "SubmissionFile", "build_payload", "to_inventory", "write_submission"]

MAX_BYTES = 2_000_000


@dataclass(frozen=True)
class SubmissionFile:
    """A written submission; ``payload`` are its canonical bytes."""

    path: Path
    sha256: str
    check_code: str
    payload: bytes


def write_submission(payload: Mapping[str, Json], folder: Path, schema: PayloadSchema) -> SubmissionFile:
    """Write the workbook into the folder and say where; an older file of the very same content is replaced.

    The same payload gives the same bytes. Raises ``UserError`` where the folder cannot be written to or the file would
    be too large for municipal mail.
    """
    if wrong := schema.problem(payload):
        raise ValueError(f"the payload does not have its published shape: {wrong}")
    content = canonical_bytes(payload)
    sha256 = sha256_of(content)
    name = payload_file_name(payload, sha256)
    created = date.fromisoformat(str(payload["created"]))
    book = workbook_bytes(submission_sheets(payload, packed(content), sha256), name, created)
    if len(book) > MAX_BYTES:
        raise UserError("submission.too_large", file=name, limit_mb=MAX_BYTES // 1_000_000)
    path = folder / name
    try:
        write_whole(path, book)
    except OSError as error:
        raise UserError("submission.unwritable", file=str(path), reason=error.strerror or str(error)) from None
    return SubmissionFile(path, sha256, check_code(sha256), content)


def payload_file_name(payload: Mapping[str, Any], sha256: str) -> str:
    """The name a submission with this payload and hash has."""
    place = payload["municipality"]
    check = check_code(sha256)
    return file_name(place["country"], place["code"], place["name"], payload["year"], payload["revision"], check)
