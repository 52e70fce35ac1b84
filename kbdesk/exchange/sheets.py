"""A sheet before it is a file: titles, widths, rows of values with a look."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

Value = str | Decimal | int | None
_LIMIT = Decimal("1e307")


class Look(IntEnum):
    """The looks a cell may have; the number is its place among the workbook's formats."""

    TEXT = 0
    TITLE = 1
    HEADER = 2
    LABEL = 3
    YEAR = 4
    WHOLE = 5
    TWO = 6
    EXACT = 7
    HINT = 8
    WRAPPED = 9
    GUARDED = 10
    SHARE = 11
    FIGURE_WHOLE = 12
    FIGURE_TWO = 13
    ONE = 14
    THREE = 15
    PERCENT = 16


class SheetCell(NamedTuple):
    """A value and its look; ``None`` leaves the cell empty."""

    value: Value
    look: Look = Look.TEXT


@dataclass
class Sheet:
    """One sheet; ``frozen_rows`` stay in view, ``widths`` are in characters."""

    name: str
    widths: tuple[int, ...]
    frozen_rows: int = 0
    landscape: bool = False
    rows: list[tuple[SheetCell, ...]] = field(default_factory=list)

    def add(self, *cells: SheetCell) -> None:
        """Add a row."""
        self.rows.append(cells)

    def add_header(self, titles: Iterable[str]) -> None:
        """Add a row of column titles."""
        self.add(*(SheetCell(title, Look.HEADER) for title in titles))

    def add_pair(self, label: str, value: Value, look: Look = Look.TEXT) -> None:
        """Add a label with one value beside it."""
        self.add(SheetCell(label, Look.LABEL), SheetCell(value, look))

    def add_gap(self) -> None:
        """Add an empty row."""
        self.rows.append(())


def number(text: str | None) -> Decimal | str | None:
    """The number a payload's decimal string stands for; what no spreadsheet can hold as a number stays a text."""
    if text is None:
        return None
    value = Decimal(text)
    return value if abs(value) < _LIMIT else text
