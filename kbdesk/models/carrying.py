"""Carrying a year forward: what the next years begin with, never their numbers.

A value of the source year says that one is expected in the year after; a notation key is taken over with its note and
waits for a *still true*. What already stands in a year stays as it is.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin


class Part(StrEnum):
    """What can be carried forward, each for itself."""

    STRUCTURE = "structure"
    SOURCES = "sources"
    KEYS = "keys"


ALL_PARTS = frozenset(Part)


@dataclass(frozen=True, slots=True)
class CarryPlan:
    """What would be made: entries without numbers in ``to_years``, after ``from_year``."""

    from_year: int
    to_years: tuple[int, ...]
    entries: tuple[Entry, ...]

    @property
    def expected(self) -> tuple[Entry, ...]:
        """The entries that wait for a value."""
        return tuple(entry for entry in self.entries if entry.is_expected)

    @property
    def keys(self) -> tuple[Entry, ...]:
        """The entries with a notation key."""
        return tuple(entry for entry in self.entries if entry.notation_key is not None)


def carry_plan(
    entries: Mapping[EntryKey, Entry],
    of_source_year: Iterable[Entry],
    from_year: int,
    to_years: Iterable[int],
    parts: Collection[Part] = ALL_PARTS,
) -> CarryPlan:
    """The plan for these years; a target year that is the source year is left out."""
    years = tuple(sorted(set(to_years) - {from_year}))
    carried = tuple(_carried(entry, parts) for entry in of_source_year)
    made = (
        replace(entry, key=entry.key._replace(year=year))
        for year in years
        for entry in carried
        if entry is not None and entry.key._replace(year=year) not in entries
    )
    return CarryPlan(from_year, years, tuple(made))


def carried_keys(entries: Iterable[Entry], absent: Collection[tuple[str, str]]) -> Iterator[Entry]:
    """The notation keys nobody has confirmed yet; where an answer given for all years stands behind, none is needed."""
    for entry in entries:
        known = (entry.key.sector, entry.key.carrier) in absent
        if entry.notation_key is not None and entry.origin is Origin.CARRIED and not known:
            yield entry


def confirmed(entry: Entry) -> Entry:
    """The same, now said of its own year."""
    return replace(entry, origin=Origin.TYPED)


def retracted(entry: Entry) -> Entry:
    """A carried key that is no longer true: a value is expected instead."""
    return replace(entry, notation_key=None, contained_in="", note="")


def _carried(entry: Entry, parts: Collection[Part]) -> Entry | None:
    """What an entry leaves for a later year; ``None`` where that is nothing."""
    source_id = entry.source_id if Part.SOURCES in parts else ""
    bare = Entry(entry.key, unit=entry.unit, origin=Origin.CARRIED, source_id=source_id)
    if entry.notation_key is not None:
        if Part.KEYS not in parts:
            return None
        return replace(bare, notation_key=entry.notation_key, note=entry.note, contained_in=entry.contained_in)
    wanted = Part.STRUCTURE in parts and (entry.text or entry.is_expected)
    return bare if wanted else None
