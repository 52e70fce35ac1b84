"""Example inventories that many tests share: minimal, typical, full."""

from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from functools import cache
from pathlib import Path

from kbdesk.models.calculation import Rules
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.codebook import Carrier
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import Sector
from kbdesk.models.codebook import read_codebook
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.findings import read_checks
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.services.reviews import Reviews

DUDENHOFEN = Municipality(
    country="DE", name="Dudenhofen", code="07338007", base_year=1990, factor_set="bisko", language="de"
)


@cache
def codebook() -> Codebook:
    """The shipped codebook."""
    return read_codebook(resources_dir() / "codebook")


@cache
def factor_library() -> FactorLibrary:
    """The shipped factor sets."""
    return FactorLibrary(resources_dir() / "factors")


def rules(set_id: str = "bisko") -> Rules:
    """The rules of a shipped factor set."""
    return Rules(codebook(), factor_library().get(set_id))


def entry(
    year: int, sector: str, carrier: str, text: str, unit: str = "MWh", grade: Grade | None = Grade.A, **more: object
) -> Entry:
    """An entry whose quantity is its text read as a plain decimal."""
    named: dict[str, object] = {"source": "", "note": "", **more}
    return Entry(
        key=EntryKey(year, sector, carrier),
        text=text,
        quantity=Decimal(text) if text else None,
        unit=unit,
        grade=grade,
        **named,  # type: ignore[arg-type]  # tests name the record's own fields
    )


def inventory(
    entries: Iterable[Entry] = (),
    *,
    municipality: Municipality = DUDENHOFEN,
    population: dict[int, int] | None = None,
    local: Iterable[LocalFactor] = (),
    published: Iterable[PublishedResult] = (),
) -> Inventory:
    """An inventory of these records."""
    base = [BaseDatum(y, Indicator.POPULATION, Decimal(p), "register") for y, p in (population or {}).items()]
    return Inventory(
        municipality=municipality,
        entries={e.key: e for e in entries},
        base_data={(b.year, b.indicator): b for b in base},
        local_factors={(f.year, f.carrier): f for f in local},
        published={(p.year, p.sector): p for p in published},
    )


def records_in(inventory: Inventory) -> tuple[Record, ...]:
    """Every record of every kind."""
    tables = [getattr(inventory, field.name) for field in fields(inventory) if field.name != "municipality"]
    return (inventory.municipality, *(record for table in tables for record in table.values()))


def minimal_inventory() -> Inventory:
    """One value in one year."""
    return inventory([entry(2022, "residential", "electricity", "9650")], population={2022: 6030})


def typical_inventory() -> Inventory:
    """Two years, four sectors, with gaps such as an office has them."""
    cells = []
    for year, scale in ((2010, Decimal("1.2")), (2020, Decimal(1))):
        for sector, carrier, mwh in (
            ("residential", "electricity", 9700),
            ("residential", "natural_gas", 38000),
            ("residential", "heating_oil", 12000),
            ("tertiary", "electricity", 6100),
            ("municipal_buildings", "electricity", 410),
            ("municipal_buildings", "natural_gas", 1500),
            ("street_lighting", "electricity", 120),
            ("road_passenger", "diesel", 21000),
            ("road_passenger", "gasoline", 19000),
        ):
            cells.append(entry(year, sector, carrier, str(mwh * scale)))
    return inventory(cells, population={2010: 5780, 2020: 6030})


def review(
    inventory: Inventory, set_id: str = "bisko", *, current_year: int = 2025, checks: Checks | None = None
) -> tuple[Finding, ...]:
    """The findings of every year, by the checks the program ships unless others are given."""
    results = compute_inventory(inventory, rules(set_id))
    return Reviews(_Shipped(resources_dir(), checks), current_year).findings(inventory, results)


class _Shipped(Reference):
    """The shipped resources, with other checks where a test gives them."""

    def __init__(self, resources: Path, checks: Checks | None) -> None:
        super().__init__(resources)
        if checks is not None:
            self.__dict__["checks"] = checks


def shipped_checks() -> Checks:
    """The checks with the levels and thresholds the program ships."""
    return read_checks(resources_dir() / "findings" / "findings.csv")


def carriers_of(sector: Sector) -> list[Carrier]:
    """The carriers that can be entered in a sector, in codebook order."""
    return [carrier for carrier in codebook().carriers.values() if carrier.serves(sector.kind)]


def full_inventory(years: range = range(1990, 2025)) -> Inventory:
    """Every sector that fits every carrier in every year: the largest document that is expected."""
    book = codebook()
    cells = []
    for year in years:
        for sector in book.sectors.values():
            for carrier in carriers_of(sector):
                mwh = 100 + (year - 1990) + 7 * len(sector.id) + 11 * len(carrier.id)
                cells.append(entry(year, sector.id, carrier.id, str(mwh), "MWh", Grade.B))
    return inventory(cells, population={year: 6000 + year - 1990 for year in years})
