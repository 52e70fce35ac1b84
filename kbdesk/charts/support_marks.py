"""What a support year is drawn as: a full mark for an own inventory, an open one for what is less sure."""

from collections.abc import Collection
from collections.abc import Iterable

from kbdesk.charts.data import LinePoint
from kbdesk.charts.data import Mark
from kbdesk.charts.data import MarkName
from kbdesk.models.progress import SupportYear
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

MARK_NAMES = {
    Mark.OWN: mark("own inventory"),
    Mark.PUBLISHED: mark("published result"),
    Mark.INCOMPLETE: mark("incomplete: at least this much"),
}


def mark_of(support: SupportYear) -> Mark:
    """The mark of a support year."""
    if not support.complete:
        return Mark.INCOMPLETE
    return Mark.PUBLISHED if support.published else Mark.OWN


def named_marks(texts: Texts, points: Iterable[LinePoint]) -> tuple[MarkName, ...]:
    """The marks that are used, with what they stand for."""
    used = {point.mark for point in points}
    return tuple(MarkName(one, texts.tr(name)) for one, name in MARK_NAMES.items() if one in used)


def gap_notes(texts: Texts, years: Collection[int]) -> tuple[str, ...]:
    """That nothing is known of the years between the marks."""
    has_gaps = len(years) > 1 and max(years) - min(years) >= len(years)
    return (texts.tr("Years without a mark have no figures; a thin line only joins the marks."),) if has_gaps else ()
