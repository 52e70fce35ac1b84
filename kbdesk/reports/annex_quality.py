"""How sure the figures are: what rests on own data, the grades of sectors and carriers, what is missing."""

from collections.abc import Iterator

from kbdesk.models.completeness import completeness
from kbdesk.models.own_data import own_data_share
from kbdesk.models.views import QualityLine
from kbdesk.models.views import quality_by
from kbdesk.reports.annex_method import missing_by_sector
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Table
from kbdesk.texts.texts import Texts


def quality(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """The data quality of the year."""
    result, tr = basis.result, texts.tr
    if result is None:
        yield Paragraph(tr("Only the published result of the year is recorded; its parts cannot be judged."))
        return
    share = own_data_share(result.cells)
    if share is not None:
        percent = texts.numbers.percent(share, 0)
        yield Paragraph(
            tr("{percent} of the emissions of {year} rest on own data.", percent=percent, year=str(basis.year))
        )
    if result.data_quality is None:
        yield Paragraph(tr("The data quality as a whole is undefined: some values have no grade yet."))
    else:
        score = texts.numbers.percent(result.data_quality, 0)
        yield Paragraph(
            tr(
                "Data quality: {score}. Grades are weighted by energy: A (measured) counts 100, B (extrapolated) 50, "
                "C (regional averages) 25, D (national averages) 0 percent.",
                score=score,
            )
        )
    yield from _lines(basis, texts)
    yield from _missing(basis, texts)


def _lines(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    result, tr = basis.result, texts.tr
    if result is None:
        return
    rows = tuple(_row(texts.sector(line.id), line, texts) for line in quality_by(result, lambda cell: cell.key.sector))
    header = (tr("Sector"), tr("Final energy [MWh]"), tr("Share of energy"), tr("Data quality"))
    if rows:
        yield Table(tr("Data quality by sector"), header, rows, frozenset({1, 2, 3}))


def _row(name: str, line: QualityLine, texts: Texts) -> tuple[str, ...]:
    numbers = texts.numbers
    score = texts.tr("undefined") if line.score is None else numbers.percent(line.score, 0)
    return name, numbers.integer(line.energy_mwh), numbers.percent(line.share, 0), score


def _missing(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """The required cells in which nothing stands; a total that lacks them is a lower bound."""
    missing = completeness(basis.inventory, basis.year).missing
    if not missing:
        yield Paragraph(texts.tr("None of the 21 values every inventory needs is missing."))
        return
    yield Heading(3, texts.tr("Values that are missing"))
    yield Items(tuple(missing_by_sector([(cell.sector, cell.carrier) for cell in missing], texts)))
