"""The results of the open inventory, kept current change by change: one edit computes one cell."""

from collections.abc import Mapping

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import Rules
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_cell
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.calculation import finder
from kbdesk.models.calculation import summarise
from kbdesk.models.changes import Change
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality


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

    def cell(self, key: EntryKey) -> CellResult | None:
        """The result of one cell; ``None`` where nothing is recorded."""
        return self._cells.get(key.year, {}).get(key)

    def update(self, inventory: Inventory, change: Change) -> None:
        """Recompute what the change concerns. A change of municipality or of local factors concerns everything."""
        records = [edit.record for edit in change.edits]
        if any(isinstance(record, Municipality | LocalFactor) for record in records):
            self._take(inventory)
            return
        touched = {record.key for record in records if isinstance(record, Entry)}
        for key in touched:
            self._recompute(inventory, key)
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
        self._cells = {
            year: {cell.key: cell for cell in (*result.cells, *result.direct)} for year, result in self._years.items()
        }

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
