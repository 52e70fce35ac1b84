"""The numbers the guide asks for, and the letters they stand on. Data in ``resources/guide``, read once.

Titles and sentences are English source texts of the context ``guide``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.absences import Place
from kbdesk.models.inventory import Grade
from kbdesk.models.resource_tables import read_table


class GuideCell(NamedTuple):
    """A place a number can be for: *households* or *all customers together*; ``unit`` is usual on such a letter."""

    sector: str
    carrier: str
    unit: str
    label: str

    @property
    def place(self) -> Place:
        """Sector and carrier."""
        return self.sector, self.carrier


class LineKind(StrEnum):
    """What a line of a letter is: who writes, what about, a figure, a sum, a figure often taken by mistake."""

    FROM = "from"
    TITLE = "title"
    ROW = "row"
    TOTAL = "total"
    ASIDE = "aside"


class LetterLine(NamedTuple):
    """One line of a letter; the figure is an example, ``None`` where there is none.

    ``spot`` are the places (sectors with carriers) the figure is for, in a letter about one of them alone ``*``.
    """

    kind: LineKind
    label: str
    value: Decimal | None
    unit: str
    spot: frozenset[str]

    def is_spot(self, place: Place) -> bool:
        """Whether the figure for a place stands here."""
        return bool(self.spot & {"*", "/".join(place)})


@dataclass(frozen=True, slots=True)
class GuideNumber:
    """One number: what is wanted, where it stands on which letter, hints by country.

    ``grade`` is what such a letter is usually worth; it is proposed, and can be changed.
    """

    id: str
    letter: str
    grade: Grade
    title: str
    wanted: str
    where: str
    cells: tuple[GuideCell, ...]
    hints: Mapping[str, str] = field(default_factory=dict)

    @property
    def places(self) -> frozenset[Place]:
        """Every sector and carrier the number can be for."""
        return frozenset(cell.place for cell in self.cells)

    def hint(self, country: str) -> str:
        """What the number is called in a country, or who has it; empty where there is nothing to say."""
        return self.hints.get(country, "")


@dataclass(frozen=True, slots=True)
class GuideNumbers:
    """All numbers in the order in which they are asked for, and the lines of every letter."""

    numbers: tuple[GuideNumber, ...]
    letters: Mapping[str, tuple[LetterLine, ...]]

    def number(self, number_id: str) -> GuideNumber:
        """The number of an id; an unknown one is a ``KeyError``."""
        return {number.id: number for number in self.numbers}[number_id]


def read_guide_numbers(folder: Path) -> GuideNumbers:
    """Read ``numbers.csv``, ``cells.csv``, ``hints.csv`` and ``letters.csv``."""
    cells: dict[str, list[GuideCell]] = {}
    for row in read_table(folder / "cells.csv"):
        cells.setdefault(row["number"], []).append(GuideCell(row["sector"], row["carrier"], row["unit"], row["label"]))
    hints: dict[str, dict[str, str]] = {}
    for row in read_table(folder / "hints.csv"):
        hints.setdefault(row["number"], {})[row["country"]] = row["hint"]
    numbers = (
        GuideNumber(
            id=row["id"],
            letter=row["letter"],
            grade=Grade(row["grade"]),
            title=row["title"],
            wanted=row["wanted"],
            where=row["where"],
            cells=tuple(cells[row["id"]]),
            hints=hints.get(row["id"], {}),
        )
        for row in read_table(folder / "numbers.csv")
    )
    return GuideNumbers(tuple(numbers), _read_letters(folder / "letters.csv"))


def _read_letters(path: Path) -> dict[str, tuple[LetterLine, ...]]:
    letters: dict[str, list[LetterLine]] = {}
    for row in read_table(path):
        value = Decimal(row["value"]) if row["value"] else None
        line = LetterLine(LineKind(row["kind"]), row["label"], value, row["unit"], frozenset(row["spot"].split()))
        letters.setdefault(row["letter"], []).append(line)
    return {letter: tuple(lines) for letter, lines in letters.items()}
