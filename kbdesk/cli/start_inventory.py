"""``kbdesk start-inventory``: fill what is empty with national values."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import years_argument
from kbdesk.services.starting import fill
from kbdesk.services.starting import gap_lines
from kbdesk.services.starting import plan
from kbdesk.services.tabulating import overview_header
from kbdesk.services.tabulating import overview_rows
from kbdesk.texts.marking import mark

SUMMARY = mark("Fill empty values with national ones, scaled by inhabitants, grade D; own values stay.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--years", required=True, help=parser.tr("for example 1990-2022 or 2010,2015"))


def run(session: Session, arguments: Arguments) -> int:
    """Fill, then print what came of it and what is still missing."""
    years = years_argument(arguments.years)
    texts = session.texts
    with session.open(arguments.file) as project:
        planned = plan(project, years, texts)
        fill(project, planned)
        count = planned.values
        session.say(texts.trn("Filled: {count} value.", "Filled: {count} values.", count))
        for line in gap_lines(planned.gaps, texts):
            session.say(line)
        session.say()
        session.table(overview_header(texts), overview_rows(project, years, texts))
    return 0
