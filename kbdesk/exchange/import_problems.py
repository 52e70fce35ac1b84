"""What is wrong with a row: a code for the texts, with the place, what was found and what was expected."""

from typing import NamedTuple

from kbdesk.texts.texts import Texts


class Problem(NamedTuple):
    """One problem of one row; ``column`` is the title as the file writes it."""

    code: str
    column: str
    found: str
    expected: str

    def sentence(self, texts: Texts) -> str:
        """The problem in words, without the row."""
        return texts.sentence(self.code, {"column": self.column, "found": self.found, "expected": self.expected})
