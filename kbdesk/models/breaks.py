"""Breaks in the series: years from which figures are not comparable with those before, marked by the officer.

Kept as answers: ``break.2015`` for the whole inventory, ``break.2015.tertiary`` for one sector; the value is the kind,
a tab, and the sentence that says what changed.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.models.answers import Answer

QUESTION = "break."
"""How the questions of breaks begin."""
_YEARS = range(1000, 10000)


class BreakKind(StrEnum):
    """What became another: the method, the boundary of what is counted, the data, or the factor set."""

    METHOD = "method"
    BOUNDARY = "boundary"
    DATA = "data"
    FACTORS = "factors"


@dataclass(frozen=True, slots=True)
class Break:
    """Figures from ``year`` on are not comparable with those before; ``sector`` is empty where all are concerned."""

    year: int
    kind: BreakKind
    text: str
    sector: str = ""

    @property
    def question(self) -> str:
        """The question of the answer that holds it."""
        return break_question(self.year, self.sector)

    @property
    def answer(self) -> Answer:
        """The answer that holds it."""
        return Answer(self.question, f"{self.kind}\t{self.text}")

    @property
    def hides_consumption(self) -> bool:
        """Whether a change of consumption cannot be told from it.

        It can across another factor set, as all years of an inventory are computed with one set: that break concerns
        only what was published or submitted before.
        """
        return self.kind is not BreakKind.FACTORS

    def concerns(self, sector: str) -> bool:
        """Whether figures of the sector are not comparable across it."""
        return self.sector in ("", sector)


def break_question(year: int, sector: str = "") -> str:
    """The question under which the break of a year and sector is kept."""
    return f"{QUESTION}{year}.{sector}" if sector else f"{QUESTION}{year}"


def read_breaks(answers: Mapping[str, Answer]) -> tuple[Break, ...]:
    """The breaks among the answers, by year, those of the whole inventory first; what is none is passed over."""
    found = (_read(answer) for question, answer in answers.items() if question.startswith(QUESTION))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.year, each.sector)))


def breaks_between(breaks: Iterable[Break], first: int, last: int) -> tuple[Break, ...]:
    """Those that part one year from a later one."""
    return tuple(each for each in breaks if first < each.year <= last)


def _read(answer: Answer) -> Break | None:
    year, _, sector = answer.question.removeprefix(QUESTION).partition(".")
    kind, tab, text = answer.value.partition("\t")
    if not (year.isascii() and year.isdigit() and int(year) in _YEARS) or not answer.value:
        return None
    known = kind in set(BreakKind) and bool(tab)
    return Break(int(year), BreakKind(kind) if known else BreakKind.METHOD, text if known else answer.value, sector)
