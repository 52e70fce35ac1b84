"""Into which classes sectors and carriers are put in a chart: few, fixed, in one order, with one colour everywhere.

The sector classes are those of BISKO, with amounts that cannot be split shown apart. Carriers are put together by what
a council can decide about: the power grid, heat networks, the gas grid, oil boilers, engines, coal.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kbdesk.models.codebook import Codebook
from kbdesk.models.counting import FLEET
from kbdesk.texts.marking import mark

OTHER = "other"
OTHER_COLOUR = 6
"""The place of the class *other* in the palette, after the six of the named classes."""


@dataclass(frozen=True, slots=True)
class ClassScheme:
    """Classes from the bottom of the stack up (id, label, colour), and the class of each id.

    Neighbours are of different lightness, so that a print in black and white can be read.
    """

    kind: str
    classes: tuple[tuple[str, str, int], ...]
    of: Mapping[str, str]
    merge_small: bool

    def class_of(self, id_: str) -> str:
        """The class of a sector or carrier; unknown ones are *other*."""
        return self.of.get(id_, OTHER)


_SECTOR_CLASSES = (
    ("municipal", mark("Municipal facilities"), 0),
    ("households", mark("Households"), 4),
    ("services", mark("Commerce and services"), 2),
    ("industry", mark("Industry"), 5),
    ("transport", mark("Transport"), 1),
    ("unallocated", mark("Buildings, not allocated"), 3),
    (OTHER, mark("Other sectors"), OTHER_COLOUR),
)
_BISKO_CLASSES = {"KE": "municipal", "PH": "households", "GHD": "services", "IND": "industry", "V": "transport"}
_UNALLOCATED = "buildings_unallocated"

_CARRIER_CLASSES = (
    ("electricity", mark("Electricity"), 4),
    ("heat", mark("Heat networks"), 1),
    ("gas", mark("Natural gas"), 5),
    ("oil", mark("Heating oil"), 2),
    ("coal", mark("Coal and peat"), 3),
    ("fuels", mark("Motor fuels"), 0),
    (OTHER, mark("Other carriers"), OTHER_COLOUR),
)
_CARRIERS = {
    "electricity": ("electricity", "electricity_heating"),
    "heat": ("district_heat", "local_heat", "district_cooling"),
    "gas": ("natural_gas",),
    "oil": ("heating_oil", "residual_fuel_oil"),
    "fuels": ("diesel", "gasoline", "motor_fuels", "kerosene", "biodiesel", "bioethanol", "biofuel_unsustainable"),
    "coal": ("lignite", "hard_coal", "anthracite", "sub_bituminous_coal", "peat"),
}

_OWN_CLASSES = (
    ("buildings", mark("Own buildings"), 1),
    ("lighting", mark("Street lighting"), 5),
    ("facilities", mark("Water and waste water"), 2),
    ("fleet", mark("Municipal fleet"), 4),
)
_OWN_SECTORS = {
    "municipal_buildings": "buildings",
    "street_lighting": "lighting",
    "municipal_other": "facilities",
    FLEET: "fleet",
}


def own_scheme() -> ClassScheme:
    """What the municipality runs itself, by kind; every other sector is *other*."""
    return ClassScheme("own", _OWN_CLASSES, _OWN_SECTORS, merge_small=False)


def sector_scheme(codebook: Codebook) -> ClassScheme:
    """Sectors by their BISKO sector."""
    of = {s.id: _BISKO_CLASSES.get(s.bisko, OTHER) for s in codebook.sectors.values()} | {_UNALLOCATED: "unallocated"}
    return ClassScheme("sectors", _SECTOR_CLASSES, of, merge_small=False)


def carrier_scheme() -> ClassScheme:
    """Carriers by what they serve."""
    of = {carrier: name for name, carriers in _CARRIERS.items() for carrier in carriers}
    return ClassScheme("carriers", _CARRIER_CLASSES, of, merge_small=True)
