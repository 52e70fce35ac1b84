"""``kbdesk municipalities``: searches the built-in list."""

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.texts.marking import mark

SUMMARY = mark("Search the built-in list of European municipalities.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("query")
    parser.add_argument("--country", default="", metavar="CC")


def run(session: Session, arguments: Arguments) -> int:
    """Print what was found; 1 where nothing was."""
    found = session.reference.municipalities.search(arguments.query, country=arguments.country.upper())
    if not found:
        session.complain(session.texts.tr("No municipality matches “{query}”.", query=arguments.query))
        return 1
    tr, integer = session.texts.tr, session.texts.numbers.integer
    rows = [(m.country, m.code, m.name, integer(m.population), str(m.population_year or "–")) for m in found]
    session.table((tr("Country"), tr("Code"), tr("Name"), tr("Inhabitants"), tr("Year")), rows)
    return 0
