"""The names of views, and of the rows and columns that are not the codebook's."""

from kbdesk.models.codebook import Codebook
from kbdesk.models.views import SCOPE_1
from kbdesk.models.views import SCOPE_2
from kbdesk.models.views import ViewKind
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

TITLES = {
    ViewKind.ENERGY: mark("Final energy by sector and energy carrier [MWh]"),
    ViewKind.EMISSIONS: mark("Emissions by sector and energy carrier [t]"),
    ViewKind.QUALITY: mark("Data quality by sector and energy carrier"),
    ViewKind.COVENANT_ENERGY: mark("Covenant of Mayors, table A: final energy [MWh]"),
    ViewKind.COVENANT_EMISSIONS: mark("Covenant of Mayors, table B: emissions [t]"),
    ViewKind.GPC: mark("GPC: emissions by scope [t]"),
}
_COVENANT_COLUMNS = {
    "1": mark("Electricity"),
    "2": mark("Heat and cold"),
    "3": mark("Natural gas"),
    "4": mark("Liquid gas"),
    "5": mark("Heating oil"),
    "6": mark("Diesel"),
    "7": mark("Gasoline"),
    "8": mark("Lignite"),
    "9": mark("Coal"),
    "10": mark("Other fossil fuels"),
    "22": mark("Biogas"),
    "11": mark("Plant oil"),
    "12": mark("Biofuel"),
    "13": mark("Other biomass"),
    "14": mark("Solar thermal"),
    "15": mark("Geothermal"),
}
_COVENANT_ROWS = {
    "1_2": mark("Tertiary buildings, equipment and facilities"),
    "1_x": mark("Buildings, not allocated"),
    "2_1": mark("Municipal fleet"),
    "2_2_road": mark("Public transport, road"),
    "2_2_rail": mark("Public transport, rail"),
    "2_3_road": mark("Private and commercial transport, road"),
    "2_3_rail": mark("Private and commercial transport, rail"),
    "2_3_waterways": mark("Private and commercial transport, waterways"),
    "2_3_aviation": mark("Private and commercial transport, aviation"),
    "2_4": mark("Transport, not allocated"),
    "3": mark("Agriculture, forestry, fisheries"),
}
_GPC_ROWS = {
    "I.1": mark("Residential buildings"),
    "I.2": mark("Commercial and institutional buildings"),
    "I.3": mark("Manufacturing industries and construction"),
    "I.5": mark("Agriculture, forestry and fishing"),
    "I.6": mark("Non-specified stationary sources"),
    "II.1": mark("On-road transport"),
    "II.2": mark("Railways"),
    "II.3": mark("Waterborne navigation"),
    "II.4": mark("Aviation"),
    "III.1": mark("Solid waste disposal"),
    "III.2": mark("Biological treatment of waste"),
    "III.3": mark("Incineration and open burning"),
    "III.4": mark("Wastewater treatment and discharge"),
    "V": mark("Other direct emissions"),
}
_SCOPES = {SCOPE_1: mark("Scope 1: emitted here"), SCOPE_2: mark("Scope 2: supplied by networks")}


def row_name(kind: ViewKind, row: str, texts: Texts) -> str:
    """The name of a row; where a frame has one sector in a row, the sector's."""
    if kind is ViewKind.GPC:
        return f"{row} {texts.tr(_GPC_ROWS[row])}" if row in _GPC_ROWS else row
    if kind in (ViewKind.COVENANT_ENERGY, ViewKind.COVENANT_EMISSIONS):
        return texts.tr(_COVENANT_ROWS[row]) if row in _COVENANT_ROWS else _sector_of(row, texts.codebook, texts)
    return texts.sector(row)


def column_name(kind: ViewKind, column: str, texts: Texts) -> str:
    """The name of a column."""
    if kind is ViewKind.GPC:
        return texts.tr(_SCOPES.get(column, column))
    if kind in (ViewKind.COVENANT_ENERGY, ViewKind.COVENANT_EMISSIONS):
        return texts.tr(_COVENANT_COLUMNS.get(column, column))
    return texts.carrier(column)


def _sector_of(row: str, codebook: Codebook, texts: Texts) -> str:
    found = next((sector.id for sector in codebook.sectors.values() if sector.covenant_row == row), row)
    return texts.sector(found)
