"""The values of charts of energy: of the flow its nodes and bands, of small multiples every year of every panel."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from decimal import Decimal

from kbdesk.charts.classes import OTHER
from kbdesk.charts.classes import carrier_scheme
from kbdesk.charts.classes import sector_scheme
from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import Quantity
from kbdesk.charts.data import SmallMultiples
from kbdesk.charts.energy import chosen_year
from kbdesk.charts.energy import years_with_energy
from kbdesk.charts.request import ChartRequest
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.texts.texts import Texts

_Ends = Callable[[str, str], tuple[str, str]]
"""The classes of the carrier and of the sector of a cell."""


def flow_spots(chart: FlowChart, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    """Carriers in column 0, bands in column 1, sectors in column 2, each from the bottom up."""
    year = chosen_year(request, years_with_energy(request.results))
    if year is None:
        return
    carriers, sectors = carrier_scheme(), sector_scheme(texts.codebook)
    shown = {node.id for node in chart.carriers}

    def ends(sector: str, carrier: str) -> tuple[str, str]:
        found = carriers.class_of(carrier)
        return found if found in shown else OTHER, sectors.class_of(sector)

    for number, node in enumerate(chart.carriers):
        target = _largest(request, year, ends, carrier=node.id)
        yield Spot(number, 0, _words(year, node.label, node.amount_label, node.share_label), node.value, target=target)
    for number, band in enumerate(chart.bands):
        target = _largest(request, year, ends, carrier=band.carrier, sector=band.sector)
        yield Spot(number, 1, _words(year, band.label), band.value, target=target)
    for number, node in enumerate(chart.sectors):
        target = _largest(request, year, ends, sector=node.id)
        yield Spot(number, 2, _words(year, node.label, node.amount_label, node.share_label), node.value, target=target)


def panel_spots(chart: SmallMultiples, request: ChartRequest, texts: Texts) -> Iterator[Spot]:
    """``series`` is the panel, ``column`` the year."""
    rows = {str(row[0]): row for row in chart.cells}
    shown = {panel.id for panel in chart.panels}

    years = {point.year for panel in chart.panels for point in panel.points}
    largest = {year: _largest_of_carriers(request, year, shown) for year in years}
    for number, panel in enumerate(chart.panels):
        for point in panel.points:
            cell = rows[str(point.year)][number + 1]
            mwh = cell.value if isinstance(cell, Quantity) else None
            amount = ("" if point.complete else "≥ ") + f"{texts.numbers.integer(mwh)} MWh"
            target = largest[point.year].get(panel.id, SpotTarget(point.year))
            yield Spot(number, point.year, _words(point.year, panel.label, amount), point.value, target=target)


def _words(year: int, *words: str) -> str:
    return " · ".join((str(year), *words))


def _largest(request: ChartRequest, year: int, ends: _Ends, carrier: str = "", sector: str = "") -> SpotTarget:
    """The cell with most energy of this carrier and this sector, as far as given; the year where there is none."""
    best, most = SpotTarget(year), -1.0
    for cell in request.results[year].cells:
        key = cell.entry.key
        if cell.energy_mwh is None or float(cell.energy_mwh) <= most:
            continue
        of_carrier, of_sector = ends(key.sector, key.carrier)
        if carrier in ("", of_carrier) and sector in ("", of_sector):
            best, most = SpotTarget(year, key.sector, key.carrier), float(cell.energy_mwh)
    return best


def _largest_of_carriers(request: ChartRequest, year: int, shown: Collection[str]) -> dict[str, SpotTarget]:
    """Of each carrier that is shown, and of all others together, the cell with most energy."""
    most: dict[str, Decimal] = {}
    found: dict[str, SpotTarget] = {}
    for cell in request.results[year].cells:
        mwh, key = cell.energy_mwh, cell.entry.key
        carrier = key.carrier if key.carrier in shown else OTHER
        if mwh is not None and (carrier not in most or mwh > most[carrier]):
            most[carrier], found[carrier] = mwh, SpotTarget(year, key.sector, key.carrier)
    return found
