"""How much of a municipality a year covers: the four key sectors of the Covenant of Mayors.

Municipal buildings, tertiary buildings, residential buildings, transport. A baseline inventory has to cover three of
the four (Covenant of Mayors, eligibility criteria checked by the JRC); with fewer a total says little.
"""

from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.inventory import NotationKey

KEY_SECTORS = ("municipal", "tertiary", "residential", "transport")
KEY_SECTORS_NEEDED = 3
"""One number for the finding and for the verdicts: they must never say different things of a year."""
_COVERING = frozenset({NotationKey.NO, NotationKey.IE})
_BUILDINGS = frozenset(KEY_SECTORS[:3])


def covered_key_sectors(result: YearResult, codebook: Codebook) -> frozenset[str]:
    """The key sectors with a value (or *does not occur*, *included elsewhere*) in the year.

    Amounts that cannot be split among buildings cover all three building sectors.
    """
    covered: set[str] = set()
    for cell in result.cells:
        if cell.entry.quantity is None and cell.entry.notation_key not in _COVERING:
            continue
        sector = codebook.sectors.get(cell.key.sector)
        if sector is None:
            continue
        if sector.covenant_key_sector:
            covered.add(sector.covenant_key_sector)
        elif sector.kind is SectorKind.STATIONARY and not sector.gpc.startswith(("I.3", "I.5")):
            covered |= _BUILDINGS
    return frozenset(covered)
