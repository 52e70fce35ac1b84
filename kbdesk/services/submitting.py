"""The submission of a year: check, write the file, enter it in the register."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from kbdesk import __version__
from kbdesk.errors import UserError
from kbdesk.exchange.payload_schema import PayloadSchema
from kbdesk.exchange.submission import SubmissionDraft
from kbdesk.exchange.submission import SubmissionFile
from kbdesk.exchange.submission import build_payload
from kbdesk.exchange.submission import to_inventory
from kbdesk.exchange.submission import write_submission
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Origin
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.services.bill_explaining import bill_sentences
from kbdesk.services.project import Project
from kbdesk.services.readiness import blocking
from kbdesk.services.road_traffic import traffic_sentences
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts

__all__ = ["Release", "SubmissionFile", "create_submission", "last_submission"]


BLOCKED = "submission.blocked"
"""The code of the error that says findings keep a year from being submitted."""


@dataclass(frozen=True, slots=True)
class Release:
    """Who releases a submission, for which office."""

    name: str
    office: str


def create_submission(
    project: Project, year: int, folder: Path, release: Release, texts: Texts | None = None
) -> SubmissionFile:
    """Write the submission of a year into a folder and enter it in the register.

    A year without values or with errors is a ``UserError`` that says what to do, in the language of ``texts`` (the
    municipality's where none are given).
    """
    _refuse_unready(project, year, texts or project.reference.texts(project.municipality.language))
    last = last_submission(project, year)
    revision = last.revision + 1 if last else 1
    reference = project.reference
    national, english = reference.texts(project.municipality.language), reference.texts("en")
    draft = SubmissionDraft(
        inventory=project.inventory,
        results=project.results,
        progress=(*project.progress, *project.sector_progress),
        findings=project.findings_of(year),
        factor_set=reference.factors.get(project.municipality.factor_set),
        year=year,
        created=project.today(),
        program_version=__version__,
        who=release.name,
        office=release.office,
        revision=revision,
        previous_sha256=last.sha256 if last else None,
        previous=_submitted_inventory(last) if last else None,
        reasons=reference.reasons,
        membership=reference.membership,
        explanations=dict(_computed(project, national, english)),
    )
    payload = build_payload(draft, national, english)
    written = write_submission(payload, folder, PayloadSchema(reference.resources / "schema"))
    try:
        project.register(
            SubmissionEntry(
                year=year,
                revision=revision,
                sha256=written.sha256,
                check_code=written.check_code,
                file_name=written.path.name,
                at=datetime.now(UTC),
                payload=gzip.compress(written.payload, mtime=0),
            )
        )
    except UserError:
        # A file that no register knows would be handed in, and its revision given again.
        written.path.unlink(missing_ok=True)
        raise
    return written


def last_submission(project: Project, year: int) -> SubmissionEntry | None:
    """The newest revision of a year in the register; ``None`` before the first."""
    earlier = [entry for entry in project.document.submissions() if entry.year == year]
    return max(earlier, key=lambda entry: entry.revision, default=None)


def _refuse_unready(project: Project, year: int, texts: Texts) -> None:
    if project.document.read_only:
        raise UserError("submission.read_only", path=str(project.path))
    if year not in project.results:
        years = ", ".join(str(y) for y in project.results) or "–"
        raise UserError("submission.no_year", year=str(year), years=years)
    if errors := blocking(project, year):
        first = finding_text(errors[0], texts)
        raise UserError(BLOCKED, year=str(year), count=len(errors), first=first)


def _computed(project: Project, national: Texts, english: Texts) -> Iterator[tuple[EntryKey, tuple[str, str]]]:
    """How each value from bills or from road traffic was computed."""
    explained = {Origin.BILLS: bill_sentences, Origin.TRAFFIC: traffic_sentences}
    for key, entry in project.inventory.entries.items():
        explain = explained.get(entry.origin)
        if explain is not None and (told := explain(project, key, national)):
            yield key, ("\n".join(told), "\n".join(explain(project, key, english)))


def _submitted_inventory(entry: SubmissionEntry) -> Inventory:
    return to_inventory(json.loads(gzip.decompress(entry.payload)))
