"""How much of the emissions rests on the municipality's own data."""

from collections.abc import Iterable
from decimal import Decimal

from kbdesk.models.calculation import CellResult
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Origin

_OWN_GRADES = frozenset({Grade.A, Grade.B})


def is_own(entry: Entry) -> bool:
    """Whether a value is the municipality's own.

    It is with grade A (primary data) or B (extrapolated from primary data; BISKO, 2019/2024), and without a grade where
    it names its source. Grades C and D (regional and national ratios) and the values of a start inventory are not.
    """
    if entry.origin is Origin.START:
        return False
    if entry.grade is not None:
        return entry.grade in _OWN_GRADES
    return bool(entry.source_id or entry.source)


def own_data_share(cells: Iterable[CellResult]) -> Decimal | None:
    """The share (0 to 1) of the known emissions [t] that rests on own data; ``None`` where none are known.

    What is missing counts on neither side; credits (negative emissions) are left out.
    """
    known = [(cell.emissions_t, is_own(cell.entry)) for cell in cells if cell.emissions_t is not None]
    everything = sum((t for t, _ in known if t > 0), Decimal(0))
    own = sum((t for t, is_own_value in known if is_own_value and t > 0), Decimal(0))
    return own / everything if everything else None
