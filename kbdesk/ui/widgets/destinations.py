"""Where a finding or a step leads: a place of the window and what to show there."""

from typing import NamedTuple

from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey

BASE_DATA = "base_data"
DATA_ENTRY = "data_entry"
FINDINGS = "findings"
SUBMISSION = "submission"
GUIDE = "guide"
OVERVIEW = "overview"
NEW_YEAR = "new_year"
"""No place: the dialog that begins new years; its target is the years proposed, as typed."""
STILL_TRUE = "still_true"
"""No place: the dialog about what was carried forward; its target is the year."""
DEADLINE = "deadline"
"""No place: the dialog about the deadline."""
_OF_BASE_DATA = ("population.", "factor.")


class Destination(NamedTuple):
    """The id of a place and its target: an ``EntryKey``, a year, or nothing."""

    place: str
    target: object = None


def destination(finding: Finding) -> Destination:
    """The field a finding is about: a cell, the base data of its year, or all values of its year."""
    if finding.year is not None and finding.sector and finding.carrier:
        return Destination(DATA_ENTRY, EntryKey(finding.year, finding.sector, finding.carrier))
    about_base_data = finding.code.startswith(_OF_BASE_DATA)
    return Destination(BASE_DATA if about_base_data else DATA_ENTRY, finding.year)
