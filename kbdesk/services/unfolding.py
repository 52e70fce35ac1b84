"""Any total down to its cells: the largest first, each with quantity, factor and source, then what is missing."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Total
from kbdesk.models.calculation import emissions_total
from kbdesk.models.calculation import energy_total
from kbdesk.models.factors import FactorStatus
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project
from kbdesk.texts.counting_texts import apart_name
from kbdesk.texts.counting_texts import apart_sentence
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts

_DIGITS = 6


class Unfolded(NamedTuple):
    """What a total is the sum of: final energy [MWh], emissions [t], the known parts, and those that lack something."""

    energy_mwh: Total
    emissions_t: Total
    known: tuple[CellResult, ...]
    missing: tuple[CellResult, ...]


def cells_of(project: Project, year: int, sector: str = "", carrier: str = "") -> tuple[CellResult, ...]:
    """The cells of a year, of a sector or carrier where they are given.

    Direct emissions, and what is contained in others, only if asked for by name.
    """
    result = project.results.get(year)
    if result is None:
        return ()
    cells = result.everything if sector or carrier == DIRECT else result.cells
    return tuple(cell for cell in cells if sector in ("", cell.key.sector) and carrier in ("", cell.key.carrier))


def title(year: int, sector: str, carrier: str, texts: Texts) -> str:
    """What a total is of: the year, a sector or an energy carrier in it."""
    parts = (texts.sector(sector) if sector else "", texts.carrier(carrier) if carrier else "", str(year))
    whole = "" if sector or carrier else texts.tr("All energy-related emissions")
    return ", ".join(part for part in (whole, *parts) if part)


def unfold(cells: Iterable[CellResult]) -> Unfolded:
    """The parts of a total: known ones by emissions, then energy, largest first; the others in their own order.

    A cell that is known not to exist here, or is contained in another, is no part.
    """
    parts = tuple(cells)
    known = sorted((cell for cell in parts if cell.emissions_t is not None), key=_size, reverse=True)
    missing = tuple(cell for cell in parts if cell.emissions_t is None and (cell.lacks_emissions or cell.lacks_energy))
    energy = energy_total(cell for cell in parts if cell.key.carrier != DIRECT)
    return Unfolded(energy, emissions_total(parts), tuple(known), missing)


def summary(found: Unfolded, gas: str, texts: Texts) -> tuple[str, ...]:
    """The total in a sentence, and one that says what it lacks."""
    if not (found.known or found.missing):
        return (texts.tr("There is nothing here to add up."),)
    emissions, energy = texts.numbers.integer(found.emissions_t.value), texts.numbers.integer(found.energy_mwh.value)
    count = len(found.known)
    if not count:
        lines = [texts.tr("Nothing of it is known yet.")]
    elif found.energy_mwh.value is None:
        lines = [
            texts.trn(
                "{t} t {gas}: {count} value.", "{t} t {gas}: the sum of {count} values.", count, t=emissions, gas=gas
            )
        ]
    else:
        lines = [
            texts.trn(
                "{t} t {gas} from {mwh} MWh: {count} value.",
                "{t} t {gas} from {mwh} MWh: the sum of {count} values.",
                count,
                t=emissions,
                gas=gas,
                mwh=energy,
            )
        ]
    if found.missing:
        lines.append(
            texts.trn(
                "{count} value is missing, so the true total is larger.",
                "{count} values are missing, so the true total is larger.",
                len(found.missing),
            )
        )
    if any(cell.apart for cell in (*found.known, *found.missing)):
        lines.append(apart_sentence(texts))
    return tuple(lines)


def header(gas: str, texts: Texts) -> tuple[str, ...]:
    """The header of ``rows``."""
    return (
        texts.tr("Sector"),
        texts.tr("Energy carrier"),
        texts.tr("Final energy [MWh]"),
        texts.tr("× factor [t/MWh]"),
        texts.tr("= emissions [t {gas}]", gas=gas),
        texts.tr("Share"),
        texts.tr("As on paper"),
        texts.tr("Source"),
    )


NUMBERS = (2, 3, 4, 5, 6)
"""The columns of ``rows`` that hold numbers."""


def rows(project: Project, found: Unfolded, texts: Texts) -> tuple[tuple[str, ...], ...]:
    """One line for each part, the known ones first; where something is missing its place says what."""
    whole = found.emissions_t.value
    lines = []
    for cell in (*found.known, *found.missing):
        numbers = texts.numbers
        share = cell.emissions_t / whole if cell.emissions_t is not None and whole else None
        lines.append(
            (
                apart_name(texts.sector(cell.key.sector), texts) if cell.apart else texts.sector(cell.key.sector),
                texts.carrier(cell.key.carrier),
                "" if cell.key.carrier == DIRECT else _number(cell.energy_mwh, texts),
                _factor(cell, texts),
                lacking(cell, texts) if cell.emissions_t is None else _number(cell.emissions_t, texts),
                "" if share is None else numbers.percent(share, 1),
                _on_paper(cell, texts),
                _source(project, cell, texts),
            )
        )
    return tuple(lines)


def keys(found: Unfolded) -> tuple[EntryKey, ...]:
    """The places of the lines of ``rows``."""
    return tuple(cell.key for cell in (*found.known, *found.missing))


def lacking(cell: CellResult, texts: Texts) -> str:
    """What a cell without emissions lacks."""
    entry = cell.entry
    if entry.notation_key is not None:
        return texts.tr(NOTATION[entry.notation_key])
    if entry.is_draft:
        return texts.tr("no number yet")
    if entry.quantity is None:
        return texts.tr("no value yet")
    if cell.energy_mwh is None and cell.key.carrier != DIRECT:
        name = cell.conversion.missing
        return texts.tr("“{name}” is missing", name=parameter_name(name, texts)) if name else texts.tr("no unit")
    return texts.tr("no emission factor")


def _number(value: Decimal | None, texts: Texts) -> str:
    return texts.numbers.integer(value) if value == 0 else texts.numbers.significant(value, _DIGITS)


def _size(cell: CellResult) -> tuple[Decimal, Decimal]:
    return cell.emissions_t or Decimal(0), cell.energy_mwh or Decimal(0)


def _factor(cell: CellResult, texts: Texts) -> str:
    """The factor with what has to be known of it."""
    factor = cell.factor
    if factor.t_per_mwh is None:
        return ""
    value = texts.numbers.significant(factor.t_per_mwh, 5)
    if factor.status is FactorStatus.PROVISIONAL:
        return texts.tr("{value} (of {year}, provisional)", value=value, year=str(factor.year_used))
    return texts.tr("{value} (own)", value=value) if factor.status is FactorStatus.LOCAL else value


def _on_paper(cell: CellResult, texts: Texts) -> str:
    """The quantity as typed, and what is taken off it."""
    typed = typed_text(cell.entry, texts) or "–"
    if cell.heat_pump_mwh is None:
        return typed
    less = texts.numbers.plain(cell.heat_pump_mwh)
    return texts.tr("{typed}, less {less} MWh for heat pumps", typed=typed, less=less)


def _source(project: Project, cell: CellResult, texts: Texts) -> str:
    """Where the quantity is from, with its grade."""
    source = source_text(cell.entry, project.inventory.sources, texts) or texts.tr("no source yet")
    return f"{cell.entry.grade or '–'} · {source}"
