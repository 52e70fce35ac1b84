"""Tonnes in words: in t, thousand t or million t, by the size of what is shown."""

import math
from typing import NamedTuple

from kbdesk.charts.axes import minus
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_SCALES = (
    (1e8, 1e6, 1, mark("Million tonnes {gas} per year"), mark("{number} million")),
    (1e6, 1e3, 0, mark("Thousand tonnes {gas} per year"), mark("{number} thousand")),
    (2e4, 1e3, 1, mark("Thousand tonnes {gas} per year"), mark("{number} thousand")),
    (0.0, 1.0, 0, mark("Tonnes {gas} per year"), ""),
)

_DIGITS = 3
_FEW, _MOST_DECIMALS = 100.0, 6
"""Fewer tonnes than this are written with decimals."""


class Scale(NamedTuple):
    """By what tonnes are divided before they are shown, with how many decimals, and what the axis is called."""

    divisor: float
    decimals: int
    label: str
    words: str

    def number(self, texts: Texts, tonnes: float) -> str:
        """The number that stands on the axis."""
        return minus(texts.numbers.fixed(tonnes / self.divisor, self.decimals))

    def amount(self, texts: Texts, tonnes: float) -> str:
        """The number with its thousands or millions in words; the unit *t* is still to follow."""
        return self._in_words(texts, self.number(texts, tonnes)) if tonnes else texts.numbers.integer(0)

    def rounded(self, texts: Texts, tonnes: float) -> str:
        """As ``amount``, with three significant digits."""
        return self._in_words(texts, texts.numbers.significant(tonnes / self.divisor, _DIGITS))

    def _in_words(self, texts: Texts, number: str) -> str:
        return texts.tr(self.words, number=number) if self.words else number


def tonnes_scale(texts: Texts, gas: str, top: float) -> Scale:
    """The scale in which values up to ``top`` [t] are written."""
    top = abs(top)
    _, divisor, decimals, label, words = next(row for row in _SCALES if top >= row[0] or not row[0])
    if 0 < top < _FEW:
        decimals = min(_DIGITS - 1 - math.floor(math.log10(top)), _MOST_DECIMALS)
    return Scale(divisor, decimals, texts.tr(label, gas=gas), words)


def amount(texts: Texts, tonnes: float) -> str:
    """An amount [t] in the words that fit its own size, for a sentence; the unit *t* is still to follow."""
    return tonnes_scale(texts, "", abs(tonnes)).rounded(texts, tonnes)
