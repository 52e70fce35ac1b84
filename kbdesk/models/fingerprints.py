"""What a finding is about, in short: an acknowledgement holds as long as this stays the same."""

import hashlib
from collections.abc import Mapping

from kbdesk.models.findings import Finding
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey

_LENGTH = 16


def fingerprint(finding: Finding, entries: Mapping[EntryKey, Entry]) -> str:
    """The fingerprint of a finding: of its cell where it is about one, else of its parameters.

    A cell's part is what stands in it (text, quantity, unit, parameters, notation key); its note, source or grade, and
    the value of another year, do not bring the finding back.
    """
    key = finding.key
    content: object = finding.parameters if key is None else _content(entries.get(key))
    return hashlib.sha256(repr(content).encode()).hexdigest()[:_LENGTH]


def _content(entry: Entry | None) -> object:
    if entry is None:
        return None
    key = entry.notation_key
    return entry.text, str(entry.quantity), entry.unit, _plain(entry), key and str(key), entry.contained_in


def _plain(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in entry.parameters)
