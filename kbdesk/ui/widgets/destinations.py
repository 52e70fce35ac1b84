"""Where a finding or a step leads: a place of the window and what to show there."""

from typing import NamedTuple

from kbdesk.models.inventory import EntryKey
from kbdesk.models.review import Finding

BASE_DATA = "base_data"
DATA_ENTRY = "data_entry"
SUBMISSION = "submission"


class Destination(NamedTuple):
    """The id of a place and its target: an ``EntryKey``, a year, or nothing."""

    place: str
    target: object = None


def destination(finding: Finding) -> Destination:
    """The field a finding is about: a cell, else the base data of its year."""
    if finding.year is not None and finding.sector:
        return Destination(DATA_ENTRY, EntryKey(finding.year, finding.sector, finding.carrier))
    return Destination(BASE_DATA, finding.year)
