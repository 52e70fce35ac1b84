"""Inventories at the edge of what can be: tiny, huge, both at once, negative, with gaps, with the longest names."""

from collections.abc import Callable
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory

_CARRIERS = (
    "electricity",
    "electricity_heating",
    "district_heat",
    "natural_gas",
    "lpg",
    "heating_oil",
    "lignite",
    "biomass",
    "waste_biogenic",
    "solar_thermal",
    "ambient_heat",
    "other_renewable",
)
_SECTORS = ("municipal_buildings", "residential", "tertiary", "industry")
_LONG = Municipality(
    "DE",
    "Verbandsgemeinde Obermoschel-Niederkirchen-Donaudampfschifffahrtsgesellschaftskapitänshausen an der Kleinen Vils",
    "07338007",
    1990,
    "bisko",
    "de",
)


def _years(years: range, mwh: Callable[[int], float], carriers: tuple[str, ...] = _CARRIERS) -> list[Entry]:
    return [
        entry(year, _SECTORS[at % len(_SECTORS)], carrier, f"{mwh(year) * (at + 1):.9f}")
        for year in years
        for at, carrier in enumerate(carriers)
    ]


def _population(years: range, inhabitants: int) -> dict[int, int]:
    return dict.fromkeys(years, inhabitants)


@cache
def tiny() -> Inventory:
    """A hundredth of a tonne a year."""
    years = range(2018, 2024)
    return inventory(_years(years, lambda _: 0.0006), population=_population(years, 2))


@cache
def huge() -> Inventory:
    """Ten million tonnes a year for 35 years, in a municipality with a very long name."""
    years = range(1990, 2025)
    entries = _years(years, lambda year: 500_000.0 + 20_000.0 * (2024 - year))
    return inventory(entries, municipality=_LONG, population=_population(years, 3_700_000))


@cache
def apart() -> Inventory:
    """From a hundredth of a tonne to ten million tonnes within three years."""
    cells = [entry(2010, "residential", "natural_gas", "0.04"), entry(2016, "industry", "lignite", "27000000")]
    cells.append(entry(2022, "residential", "natural_gas", "1"))
    return inventory(cells, population={2010: 900, 2016: 950, 2022: 1000})


@cache
def wrong_sign() -> Inventory:
    """Values typed with a minus, in one year more than all others together."""
    cells = [
        *_years(range(2015, 2018), lambda year: 100.0 * (year - 2010)),
        entry(2018, "residential", "natural_gas", "-90000"),
        entry(2018, "tertiary", "electricity", "12000"),
        entry(2019, "residential", "heating_oil", "-3000"),
        entry(2019, "tertiary", "electricity", "50000"),
    ]
    return inventory(cells, population=_population(range(2015, 2020), 4000))


@cache
def only_negative() -> Inventory:
    """Nothing but values with a wrong sign."""
    cells = [entry(year, "residential", "natural_gas", "-90000") for year in (2012, 2017)]
    return inventory(cells, population={2012: 4000, 2017: 4100})


@cache
def zeros() -> Inventory:
    """Zero everywhere."""
    cells = [entry(year, "residential", "natural_gas", "0") for year in (2012, 2017, 2018)]
    return inventory(cells, population={2012: 4000, 2017: 4100, 2018: 4100})


@cache
def with_gaps() -> Inventory:
    """Years far apart, some published, some incomplete, hardly any inhabitants known, all start values or grade D."""
    cells = _years(range(1995, 2024, 7), lambda year: 40.0 + year % 5)
    cells = [
        entry(e.key.year, e.key.sector, e.key.carrier, e.text, grade=Grade.D, origin=Origin.START)
        for e in cells
        if (e.key.year + len(e.key.carrier)) % 3
    ]
    cells.append(entry(2009, "road_passenger", "diesel", "", notation_key=NotationKey.NE, grade=None))
    published = [PublishedResult(y, Decimal(310), source="Klimaschutzkonzept") for y in (1990, 1991, 2003)]
    return inventory(cells, municipality=_LONG, population={1995: 4000, 2016: 4300}, published=published)


@cache
def nobody() -> Inventory:
    """Values without inhabitants."""
    return inventory(_years(range(2018, 2024), lambda _: 600.0))


EXTREMES: Mapping[str, Callable[[], Inventory]] = {
    "tiny": tiny,
    "huge": huge,
    "apart": apart,
    "wrong_sign": wrong_sign,
    "only_negative": only_negative,
    "zeros": zeros,
    "with_gaps": with_gaps,
    "nobody": nobody,
    "no_data": inventory,
    "one_year": minimal_inventory,
}
"""Beside those of the other tests of pictures."""
