"""``kbdesk chart``: draws one chart into a file, as *Save as…* of the window does."""

from pathlib import Path

from kbdesk.charts.style import ChartStyle
from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.errors import UserError
from kbdesk.services.charting import CHART_KINDS
from kbdesk.services.charting import save_chart
from kbdesk.services.report_language import report_texts
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import LANGUAGES

SUMMARY = mark("Draw a chart into a PNG, SVG or PDF file, or write its table as csv or xlsx.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("kind", nargs="?")
    parser.add_argument("--out", type=Path, metavar="PATH.(png|svg|pdf|csv|xlsx)")
    parser.add_argument("--year", type=int)
    parser.add_argument("--from", dest="from_year", type=int, help=parser.tr("for causes: the year to compare with"))
    parser.add_argument("--language", metavar="xx")
    parser.add_argument("--list", action="store_true", help=parser.tr("list the kinds of charts"))


def run(session: Session, arguments: Arguments) -> int:
    """Draw the chart, or list the kinds."""
    if arguments.list:
        for kind in CHART_KINDS:
            session.say(kind)
        return 0
    if arguments.file is None or arguments.kind is None or arguments.out is None:
        raise UserError("cli.chart_usage", kinds=", ".join(CHART_KINDS))
    with session.open(arguments.file, read_only=True) as project:
        texts = report_texts(session.desk, project, _known(arguments.language))
        years = arguments.year, arguments.from_year
        save_chart(project, arguments.kind, arguments.out, texts, ChartStyle(), *years)
    session.say(session.texts.tr("Wrote {path}", path=str(arguments.out)))
    return 0


def _known(language: str | None) -> str:
    """The language asked for; empty where the settings decide."""
    if language and language not in LANGUAGES:
        raise UserError("program.language", found=language, known=", ".join(LANGUAGES))
    return language or ""
