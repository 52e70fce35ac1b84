"""What was typed into a cell, and what the cell is called, as a person reads it."""

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.numbers import read_number
from kbdesk.texts.texts import Texts


def contained_text(entry: Entry, texts: Texts) -> str:
    """Where a value is contained, in words: a sector, or sector and carrier; empty where nothing is said."""
    sector, _, carrier = entry.contained_in.partition("/")
    return ", ".join(words for words in (texts.sector(sector), texts.carrier(carrier)) if words)


def typed_text(entry: Entry, texts: Texts) -> str:
    """The quantity as typed with its unit; a unit typed behind the number is not said twice. Empty for no text."""
    if not entry.text or read_number(entry.text, texts.numbers.decimal_mark).unit_text:
        return entry.text
    return f"{entry.text} {texts.unit_label(entry.unit, entry.key.sector, entry.key.carrier)}"


def value_name(key: EntryKey, texts: Texts) -> str:
    """What a value is called: “Natural gas, Residential buildings, 2023”."""
    return texts.tr(
        "{carrier}, {sector}, {year}",
        carrier=texts.carrier(key.carrier),
        sector=texts.sector(key.sector),
        year=str(key.year),
    )
