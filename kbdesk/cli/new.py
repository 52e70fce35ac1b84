"""``kbdesk new``: creates a document; never overwrites."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.models.inventory import Municipality
from kbdesk.services.desk import EARLIEST_BASE_YEAR
from kbdesk.services.desk import national_language
from kbdesk.texts.marking import mark

SUMMARY = mark("Create a new document for a municipality.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--country", required=True, metavar="CC")
    parser.add_argument("--name", required=True)
    parser.add_argument("--code", default="", metavar="LAU")
    parser.add_argument("--base-year", type=int, default=EARLIEST_BASE_YEAR, metavar="Y")
    parser.add_argument("--factor-set", default="", metavar="ID")
    parser.add_argument("--language", default="", metavar="xx")


def run(session: Session, arguments: Arguments) -> int:
    """Create the document."""
    country = arguments.country.upper()
    factors = session.reference.factors
    municipality = Municipality(
        country=country,
        name=arguments.name,
        code=arguments.code,
        base_year=arguments.base_year,
        factor_set=arguments.factor_set or factors.default_for(country),
        language=arguments.language or national_language(country),
    )
    with session.desk.create(arguments.file, municipality) as project:
        session.say(session.texts.tr("Created {path}", path=str(project.path)))
    return 0
