"""What the checks of a year rest on beside its values: what the municipality said, its sources, bills, degree days."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.absences import Place
from kbdesk.models.bills import Bill
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.recorded_factors import RecordedMix
from kbdesk.models.sent_results import SentResult
from kbdesk.models.sources import Source


class SourceFact(NamedTuple):
    """What a check needs of a source: the year of the letter (``None``: unknown) and the grade its kind is worth."""

    year: int | None
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Equal where the checks of unchanged years come out equal.

    ``absent`` are the places that do not exist by the answers given. ``electricity_t_per_mwh`` is the highest national
    factor of electricity in any year, ``None`` where not known.
    """

    country: str = ""
    absent: frozenset[Place] = frozenset()
    sources: Mapping[str, SourceFact] = field(default_factory=dict)
    bills: Mapping[Place, tuple[Bill, ...]] = field(default_factory=dict)
    degree_days: Mapping[int, Decimal] = field(default_factory=dict, compare=False)
    """Not compared: a change of base data makes new results of its year, and is found by them."""
    electricity_t_per_mwh: Decimal | None = None
    outdated_factors: frozenset[tuple[int, str]] = frozenset()
    """Year and carrier of local factors computed from plants that now give another one."""
    local_mixes: Mapping[int, RecordedMix] = field(default_factory=dict)
    """The local factors of electricity that were computed, by year."""
    factor_set: str = ""
    """The id of the pinned set."""
    base_year: int = 0
    published_years: frozenset[int] = frozenset()
    """The years with published results."""
    sent: Mapping[int, SentResult] = field(default_factory=dict)
    """What was handed in, by year."""
    heat_pumps: str = ""
    """Whether metered electricity contains that of heat pumps: *yes*, *no*, empty where nobody said."""


NOTHING_KNOWN = Circumstances()


def source_facts(sources: Mapping[str, Source], grades: Mapping[str, Grade]) -> dict[str, SourceFact]:
    """The facts of every source; ``grades`` is what each kind of source is worth."""
    return {source.id: SourceFact(_year(source.date), grades.get(source.kind)) for source in sources.values()}


def bills_by_place(bills: Mapping[str, Bill]) -> dict[Place, tuple[Bill, ...]]:
    """The bills of every cell."""
    found: dict[Place, tuple[Bill, ...]] = {}
    for bill in bills.values():
        found[bill.sector, bill.carrier] = (*found.get((bill.sector, bill.carrier), ()), bill)
    return found


def degree_days(inventory: Inventory) -> dict[int, Decimal]:
    """The heating degree days that are recorded, by year."""
    return {
        year: datum.value
        for (year, indicator), datum in inventory.base_data.items()
        if indicator is Indicator.HEATING_DEGREE_DAYS and datum.value > 0
    }


def _year(day: str) -> int | None:
    return int(day[:4]) if day[:4].isdigit() and len(day) >= len("2024-01-01") else None
