"""Reviews of small inventories: which codes come of which entries."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kbdesk.models.findings import Finding
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from tests.builders import entry
from tests.builders import inventory
from tests.builders import review

PEOPLE = 10_000
SETTLED = (
    "inventory.partial",
    "entry.round",
    "entry.ungraded",
    "factor.provisional",
    "inventory.not_estimated",
    "heat_pump.twice",
    "factor.drops_label",
)
"""Findings that small inventories have in any case."""


def values(year: int, *cells: tuple[str, str, str], unit: str = "MWh", **more: Any) -> list[Entry]:
    """Entries of a year: sector, carrier, text."""
    return [entry(year, sector, carrier, text, unit, **more) for sector, carrier, text in cells]


def found(
    *entries: Iterable[Entry],
    people: int | Mapping[int, int] = PEOPLE,
    base: Iterable[BaseDatum] = (),
    **more: Any,
) -> tuple[Finding, ...]:
    """The findings but for those that small inventories have in any case."""
    return tuple(f for f in all_found(*entries, people=people, base=base, **more) if f.code not in SETTLED)


def all_found(
    *entries: Iterable[Entry],
    people: int | Mapping[int, int] = PEOPLE,
    base: Iterable[BaseDatum] = (),
    **more: Any,
) -> tuple[Finding, ...]:
    """Every finding; ``more`` are further tables of the inventory."""
    known = [each for some in entries for each in some]
    counts = people if isinstance(people, Mapping) else {each.key.year: people for each in known}
    built = inventory(known, population=dict(counts), local=more.pop("local", ()))
    datums = {(b.year, b.indicator): b for b in base}
    whole: Inventory = replace(built, base_data={**built.base_data, **datums}, **more)
    return review(whole)


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes, sorted."""
    return sorted(finding.code for finding in findings)


def of(findings: Iterable[Finding], code: str) -> Finding:
    """The one finding with this code."""
    (one,) = (finding for finding in findings if finding.code == code)
    return one


def key(year: int, sector: str = "residential", carrier: str = "electricity") -> EntryKey:
    """A place."""
    return EntryKey(year, sector, carrier)


def degree_days(year: int, days: int) -> BaseDatum:
    """Heating degree days of a year."""
    return BaseDatum(year, Indicator.HEATING_DEGREE_DAYS, Decimal(days))
