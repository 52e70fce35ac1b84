"""Breaks in the series in words."""

from collections.abc import Iterable
from collections.abc import Iterator

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
    return next(break_sentences((marked,), texts))


def break_sentences(breaks: Iterable[Break], texts: Texts) -> Iterator[str]:
    """The same of several: years of which the same is said have one sentence together."""
    said: dict[tuple[str, str], list[Break]] = {}
    for each in breaks:
        text = (each.text or texts.tr(KIND_NAMES[each.kind])).rstrip(".")
        said.setdefault((each.sector, text), []).append(each)
    for (sector, text), found in said.items():
        year = break_years(found)
        if sector:
            yield texts.tr("{year}: break in “{sector}” – {text}.", year=year, sector=texts.sector(sector), text=text)
        else:
            yield texts.tr("{year}: break – {text}.", year=year, text=text)


def across_breaks(verdict: str, breaks: Iterable[Break], years: tuple[int, int], texts: Texts) -> str:
    """The verdict on a window between two years, with the words that a break parts them where one does."""
    return texts.tr("{verdict}, across a break", verdict=verdict) if breaks_between(breaks, *years) else verdict


def break_years(breaks: Iterable[Break]) -> str:
    """The years of breaks for a sentence."""
    return ", ".join(dict.fromkeys(str(each.year) for each in breaks))
