"""``kbdesk report``: writes the council report of a year."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.services.council_report import save_report
from kbdesk.services.report_language import report_texts
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import LANGUAGES

SUMMARY = mark("Write the council report of a year as PDF, Word document or HTML.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="PATH.(pdf|docx|html)")
    parser.add_argument("--language", metavar="xx", help=parser.tr("language of the report"))


def run(session: Session, arguments: Arguments) -> int:
    """Write the report, in the language of the municipality unless another one is wished."""
    if arguments.language and arguments.language not in LANGUAGES:
        raise UserError("program.language", found=arguments.language, known=", ".join(LANGUAGES))
    with session.open(arguments.file, read_only=True) as project:
        texts = report_texts(session.desk, project, arguments.language or "")
        save_report(project, arguments.year, arguments.out, texts)
    session.say(session.texts.tr("Wrote {path}", path=str(arguments.out)))
    return 0
