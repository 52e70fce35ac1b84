"""Any cell explained down to the factor's source and the quantity as typed."""

from kbdesk.errors import UserError
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.factors import FactorStatus
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services.bill_explaining import bill_sentences
from kbdesk.services.factor_explaining import factor_steps
from kbdesk.services.project import Project
from kbdesk.services.road_traffic import traffic_sentences
from kbdesk.texts.conversion_texts import conversion_text
from kbdesk.texts.counting_texts import apart_sentence
from kbdesk.texts.counting_texts import heat_pump_sentences
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.entry_texts import contained_text
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts


def explain_cell(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """Sentences from the quantity as typed to the emissions; a cell without an entry is a ``UserError``."""
    cell = project.cell(key)
    if cell is None:
        raise UserError(
            "cell.empty", year=str(key.year), sector=texts.sector(key.sector), carrier=texts.carrier(key.carrier)
        )
    place = texts.tr(
        "{sector}, {carrier}, {year}",
        sector=texts.sector(key.sector),
        carrier=texts.carrier(key.carrier),
        year=str(key.year),
    )
    billed = bill_sentences(project, key, texts) if project.inventory.bills else ()
    driven = traffic_sentences(project, key, texts) if project.inventory.traffic else ()
    return (place, *_typed(project, cell, texts), *billed, *driven, *_computed(project, cell, texts))


def echo(project: Project, key: EntryKey, texts: Texts) -> str:
    """Final energy of a cell in MWh and per inhabitant, as shown beside the field; empty where not known."""
    cell = project.cell(key)
    if cell is None or cell.energy_mwh is None:
        return ""
    shown = texts.tr("= {energy} MWh", energy=texts.numbers.significant(cell.energy_mwh))
    share = per_inhabitant(cell.energy_mwh, project.inventory.population(key.year))
    if share is None:
        return shown
    per_head = texts.tr("{kwh} kWh per inhabitant", kwh=texts.numbers.significant(share * 1000))
    return f"{shown} · {per_head}"


def _typed(project: Project, cell: CellResult, texts: Texts) -> tuple[str, ...]:
    entry = cell.entry
    lines = []
    if entry.notation_key is not None:
        words = texts.tr(NOTATION[entry.notation_key])
        lines.append(texts.tr("No value: {words} ({key}).", words=words, key=entry.notation_key))
        if entry.contained_in:
            lines.append(texts.tr("Contained in: {place}", place=contained_text(entry, texts)))
    elif entry.is_expected:
        lines.append(texts.tr("A value is expected here: the year before has one."))
    else:
        lines.append(texts.tr("Typed: {text}", text=typed_text(entry, texts) or "–"))
    if entry.is_draft:
        lines.append(texts.tr("“{text}” is not a number; it is kept until you correct it.", text=entry.text))
    grade = entry.grade or texts.tr("not graded")
    lines.append(texts.tr("Data quality: {grade}", grade=grade))
    source = source_text(entry, project.inventory.sources, texts)
    lines.append(texts.tr("Source: {source}", source=source or texts.tr("not given")))
    if entry.note:
        lines.append(texts.tr("Note: {note}", note=entry.note))
    return tuple(lines)


def _computed(project: Project, cell: CellResult, texts: Texts) -> tuple[str, ...]:
    if cell.entry.notation_key is not None or cell.entry.quantity is None:
        return ()
    if cell.key.carrier == DIRECT:
        return (texts.tr("Direct emissions: {t} t CO2e", t=texts.numbers.significant(cell.emissions_t)),)
    steps = factor_steps(project, cell.key.year, cell.factor, texts)
    heat = project.cell(cell.key._replace(carrier=AMBIENT_HEAT))
    return (
        _energy(cell, texts),
        *heat_pump_sentences(cell, heat.energy_mwh if heat is not None else None, texts),
        _factor(project, cell, texts),
        *steps,
        _emissions(project, cell, texts),
        *((apart_sentence(texts),) if cell.apart else ()),
    )


def _energy(cell: CellResult, texts: Texts) -> str:
    conversion, entry = cell.conversion, cell.entry
    if conversion.energy_mwh is None or entry.quantity is None:
        return texts.tr(
            "Final energy: not known, because “{name}” is missing.", name=parameter_name(conversion.missing, texts)
        )
    unit = texts.codebook.unit(entry.unit, entry.key.sector, entry.key.carrier)
    if unit is not None and (line := conversion_text(entry, unit, conversion, texts, every_digit=True)):
        return line
    factors = " ".join(f"× {texts.numbers.plain(step.factor)}" for step in conversion.steps if step.factor != 1)
    energy = texts.numbers.plain(conversion.energy_mwh)
    if not factors:
        return texts.tr("Final energy: {energy} MWh", energy=energy)
    label = texts.unit(unit) if unit is not None else entry.unit
    return f"{texts.numbers.plain(entry.quantity)} {label} {factors} = {energy} MWh"


def _factor(project: Project, cell: CellResult, texts: Texts) -> str:
    factor, key = cell.factor, cell.key
    if factor.t_per_mwh is None:
        return texts.tr(
            "Emission factor: missing for {carrier} {year}.", carrier=texts.carrier(key.carrier), year=str(key.year)
        )
    value = texts.numbers.plain(factor.t_per_mwh)
    source = factor.source or texts.tr("not given")
    if factor.status is FactorStatus.LOCAL:
        return texts.tr(
            "Emission factor: {value} t/MWh, the municipality's own. Source: {source}", value=value, source=source
        )
    title = project.reference.factors.title(factor.set_id)
    if factor.status is FactorStatus.PROVISIONAL:
        return texts.tr(
            "Emission factor: {value} t/MWh, provisional: the value of {year}. {set}. Source: {source}",
            value=value,
            year=str(factor.year_used),
            set=title,
            source=source,
        )
    return texts.tr("Emission factor: {value} t/MWh. {set}. Source: {source}", value=value, set=title, source=source)


def _emissions(project: Project, cell: CellResult, texts: Texts) -> str:
    if cell.emissions_t is None or cell.energy_mwh is None or cell.factor.t_per_mwh is None:
        return texts.tr("Emissions: not known.")
    numbers = texts.numbers
    gas = project.factor_set.gas_basis.replace("CO2", "CO₂")
    return texts.tr(
        "{energy} MWh × {factor} t/MWh = {emissions} t {gas}",
        energy=numbers.plain(cell.energy_mwh),
        factor=numbers.plain(cell.factor.t_per_mwh),
        emissions=numbers.plain(cell.emissions_t),
        gas=gas,
    )
