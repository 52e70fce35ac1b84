"""Reading one row of a table column by column; every problem of the row is kept, not only the first."""

from collections.abc import Mapping
from decimal import Decimal

from kbdesk.exchange.cells import Cell
from kbdesk.exchange.cells import Row
from kbdesk.exchange.column_numbers import ColumnDecision
from kbdesk.exchange.column_numbers import problem_of
from kbdesk.exchange.column_numbers import value_of
from kbdesk.exchange.header import Header
from kbdesk.exchange.import_problems import Problem
from kbdesk.exchange.labels import Vocabulary
from kbdesk.exchange.mapping import TableMapping

FIRST_YEAR, LAST_YEAR = 1900, 2100
_MAX_TEXT = 2_000
_SHOWN = 80
_FEW = 6
"""So many ids are named where none looks like the word found."""
_MAX_MAGNITUDE = 27


class RowReader:
    """One row under one header: gives values by column name and collects problems."""

    def __init__(
        self, row: Row, header: Header, mapping: TableMapping, decisions: Mapping[str, ColumnDecision]
    ) -> None:
        self._row, self._header, self._mapping, self._decisions = row, header, mapping, decisions
        self.problems: list[Problem] = []

    def has(self, column: str) -> bool:
        """Whether the table says anything about this column."""
        return column in self._header.places or column in self._mapping.constants

    def cell(self, column: str) -> Cell:
        """The cell of a column, in our words; a constant where the table has no such column."""
        place = self._header.places.get(column)
        if place is None:
            return Cell(self._mapping.constants.get(column, ""))
        cell = self._row.cell(place)
        meaning = self._mapping.meaning(column, cell.text)
        return cell if meaning == cell.text else Cell(meaning)

    def text(self, column: str) -> str:
        """The text of a cell; errors of the spreadsheet and overlong texts are problems."""
        cell = self.cell(column)
        if cell.trouble in ("error", "formula", "merged"):
            self.add(f"import.cell_{cell.trouble}", column, cell.text, "")
            return ""
        if len(cell.text) > _MAX_TEXT:
            self.add("import.text_too_long", column, cell.text, str(_MAX_TEXT))
            return cell.text[:_MAX_TEXT]
        return cell.text

    def year(self) -> int | None:
        """The year of the row."""
        cell = self.cell("year")
        if cell.trouble:
            self.add(f"import.cell_{cell.trouble}", "year", cell.text, "")
            return None
        if not cell.text:
            self.add("import.empty_cell", "year", "", "")
            return None
        digits = cell.text
        if not (digits.isascii() and digits.isdigit() and len(digits) == len("2020")):
            self.add("import.year", "year", cell.text, "")
            return None
        if not FIRST_YEAR <= int(digits) <= LAST_YEAR:
            self.add("import.year", "year", cell.text, "")
            return None
        return int(digits)

    def number(self, column: str) -> Decimal | None:
        """The number of a cell; ``None`` with a problem where it is none, ``None`` without one where it is empty."""
        cell = self.cell(column)
        if cell.trouble:
            self.add(f"import.cell_{cell.trouble}", column, cell.text, "")
            return None
        if not cell.text:
            return None
        decision = self._decisions[column]
        if cell.number is None and (problem := problem_of(cell, decision)):
            self.add(problem, column, cell.text, decision.evidence)
            return None
        value = value_of(cell, decision.mark)
        if value is None or not _is_sensible(value):
            self.add("import.number_too_long", column, cell.text, "")
            return None
        return value

    def positive(self, column: str, *, zero: bool) -> Decimal | None:
        """A number that must not be negative (nor 0 where ``zero`` is false)."""
        value = self.number(column)
        if value is not None and (value < 0 or (value == 0 and not zero)):
            self.add("import.negative" if value < 0 else "import.zero", column, self.cell(column).text, "")
            return None
        return value

    def word(self, column: str, vocabulary: Vocabulary, code: str) -> str:
        """The id a word stands for; empty with a problem where it is unknown."""
        text = self.text(column)
        if not text:
            if not self.problems or self.problems[-1].column != self._header.title(column):
                self.add("import.empty_cell", column, "", "")
            return ""
        if not (id_ := vocabulary.id(text)):
            near = vocabulary.nearest(text)
            many_others = not near and len(vocabulary.ids_known) > _FEW
            expected = ", ".join(near or vocabulary.ids_known[:_FEW])
            self.add("import.unknown_word" if many_others else code, column, text, expected)
        return id_

    def add(self, code: str, column: str, found: str, expected: str) -> None:
        """Keep a problem of this row."""
        self.problems.append(Problem(code, self._header.title(column), found[:_SHOWN], expected))


def _is_sensible(value: Decimal) -> bool:
    """Whether the number is within what decimal arithmetic keeps exactly (workbooks hold others, too)."""
    return value.is_finite() and abs(value.adjusted()) <= _MAX_MAGNITUDE
