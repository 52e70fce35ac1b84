"""The submission of a year: check, write the file, enter it in the register; and verifying files that arrive."""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from kbdesk import __version__
from kbdesk.errors import UserError
from kbdesk.exchange.submission import SubmissionFile
from kbdesk.exchange.submission import build_payload
from kbdesk.exchange.submission import read_stored_inventory
from kbdesk.exchange.submission import write_submission
from kbdesk.exchange.verification import Verification
from kbdesk.exchange.verification import verify
from kbdesk.models.review import Finding
from kbdesk.models.review import Level
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts

__all__ = ["Release", "SubmissionFile", "Verification", "blocking", "create_submission", "verify_file"]


@dataclass(frozen=True, slots=True)
class Release:
    """Who releases a submission, for which office."""

    name: str
    office: str


def blocking(project: Project, year: int) -> tuple[Finding, ...]:
    """The errors that keep a year from being submitted."""
    return tuple(f for f in project.findings if f.level is Level.ERROR and f.year in (None, year))


def create_submission(project: Project, year: int, folder: Path, release: Release) -> SubmissionFile:
    """Write the submission of a year into a folder and enter it in the register.

    A year without values or with errors is a ``UserError`` that says what to do.
    """
    if year not in project.results:
        years = ", ".join(str(y) for y in project.results) or "–"
        raise UserError("submission.no_year", year=str(year), years=years)
    if errors := blocking(project, year):
        raise UserError("submission.blocked", year=str(year), count=len(errors), first=errors[0].code)
    earlier = [entry for entry in project.document.submissions() if entry.year == year]
    last = max(earlier, key=lambda entry: entry.revision, default=None)
    payload = build_payload(
        inventory=project.inventory,
        results=project.results,
        progress=project.progress,
        findings=[f for f in project.findings if f.year in (None, year)],
        codebook=project.reference.codebook,
        factor_set=project.reference.factors.get(project.municipality.factor_set),
        year=year,
        revision=last.revision + 1 if last else 1,
        previous_sha256=last.sha256 if last else "",
        previous=read_stored_inventory(last.payload) if last else None,
        who=release.name,
        office=release.office,
        created=project.today(),
        program_version=__version__,
    )
    written = write_submission(payload, folder, _bilingual(project))
    project.document.register_submission(
        SubmissionEntry(
            year=year,
            revision=last.revision + 1 if last else 1,
            sha256=written.sha256,
            check_code=written.check_code,
            file_name=written.path.name,
            at=datetime.now(UTC),
            payload=written.payload,
        )
    )
    return written


def verify_file(path: Path, reference: Reference) -> Verification:
    """Whether a submission is intact, edited, damaged, newer or foreign, with every difference."""
    return verify(path, library=reference.factors, codebook=reference.codebook, texts=reference.texts)


def _bilingual(project: Project) -> tuple[Texts, Texts]:
    """The national language and English."""
    reference = project.reference
    return reference.texts(project.municipality.language), reference.texts("en")
