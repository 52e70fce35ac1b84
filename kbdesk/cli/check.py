"""``kbdesk check``: findings and completeness."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.models.findings import Level
from kbdesk.services.reporting import check_document
from kbdesk.texts.findings import finding_text
from kbdesk.texts.marking import mark

SUMMARY = mark("Check a document: errors, warnings, notes, completeness.")
FINDINGS = 1


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int)
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the findings; 1 where there is an error or a warning."""
    texts = session.texts
    with session.open(arguments.file, read_only=True) as project:
        findings = [f for f in project.findings if arguments.year in (None, f.year) or f.year is None]
        if arguments.format == "json":
            document = check_document(project, findings, arguments.year, texts)
            session.say_json(document)
        elif findings:
            rows = [(texts.sentence(f"level.{f.level}", {}), finding_text(f, texts)) for f in findings]
            session.table((texts.tr("Level"), texts.tr("Finding")), rows)
        else:
            session.say(texts.tr("No findings."))
    return FINDINGS if any(f.level is not Level.NOTE for f in findings) else 0
