"""A number typed as a sum of bills: ``1 200 + 340,5 kWh``. Plus and minus, nothing else is computed.

Every term is a number as ``numbers`` reads it; one that has a single reading decides the decimal mark of all. A unit
stands behind the last term, or the same behind each. A minus has spaces around it, as ``10-20`` is a range, and a sum
below 0 is none: ``10 - 20`` is one too. Never a float.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from decimal import localcontext
from typing import NamedTuple

from kbdesk.models.numbers import COMMA
from kbdesk.models.numbers import MAX_DIGITS
from kbdesk.models.numbers import NOT_A_NUMBER
from kbdesk.models.numbers import POINT
from kbdesk.models.numbers import TOO_LONG
from kbdesk.models.numbers import ReadNumber
from kbdesk.models.numbers import decide_decimal_mark
from kbdesk.models.numbers import plain_looks
from kbdesk.models.numbers import read_number

_SIGN = re.compile(r" *(\+) *| +(-) +")
_LONGEST = 400
_EXACT = 460
"""Digits within which the sum of so long a text is exact."""
_NO_NUMBER = ReadNumber(None, problem=NOT_A_NUMBER)


class _Term(NamedTuple):
    text: str
    is_taken_off: bool


def read_amount(text: str, decimal_mark: str) -> ReadNumber:
    """Read a typed text as a number, or as a sum of numbers; ``decimal_mark`` decides only where nothing else does."""
    read = read_number(text, decimal_mark)
    if read.problem != NOT_A_NUMBER and not _SIGN.search(read.unit_text):
        return read
    terms = _terms(plain_looks(text))
    found = _summed_up(terms, decimal_mark) if len(terms) > 1 else _NO_NUMBER
    return found if found.value is not None or found.problem == TOO_LONG else read


def is_sum(text: str, decimal_mark: str) -> bool:
    """Whether a typed text has a value as a sum only."""
    read = read_amount(text, decimal_mark)
    return read.value is not None and read != read_number(text, decimal_mark)


def _summed_up(terms: Sequence[_Term], decimal_mark: str) -> ReadNumber:
    decision = decide_decimal_mark([term.text for term in terms], decimal_mark)
    if decision.evidence and decision.ambiguous:
        return _NO_NUMBER
    found = _summed(terms, decision.mark)
    if found.value is None or not decision.ambiguous:
        return found
    other = _summed(terms, COMMA if decision.mark == POINT else POINT).value
    return found._replace(alternative=other if other != found.value else None)


def _terms(plain: str) -> list[_Term]:
    """The parts between the signs; none where the text is too long or a part is empty."""
    if len(plain) > _LONGEST:
        return []
    parts = _SIGN.split(plain)
    texts, signs = parts[::3], [None, *parts[2::3]]
    return [_Term(text, sign is not None) for text, sign in zip(texts, signs, strict=True)] if all(texts) else []


def _summed(terms: Sequence[_Term], mark: str) -> ReadNumber:
    reads = [read_number(term.text, mark) for term in terms]
    units = {read.unit_text for read in reads[:-1]} - {""}
    if any(read.problem or read.value is None for read in reads) or not units <= {reads[-1].unit_text}:
        return _NO_NUMBER
    with localcontext(prec=_EXACT):
        signed = (-(r.value or Decimal(0)) if t.is_taken_off else r.value for r, t in zip(reads, terms, strict=True))
        value = sum((each for each in signed if each is not None), Decimal(0))
    if value < 0:
        return _NO_NUMBER
    if len(value.as_tuple().digits) > MAX_DIGITS:
        return ReadNumber(None, problem=TOO_LONG)
    return ReadNumber(value, None, reads[-1].unit_text)
