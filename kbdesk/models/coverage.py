"""How much of a municipality a year covers: the four key sectors of the Covenant of Mayors.

Municipal buildings, tertiary buildings, residential buildings, transport. A baseline inventory has to cover three of
the four (Covenant of Mayors, eligibility criteria checked by the JRC); with fewer a total says little.
"""

from collections.abc import Iterable

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
    entries = [cell.entry for cell in result.cells]
    said = {e.key.sector for e in entries if e.quantity is not None or e.notation_key in _COVERING}
    return key_sectors_of(said, codebook)


def key_sectors_of(sectors: Iterable[str], codebook: Codebook) -> frozenset[str]:
    """The key sectors that are covered where these sectors are known."""
    covered: set[str] = set()
    for sector_id in sectors:
        sector = codebook.sectors.get(sector_id)
        if sector is None:
            continue
        if sector.covenant_key_sector:
            covered.add(sector.covenant_key_sector)
        elif sector.kind is SectorKind.STATIONARY and not sector.gpc.startswith(("I.3", "I.5")):
            covered |= _BUILDINGS
    return frozenset(covered)
