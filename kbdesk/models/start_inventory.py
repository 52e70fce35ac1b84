"""A first inventory from national values: ``national energy / national inhabitants x own inhabitants``, grade D.

It fills what is empty and renews what it filled before; it never touches a value or key of the municipality's own, and
where one stands in a finer sector the coarser start value stays away, and goes when it was there before, so that
nothing is counted twice. What the national table lacks stays empty and is named (accounting rules, section 7).
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.changes import Edit
from kbdesk.models.codebook import Codebook
from kbdesk.models.counting import counting
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.national import NationalEnergy
from kbdesk.models.national import NationalTables
from kbdesk.models.population_estimates import KnownInhabitants
from kbdesk.models.population_estimates import PopulationWords
from kbdesk.models.population_estimates import estimate
from kbdesk.models.population_estimates import known_inhabitants
from kbdesk.models.population_estimates import population_edits

DIGITS = 4
"""Significant digits of a start value: more would pretend to be known."""
FINER = {
    "transport_unallocated": ("road_passenger", "road_freight", "public_transport_road", "municipal_fleet"),
    "buildings_unallocated": ("residential", "tertiary", "municipal_buildings", "municipal_other", "industry"),
}
"""The sectors that an amount which cannot be split may be part of."""
LARGE = {
    "transport_unallocated": ("road_passenger", "road_freight"),
    "buildings_unallocated": ("residential", "tertiary", "industry"),
}
"""Those of them that are most of the amount: beside own values there the start value goes. A few own vehicles or
buildings are no reason to take all the rest away."""
_WHOLE = {
    **dict.fromkeys(("residential", "tertiary", "industry", "agriculture"), "buildings_unallocated"),
    **dict.fromkeys(("transport_unallocated", "rail_other", "inland_navigation"), "transport_unallocated"),
}
"""Where a municipality accounts for a whole kind of sectors in one place, a start value beside it would count twice."""


AMONG_OTHERS = "agriculture"
"""Where its figures are not to be used, farms are counted among commerce (``weak_spots.csv``)."""

NOTABLE = Decimal("0.05")
"""A carrier with less than this share of its sector's energy is not asked for where the table of a year lacks it."""


Places = frozenset[tuple[int, str]]
"""Years with sectors."""


class StartWords(NamedTuple):
    """What is written beside estimates: the sources of inhabitants, the reason of a gap.

    ``unusable`` says in the language of the texts why figures are not to be used.
    """

    inhabitants: PopulationWords
    lacking: str
    unusable: Callable[[str], str] = str


class Gap(NamedTuple):
    """Years of a national sector for which nothing, or not every carrier, could be filled, by a code for the texts."""

    code: str
    sector: str
    year: int
    text: str = ""


@dataclass(frozen=True)
class StartPlan:
    """What a start inventory would record: values, estimated inhabitants, and what it cannot say."""

    entries: tuple[Edit, ...]
    inhabitants: tuple[Edit, ...]
    gaps: tuple[Gap, ...]

    @property
    def values(self) -> int:
        """How many values are filled."""
        return sum(1 for edit in self.entries if isinstance(edit.after, Entry) and edit.after.quantity is not None)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Everything to record, in one step."""
        return (*self.inhabitants, *self.entries)


def plan_start(
    inventory: Inventory,
    years: Iterable[int],
    tables: NationalTables,
    codebook: Codebook,
    words: StartWords,
    known: KnownInhabitants | None = None,
) -> StartPlan:
    """The start values of these years [MWh net].

    Inhabitants are those recorded for the year; where none are, those of the nearest recorded year, or ``known``,
    scaled with the national series. Where the table of a year lists only some carriers of a sector, those that mattered
    in the nearest complete year get the key *not estimated*: the total must not look complete. So do those of a sector
    whose figures are not to be used.
    """
    wanted = sorted(set(years))
    recorded = known_inhabitants(inventory, known)
    people = {year: estimate(recorded, year, tables.population) for year in wanted}
    energy = _by_year(tables.energy)
    whole = _accounted_as_a_whole(inventory)
    entries: list[Edit] = []
    gaps: list[Gap] = []
    for year in wanted:
        own = people[year]
        national = tables.population.get(year)
        if own is None or not national:
            lacks_national = not national and recorded
            gaps.append(Gap("start.no_national_inhabitants" if lacks_national else "start.no_inhabitants", "", year))
            continue
        amounts = _amounts(energy.get(year, ()), tables, codebook)
        entries += _edits(inventory, year, amounts, own.value / national, tables, whole)
        entries += _lacking(inventory, year, amounts, energy, tables, codebook, words, whole)
        entries += _outdone(inventory, year, whole)
        gaps += _gaps(year, energy.get(year, ()), tables)
    filled = tuple(population_edits(inventory, people, words.inhabitants, known))
    return StartPlan(tuple(entries), filled, tuple(gaps))


class NationalAmount(NamedTuple):
    """Final energy [MWh] of a country in one of our places, with the ids of its sources."""

    energy_mwh: Decimal
    sources: tuple[str, ...]


def national_amounts(tables: NationalTables, codebook: Codebook) -> dict[int, dict[tuple[str, str], NationalAmount]]:
    """National energy by year and by our sector and carrier; what is not to be used is left out."""
    return {year: _amounts(rows, tables, codebook) for year, rows in _by_year(tables.energy).items()}


def _by_year(rows: Iterable[NationalEnergy]) -> Mapping[int, list[NationalEnergy]]:
    found: dict[int, list[NationalEnergy]] = {}
    for row in rows:
        found.setdefault(row.year, []).append(row)
    return found


def _amounts(
    rows: Iterable[NationalEnergy], tables: NationalTables, codebook: Codebook, *, unusable: bool = False
) -> dict[tuple[str, str], NationalAmount]:
    """National energy by our places, ``unusable`` too or not; national carriers that are one of ours are added up."""
    found: dict[tuple[str, str], NationalAmount] = {}
    for row in rows:
        sector, carrier = tables.place(row.sector, row.carrier)
        known = carrier in codebook.carriers and sector in codebook.sectors
        if not known or (not unusable and _unusable(tables, row.sector, row.year)):
            continue
        if not codebook.carriers[carrier].serves(codebook.sectors[sector].kind):
            continue
        before = found.get((sector, carrier), NationalAmount(Decimal(0), ()))
        sources = tuple(dict.fromkeys((*before.sources, row.source)))
        found[sector, carrier] = NationalAmount(before.energy_mwh + row.energy_mwh, sources)
    return found


def _edits(
    inventory: Inventory,
    year: int,
    amounts: Mapping[tuple[str, str], NationalAmount],
    share: Decimal,
    tables: NationalTables,
    whole: Places,
) -> Iterator[Edit]:
    for (sector, carrier), amount in amounts.items():
        key = EntryKey(year, sector, carrier)
        before = inventory.entries.get(key)
        if _is_taken(inventory, key, whole):
            continue
        value = _rounded(amount.energy_mwh * share)
        source = "; ".join(tables.sources.get(name, name) for name in amount.sources)
        after = Entry(
            key,
            format(value, "f"),
            value,
            "MWh",
            grade=Grade.D,
            source=f"{tables.country}: {source}",
            origin=Origin.START,
        )
        if after != before:
            yield Edit(before, after)


def _lacking(
    inventory: Inventory,
    year: int,
    amounts: Mapping[tuple[str, str], NationalAmount],
    energy: Mapping[int, list[NationalEnergy]],
    tables: NationalTables,
    codebook: Codebook,
    words: StartWords,
    whole: Places,
) -> Iterator[Edit]:
    """The key *not estimated* for what the table of this year lacks and a complete year shows to matter."""
    for sector in dict.fromkeys(span.sector for span in tables.coverage):
        complete, unusable = [y for y in energy if tables.complete(sector, y)], _unusable(tables, sector, year)
        if not complete or (sector == AMONG_OTHERS if unusable else year in complete):
            continue
        weak = tables.weak_spot(sector, year)
        note = words.unusable(weak.text) if unusable and weak is not None else words.lacking
        nearest = min(complete, key=lambda y: (abs(y - year), -y))
        rows = [row for row in energy[nearest] if row.sector == sector]
        shown = _amounts(rows, tables, codebook, unusable=unusable)
        energy_mwh = sum((amount.energy_mwh for amount in shown.values()), Decimal(0))
        for place, amount in shown.items():
            key = EntryKey(year, *place)
            before = inventory.entries.get(key)
            if place in amounts or amount.energy_mwh < NOTABLE * energy_mwh or _is_taken(inventory, key, whole):
                continue
            after = Entry(key, notation_key=NotationKey.NE, note=note, origin=Origin.START)
            if after != before:
                yield Edit(before, after)


def _outdone(inventory: Inventory, year: int, whole: Places) -> Iterator[Edit]:
    """The start values and keys of a year that must go: own values are in a large finer sector now, or in the whole."""
    for key, entry in inventory.entries.items():
        if key.year != year or entry.origin is not Origin.START:
            continue
        large = (inventory.entries.get(key._replace(sector=sector)) for sector in LARGE.get(key.sector, ()))
        if (year, _WHOLE.get(key.sector, "")) in whole or any(_is_own(each) for each in large):
            yield Edit(entry, None)


def _unusable(tables: NationalTables, sector: str, year: int) -> bool:
    weak = tables.weak_spot(sector, year)
    return weak is not None and weak.word == "no"


def _is_taken(inventory: Inventory, key: EntryKey, whole: Places) -> bool:
    """Whether the municipality's own value or key stands here, in a finer sector, or for the whole kind of sectors."""
    before = inventory.entries.get(key)
    if before is not None and not _may_be_filled(before):
        return True
    if (key.year, _WHOLE.get(key.sector, "")) in whole:
        return True
    # What is in no total leaves the whole to be filled: in BISKO the fleet is a part of transport.
    apart = counting(inventory.municipality.factor_set, "").apart
    finer = (sector for sector in FINER.get(key.sector, ()) if sector not in apart)
    return any(_is_own(inventory.entries.get(key._replace(sector=sector))) for sector in finer)


def _accounted_as_a_whole(inventory: Inventory) -> frozenset[tuple[int, str]]:
    """Years and sectors not allocated in which own values stand."""
    wholes = frozenset(_WHOLE.values())
    return frozenset(
        (k.year, k.sector) for k, entry in inventory.entries.items() if k.sector in wholes and _is_own(entry)
    )


def _may_be_filled(entry: Entry) -> bool:
    return entry.origin is Origin.START or entry.is_expected


def _is_own(entry: Entry | None) -> bool:
    return entry is not None and entry.quantity is not None and entry.origin is not Origin.START


def _rounded(value: Decimal) -> Decimal:
    if not value:
        return Decimal(0)
    unit = Decimal(1).scaleb(max(value.adjusted() - DIGITS + 1, -3))
    return (value / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def _gaps(year: int, rows: Iterable[NationalEnergy], tables: NationalTables) -> Iterator[Gap]:
    listed = {row.sector for row in rows}
    sectors = dict.fromkeys(span.sector for span in tables.coverage)
    for sector in sectors:
        weak = tables.weak_spot(sector, year)
        if weak is not None:
            yield Gap("start.not_used" if weak.word == "no" else "start.weak", sector, year, weak.text)
        elif sector not in listed:
            yield Gap("start.nothing", sector, year)
        elif not tables.complete(sector, year):
            yield Gap("start.electricity_only", sector, year)
