"""What the numbers that a unit needs are called, and where they are found."""

from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import KM_PER_VEHICLE
from kbdesk.models.conversion import KWH_PER_KM
from kbdesk.models.conversion import MWH_PER_UNIT
from kbdesk.models.conversion import NET_PER_GROSS
from kbdesk.models.conversion import STATE_NUMBER
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_NAMES = {
    GROSS_CALORIFIC_VALUE: mark("Calorific value Hs [kWh/m³]"),
    STATE_NUMBER: mark("State number Z"),
    NET_PER_GROSS: mark("Net per gross (Hi/Hs)"),
    KM_PER_VEHICLE: mark("km per vehicle"),
    KWH_PER_KM: mark("kWh per vehicle-km"),
    MWH_PER_UNIT: mark("MWh per unit"),
    "unit": mark("Unit"),
}

_HINTS = {
    GROSS_CALORIFIC_VALUE: mark("On the gas bill, usually 10 to 12"),
    STATE_NUMBER: mark("On the gas bill, usually 0.90 to 1.00"),
    NET_PER_GROSS: mark("Empty: 0.902 for natural gas"),
    KM_PER_VEHICLE: mark("Kilometres of one vehicle in the year, cars usually 5,000 to 25,000"),
    KWH_PER_KM: mark("Fuel or electricity on one kilometre: 7 l of petrol on 100 km are 0.61 kWh/km"),
    MWH_PER_UNIT: mark("Empty: value of the table of units"),
}


def parameter_name(name: str, texts: Texts) -> str:
    """The label of a parameter."""
    return texts.tr(_NAMES[name]) if name in _NAMES else name


def parameter_hint(name: str, texts: Texts) -> str:
    """Where a parameter stands and what is usual."""
    return texts.tr(_HINTS[name])
