"""Inventories the charts are tried on, and the requests made from them."""

import csv
import gettext
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeVar

from kbdesk.charts.compute import ChartRequest
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import Chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.data import StackedBars
from kbdesk.charts.data import WindowBars
from kbdesk.models.calculation import FactorFinder
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import read_commitments
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.national import read_national
from kbdesk.models.national_sectors import NationalComparison
from kbdesk.models.national_sectors import NationalSectors
from kbdesk.models.progress import assess
from kbdesk.models.progress import support_years
from kbdesk.models.weather_series import choose_degree_days
from kbdesk.models.weather_series import read_degree_days
from kbdesk.models.weather_series import read_space_heat
from kbdesk.models.weather_series import weather_series
from kbdesk.paths import resources_dir
from kbdesk.texts.numbers import Numbers
from kbdesk.texts.texts import Texts
from tests.builders import codebook
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import inventory
from tests.builders import rules
from tests.builders import typical_inventory
from tests.models.cases import case
from tests.models.cases import decimal

_Kind = TypeVar("_Kind", LineChart, StackedBars, WindowBars)


class Stretched(gettext.NullTranslations):
    """A language that is half as long again as English, in words that exist in none."""

    def gettext(self, message: str) -> str:
        return " ".join(word if "{" in word else word + "ö" * (len(word) // 2) for word in message.split(" "))

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - this language knows no contexts
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def texts(locale: str = "en", *, stretched: bool = False) -> Texts:
    return Texts("en", Stretched() if stretched else gettext.NullTranslations(), Numbers(locale), codebook())


@cache
def commitments() -> tuple[Commitment, ...]:
    return read_commitments(resources_dir() / "commitments" / "commitments.csv")


def request(of: Inventory, year: int | None = None, *, ids: Iterable[str] = ()) -> ChartRequest:
    results = compute_inventory(of, rules())
    supports = support_years(of, results, codebook())
    held = [c for c in commitments() if not ids or c.id in ids]
    progress = [assess(c, supports, of.municipality.base_year) for c in held]
    country = of.municipality.country
    heating = read_degree_days(resources_dir() / "national" / "heating_degree_days.csv", country)
    shares = {c: line.share for c, line in read_space_heat(resources_dir() / "weather" / "space_heat.csv").items()}
    weather = weather_series(results, codebook(), shares, choose_degree_days({}, heating, None))
    title, day = "BISKO (Germany), 2019/2024", date(2026, 3, 12)
    return ChartRequest(of, results, supports, progress, title, day, year, weather=weather, national=national(country))


@cache
def national_sectors(country: str) -> NationalSectors:
    return NationalSectors(read_national(resources_dir() / "national", country), codebook())


def national(country: str, set_id: str = "bisko") -> NationalComparison:
    return NationalComparison(country, national_sectors(country), FactorFinder(rules(set_id), country, {}))


def chart(kind: str, of: Inventory, year: int | None = None) -> Chart:
    return compute_chart(kind, request(of, year), texts())


def line(of: Inventory, year: int | None = None) -> LineChart:
    return _is(LineChart, chart("per-inhabitant", of, year))


def stack(kind: str, of: Inventory, year: int | None = None) -> StackedBars:
    return _is(StackedBars, chart(kind, of, year))


def windows(of: Inventory, year: int | None = None) -> WindowBars:
    return _is(WindowBars, chart("windows", of, year))


def _is(kind: type[_Kind], found: Chart) -> _Kind:
    assert isinstance(found, kind)
    return found


@cache
def muenster() -> Inventory:
    """The sample municipality from its published energies and factors."""
    folder = resources_dir() / "sample"
    with (folder / "entries.csv").open(encoding="utf-8", newline="") as file:
        entries = [
            entry(int(r["year"]), r["sector"], r["carrier"], r["quantity"], r["unit"]) for r in csv.DictReader(file)
        ]
    with (folder / "local_factors.csv").open(encoding="utf-8", newline="") as file:
        local = [
            LocalFactor(int(r["year"]), r["carrier"], Decimal(r["t_per_mwh"]), r["source"])
            for r in csv.DictReader(file)
        ]
    with (folder / "structure.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["indicator"] == "population"]
    return inventory(
        entries,
        municipality=Municipality("DE", "Münster", "05515000", 1990, "bisko", "de"),
        population={int(r["year"]): int(r["value"]) for r in rows},
        local=local,
    )


@cache
def bielefeld() -> Inventory:
    """Published totals only."""
    published = case("bielefeld_progress")
    return inventory(
        municipality=Municipality("DE", "Bielefeld", "05711000", 1990, "bisko", "de"),
        population={int(year): people for year, people in published["population"].items()},
        published=[
            PublishedResult(int(year), decimal(found["Gesamt"]) * 1000, source="Klimawatch")
            for year, found in published["emissions_kt"].items()
        ],
    )


@cache
def mixed() -> Inventory:
    """A published base year, complete years, and a last one with a gap, a start value and grade D."""
    entries = list(typical_inventory().entries.values())
    entries += [
        entry(2023, "residential", "natural_gas", "30000"),
        entry(2023, "residential", "heating_oil", "6000", grade=Grade.D),
        entry(2023, "tertiary", "electricity", "4000", grade=Grade.C, origin=Origin.START),
        entry(2023, "industry", "natural_gas", "", notation_key=NotationKey.NE, grade=None),
    ]
    return inventory(
        entries,
        population={1990: 5210, 2010: 5780, 2020: 6030, 2023: 6066},
        published=[PublishedResult(1990, Decimal(71000), source="Climate plan 2009")],
    )


@cache
def thirty_five_years() -> Inventory:
    """Complete from 1990 to 2024, nine carriers, in a municipality with a long name."""
    cells = (
        ("residential", "electricity", 9700, 9000),
        ("residential", "natural_gas", 38000, 36000),
        ("residential", "heating_oil", 32000, 14000),
        ("residential", "lignite", 3000, 100),
        ("residential", "biomass", 4000, 7000),
        ("residential", "lpg", 700, 700),
        ("residential", "district_heat", 1500, 4500),
        ("tertiary", "electricity", 6100, 6600),
        ("industry", "natural_gas", 14000, 11000),
        ("municipal_buildings", "natural_gas", 2500, 1500),
        ("road_passenger", "diesel", 21000, 23000),
        ("road_passenger", "gasoline", 29000, 17000),
    )
    entries = [
        entry(year, sector, carrier, str(first + (last - first) * (year - 1990) // 34))
        for year in range(1990, 2025)
        for sector, carrier, first, last in cells
    ]
    name = "Verbandsgemeinde Römerberg-Dudenhofen an der Speyerbach"
    return inventory(
        entries,
        municipality=Municipality("DE", name, "07338007", 1990, "bisko", "de"),
        population={year: 6000 + year - 1990 for year in range(1990, 2025)},
    )


@cache
def largest() -> Inventory:
    """Every sector and carrier in thirty-five years, with factors missing."""
    return full_inventory()
