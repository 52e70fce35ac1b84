"""What a value would be if it had been meant otherwise: in another unit, or as the other reading of its text."""

from collections.abc import Iterable
from collections.abc import Iterator
from decimal import Decimal
from math import log10
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import Unit
from kbdesk.models.conversion import convert
from kbdesk.models.findings import FixKind
from kbdesk.models.numbers import COMMA
from kbdesk.models.numbers import POINT
from kbdesk.models.sums import read_amount

_POWER_TOLERANCE = 0.07
"""How far a quotient of units may be from a power of ten, in decades (0.07: 15 %)."""


class Reading(NamedTuple):
    """Another meaning: ``value`` is the unit's id or the number's text, ``mwh`` what it would be."""

    kind: FixKind
    value: str
    mwh: float

    def times(self, mwh: float) -> float:
        """How many times the present energy it would be."""
        return self.mwh / mwh

    def is_decimal(self, mwh: float) -> bool:
        """Whether it differs from the present energy by a power of ten, about."""
        return round(log10(self.times(mwh))) != 0 and self.deviation(mwh) <= _POWER_TOLERANCE

    def deviation(self, mwh: float) -> float:
        """How far the quotient with the present energy is from a power of ten, in decades."""
        power = log10(self.times(mwh))
        return abs(power - round(power))


def other_readings(cell: CellResult, codebook: Codebook) -> Iterator[Reading]:
    """Every other meaning of a cell's value that has an energy; the other reading of its text first."""
    yield from _other_numbers(cell)
    own, parameters = cell.entry.unit, dict(cell.entry.parameters)
    for unit in codebook.units_for(cell.key.sector, cell.key.carrier):
        energy = None if unit.id == own else convert(cell.entry.quantity, unit, parameters).energy_mwh
        if energy is not None and energy > 0:
            yield Reading(FixKind.UNIT, unit.id, float(energy))


def energy_in(cells: Iterable[CellResult], unit: str, codebook: Codebook) -> float | None:
    """The energy of cells if all were in one unit [MWh]; ``None`` where one of them cannot be."""
    total = 0.0
    for cell in cells:
        meant = _unit(cell, unit, codebook)
        energy = convert(cell.entry.quantity, meant, dict(cell.entry.parameters)).energy_mwh
        if energy is None:
            return None
        total += float(energy)
    return total


def _unit(cell: CellResult, unit: str, codebook: Codebook) -> Unit | None:
    return codebook.unit(unit, cell.key.sector, cell.key.carrier)


def _other_numbers(cell: CellResult) -> Iterator[Reading]:
    entry, energy = cell.entry, cell.energy_mwh
    if not entry.quantity or energy is None or not {POINT, COMMA} & set(entry.text):
        return
    read = read_amount(entry.text, POINT)
    for number in (read.value, read.alternative):
        if read.alternative is not None and number and number != entry.quantity:
            mwh = float(energy * number / entry.quantity)
            yield Reading(FixKind.QUANTITY, plain_text(number, entry.text, read.unit_text), mwh)


def plain_text(number: Decimal, typed: str, unit_text: str) -> str:
    """A number so that it has one reading, with the decimal mark and the unit that were typed."""
    whole, _, decimals = f"{number:f}".partition(POINT)
    mark = COMMA if COMMA in typed else POINT
    text = f"{whole}{mark}{decimals.ljust(4, '0')}" if decimals else whole
    return f"{text} {unit_text}".strip()
