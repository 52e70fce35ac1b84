"""The totals of a year per inhabitant, in one line."""

from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import per_inhabitant
from kbdesk.texts.texts import Texts


def share_text(result: YearResult, texts: Texts) -> str:
    """Energy and emissions per inhabitant, *at least* where parts are missing; or that the inhabitants are missing."""
    year = str(result.year)
    energy = per_inhabitant(result.energy_mwh.value, result.population)
    emissions = result.emissions_t_per_inhabitant
    if result.cells and not result.population:
        return texts.tr("Inhabitants of {year}: missing", year=year)
    if energy is None or emissions is None:
        return ""
    shown = texts.numbers.fixed(energy, 1), texts.numbers.fixed(emissions, 1)
    line = texts.tr("{energy} MWh and {emissions} t per inhabitant", energy=shown[0], emissions=shown[1])
    return line if result.complete else texts.tr("at least {value}", value=line)
