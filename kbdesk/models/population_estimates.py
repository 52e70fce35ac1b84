"""Inhabitants of years of which none are recorded: the last known number scaled with the national series.

``inhabitants = known x national inhabitants of the year / national inhabitants of the known year``, from the nearest
known year, the later of two as near. An estimate is marked in its source text; it never replaces a recorded number.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory


class KnownInhabitants(NamedTuple):
    """The inhabitants of the list of municipalities, and their year."""

    value: Decimal
    year: int


class PeopleOfYear(NamedTuple):
    """Inhabitants of a year and the year their number is known from; another one means that they were scaled."""

    value: Decimal
    from_year: int


class PopulationWords(NamedTuple):
    """The source texts of filled inhabitants, each by a year: scaled from it, or from the list of that year."""

    scaled_from: Callable[[int], str]
    listed_in: Callable[[int], str]


@dataclass(frozen=True)
class PopulationPlan:
    """What filling would record, and the years for which nothing can be said."""

    edits: tuple[Edit, ...]
    lacking: tuple[int, ...]

    @property
    def filled(self) -> tuple[BaseDatum, ...]:
        """The inhabitants that would be recorded, ascending by year."""
        return tuple(edit.after for edit in self.edits if isinstance(edit.after, BaseDatum))


def estimate(known: Mapping[int, Decimal], year: int, national: Mapping[int, Decimal]) -> PeopleOfYear | None:
    """The inhabitants of a year; ``None`` where nothing is known, or the national series lacks one of the years."""
    if year in known:
        return PeopleOfYear(known[year], year)
    usable = [y for y in known if national.get(y)]
    if not usable or not national.get(year):
        return None
    nearest = min(usable, key=lambda y: (abs(y - year), -y))
    scaled = known[nearest] * national[year] / national[nearest]
    return PeopleOfYear(scaled.quantize(Decimal(1), ROUND_HALF_UP), nearest)


def known_inhabitants(
    inventory: Inventory, listed: KnownInhabitants | None, estimates: Collection[str] = ()
) -> dict[int, Decimal]:
    """The recorded inhabitants by year, without those whose source is one of ``estimates``; else those of the list."""
    recorded = {
        year: datum.value
        for (year, indicator), datum in inventory.base_data.items()
        if indicator is Indicator.POPULATION and datum.source not in estimates
    }
    return {listed.year: listed.value} if listed is not None and not recorded else recorded


def plan_population(
    inventory: Inventory,
    years: Iterable[int],
    national: Mapping[int, Decimal],
    words: PopulationWords,
    listed: KnownInhabitants | None = None,
    estimates: Collection[str] = (),
) -> PopulationPlan:
    """Fill the years without inhabitants, and renew those whose source is one of ``estimates``; no other is touched."""
    wanted = sorted(set(years))
    known = known_inhabitants(inventory, listed, estimates)
    people = {year: estimate(known, year, national) for year in wanted}
    return PopulationPlan(
        edits=tuple(population_edits(inventory, people, words, listed, estimates)),
        lacking=tuple(y for y in wanted if people[y] is None and inventory.population(y) is None),
    )


def population_edits(
    inventory: Inventory,
    people: Mapping[int, PeopleOfYear | None],
    words: PopulationWords,
    listed: KnownInhabitants | None = None,
    estimates: Collection[str] = (),
) -> Iterator[Edit]:
    """Record these inhabitants with how they came about, where none of the municipality's own stand."""
    for year, found in people.items():
        before = inventory.base_data.get((year, Indicator.POPULATION))
        if found is None or (before is not None and before.source not in estimates):
            continue
        is_listed = found.from_year == year and listed is not None and listed.year == year
        source = words.listed_in(year) if is_listed else words.scaled_from(found.from_year)
        after = BaseDatum(year, Indicator.POPULATION, found.value, source)
        if after != before:
            yield Edit(before, after)
