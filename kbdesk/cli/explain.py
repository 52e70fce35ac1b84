"""``kbdesk explain``: one cell down to its source."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services.explaining import explain_cell
from kbdesk.texts.marking import mark

SUMMARY = mark("Explain one value down to the factor's source and the quantity as typed.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--sector", required=True)
    parser.add_argument("--carrier", required=True)


def run(session: Session, arguments: Arguments) -> int:
    """Print the explanation, one sentence a line."""
    book = session.reference.codebook
    if arguments.sector not in book.sectors:
        raise UserError("cli.unknown_id", what="--sector", found=arguments.sector, known=", ".join(book.sectors))
    if arguments.carrier not in (*book.carriers, DIRECT):
        known = ", ".join((*book.carriers, DIRECT))
        raise UserError("cli.unknown_id", what="--carrier", found=arguments.carrier, known=known)
    with session.open(arguments.file, read_only=True) as project:
        key = EntryKey(arguments.year, arguments.sector, arguments.carrier)
        for line in explain_cell(project, key, session.texts):
            session.say(line)
    return 0
