"""``kbdesk check``: findings and completeness."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.services.reporting import check_document
from kbdesk.texts.finding_words import Reasons
from kbdesk.texts.finding_words import accepted_words
from kbdesk.texts.findings import finding_text
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

SUMMARY = mark("Check a document: errors, warnings, notes, completeness.")
FINDINGS = 1


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int)
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the findings; 1 where there is an error, or a warning that nobody explained."""
    texts = session.texts
    with session.open(arguments.file, read_only=True) as project:
        findings = [f for f in project.findings if arguments.year in (None, f.year) or f.year is None]
        if arguments.format == "json":
            document = check_document(project, findings, arguments.year, texts)
            session.say_json(document)
        elif findings:
            reasons = project.reference.reasons
            rows = [(texts.sentence(f"level.{f.level}", {}), _sentence(f, reasons, texts)) for f in findings]
            session.table((texts.tr("Level"), texts.tr("Finding")), rows)
        else:
            session.say(texts.tr("No findings."))
    return FINDINGS if any(f.level is not Level.NOTE and f.acknowledged is None for f in findings) else 0


def _sentence(finding: Finding, reasons: Reasons, texts: Texts) -> str:
    """What was found, and why it is right where someone said so."""
    found, accepted = finding_text(finding, texts), finding.acknowledged
    return found if accepted is None else f"{found} {accepted_words(accepted, reasons, texts)}"
