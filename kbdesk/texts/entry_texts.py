"""What was typed into a cell, as a person reads it."""

from kbdesk.models.inventory import Entry
from kbdesk.models.numbers import read_number
from kbdesk.texts.texts import Texts


def typed_text(entry: Entry, texts: Texts) -> str:
    """The quantity as typed with its unit; a unit typed behind the number is not said twice. Empty for no text."""
    if not entry.text or read_number(entry.text, texts.numbers.decimal_mark).unit_text:
        return entry.text
    return f"{entry.text} {texts.unit_label(entry.unit, entry.key.sector, entry.key.carrier)}"
