"""What a word in somebody's table means: ids of the codebook or labels in any shipped language."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from difflib import get_close_matches
from functools import cached_property

from kbdesk.models.codebook import Codebook
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

INDICATOR_LABELS = {
    Indicator.POPULATION: mark("Inhabitants"),
    Indicator.AREA_KM2: mark("Area (km²)"),
    Indicator.HOUSEHOLDS: mark("Households"),
    Indicator.EMPLOYEES: mark("Employees"),
    Indicator.HEATING_DEGREE_DAYS: mark("Heating degree days"),
}
NOTATION_KEY_LABELS = {
    NotationKey.NO: mark("does not occur here"),
    NotationKey.NE: mark("not estimated"),
    NotationKey.IE: mark("included elsewhere"),
    NotationKey.C: mark("confidential"),
}
_NEAREST = 3
_LONGEST = 80
_MOST_LIKENED = 500
_LEVELLED = str.maketrans({"_": " ", "\u00a0": " ", "\u202f": " ", "²": "2", "³": "3", "₂": "2"})


@dataclass(frozen=True)
class Vocabulary:
    """Words of one kind by their folded spelling; a word may stand for several ids (*litre* of each fuel)."""

    meanings: dict[str, tuple[str, ...]]
    shown: dict[str, str]
    likened: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def ids(self, word: str) -> tuple[str, ...]:
        """The ids a word may stand for, none where it is unknown."""
        return self.meanings.get(folded(word), ())

    def id(self, word: str) -> str:
        """The id a word stands for; empty where it is unknown."""
        return next(iter(self.ids(word)), "")

    @cached_property
    def ids_known(self) -> tuple[str, ...]:
        """Every id a word may stand for."""
        return tuple(dict.fromkeys(id_ for ids in self.meanings.values() for id_ in ids))

    def nearest(self, word: str) -> tuple[str, ...]:
        """Known words that look like this one, the likeliest first, as they are spelled.

        Looking for them takes time: after some hundred different unknown words nobody needs more.
        """
        key = folded(word)[:_LONGEST]
        if key not in self.likened and len(self.likened) < _MOST_LIKENED:
            close = get_close_matches(key, self.meanings, n=_NEAREST, cutoff=0.6)
            self.likened[key] = tuple(dict.fromkeys(self.shown[spelling] for spelling in close))
        return self.likened.get(key, ())


@dataclass(frozen=True)
class Labels:
    """The vocabularies that import tables use."""

    sectors: Vocabulary
    carriers: Vocabulary
    units: Vocabulary
    indicators: Vocabulary
    notation_keys: Vocabulary


def build_labels(codebook: Codebook, languages: Sequence[Texts]) -> Labels:
    """Ids and the labels of every language given."""
    units = [(unit.id, unit.id) for unit in codebook.units.values()]
    units += [(texts.unit(unit), unit.id) for texts in languages for unit in codebook.units.values()]
    carriers = [*codebook.carriers, DIRECT]
    return Labels(
        sectors=_vocabulary((id_, [t.sector(id_) for t in languages]) for id_ in codebook.sectors),
        carriers=_vocabulary((id_, [t.carrier(id_) for t in languages]) for id_ in carriers),
        units=_vocabulary((id_, [word]) for word, id_ in units),
        indicators=_vocabulary((i, [t.tr(INDICATOR_LABELS[i]) for t in languages]) for i in Indicator),
        notation_keys=_vocabulary((k, [t.tr(NOTATION_KEY_LABELS[k]) for t in languages]) for k in NotationKey),
    )


def folded(word: str) -> str:
    """The word without differences of case, of blanks and of underscore against blank."""
    return " ".join(word.translate(_LEVELLED).split()).casefold()


def _vocabulary(words: Iterable[tuple[str, Iterable[str]]]) -> Vocabulary:
    meanings: dict[str, tuple[str, ...]] = {}
    shown: dict[str, str] = {}
    for id_, labels in words:
        for word in (id_, *labels):
            key = folded(word)
            shown.setdefault(key, word)
            if id_ not in meanings.get(key, ()):
                meanings[key] = (*meanings.get(key, ()), id_)
    return Vocabulary(meanings, shown)
