"""What a factor set counts beside what is emitted on the spot, in words."""

from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_NAMES = {
    "life-cycle": mark("with upstream chains"),
    "direct": mark("without upstream chains"),
}


def boundary_name(boundary: str, texts: Texts) -> str:
    """The boundary of a factor set; one that a file names otherwise is told as it is written there."""
    name = _NAMES.get(boundary)
    return texts.tr(name) if name else boundary
