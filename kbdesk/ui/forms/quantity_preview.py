"""What a quantity means while it is being typed: its energy, the other reading of a doubtful number, what is wrong."""

from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.conversion import convert
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.numbers import SCALE_WORD
from kbdesk.models.sums import is_sum
from kbdesk.services.comparing_nationally import average_text
from kbdesk.services.data_entry import Understood
from kbdesk.services.data_entry import blank_entry
from kbdesk.services.data_entry import understood
from kbdesk.services.form_filling import asks_basis
from kbdesk.services.form_filling import filled
from kbdesk.services.plausible import usual
from kbdesk.services.project import Project
from kbdesk.texts.conversion_texts import conversion_text
from kbdesk.texts.counting_texts import counted_words
from kbdesk.texts.marking import mark
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.forms.earlier_values import size_of

_LOOK_BACK = 5
"""Years."""
_FACTOR = 10
"""The other reading of a number is a thousand times larger or smaller."""
BASES = {"gross": mark("gross (Hs)"), "net": mark("net (Hi)")}


@dataclass(frozen=True, slots=True)
class Preview:
    """``echo`` says what was understood; ``other`` is the other reading as it would be typed, ``offer`` asks for it.

    ``conversion`` is the sentence from paper to energy, empty where the quantity is energy already. ``asks_basis``:
    nobody said whether the value is gross or net.
    """

    echo: str = ""
    offer: str = ""
    other: str = ""
    conversion: str = ""
    is_problem: bool = False
    asks_basis: bool = False


def preview(project: Project, key: EntryKey, text: str, texts: Texts, unit: str = "") -> Preview:
    """What a text typed into a cell would become; ``unit`` is that of a value not recorded yet."""
    mark_ = texts.numbers.decimal_mark
    meant = understood(project, key, text, mark_, unit)
    read = meant.read
    if read.problem == SCALE_WORD:
        full = _written(read.alternative, read.unit_text.partition(" ")[2], texts)
        return Preview(texts.tr("Write the number out in full."), _take(full, texts), full, is_problem=True)
    if read.problem:
        return Preview(texts.tr("This is not a number; it is kept until you correct it."), is_problem=True)
    if read.value is None:
        return Preview()
    other = "" if read.alternative is None else _written(read.alternative, read.unit_text, texts)
    offer = (
        "" if read.alternative is None else texts.tr("Meant {number}?", number=texts.numbers.plain(read.alternative))
    )
    if meant.strange_words:
        doubt = texts.tr("“{words}” is no unit of this cell: choose the unit.", words=meant.strange_words)
        return Preview(doubt, offer, other, is_problem=True)
    before = blank_entry(project, key)
    same = bool(before.text) and text.strip() == before.text
    after = before if same else filled(project, key, text, mark_, unit).after
    if not isinstance(after, Entry):
        return Preview("", offer, other)
    if same and _is_likely(project, after):
        offer = other = ""
    return _understood(project, after, meant, texts, Preview(offer=offer, other=other))


def _is_likely(project: Project, entry: Entry) -> bool:
    """Whether a recorded value is so near to what is usual, or to an earlier year, that its other reading cannot be."""
    now = size_of(project.cell(entry.key))
    if not now:
        return False
    share, band = per_inhabitant(now, project.inventory.population(entry.key.year)), usual(project, entry.key)
    if share is not None and band is not None and 0 < band.low <= share <= band.high:
        return True
    years = range(entry.key.year - 1, entry.key.year - _LOOK_BACK, -1)
    before = next(filter(None, (size_of(project.cell(entry.key._replace(year=year))) for year in years)), None)
    return before is not None and before / _FACTOR < now < before * _FACTOR


def _understood(project: Project, entry: Entry, meant: Understood, texts: Texts, so_far: Preview) -> Preview:
    year, sector, carrier = entry.key
    if not entry.unit and asks_basis(project, entry.key):
        question = texts.tr("Gross (Hs) or net (Hi)? The bill says which.")
        return Preview(question, so_far.offer, so_far.other, asks_basis=True)
    unit = project.reference.codebook.unit(entry.unit, sector, carrier)
    conversion = convert(entry.quantity, unit, dict(entry.parameters))
    if conversion.missing:
        needed = texts.tr("Still needed: {what}", what=parameter_name(conversion.missing, texts))
        return Preview(needed, so_far.offer, so_far.other)
    size = entry.quantity if carrier == DIRECT else conversion.energy_mwh
    population = project.inventory.population(year)
    echo = _emissions(size, population, texts) if carrier == DIRECT else _energy(project, entry, size, texts)
    if entry.quantity is not None and is_sum(entry.text, texts.numbers.decimal_mark):
        echo = texts.tr("sum {number} {echo}", number=texts.numbers.plain(entry.quantity), echo=echo)
    if meant.either is not None and unit is not None:
        echo = texts.tr("{echo}, read as {basis}", echo=echo, basis=texts.tr(BASES[unit.basis]))
    sentence = conversion_text(entry, unit, conversion, texts) if unit is not None else ""
    return Preview(echo, so_far.offer, so_far.other, sentence)


def _energy(project: Project, entry: Entry, energy: Decimal | None, texts: Texts) -> str:
    shown = texts.tr("= {energy} MWh", energy=texts.numbers.significant(energy))
    share = per_inhabitant(energy, project.inventory.population(entry.key.year))
    counted = _counted(project, entry, texts)
    if counted:
        shown = f"{shown} · {counted}"
    if share is None:
        return shown
    per_head = texts.tr("{kwh} kWh per inhabitant", kwh=texts.numbers.significant(share * 1000))
    shown = f"{shown} · {per_head}" if counted else f"{shown} = {per_head}"
    average = average_text(project, entry.key, texts)
    return " · ".join(part for part in (shown, _band(project, entry, texts), average) if part)


def _counted(project: Project, entry: Entry, texts: Texts) -> str:
    """How the value is counted, as long as it is the recorded one."""
    cell = project.cell(entry.key)
    return counted_words(cell, texts) if cell is not None and cell.entry.quantity == entry.quantity else ""


def _band(project: Project, entry: Entry, texts: Texts) -> str:
    band = usual(project, entry.key)
    if band is None:
        return ""
    low, high = (texts.numbers.significant(bound * 1000, 2) for bound in (band.low, band.high))
    return texts.tr("usual {low} to {high}", low=low, high=high)


def _emissions(tonnes: Decimal | None, population: Decimal | None, texts: Texts) -> str:
    shown = texts.tr("= {t} t CO₂e", t=texts.numbers.significant(tonnes))
    share = per_inhabitant(tonnes, population)
    if share is None:
        return shown
    kg = texts.numbers.significant(share * 1000)
    return f"{shown} = {texts.tr('{kg} kg per inhabitant', kg=kg)}"


def _written(value: Decimal | None, words: str, texts: Texts) -> str:
    """A number as it would be typed, with the unit that stood behind it."""
    return "" if value is None else f"{texts.numbers.plain(value)} {words}".strip()


def _take(number: str, texts: Texts) -> str:
    return texts.tr("Take {number}", number=number) if number else ""
