"""``kbdesk export``: the submission of a year, or the data in another layout."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.services.exporting import export_json
from kbdesk.services.exporting import export_secap
from kbdesk.services.exporting import export_tables
from kbdesk.services.project import Project
from kbdesk.services.submitting import BLOCKED
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.texts.marking import mark

SUMMARY = mark("Write a submission, the Covenant's tables, or the document's data as CSV tables or JSON.")
FINDINGS = 1


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int)
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR")
    parser.add_argument("--to", choices=("submission", "secap", "csv", "json"), default="submission")


def run(session: Session, arguments: Arguments) -> int:
    """Write the files and say where they are; 1 where findings keep the year from being submitted."""
    with session.open(arguments.file, read_only=arguments.to != "submission") as project:
        try:
            written = _write(session, arguments, project)
        except UserError as error:
            if error.code != BLOCKED:
                raise
            session.complain(session.texts.error(error))
            return FINDINGS
        for path in written:
            session.say(session.texts.tr("Wrote {path}", path=str(path)))
    return 0


def _write(session: Session, arguments: Arguments, project: Project) -> tuple[Path, ...]:
    if arguments.to == "csv":
        return export_tables(project, arguments.out)
    if arguments.to == "json":
        return (export_json(project, arguments.out, arguments.year),)
    if arguments.year is None:
        raise UserError("cli.year_needed", years=", ".join(str(y) for y in project.results) or "–")
    if arguments.to == "secap":
        return (export_secap(project, arguments.out, arguments.year),)
    settings = session.desk.settings.load()
    release = Release(settings.name, settings.office)
    written = create_submission(project, arguments.year, arguments.out, release, session.texts)
    session.say(session.texts.tr("Check code: {code}", code=written.check_code))
    return (written.path,)
