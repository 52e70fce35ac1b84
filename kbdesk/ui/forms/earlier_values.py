"""The last values of a cell in earlier years, and how much this year's differs."""

from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_EARLIER = 2
_BRIEF = {
    NotationKey.NO: mark("absent"),
    NotationKey.NE: mark("unknown"),
    NotationKey.IE: mark("elsewhere"),
    NotationKey.C: mark("confidential"),
}


class Earlier(NamedTuple):
    """One earlier year in words: final energy [MWh] or direct emissions [t], or a reason; ``change`` since then.

    ``brief`` is the same where there is room for a word only.
    """

    year: int
    amount: str
    change: str
    brief: str

    def line(self, unit: str, texts: Texts) -> str:
        """One line for the details."""
        amount = f"{self.amount} {unit}".strip()
        if not self.change:
            return f"{self.year}: {amount}"
        return texts.tr("{year}: {amount}, {change} since then", year=str(self.year), amount=amount, change=self.change)


def earlier_values(project: Project, key: EntryKey, texts: Texts) -> tuple[Earlier, ...]:
    """The last two earlier years of the same cell with an entry, the nearest first."""
    entries = project.inventory.entries
    years = sorted((year for year in project.results if year < key.year), reverse=True)
    same = [place for year in years if (place := key._replace(year=year)) in entries][:_EARLIER]
    now = size_of(project.cell(key))
    return tuple(_earlier(project.cell(place), place.year, now, texts) for place in same)


def size_of(cell: CellResult | None) -> Decimal | None:
    """Final energy [MWh], or for direct emissions [t]."""
    if cell is None:
        return None
    return cell.emissions_t if cell.key.carrier == DIRECT else cell.energy_mwh


def unit_of(key: EntryKey) -> str:
    """The unit of ``size_of``."""
    return "t CO₂e" if key.carrier == DIRECT else "MWh"


def _earlier(cell: CellResult | None, year: int, now: Decimal | None, texts: Texts) -> Earlier:
    before = size_of(cell)
    if cell is not None and cell.entry.notation_key is not None:
        key = cell.entry.notation_key
        return Earlier(year, texts.tr(NOTATION[key]), "", texts.tr(_BRIEF[key]))
    if before is None:
        return Earlier(year, "–", "", "–")
    change = texts.numbers.percent(now / before - 1, signed=True) if before and now is not None else ""
    amount = texts.numbers.significant(before)
    return Earlier(year, amount, change, amount)
