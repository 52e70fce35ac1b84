"""``kbdesk verify``: is a submission intact, and does it compute."""

from pathlib import Path
from typing import Any

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.errors import UserError
from kbdesk.services.verifying import Verification
from kbdesk.services.verifying import verification_document
from kbdesk.services.verifying import verification_lines
from kbdesk.services.verifying import verifier
from kbdesk.texts.marking import mark

SUMMARY = mark("Verify submissions: intact, edited, damaged, newer or foreign; every difference is listed.")
FAILED = 1
BAD_INPUT = 2


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("submission", type=Path, nargs="+")
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Verify every file; 1 where one is not intact, 2 where one cannot be read at all."""
    found: list[tuple[Path, Verification]] = []
    unreadable = False
    check = verifier(session.reference)
    for path in arguments.submission:
        try:
            found.append((path, check.verify(path)))
        except UserError as error:
            unreadable = True
            session.complain(session.texts.error(error))
    _print(session, arguments, found)
    if unreadable:
        return BAD_INPUT
    return 0 if all(verification.sound for _, verification in found) else FAILED


def _print(session: Session, arguments: Arguments, found: list[tuple[Path, Verification]]) -> None:
    if arguments.format == "json":
        files: list[dict[str, Any]] = [verification_document(path, v, session.texts) for path, v in found]
        session.say_json({"format": "kbdesk-verify/1", "files": files})
        return
    for path, verification in found:
        session.say(str(path))
        for line in verification_lines(verification, session.texts):
            session.say(f"  {line}")
