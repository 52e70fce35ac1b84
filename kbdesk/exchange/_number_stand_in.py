"""Stand-in until models.numbers is there."""
# ruff: noqa

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple


class Decision(NamedTuple):
    mark: str
    evidence: str
    ambiguous: bool


class Read(NamedTuple):
    value: Decimal | None
    unit_text: str = ""


def decide_decimal_mark(texts: Sequence[str], default: str) -> Decision:
    for t in texts:
        for mark, other in ((",", "."), (".", ",")):
            if t.count(mark) == 1 and (len(t.split(mark)[1]) != 3 or (other in t and t.rfind(other) < t.find(mark))):
                return Decision(mark, t, False)
    return Decision(default, "", any(m in t for t in texts for m in ",."))


def read_number(text: str, decimal_mark: str) -> Read:
    other = "." if decimal_mark == "," else ","
    try:
        return Read(Decimal(text.replace(other, "").replace(" ", "").replace(decimal_mark, ".")))
    except InvalidOperation:
        return Read(None)
