"""Where the ambient heat of each sector was last recorded: a series that ends must not end in silence.

The electricity of heat pumps is no longer taken off where the ambient heat is missing (BISKO), however long ago the
series ended; only a zero or a notation key that accounts for it says that there is none any more.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.heat_pumps import AMBIENT_HEAT
from kbdesk.models.inventory import NotationKey

_ACCOUNTED_FOR = frozenset({NotationKey.NO, NotationKey.IE})

BySector = Mapping[str, CellResult]
NO_HEAT: BySector = MappingProxyType({})
_NONE = Decimal(0)


def accounts_for_heat(cell: CellResult) -> bool:
    """Whether a cell of ambient heat says how much there is: an amount, a zero, none, or included elsewhere."""
    return cell.entry.quantity is not None or cell.entry.notation_key in _ACCOUNTED_FOR


class HeatPumpSeries:
    """Remembers the cells of ambient heat of each year: a result already seen is not gone through again."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[YearResult, tuple[CellResult, ...]]] = {}

    def before(self, results: Mapping[int, YearResult], year: int) -> BySector:
        """The last amount of each sector in an earlier year, where none has said since that there is none any more."""
        last: dict[str, CellResult] = {}
        for earlier in sorted(each for each in results if each < year):
            for cell in self._of(results[earlier]):
                if (cell.conversion.energy_mwh or _NONE) > 0:
                    last[cell.key.sector] = cell
                elif accounts_for_heat(cell):
                    last.pop(cell.key.sector, None)
        return last

    def _of(self, result: YearResult) -> tuple[CellResult, ...]:
        known = self._seen.get(result.year)
        if known is None or known[0] is not result:
            cells = tuple(cell for cell in result.of_energy if cell.entry.key.carrier == AMBIENT_HEAT)
            known = self._seen[result.year] = result, cells
        return known[1]
