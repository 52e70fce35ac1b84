"""What was promised, held against the figures: path, verdict, distance, five-year windows."""

from collections.abc import Iterator

from kbdesk.models.breaks import read_breaks
from kbdesk.models.commitments import Basis
from kbdesk.models.progress import Progress
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Items
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Table
from kbdesk.texts.break_texts import across_breaks
from kbdesk.texts.target_texts import commitment_name
from kbdesk.texts.texts import Texts


def commitments(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """A table of all commitments, their wordings, and the windows of five years."""
    tr = texts.tr
    found = (*basis.progress, *basis.sector_progress)
    if not found:
        yield Paragraph(tr("No commitments are recorded."))
        return
    header = (tr("Commitment"), tr("Verdict"), tr("Year"), tr("Actual"), tr("Target"), tr("Distance"))
    rows = tuple(_row(progress, texts) for progress in found)
    yield Paragraph(tr("Commitments are judged by the latest figures there are."), Look.NOTE)
    yield Table(tr("Commitments and where they stand"), header, rows, frozenset({2, 3, 4, 5}))
    wordings = (f"{tr(p.commitment.name)}: {tr(p.commitment.wording)}" for p in found if _has_wording(p))
    if told := tuple(wordings):
        yield Items(told)
    yield from _windows(basis, texts)


def _has_wording(progress: Progress) -> bool:
    return bool(progress.commitment.wording) and progress.commitment.wording != progress.commitment.name


def _row(progress: Progress, texts: Texts) -> tuple[str, ...]:
    numbers, total = texts.numbers, progress.commitment.basis is Basis.TOTAL
    unit = "t" if total else texts.tr("t per inhabitant")
    decimals = 0 if total else 2

    def amount(value: float | None) -> str:
        return "–" if value is None else f"{numbers.fixed(value, decimals)} {unit}"

    share = progress.distance_percent
    return (
        commitment_name(progress.commitment, texts),
        texts.sentence(f"verdict.{progress.verdict}", {}),
        str(progress.latest_year or "–"),
        amount(progress.actual),
        amount(progress.target),
        numbers.percent(None if share is None else share / 100, signed=True),
    )


def _windows(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    tr, numbers, breaks = texts.tr, texts.numbers, read_breaks(basis.inventory.answers)
    total = next((p for p in basis.progress if p.windows and p.commitment.basis is Basis.TOTAL), None)
    if total is None:
        return
    rows = tuple(
        (
            f"{window.from_year}–{window.to_year}",
            numbers.percent(window.change_per_five_years, signed=True),
            across_breaks(
                tr("reached") if window.met else tr("not reached"), breaks, (window.from_year, window.to_year), texts
            ),
        )
        for window in total.windows
    )
    header = (tr("Five years"), tr("Change of total emissions"), tr("Minus 10 percent"))
    yield Table(tr("Ten percent less every five years"), header, rows, frozenset({1}))
