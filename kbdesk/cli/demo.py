"""``kbdesk demo``: the main job on the sample municipality, from published figures to a verified submission."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.services.demonstration import demonstrate
from kbdesk.texts.marking import mark

SUMMARY = mark("Build the sample municipality, draw its charts, write and verify a submission.")
FAILED = 1


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR")


def run(session: Session, arguments: Arguments) -> int:
    """Build everything and print where it is; 1 where the verification fails."""
    made = demonstrate(session.desk, arguments.out, session.texts)
    for line in made.lines:
        session.say(line)
    return 0 if made.verified else FAILED
