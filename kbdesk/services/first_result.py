"""What a year says so far: per inhabitant, by energy carrier, how much of it rests on own data, what is missing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kbdesk.charts.classes import carrier_scheme
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import per_inhabitant
from kbdesk.models.inventory import EntryKey
from kbdesk.models.own_data import own_data_share
from kbdesk.services.project import Project


class Part(NamedTuple):
    """The emissions [t] of a class of energy carriers; ``label`` is an English source text, ``colour`` its place."""

    label: str
    colour: int
    emissions_t: Decimal


@dataclass(frozen=True, slots=True)
class FirstResult:
    """The result of a year as far as it goes; ``None`` where nothing is known.

    ``unknown`` are the cells that hold a number without emissions yet: no number, a detail of the unit missing, no
    factor.
    """

    emissions_t: Decimal | None
    emissions_t_per_inhabitant: Decimal | None
    energy_mwh_per_inhabitant: Decimal | None
    own_share: Decimal | None
    population_missing: bool
    unknown: tuple[EntryKey, ...]
    parts: tuple[Part, ...]


def first_result(project: Project, year: int) -> FirstResult:
    """The result of a year of the open document."""
    result = project.results.get(year)
    missing = not project.inventory.population(year)
    if result is None:
        return FirstResult(None, None, None, None, missing, (), ())
    return FirstResult(
        emissions_t=result.emissions_t.value,
        emissions_t_per_inhabitant=result.emissions_t_per_inhabitant,
        energy_mwh_per_inhabitant=per_inhabitant(result.energy_mwh.value, result.population),
        own_share=own_data_share(result.cells),
        population_missing=missing,
        unknown=tuple(cell.key for cell in result.of_energy if cell.entry.text and cell.emissions_t is None),
        parts=_parts(result),
    )


def _parts(result: YearResult) -> tuple[Part, ...]:
    """In the order and colours of the charts; classes without emissions are left out."""
    scheme = carrier_scheme()
    sums: dict[str, Decimal] = {}
    for cell in result.cells:
        if cell.emissions_t is not None:
            name = scheme.class_of(cell.key.carrier)
            sums[name] = sums.get(name, Decimal(0)) + cell.emissions_t
    return tuple(Part(label, colour, sums[id_]) for id_, label, colour in scheme.classes if sums.get(id_, 0) > 0)
