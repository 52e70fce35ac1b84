"""Is a submission what its sender handed in, and do its totals follow from its activity data?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from typing import NamedTuple
from typing import NoReturn

from kbdesk.errors import UserError
from kbdesk.exchange.archives import ZIP_START
from kbdesk.exchange.archives import open_archive
from kbdesk.exchange.canonical import check_code
from kbdesk.exchange.canonical import sha256_of
from kbdesk.exchange.comparison import Difference
from kbdesk.exchange.comparison import compare_sheets
from kbdesk.exchange.payload import SCHEMA
from kbdesk.exchange.payload_schema import PayloadSchema
from kbdesk.exchange.recomputation import recomputed_differences
from kbdesk.exchange.sheet_texts import printable
from kbdesk.exchange.submission import payload_file_name
from kbdesk.exchange.submission_sheets import submission_sheets
from kbdesk.exchange.transport import TRANSPORT
from kbdesk.exchange.transport import Parcel
from kbdesk.exchange.transport import parcel_in
from kbdesk.exchange.transport import unpacked
from kbdesk.exchange.workbook_reader import WORKBOOK
from kbdesk.exchange.workbook_reader import BrokenWorkbookError
from kbdesk.exchange.workbook_reader import WorkbookReader
from kbdesk.models.codebook import Codebook
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.texts.texts import Texts

MAX_BYTES = 10_000_000
_FAMILY = SCHEMA.rpartition("/")[0] + "/"
_MAX_DIGITS = 6
_VERSION = int(SCHEMA.rpartition("/")[2])


class Status(StrEnum):
    """What a file was found to be."""

    INTACT = "intact"
    EDITED = "edited"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"


class Note(NamedTuple):
    """Something worth knowing about a submission: a code and parameters for the texts."""

    code: str
    parameters: tuple[tuple[str, str], ...] = ()

    def sentence(self, texts: Texts) -> str:
        """The note in words."""
        return texts.sentence(self.code, dict(self.parameters))


@dataclass(frozen=True)
class Verification:
    """The result for one file; what could not be read is empty.

    ``differences`` are cells that say something else than the payload, ``recomputed`` totals that do not follow from
    the activity data, ``findings`` the notes of this check; ``payload`` is the document itself.
    """

    path: Path
    status: Status
    municipality: str = ""
    country: str = ""
    code: str = ""
    year: int | None = None
    revision: int | None = None
    check_code: str = ""
    sha256: str = ""
    differences: tuple[Difference, ...] = ()
    recomputed: tuple[Difference, ...] = ()
    findings: tuple[Note, ...] = ()
    payload: Mapping[str, Any] | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.status is Status.INTACT and not self.findings


@dataclass(frozen=True)
class Verifier:
    """Checks submissions against the shipped factors and the published schema; build one, use it for many files."""

    library: FactorLibrary
    codebook: Codebook
    schema: PayloadSchema

    def verify(self, path: Path) -> Verification:
        """Check one file. Whatever its bytes are there is a result; a file that is not there is a ``UserError``."""
        if not _is_workbook(path):
            return Verification(path, Status.FOREIGN, findings=(Note("submission.foreign"),))
        try:
            with open_archive(path) as archive:
                if WORKBOOK not in archive.namelist():
                    return Verification(path, Status.FOREIGN, findings=(Note("submission.foreign"),))
                return self._verify_book(path, WorkbookReader(archive))
        except (UserError, BrokenWorkbookError):
            return Verification(path, Status.DAMAGED, findings=(Note("submission.unreadable_workbook"),))

    def _verify_book(self, path: Path, book: WorkbookReader) -> Verification:
        if TRANSPORT not in book.sheets.members:
            return Verification(path, Status.FOREIGN, findings=(Note("submission.foreign"),))
        cells = {place: str(value) for place, value in book.cells(TRANSPORT).items()}
        parcel = parcel_in(cells)
        if parcel is None or not parcel.schema.startswith(_FAMILY):
            return Verification(path, Status.FOREIGN, findings=(Note("submission.foreign"),))
        content = unpacked(parcel.packed)
        payload = _document(content) if content is not None else None
        sha256 = sha256_of(content) if content is not None else ""
        result = _identified(Verification(path, Status.DAMAGED), sha256, payload)
        if content is None or payload is None:
            return replace(result, findings=(Note("submission.payload_unreadable"),))
        if _is_newer(payload.get("schema")):
            note = Note("submission.newer", (("schema", str(payload["schema"])[:80]), ("known", SCHEMA)))
            return replace(result, status=Status.NEWER, findings=(note,))
        return self._verify_payload(result, book, parcel, payload)

    def _verify_payload(
        self, result: Verification, book: WorkbookReader, parcel: Parcel, payload: Mapping[str, Any]
    ) -> Verification:
        sha256 = result.sha256
        if wrong := self.schema.problem(payload):
            return replace(result, findings=(Note("submission.wrong_shape", (("problem", printable(wrong[:200])),)),))
        if sha256 != parcel.sha256:
            note = Note("submission.hash", (("found", sha256), ("expected", parcel.sha256 or "–")))
            return replace(result, findings=(note,))
        differences = compare_sheets(book, submission_sheets(payload, parcel.packed, sha256))
        recomputed, found = recomputed_differences(payload, self.library, self.codebook)
        notes = [Note(code, parameters) for code, parameters in found]
        if recomputed:
            notes.append(
                Note("submission.recomputed", (("count", str(len(recomputed))), ("first", recomputed[0].cell)))
            )
        return replace(
            result,
            status=Status.EDITED if differences else Status.INTACT,
            differences=differences,
            recomputed=recomputed,
            findings=(*notes, *_name_notes(result.path, payload, sha256)),
        )


def verify(path: Path, *, library: FactorLibrary, codebook: Codebook, schema: PayloadSchema) -> Verification:
    """Check one file (see ``Verifier.verify``)."""
    return Verifier(library, codebook, schema).verify(path)


def _is_workbook(path: Path) -> bool:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UserError("submission.no_file", file=str(path))
    try:
        with path.open("rb") as handle:
            start = handle.read(len(ZIP_START))
        return start == ZIP_START and path.stat().st_size <= MAX_BYTES
    except FileNotFoundError:
        raise UserError("submission.missing", file=str(path)) from None
    except IsADirectoryError:
        raise UserError("submission.folder", file=str(path)) from None
    except OSError as error:
        if path.is_dir():
            raise UserError("submission.folder", file=str(path)) from None
        raise UserError("submission.unreadable", file=str(path), reason=error.strerror or str(error)) from None


def _document(content: bytes) -> dict[str, Any] | None:
    """The JSON document; ``None`` for anything else. Floats are refused: a payload has none."""
    try:
        document = json.loads(content.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _is_newer(schema: object) -> bool:
    version = str(schema).removeprefix(_FAMILY)
    return version.isascii() and version.isdigit() and len(version) <= _MAX_DIGITS and int(version) > _VERSION


def _identified(result: Verification, sha256: str, payload: Mapping[str, Any] | None) -> Verification:
    """The result with whatever the payload tells about its sender, in whatever state it is."""
    found: Mapping[str, Any] = payload if payload is not None else {}
    place = found.get("municipality")
    municipality: Mapping[str, Any] = place if isinstance(place, dict) else {}
    year, revision = found.get("year"), found.get("revision")
    return replace(
        result,
        municipality=_text(municipality.get("name")),
        country=_text(municipality.get("country")),
        code=_text(municipality.get("code")),
        year=year if isinstance(year, int) else None,
        revision=revision if isinstance(revision, int) else None,
        sha256=sha256,
        check_code=check_code(sha256) if sha256 else "",
        payload=payload,
    )


def _text(value: object) -> str:
    return printable(value[:200]) if isinstance(value, str) else ""


def _name_notes(path: Path, payload: Mapping[str, Any], sha256: str) -> tuple[Note, ...]:
    """A note where the file bears another submission's name; one added by a mail program does not matter."""
    expected = payload_file_name(payload, sha256)
    if not path.name.startswith("KB-") or check_code(sha256) in path.stem:
        return ()
    return (Note("submission.other_name", (("found", path.name), ("expected", expected))),)
