"""The municipalities of Europe, found while a name is typed; accents and case do not matter.

``muenster`` finds Münster, ``lodz`` finds Łódź. One compressed text holds a block a country, largest municipality
first; a block holds its columns one after the other. Searching is ``str.find`` over folded names, kind of match by kind
of match, and stops as soon as enough are found.
"""

import gzip
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from typing import Self

BLOCK_END = "\f"
COLUMN_END = "\t"
ROW_END = "\n"

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t"}
)
_EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_MARKS = re.compile("[\u0300-\u036f]+")
_COMPOUND = re.compile("[,/(]")
_SEVERAL_FORMS = re.compile("[,/(äöüøå]")
_ADDITION = re.compile(" *[,(]")
_SEPARATORS = re.compile("[ \u00a0\\-–'’`´/().,·]+")


class KnownMunicipality(NamedTuple):
    """A municipality of the list; population, its year and area are ``None`` where the source has none."""

    country: str
    code: str
    name: str
    population: int | None
    population_year: int | None
    area_km2: Decimal | None


def folded(text: str) -> str:
    """The text without case, accents and punctuation: ``L'Haÿ-les-Roses`` becomes ``l hay les roses``."""
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    return _SEPARATORS.sub(" ", _MARKS.sub("", plain)).strip(" ")


def expanded(text: str) -> str:
    """The folded text with umlauts written out: ``Münster`` becomes ``muenster``."""
    return folded(unicodedata.normalize("NFC", text).casefold().translate(_EXPANDED))


@dataclass(frozen=True)
class CountryBlock:
    """The municipalities of one country, largest first; columns are texts with one row a line."""

    country: str
    codes: str
    names: str
    populations: str
    years: str
    areas: str

    @cached_property
    def searchable(self) -> str:
        """Every row as a line with its code and the folded forms of its name between tabs."""
        plain = [line.strip(" ") for line in folded(self.names).split(ROW_END)]
        rows = zip(self.codes.casefold().split(ROW_END), self._names, plain, strict=True)
        return "".join(f"\t{code}\t{form}{_other_forms(name)}\t\n" for code, name, form in rows)

    def matches(self, sought: str) -> Iterator[int]:
        """The places of the rows in which the text is found, ascending."""
        text, start = self.searchable, 0
        while (at := text.find(sought, start)) >= 0:
            row = bisect_right(self._line_ends, at)
            yield row
            start = self._line_ends[row]

    def row(self, place: int) -> KnownMunicipality:
        """The municipality at a place."""
        population, year, area = self._populations[place], self._years[place], self._areas[place]
        return KnownMunicipality(
            country=self.country,
            code=self._codes[place],
            name=self._names[place],
            population=int(population) if population else None,
            population_year=int(year) if year else None,
            area_km2=Decimal(area) if area else None,
        )

    @cached_property
    def _line_ends(self) -> list[int]:
        return list(accumulate(len(line) for line in self.searchable.splitlines(keepends=True)))

    @cached_property
    def _codes(self) -> list[str]:
        return self.codes.split(ROW_END)

    @cached_property
    def _names(self) -> list[str]:
        return self.names.split(ROW_END)

    @cached_property
    def _populations(self) -> list[str]:
        return self.populations.split(ROW_END)

    @cached_property
    def _years(self) -> list[str]:
        return self.years.split(ROW_END)

    @cached_property
    def _areas(self) -> list[str]:
        return self.areas.split(ROW_END)


class MunicipalityIndex:
    """All municipalities, by country."""

    def __init__(self, blocks: Iterable[CountryBlock]) -> None:
        self._blocks = {block.country: block for block in blocks}

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the compressed list."""
        text = gzip.decompress(path.read_bytes()).decode()
        return cls(CountryBlock(*block.split(COLUMN_END)) for block in text.split(BLOCK_END))

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of all countries that have municipalities, in alphabetical order."""
        return tuple(self._blocks)

    def search(self, query: str, country: str = "", limit: int = 20) -> tuple[KnownMunicipality, ...]:
        """The municipalities that fit best, at most ``limit``.

        First those of this name or code, then those that begin so, contain a word that begins so, contain the text
        anywhere; among equals the larger. Nothing typed, or a country that is not in the list, finds nothing.
        """
        forms = {form for form in (folded(query), expanded(query)) if form}
        blocks = [b for name, b in self._blocks.items() if country in ("", name)]
        found: dict[tuple[str, int], KnownMunicipality] = {}
        for kind in ("\t{}\t", "\t{}", " {}", "{}"):
            if len(found) >= limit:
                break
            candidates = {
                (block.country, place): block.row(place)
                for block in blocks
                for form in forms
                for place in islice(block.matches(kind.format(form)), limit + len(found))
            }
            fresh = [item for item in candidates.items() if item[0] not in found]
            found.update(sorted(fresh, key=lambda item: -(item[1].population or 0)))
        return tuple(islice(found.values(), limit))

    def find(self, country: str, code: str) -> KnownMunicipality | None:
        """The municipality with this official code; ``None`` where the list has none."""
        same = self.search(code, country, limit=1)
        return same[0] if same and same[0].code == code else None


def _other_forms(name: str) -> str:
    """What else a name is looked for by, each after a tab: umlauts written out, the parts of a compound name.

    ``Münster, Stadt`` is also ``muenster stadt``, ``munster`` and ``muenster``; ``Bolzano/Bozen`` also ``bozen``.
    """
    lowered = name.casefold()
    if _SEVERAL_FORMS.search(lowered) is None:
        return ""
    parts = _ADDITION.split(lowered)[0].split("/") if _COMPOUND.search(lowered) else []
    forms = [folded(part) for part in parts]
    if lowered.translate(_EXPANDED) != lowered:
        forms += [expanded(part) for part in (lowered, *parts)]
    return "\t" + "\t".join(forms)
