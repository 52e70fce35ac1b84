"""What a quantity means while it is being typed: its energy, the other reading of a doubtful number, what is wrong."""

from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.conversion import convert
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import SCALE_WORD
from kbdesk.services.data_entry import quantity_edit
from kbdesk.services.data_entry import understood
from kbdesk.services.project import Project
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.texts import Texts


@dataclass(frozen=True, slots=True)
class Preview:
    """``echo`` says what was understood; ``alternative`` is the other reading, written so that it is read so."""

    echo: str = ""
    alternative: str = ""
    is_problem: bool = False


def preview(project: Project, key: EntryKey, text: str, texts: Texts) -> Preview:
    """What a text typed into a cell would become."""
    mark = texts.numbers.decimal_mark
    meant = understood(project, key, text, mark)
    read = meant.read
    alternative = "" if read.alternative is None else texts.numbers.plain(read.alternative)
    if read.problem == SCALE_WORD:
        return Preview(texts.tr("Write the number out in full."), alternative, is_problem=True)
    if read.problem:
        return Preview(texts.tr("This is not a number; it is kept until you correct it."), is_problem=True)
    if read.value is None:
        return Preview()
    if meant.strange_words:
        doubt = texts.tr("“{words}” is no unit of this cell: choose the unit below.", words=meant.strange_words)
        return Preview(doubt, alternative, is_problem=True)
    after = quantity_edit(project, key, text, mark, Origin.TYPED).after
    energy = _energy(project, after, texts) if isinstance(after, Entry) else ""
    return Preview(energy, alternative)


def _energy(project: Project, entry: Entry, texts: Texts) -> str:
    year, sector, carrier = entry.key
    conversion = convert(
        entry.quantity, project.reference.codebook.unit(entry.unit, sector, carrier), dict(entry.parameters)
    )
    if conversion.energy_mwh is None:
        return texts.tr("Still needed: {what}", what=parameter_name(conversion.missing, texts))
    population = project.inventory.population(year)
    if carrier == DIRECT:
        return _emissions(conversion.energy_mwh, population, texts)
    shown = texts.tr("= {energy} MWh", energy=texts.numbers.significant(conversion.energy_mwh))
    share = per_inhabitant(conversion.energy_mwh, population)
    if share is None:
        return shown
    kwh = texts.numbers.significant(share * 1000)
    return f"{shown} = {texts.tr('{kwh} kWh per inhabitant', kwh=kwh)}"


def _emissions(tonnes: Decimal, population: Decimal | None, texts: Texts) -> str:
    shown = texts.tr("= {t} t CO2e", t=texts.numbers.significant(tonnes))
    share = per_inhabitant(tonnes, population)
    if share is None:
        return shown
    kg = texts.numbers.significant(share * 1000)
    return f"{shown} = {texts.tr('{kg} kg per inhabitant', kg=kg)}"
