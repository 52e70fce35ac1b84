"""From the quantity on paper to energy, in one line: “412 345 m³ × 0.9674 × 11.2 kWh/m³ × 0.902 = 4 030 MWh”."""

from decimal import Decimal

from kbdesk.models.codebook import Step
from kbdesk.models.codebook import Unit
from kbdesk.models.conversion import EMISSION
from kbdesk.models.conversion import GROSS_CALORIFIC_VALUE
from kbdesk.models.conversion import KM_PER_VEHICLE
from kbdesk.models.conversion import KWH_PER_KM
from kbdesk.models.conversion import Conversion
from kbdesk.models.inventory import Entry
from kbdesk.texts.texts import Texts

_PER_THOUSAND = {GROSS_CALORIFIC_VALUE: "kWh/m³", KWH_PER_KM: "kWh/km"}
"""Steps whose factor is a thousandth of the number on paper, and the unit of that number."""
_SMALL = Decimal("0.1")
_SHORT = 9
"""Characters of a unit that can stand behind a stroke."""


def conversion_text(
    entry: Entry, unit: Unit, conversion: Conversion, texts: Texts, *, every_digit: bool = False
) -> str:
    """The line for an entry; empty where there is nothing to convert or nothing known."""
    plain_energy = unit.quantity == "energy" and unit.basis != "gross"
    if unit.quantity == EMISSION or plain_energy or entry.quantity is None or conversion.energy_mwh is None:
        return ""
    label = texts.unit(unit).partition(" (")[0]
    factors = "".join(f" × {factor}" for step in conversion.steps if (factor := _factor(step, unit, label, texts)))
    shown = texts.numbers.plain if every_digit else texts.numbers.significant
    energy = shown(conversion.energy_mwh)
    return f"{texts.numbers.plain(entry.quantity)} {label}{factors} = {energy} MWh"


def _factor(step: Step, unit: Unit, label: str, texts: Texts) -> str:
    """One factor as it is known on paper; empty for a mere change from kWh to MWh."""
    plain = texts.numbers.plain
    if step.name in _PER_THOUSAND:
        return f"{plain(step.factor * 1000)} {_PER_THOUSAND[step.name]}"
    if step.name == KM_PER_VEHICLE:
        return f"{plain(step.factor)} km"
    if unit.quantity == "energy" and step.name == "unit":
        factor = step.factor * 1000 if unit.id.startswith("kWh") else step.factor
        return "" if factor == 1 else plain(factor)
    if step.name not in ("unit", "mwh_per_unit"):
        return plain(step.factor)
    if step.factor < _SMALL:
        return (
            f"{plain(step.factor * 1000)} kWh/{label}" if len(label) <= _SHORT else f"{plain(step.factor * 1000)} kWh"
        )
    return f"{plain(step.factor)} MWh/{label}" if len(label) <= _SHORT else f"{plain(step.factor)} MWh"
