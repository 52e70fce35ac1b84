"""What the registers say in the report: membership, climate justice, activities, measures."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from kbdesk.reports.annex_tables import shortened
from kbdesk.reports.basis import Part
from kbdesk.reports.content import Block
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Table
from kbdesk.services import measures
from kbdesk.services.activities import activity_rows
from kbdesk.services.activities import justice_rows
from kbdesk.services.activities import profile_rows
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

_MEASURE_FIGURES = (4, 5, 6)


def registers(project: Project, texts: Texts) -> Mapping[Part, tuple[Block, ...]]:
    """The blocks of both parts; where nothing is recorded a sentence says so."""
    return {
        Part.ACTIVITIES: tuple(_activities(project, texts)),
        Part.MEASURES: tuple(_measures(project, texts)),
    }


def _activities(project: Project, texts: Texts) -> Iterator[Block]:
    tr = texts.tr
    header, rows = profile_rows(project, texts)
    if rows:
        yield _table(tr("Membership of Climate Alliance"), header, rows)
    else:
        yield Paragraph(tr("Nothing is recorded of the membership of Climate Alliance."))
    header, rows = justice_rows(project, texts)
    yield _table(tr("Climate justice"), header, rows)
    header, rows = activity_rows(project, texts)
    if rows:
        yield _table(tr("Activities"), header, rows)
    else:
        yield Paragraph(tr("No activities are recorded."))


def _measures(project: Project, texts: Texts) -> Iterator[Block]:
    tr = texts.tr
    rows = measures.measure_rows(measures.in_order(project), texts)
    if not rows:
        yield Paragraph(tr("No measures are recorded."))
        return
    yield Paragraph(
        tr("Savings are expected, not measured, a year once a measure works in full; ≈ is computed from the energy."),
        Look.NOTE,
    )
    yield _table(tr("Measures"), measures.measure_header(texts), rows, _MEASURE_FIGURES)


def _table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]], figures: Sequence[int] = ()) -> Table:
    """A table without the columns in which nothing stands."""
    body = [tuple(shortened(cell) for cell in row) for row in rows]
    kept = [at for at in range(len(header)) if any(row[at] not in ("", "–") for row in body)]
    return Table(
        title,
        tuple(header[at] for at in kept),
        tuple(tuple(row[at] or "–" for at in kept) for row in body),
        frozenset(at for at, column in enumerate(kept) if column in figures),
    )
