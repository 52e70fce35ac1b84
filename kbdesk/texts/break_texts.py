"""Breaks in the series in words."""

from collections.abc import Iterable

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

KIND_NAMES = {
    BreakKind.METHOD: mark("new method"),
    BreakKind.BOUNDARY: mark("other boundary"),
    BreakKind.DATA: mark("better data"),
    BreakKind.FACTORS: mark("other factor set"),
}
"""What became another, as it stands in a list."""


def break_sentence(marked: Break, texts: Texts) -> str:
    """That there is a break, where, and what changed."""
    text = (marked.text or texts.tr(KIND_NAMES[marked.kind])).rstrip(".")
    if not marked.sector:
        return texts.tr("{year}: break – {text}.", year=str(marked.year), text=text)
    sector = texts.sector(marked.sector)
    return texts.tr("{year}: break in “{sector}” – {text}.", year=str(marked.year), sector=sector, text=text)


def break_years(breaks: Iterable[Break]) -> str:
    """The years of breaks for a sentence."""
    return ", ".join(dict.fromkeys(str(each.year) for each in breaks))
