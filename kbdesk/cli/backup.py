"""``kbdesk backup``: takes a snapshot, or lists those there are."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.services.safekeeping import back_up
from kbdesk.services.safekeeping import snapshots_of
from kbdesk.texts.marking import mark

SUMMARY = mark("Back up a document, or list its backups.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--list", action="store_true", help=parser.tr("list the backups there are"))


def run(session: Session, arguments: Arguments) -> int:
    """Take a backup and say where it is, or list all."""
    texts = session.texts
    if arguments.list:
        rows = [
            (
                s.path.name,
                f"{texts.numbers.day(s.at)} {texts.numbers.time(s.at)}",
                texts.sentence(f"backup_reason.{s.reason}", {}),
            )
            for s in snapshots_of(session.desk, arguments.file)
        ]
        if not rows:
            raise UserError("backup.none", file=arguments.file.name)
        session.table((texts.tr("Snapshot"), texts.tr("When"), texts.tr("Why")), rows)
        return 0
    with session.open(arguments.file) as project:
        session.say(texts.tr("Wrote {path}", path=str(back_up(project))))
    return 0
