"""Breaks in the series in words."""

from collections.abc import Iterable

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.breaks import breaks_between
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


def across_breaks(verdict: str, breaks: Iterable[Break], years: tuple[int, int], texts: Texts) -> str:
    """The verdict on a window between two years, with the words that a break parts them where one does."""
    return texts.tr("{verdict}, across a break", verdict=verdict) if breaks_between(breaks, *years) else verdict


def break_years(breaks: Iterable[Break]) -> str:
    """The years of breaks for a sentence."""
    return ", ".join(dict.fromkeys(str(each.year) for each in breaks))
