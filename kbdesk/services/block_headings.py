"""What the first row and column of a pasted block name: sectors, energy carriers or years, in any shipped language."""

import re
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kbdesk.exchange.labels import Labels
from kbdesk.exchange.labels import build_labels
from kbdesk.exchange.labels import folded
from kbdesk.models.codebook import Codebook
from kbdesk.models.numbers import POINT
from kbdesk.models.numbers import read_number
from kbdesk.texts.texts import Texts

EARLIEST, LATEST = 1900, 2100
_FEWEST_YEARS = 2
_BRACKETS = re.compile(r"\s*[\[(]([^\])]*)[\])]\s*$")


class Axis(StrEnum):
    """What the names along one side of a block are."""

    SECTOR = "sector"
    CARRIER = "carrier"
    YEAR = "year"


class Name(NamedTuple):
    """One heading: as it stands there, the id or year it names (empty: not known), and the unit in brackets."""

    text: str
    id: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Headings:
    """The names along one side. Without an axis they are names nobody knows, which are left out."""

    axis: Axis | None
    names: tuple[Name, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names among known ones that are not known."""
        return tuple(n.text for n in self.names if n.text and not n.id) if self.axis is not None else ()


@dataclass(frozen=True)
class Words:
    """The names of every language."""

    labels: Labels
    values: Collection[str]
    """Words that stand instead of numbers, folded."""

    def headings(self, texts: Sequence[str]) -> Headings | None:
        """The headings that these texts are; ``None`` where they are values."""
        filled = [text for text in texts if text]
        if not filled:
            return None
        if _are_years(filled):
            return Headings(Axis.YEAR, tuple(Name(text, text) for text in texts))
        if any(folded(text) in self.values or read_number(text, POINT).value is not None for text in filled):
            return None
        found = {axis: tuple(_named(text, look_up) for text in texts) for axis, look_up in self._known.items()}
        best = max(found, key=lambda axis: sum(1 for name in found[axis] if name.id))
        known = any(name.id for name in found[best])
        return Headings(best if known else None, found[best])

    @property
    def _known(self) -> Mapping[Axis, Callable[[str], str]]:
        return {Axis.SECTOR: self.labels.sectors.id, Axis.CARRIER: self.labels.carriers.id}


def words_of(codebook: Codebook, languages: Sequence[Texts], values: Collection[str]) -> Words:
    """The names in every language given; ``values`` are words that stand instead of numbers, folded."""
    return Words(build_labels(codebook, languages), values)


def _named(text: str, look_up: Callable[[str], str]) -> Name:
    if found := look_up(text):
        return Name(text, found)
    bracket = _BRACKETS.search(text)
    if bracket is None:
        return Name(text, "")
    return Name(text, look_up(text[: bracket.start()]), bracket[1].strip())


def _are_years(texts: Sequence[str]) -> bool:
    """Whether these are years: four digits each, all different, at least two, in rising or falling order."""
    if len(texts) < _FEWEST_YEARS or not all(text.isascii() and text.isdigit() for text in texts):
        return False
    years = [int(text) for text in texts]
    in_order = years in (sorted(set(years)), sorted(set(years), reverse=True))
    return in_order and all(EARLIEST <= year <= LATEST for year in years)
