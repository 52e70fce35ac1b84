"""``kbdesk explain``: one cell down to its source, or a total down to its cells."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services import unfolding
from kbdesk.services.explaining import explain_cell
from kbdesk.services.project import Project
from kbdesk.texts.marking import mark

SUMMARY = mark(
    "Explain one value down to the factor's source and the quantity as typed, or a total down to its values."
)


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--sector", default="", help=parser.tr("only this sector; without a carrier its total"))
    parser.add_argument("--carrier", default="", help=parser.tr("only this energy carrier; without a sector its total"))


def run(session: Session, arguments: Arguments) -> int:
    """Print the explanation, one sentence or value a line."""
    book = session.reference.codebook
    if arguments.sector and arguments.sector not in book.sectors:
        raise UserError("cli.unknown_id", what="--sector", found=arguments.sector, known=", ".join(book.sectors))
    if arguments.carrier and arguments.carrier not in (*book.carriers, DIRECT):
        known = ", ".join((*book.carriers, DIRECT))
        raise UserError("cli.unknown_id", what="--carrier", found=arguments.carrier, known=known)
    with session.open(arguments.file, read_only=True) as project:
        if arguments.sector and arguments.carrier:
            key = EntryKey(arguments.year, arguments.sector, arguments.carrier)
            for line in explain_cell(project, key, session.texts):
                session.say(line)
        else:
            _print_total(session, project, arguments)
    return 0


def _print_total(session: Session, project: Project, arguments: Arguments) -> None:
    texts, year = session.texts, arguments.year
    if year not in project.results:
        raise UserError("total.no_year", year=str(year), known=", ".join(map(str, project.results)) or "–")
    cells = unfolding.cells_of(project, year, arguments.sector, arguments.carrier)
    found, gas = unfolding.unfold(cells), project.factor_set.gas_basis
    session.say(unfolding.title(year, arguments.sector, arguments.carrier, texts))
    for line in unfolding.summary(found, gas, texts):
        session.say(line)
    if lines := unfolding.rows(project, found, texts):
        session.say()
        session.table(unfolding.header(gas, texts), lines)
        session.say()
        session.say(texts.tr("Factors: {set}", set=project.reference.factors.title(project.factor_set.id)))
