"""The annex of the report for those who want to know: its parts in their order, each under a heading of its own."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from types import MappingProxyType

from kbdesk.reports.annex_commitments import commitments
from kbdesk.reports.annex_factors import factors
from kbdesk.reports.annex_method import method
from kbdesk.reports.annex_quality import quality
from kbdesk.reports.annex_tables import single_values
from kbdesk.reports.annex_tables import tables
from kbdesk.reports.basis import PART_TITLES
from kbdesk.reports.basis import Part
from kbdesk.reports.basis import ReportBasis
from kbdesk.reports.content import Block
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Picture
from kbdesk.texts.texts import Texts

_Content = Callable[[ReportBasis, Texts], Iterable[Block]]


def _pictures(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    del texts
    yield from (Picture(chart) for chart in basis.charts.values() if not chart.empty and chart is not basis.main)


def _activities(basis: ReportBasis, texts: Texts) -> Iterable[Block]:
    del texts
    return basis.registers.get(Part.ACTIVITIES, ())


def _measures(basis: ReportBasis, texts: Texts) -> Iterable[Block]:
    del texts
    return basis.registers.get(Part.MEASURES, ())


_PARTS: Mapping[Part, _Content] = MappingProxyType(
    {
        Part.METHOD: method,
        Part.PICTURES: _pictures,
        Part.TABLES: tables,
        Part.COMMITMENTS: commitments,
        Part.FACTORS: factors,
        Part.QUALITY: quality,
        Part.ACTIVITIES: _activities,
        Part.MEASURES: _measures,
        Part.VALUES: single_values,
    }
)


def annex(basis: ReportBasis, texts: Texts) -> Iterator[Block]:
    """The blocks of the annex; a part without content has no heading."""
    number = 0
    for part in Part:
        content = tuple(_PARTS[part](basis, texts)) if part in basis.wording.parts else ()
        if not content:
            continue
        number += 1
        title = texts.tr(PART_TITLES[part])
        yield Heading(2, texts.tr("Annex {number}: {title}", number=str(number), title=title))
        yield from content
