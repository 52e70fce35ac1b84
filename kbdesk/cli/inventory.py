"""``kbdesk inventory``: the computed inventory."""

import csv
import io
from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.cli.session import years_argument
from kbdesk.services import conforming
from kbdesk.services import reporting
from kbdesk.services import tabulating
from kbdesk.texts.marking import mark

SUMMARY = mark("Show the computed inventory.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--years", metavar="Y,Y-Y")
    parser.add_argument(
        "--factor-set", metavar="ID", help=parser.tr("compute with another factor set; the document stays as it is")
    )
    add_format(parser, "table", "csv", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the inventory."""
    with session.open(arguments.file, read_only=True) as project:
        if arguments.factor_set:
            project.compute_with(arguments.factor_set)
        years = years_argument(arguments.years) if arguments.years else tuple(project.results)
        if arguments.format == "json":
            session.say_json(reporting.inventory_document(project, years))
        elif arguments.format == "csv":
            written = io.StringIO()
            rows = tabulating.csv_rows(project, years)
            csv.writer(written, lineterminator="\n").writerows([tabulating.CSV_HEADER, *rows])
            session.say(written.getvalue().rstrip("\n"))
        else:
            header, rows = (
                tabulating.overview_header(session.texts),
                tabulating.overview_rows(project, years, session.texts),
            )
            if label := conforming.label_column(project, years, session.texts):
                header, rows = (*header, label[0]), [(*row, cell) for row, cell in zip(rows, label[1:], strict=True)]
            session.table(header, rows)
    return 0
