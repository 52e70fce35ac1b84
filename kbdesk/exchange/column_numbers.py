"""How the numbers of one column are read: the decimal mark is decided for the whole column, never cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.exchange.cells import Cell
from kbdesk.models.inventory import NotationKey
from kbdesk.models.numbers import TOO_LONG
from kbdesk.models.numbers import decide_decimal_mark
from kbdesk.models.numbers import read_number

_SAMPLES = 3
_KEYS = frozenset(NotationKey)


@dataclass(frozen=True)
class ColumnDecision:
    """What was decided for a column of numbers.

    ``mark`` is the decimal mark, empty where every cell holds a number of the workbook itself; ``evidence`` is the cell
    that decided, empty where the file's own setting did; ``samples`` shows cells and what they were read as.
    """

    header: str
    target: str
    mark: str
    evidence: str
    ambiguous: bool
    samples: tuple[tuple[str, Decimal | None], ...]

    @property
    def contradictory(self) -> bool:
        """Whether some cells prove the decimal comma and others the decimal point."""
        return self.ambiguous and bool(self.evidence)


def decide_column(header: str, target: str, cells: Sequence[Cell], default: str, *, fixed: bool) -> ColumnDecision:
    """Decide the decimal mark of a column from all its text cells; ``fixed`` where it is known beforehand."""
    typed = [cell.text for cell in cells if cell.text and cell.number is None and not cell.trouble]
    if not typed:
        mark, evidence, ambiguous = "", "", False
    elif fixed:
        mark, evidence, ambiguous = default, "", False
    else:
        decision = decide_decimal_mark(typed, default)
        mark, evidence, ambiguous = decision.mark, decision.evidence, decision.ambiguous
    shown = [cell for cell in cells if cell.text][:_SAMPLES]
    samples = tuple((cell.text, value_of(cell, mark)) for cell in shown)
    return ColumnDecision(header, target, mark, evidence, ambiguous, samples)


def problem_of(cell: Cell, decision: ColumnDecision) -> str:
    """Why a text cell is no number, or none that can be trusted, as the code of a problem; empty where it is one."""
    read = read_number(cell.text, decision.mark or ".")
    if read.problem == TOO_LONG:
        return "import.number_too_long"
    if read.value is None or read.unit_text:
        return "import.key_for_number" if cell.text.upper() in _KEYS else "import.not_a_number"
    return "import.number_ambiguous" if decision.contradictory and read.alternative is not None else ""


def value_of(cell: Cell, mark: str) -> Decimal | None:
    """The number in a cell; ``None`` where there is none that can be trusted."""
    if cell.number is not None or cell.trouble:
        return cell.number
    read = read_number(cell.text, mark or ".")
    return None if read.unit_text else read.value
