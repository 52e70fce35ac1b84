"""``kbdesk restore``: puts a snapshot in the document's place; the present state is backed up first."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.services.safekeeping import restore_snapshot
from kbdesk.texts.marking import mark

SUMMARY = mark("Restore a backup; the present state is kept as a backup too.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("snapshot", help=parser.tr("a name from “kbdesk backup FILE --list”, or a path"))


def run(session: Session, arguments: Arguments) -> int:
    """Restore the snapshot."""
    restore_snapshot(session.desk, arguments.file, arguments.snapshot)
    session.say(session.texts.tr("Restored {path}", path=str(arguments.file)))
    return 0
