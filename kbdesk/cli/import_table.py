"""``kbdesk import``: reads a table into a document, as one step that can be undone."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.services import importing
from kbdesk.services.importing import ImportPlan
from kbdesk.services.importing import RowState
from kbdesk.texts.marking import mark

SUMMARY = mark("Read a table (CSV or xlsx) into a document.")
FINDINGS = 1


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--sheet")
    parser.add_argument("--mapping", type=Path, metavar="MAP.json")
    parser.add_argument("--dry-run", action="store_true", help=parser.tr("only say what would be done"))
    parser.add_argument(
        "--skip-rejected", action="store_true", help=parser.tr("write the good rows and set the others aside")
    )


def run(session: Session, arguments: Arguments) -> int:
    """Plan, report, and write unless a row was rejected."""
    with session.open(arguments.file, read_only=arguments.dry_run) as project:
        planned = importing.plan(
            project,
            arguments.table,
            sheet=arguments.sheet,
            mapping=arguments.mapping,
            decimal_default=session.texts.numbers.decimal_mark,
        )
        _report(session, planned)
        if arguments.dry_run:
            return FINDINGS if planned.rejected else 0
        if planned.rejected and not arguments.skip_rejected:
            session.complain(session.texts.tr("Nothing was written. Correct these rows or use --skip-rejected."))
            return FINDINGS
        importing.carry_out(project, planned)
        if planned.rejected:
            aside = importing.set_aside_rejected(planned, session.texts)
            session.say(session.texts.tr("The rejected rows are in {path}", path=str(aside)))
    return 0


def _report(session: Session, planned: ImportPlan) -> None:
    for line in importing.reading_lines(planned, session.texts):
        session.say(line)
    for line in importing.problem_lines(planned, session.texts):
        session.complain(f"{planned.path.name}: {line}")
    counts = {state: session.texts.numbers.integer(planned.count(state)) for state in RowState}
    session.say(session.texts.tr("new {new} · changed {changed} · same {same} · rejected {rejected}", **counts))
