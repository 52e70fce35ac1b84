"""``kbdesk progress``: every commitment held against the inventory."""

from pathlib import Path

from kbdesk.cli.session import Arguments
from kbdesk.cli.session import CommandParser
from kbdesk.cli.session import Session
from kbdesk.cli.session import add_format
from kbdesk.models.breaks import Break
from kbdesk.models.commitments import Basis
from kbdesk.models.progress import Progress
from kbdesk.models.progress import Window
from kbdesk.services.breaks import breaks
from kbdesk.services.reporting import progress_document
from kbdesk.texts.break_texts import across_breaks
from kbdesk.texts.break_texts import break_sentence
from kbdesk.texts.marking import mark
from kbdesk.texts.target_texts import commitment_name
from kbdesk.texts.texts import Texts

SUMMARY = mark("Show every commitment: path, verdict, distance, five-year windows, trend.")


def add_arguments(parser: CommandParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    add_format(parser, "table", "json")


def run(session: Session, arguments: Arguments) -> int:
    """Print the progress."""
    with session.open(arguments.file, read_only=True) as project:
        if arguments.format == "json":
            session.say_json(progress_document(project))
            return 0
        tr = session.texts.tr
        header = (tr("Commitment"), tr("Verdict"), tr("Year"), tr("Actual"), tr("Target"), tr("Distance"))
        session.table(header, [_row(p, session.texts) for p in (*project.progress, *project.sector_progress)])
        _windows(session, project.progress, breaks(project))
    return 0


def _row(progress: Progress, texts: Texts) -> tuple[str, ...]:
    decimals = 0 if progress.commitment.basis is Basis.TOTAL else 2
    unit = "t" if progress.commitment.basis is Basis.TOTAL else texts.tr("t per inhabitant")
    numbers = texts.numbers
    return (
        commitment_name(progress.commitment, texts),
        texts.sentence(f"verdict.{progress.verdict}", {}),
        str(progress.latest_year or "–"),
        *("–" if n is None else f"{numbers.fixed(n, decimals)} {unit}" for n in (progress.actual, progress.target)),
        numbers.percent(None if progress.distance_percent is None else progress.distance_percent / 100, signed=True),
    )


def _windows(session: Session, all_progress: tuple[Progress, ...], marked: tuple[Break, ...]) -> None:
    tr, numbers = session.texts.tr, session.texts.numbers
    total = next((p for p in all_progress if p.windows and p.commitment.basis is Basis.TOTAL), None)
    if total is None:
        return
    session.say()
    rows = [
        (
            f"{window.from_year}–{window.to_year}",
            numbers.percent(window.change_per_five_years, signed=True),
            _verdict(window, marked, session.texts),
        )
        for window in total.windows
    ]
    session.table((tr("Five years"), tr("Change"), "−10 %"), rows)
    for each in marked:
        session.say(break_sentence(each, session.texts))


def _verdict(window: Window, marked: tuple[Break, ...], texts: Texts) -> str:
    verdict = texts.tr("reached") if window.met else texts.tr("not reached")
    return across_breaks(verdict, marked, (window.from_year, window.to_year), texts)
