"""The results of the open inventory, kept current change by change: one edit computes one cell."""

from collections.abc import Mapping

from kbdesk.models.answers import Answer
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Rules
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_cell
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import finder
from kbdesk.models.calculation import summarise
from kbdesk.models.calculation import take_off_heat_pumps
from kbdesk.models.changes import Change
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.heat_pumps import METERED
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import Record

_OF_HEAT_PUMPS = frozenset({AMBIENT_HEAT, *METERED})


class Results:
    """Every year's result; ``update`` brings it up to a change."""

    def __init__(self, inventory: Inventory, rules: Rules) -> None:
        self._rules = rules
        self._finder = finder(inventory, rules)
        self._years: dict[int, YearResult] = {}
        self._cells: dict[int, dict[EntryKey, CellResult]] = {}
        self._take(inventory)

    @property
    def years(self) -> Mapping[int, YearResult]:
        """The results by year, ascending."""
        return self._years

    @property
    def rules(self) -> Rules:
        """The rules these results were computed by."""
        return self._rules

    @property
    def apart(self) -> frozenset[str]:
        """The sectors that are shown and not added."""
        return self._finder.counted.apart

    def cell(self, key: EntryKey) -> CellResult | None:
        """The result of one cell; ``None`` where nothing is recorded."""
        return self._cells.get(key.year, {}).get(key)

    def update(self, inventory: Inventory, change: Change) -> None:
        """Recompute what the change concerns.

        A change of the municipality, of local factors or of what is declared of heat pumps concerns everything.
        """
        records = [edit.record for edit in change.edits]
        if any(_concerns_everything(record) for record in records):
            self._take(inventory)
            return
        touched = {record.key for record in records if isinstance(record, Entry)}
        for key in touched:
            self._recompute(inventory, key)
        if self._finder.counted.takes_off_heat_pumps:
            for year, sector in {(key.year, key.sector) for key in touched if key.carrier in _OF_HEAT_PUMPS}:
                take_off_heat_pumps(self._cells[year], year, sector)
        years = {key.year for key in touched} | {r.year for r in records if isinstance(r, BaseDatum)}
        for year in years:
            self._summarise(inventory, year)
        self._years = dict(sorted(self._years.items()))

    def recompute(self, inventory: Inventory, rules: Rules) -> None:
        """Start again with other rules."""
        self._rules = rules
        self._take(inventory)

    def _take(self, inventory: Inventory) -> None:
        self._finder = finder(inventory, self._rules)
        self._years = compute_inventory(inventory, self._rules)
        self._cells = {year: {cell.key: cell for cell in result.everything} for year, result in self._years.items()}

    def _recompute(self, inventory: Inventory, key: EntryKey) -> None:
        cells = self._cells.setdefault(key.year, {})
        entry = inventory.entries.get(key)
        if entry is None:
            cells.pop(key, None)
        else:
            cells[key] = compute_cell(entry, self._rules.codebook, self._finder)

    def _summarise(self, inventory: Inventory, year: int) -> None:
        cells = self._cells.get(year, {})
        if cells:
            self._years[year] = summarise(year, inventory.population(year), cells.values(), self._rules.codebook)
        else:
            self._years.pop(year, None)


def _concerns_everything(record: Record) -> bool:
    declared = isinstance(record, Answer) and record.question == HEAT_PUMPS_METERED
    return declared or isinstance(record, Municipality | LocalFactor)
