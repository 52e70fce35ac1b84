"""What was typed into a cell, and what the cell is called, as a person reads it."""

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.sums import read_amount
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

NOTATION = {
    NotationKey.NO: mark("does not exist here"),
    NotationKey.NE: mark("not known yet"),
    NotationKey.IE: mark("contained elsewhere"),
    NotationKey.C: mark("confidential"),
}
"""What the notation keys are called."""


def contained_text(entry: Entry, texts: Texts) -> str:
    """Where a value is contained, in words: a sector, or sector and carrier; empty where nothing is said."""
    sector, _, carrier = entry.contained_in.partition("/")
    return ", ".join(words for words in (texts.sector(sector), texts.carrier(carrier)) if words)


def typed_text(entry: Entry, texts: Texts) -> str:
    """The quantity as typed with its unit; a unit typed behind the number is not said twice. Empty for no text.

    Where the unit was put right afterwards, the text stays as typed and what it counts as stands behind it.
    """
    if not entry.text:
        return ""
    place = entry.key.sector, entry.key.carrier
    label = texts.unit_label(entry.unit, *place)
    words = read_amount(entry.text, texts.numbers.decimal_mark).unit_text
    if not words:
        return f"{entry.text} {label}"
    typed = texts.codebook.unit_named(words, *place)
    return entry.text if typed is None or typed.id == entry.unit else f"{entry.text} → {label}"


def value_name(key: EntryKey, texts: Texts) -> str:
    """What a value is called: “Natural gas, Residential buildings, 2023”."""
    return texts.tr(
        "{carrier}, {sector}, {year}",
        carrier=texts.carrier(key.carrier),
        sector=texts.sector(key.sector),
        year=str(key.year),
    )
