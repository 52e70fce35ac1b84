"""The 21 stationary cells BISKO requires, and what stands in each.

Households, commerce and industry, each with the three grid-bound carriers and the four others. An explicit zero, or
*does not occur*, fills a cell; silence does not (BISKO, 2019/2024; confirmed for every sector by Difu).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from typing import NamedTuple

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey

SECTORS = {
    "residential": ("residential",),
    "tertiary": ("tertiary",),
    "industry": ("industry", "industry_ets"),
}
"""The required sectors with the sectors that fill them."""

CARRIERS = {
    "electricity": ("electricity",),
    "natural_gas": ("natural_gas",),
    "district_heat": ("district_heat", "local_heat"),
    "heating_oil": ("heating_oil",),
    "biomass": ("biomass", "biomass_unsustainable"),
    "solar_thermal": ("solar_thermal",),
    "ambient_heat": ("ambient_heat", "geothermal"),
}
"""The required carriers with the carriers that fill them."""


class CellState(StrEnum):
    """What stands in a required cell."""

    VALUE = "value"
    ZERO = "zero"
    ABSENT = "does_not_occur"
    KEY = "notation_key"
    DRAFT = "draft"
    NOTHING = "nothing"


FILLED = frozenset({CellState.VALUE, CellState.ZERO, CellState.ABSENT})
_BEST_FIRST = tuple(CellState)


class RequiredCell(NamedTuple):
    """One required cell and its state."""

    sector: str
    carrier: str
    state: CellState

    @property
    def filled(self) -> bool:
        """Whether the requirement is met."""
        return self.state in FILLED


@dataclass(frozen=True, slots=True)
class Completeness:
    """The required cells of a year, in order."""

    year: int
    cells: tuple[RequiredCell, ...]

    @property
    def missing(self) -> tuple[RequiredCell, ...]:
        """The cells that are not filled."""
        return tuple(cell for cell in self.cells if not cell.filled)

    def as_mapping(self) -> dict[str, Any]:
        """The counts and every cell, ready for JSON."""
        return {
            "required": len(self.cells),
            "filled": len(self.cells) - len(self.missing),
            "cells": [{"sector": c.sector, "carrier": c.carrier, "state": str(c.state)} for c in self.cells],
        }


def completeness(inventory: Inventory, year: int) -> Completeness:
    """The state of the required cells in a year, whatever the factor set."""
    cells = (
        RequiredCell(sector, carrier, _best(inventory, year, sector, carrier))
        for sector in SECTORS
        for carrier in CARRIERS
    )
    return Completeness(year, tuple(cells))


def _best(inventory: Inventory, year: int, sector: str, carrier: str) -> CellState:
    """The best state among the cells that fill the requirement."""
    states = {state_of(entry) for entry in _entries(inventory, year, sector, carrier)}
    return next((state for state in _BEST_FIRST if state in states), CellState.NOTHING)


def _entries(inventory: Inventory, year: int, sector: str, carrier: str) -> Iterator[Entry]:
    for own_sector in SECTORS[sector]:
        for own_carrier in CARRIERS[carrier]:
            if (entry := inventory.entries.get(EntryKey(year, own_sector, own_carrier))) is not None:
                yield entry


def state_of(entry: Entry) -> CellState:
    """What an entry says."""
    if entry.notation_key is not None:
        return CellState.ABSENT if entry.notation_key is NotationKey.NO else CellState.KEY
    if entry.quantity is not None:
        return CellState.VALUE if entry.quantity else CellState.ZERO
    return CellState.DRAFT if entry.is_draft else CellState.NOTHING
