"""How far every year is, by groups of sectors: one word a year and group. Only years that changed are looked at."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.inventory import NotationKey
from kbdesk.services.project import Project
from kbdesk.texts.marking import mark

GROUPS = {
    "municipal": mark("Municipal"),
    "tertiary": mark("Commerce and services"),
    "residential": mark("Residential buildings"),
    "transport": mark("Transport"),
    "others": mark("Industry and others"),
}
"""The key sectors of the Covenant, and what belongs to none of them."""
_OTHERS = "others"
Pair = tuple[str, str]
"""A sector and an energy carrier."""


class GroupState(StrEnum):
    """How far a group of sectors is in a year."""

    COMPLETE = "complete"
    PARTLY = "partly"
    ABSENT = "absent"
    NOTHING = "nothing"


class GroupYear(NamedTuple):
    """One group in one year: so many of the places that have an entry in any year are filled."""

    state: GroupState
    filled: int
    all: int


@dataclass(frozen=True, slots=True)
class _Year:
    """What one year contributes; kept until its result is another one."""

    result: YearResult
    pairs: frozenset[Pair]
    filled: Mapping[str, int]
    absent: Mapping[str, int]


class YearStates:
    """Follows a project; ``follow`` costs what the years that changed cost."""

    def __init__(self, project: Project) -> None:
        self._project = project
        sectors = project.reference.codebook.sectors
        self._group = {id_: sector.covenant_key_sector or _OTHERS for id_, sector in sectors.items()}
        self._known: dict[int, _Year] = {}
        self._pairs: Counter[Pair] = Counter()
        self._all: Counter[str] = Counter()

    def follow(self) -> None:
        """Take in what changed since the last time."""
        results = self._project.results
        for year in [year for year in self._known if results.get(year) is not self._known[year].result]:
            self._forget(self._known.pop(year))
        for year, result in results.items():
            if year not in self._known:
                self._known[year] = self._learn(result)

    @property
    def years(self) -> tuple[int, ...]:
        """The years with entries, ascending."""
        return tuple(sorted(self._known))

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that have an entry in any year."""
        return tuple(group for group in GROUPS if self._all[group])

    @property
    def recorded(self) -> set[Pair]:
        """The sectors and carriers that have an entry in any year."""
        return set(self._pairs)

    def of(self, year: int, group: str) -> GroupYear:
        """How far a group is in a year; an unknown year has nothing."""
        known, everything = self._known.get(year), self._all[group]
        filled = known.filled.get(group, 0) if known is not None else 0
        absent = known.absent.get(group, 0) if known is not None else 0
        if not filled:
            state = GroupState.NOTHING
        elif filled < everything:
            state = GroupState.PARTLY
        else:
            state = GroupState.ABSENT if absent == everything else GroupState.COMPLETE
        return GroupYear(state, filled, everything)

    def _learn(self, result: YearResult) -> _Year:
        cells = result.of_energy
        pairs = {cell.entry.key[1:] for cell in cells}
        filled = self._by_group([cell for cell in cells if _is_filled(cell)])
        absent = self._by_group([cell for cell in cells if cell.entry.notation_key is NotationKey.NO])
        for pair in pairs:
            self._pairs[pair] += 1
            self._all[self._group.get(pair[0], _OTHERS)] += self._pairs[pair] == 1
        return _Year(result, frozenset(pairs), filled, absent)

    def _by_group(self, cells: Iterable[CellResult]) -> dict[str, int]:
        found = dict.fromkeys(GROUPS, 0)
        for sector, number in Counter([cell.entry.key.sector for cell in cells]).items():
            found[self._group.get(sector, _OTHERS)] += number
        return found

    def _forget(self, year: _Year) -> None:
        for pair in year.pairs:
            self._pairs[pair] -= 1
            if not self._pairs[pair]:
                del self._pairs[pair]
                self._all[self._group.get(pair[0], _OTHERS)] -= 1


def _is_filled(cell: CellResult) -> bool:
    """Whether nothing is left to do; *not known yet* is something left to do."""
    key = cell.entry.notation_key
    if key is not None:
        return key is not NotationKey.NE
    return cell.conversion.energy_mwh is not None
