"""The page a council reads: one sentence, one picture, three numbers, three causes."""

from collections.abc import Iterator
from dataclasses import replace

from kbdesk.charts.data import Chart
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import Letterhead
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.key_numbers import key_numbers
from kbdesk.texts.texts import Texts


def usual_title(name: str, year: int, texts: Texts) -> str:
    """The title of a report that was given none."""
    return texts.tr("Climate protection in {name}: report {year}", name=name, year=str(year))


def first_page(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """The blocks of the first page."""
    wording, name = basis.wording, basis.inventory.municipality.name
    chart = basis.main
    yield Letterhead(name, wording.logo)
    yield Heading(1, wording.title or usual_title(name, basis.year, texts))
    yield Paragraph(chart.sentence, Look.LEAD)
    if wording.intro:
        yield Paragraph(wording.intro)
    yield key_numbers(basis, texts)
    yield Picture(_without_sentence(chart), main=True)
    if wording.causes:
        yield Heading(2, _causes_title(basis, texts))
        yield Items(wording.causes, numbered=len(wording.causes) > 1)
    if wording.closing:
        yield Paragraph(wording.closing)
    if wording.contact:
        yield Paragraph(texts.tr("Contact: {contact}", contact=wording.contact), Look.NOTE)


def _without_sentence(chart: Chart) -> Chart:
    """The sentence stands above the picture already, so the picture is headed by its title."""
    return replace(chart, sentence=chart.title, title="")


def _causes_title(basis: ReportBasis, texts: Texts) -> str:
    if basis.causes_from is None:
        return texts.tr("Why emissions changed")
    return texts.tr("Why emissions changed from {start} to {end}", start=str(basis.causes_from), end=str(basis.year))
