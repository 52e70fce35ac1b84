"""``kbdesk self-test``: is this installation whole? Used on the installed program."""

import tempfile
from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.paths import DataDir
from kbdesk.services.desk import Desk
from kbdesk.services.self_testing import CHECKS
from kbdesk.texts.marking import mark

SUMMARY = mark("Check that this installation is whole: resources, document, charts, submission.")
FAILED = 1


def add_arguments(parser: CommandParser) -> None:
    """There are none."""
    del parser


def run(session: Session, arguments: Arguments) -> int:
    """Run every check in a temporary folder; 1 where one fails."""
    del arguments
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(session.reference, DataDir(Path(folder) / "data"), session.desk.today)
        failures = 0
        for name, check in CHECKS:
            problem = check(desk, Path(folder))
            session.say(f"{'ok    ' if not problem else 'FAILED'} {name}{': ' + problem if problem else ''}")
            failures += bool(problem)
    return FAILED if failures else 0
