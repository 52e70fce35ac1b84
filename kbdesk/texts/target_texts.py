"""What a target is about, and its name, in words."""

from kbdesk.models.commitments import Commitment
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_GROUPS = {
    "KE": mark("Municipal facilities"),
    "PH": mark("Households"),
    "GHD": mark("Commerce and services"),
    "IND": mark("Industry"),
    "V": mark("Transport"),
}


def sector_name(sector: str, texts: Texts) -> str:
    """What a target is about: everything, a BISKO sector, a sector of the codebook."""
    if not sector:
        return texts.tr("Everything")
    return texts.tr(_GROUPS[sector]) if sector in _GROUPS else texts.sector(sector)


def commitment_name(commitment: Commitment, texts: Texts) -> str:
    """The name of a commitment, with its sector where it is about one."""
    name = texts.tr(commitment.name)
    return f"{name} ({sector_name(commitment.sector, texts)})" if commitment.sector else name
