"""Where a finding or a step leads: a place of the window and what to show there."""

from typing import NamedTuple

from kbdesk.charts.spots import Behind
from kbdesk.charts.spots import SpotTarget
from kbdesk.models.codebook import Codebook
from kbdesk.models.conformity import Gap
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey

ACTIVITIES = "activities"
BASE_DATA = "base_data"
DATA_ENTRY = "data_entry"
FINDINGS = "findings"
MEASURES = "measures"
SUBMISSION = "submission"
GUIDE = "guide"
OVERVIEW = "overview"
NEW_YEAR = "new_year"
"""No place: the dialog that begins new years; its target is the years proposed, as typed."""
STILL_TRUE = "still_true"
"""No place: the dialog about what was carried forward; its target is the year."""
DEADLINE = "deadline"
"""No place: the dialog about the deadline."""
CONFORMITY = "conformity"
"""No place: the dialog about the BISKO label."""
HEAT_PUMPS = "heat_pumps"
"""In the base data: what is declared of heat pumps, for all years."""
_DECLARED_FOR_ALL = "heat_pump.twice"
_OF_BASE_DATA = ("population.", "factor.", "series.")


class Destination(NamedTuple):
    """The id of a place and its target: an ``EntryKey``, a year, a part of the place, or nothing."""

    place: str
    target: object = None


def destination(finding: Finding) -> Destination:
    """The field a finding is about: its cell, the base data of its year, the first of its cells, or its whole year."""
    if finding.key is not None:
        return Destination(DATA_ENTRY, finding.key)
    if finding.code == _DECLARED_FOR_ALL:
        return Destination(BASE_DATA, HEAT_PUMPS)
    if finding.code.startswith(_OF_BASE_DATA):
        return Destination(BASE_DATA, finding.year)
    return Destination(DATA_ENTRY, finding.related[0] if finding.related else finding.year)


def behind(target: SpotTarget) -> Destination:
    """The data behind a value of a chart: its cell, the values of its year, its base data, or the measures."""
    if target.behind is Behind.MEASURES:
        return Destination(MEASURES)
    if target.behind is Behind.BASE_DATA:
        return Destination(BASE_DATA, target.year)
    if target.sector and target.carrier:
        return Destination(DATA_ENTRY, EntryKey(target.year, target.sector, target.carrier))
    return Destination(DATA_ENTRY, target.year)


def of_gap(gap: Gap, year: int, book: Codebook) -> Destination:
    """The field of what the BISKO label lacks: its value, a value of its sector, the values of the year, the rules."""
    if not gap.sector:
        whole = gap.code in ("conformity.grade_missing", "conformity.incomplete")
        return Destination(DATA_ENTRY if whole else BASE_DATA, year)
    carrier = gap.carrier or next(c for c in book.carriers if book.occurs(gap.sector, c))
    return Destination(DATA_ENTRY, EntryKey(year, gap.sector, carrier))


def other_fields(finding: Finding) -> tuple[EntryKey, ...]:
    """The further cells a finding is about, beside the field it leads to."""
    first = destination(finding).target
    return tuple(key for key in dict.fromkeys(finding.related) if key != first)
