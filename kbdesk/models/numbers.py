"""Reading numbers as people write them, exactly and without guessing.

``1.234`` is a thousand and something in Germany and a little more than one in Britain: it is read by the decimal mark
that is given, and the other reading is kept beside it. Everything else has one reading or none. Never a float.

A number is an optional sign, digits (plain, or in groups of exactly three set off by one kind of mark), an optional
decimal mark with digits. Group marks are point, comma, space (also no-break, narrow and thin) and apostrophe. Words
behind it are its unit. Other digits than 0-9 are refused: their look may deceive.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

NOT_A_NUMBER = "number.not_a_number"
SCALE_WORD = "number.scale_word"
TOO_LONG = "number.too_long"

POINT, COMMA = ".", ","
MAX_DIGITS = 28
"""As many digits as decimal arithmetic keeps."""
_MAX_LENGTH = 200

_LOOKS = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2019": "'",
        "\u2212": "-",
        "\u200b": None,
        "\u200e": None,
        "\ufeff": None,
    }
)
_SHAPE = re.compile(
    r"(?P<sign>[+-]?) *"
    r"(?P<body>[0-9.,](?:[0-9., ']*[0-9.,'])?)"
    r"(?:[eE](?P<exponent>[+-]?[0-9]{1,2})(?![0-9A-Za-z]))?"
    r" *(?P<unit>[^\W\d_].*|%.*|°.*)?",
    re.DOTALL,
)
_GROUPED = r"(?:[0-9]+|[1-9][0-9]{{0,2}}(?P<mark>[{other} '])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)?(?:{own}[0-9]+)?"
_WITH = {
    POINT: re.compile(_GROUPED.format(other=",", own=r"\.")),
    COMMA: re.compile(_GROUPED.format(other=".", own=",")),
}
_MANTISSA = re.compile(r"[0-9]+|[0-9][.,][0-9]+")
_MAX_EXPONENT = 15
_SCALES = {
    Decimal(1000): ("tsd", "tausend", "thousand"),
    Decimal(10) ** 6: ("mio", "mln", "mill", "million", "millionen", "millions"),
    Decimal(10) ** 9: ("mrd", "bn", "milliarde", "milliarden", "billion"),
}
_SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words}


class ReadNumber(NamedTuple):
    """What a text was read as.

    ``value`` is ``None`` for an empty text (no ``problem``) and for one that is no number (with a ``problem`` code).
    ``alternative`` is the other reading of an ambiguous text, or with ``number.scale_word`` the value that was probably
    meant. ``unit_text`` are the words behind the number.
    """

    value: Decimal | None
    alternative: Decimal | None = None
    unit_text: str = ""
    problem: str = ""


class DecimalDecision(NamedTuple):
    """The decimal mark of a column: ``evidence`` is the text that decided, empty where none did.

    ``ambiguous`` where the column has numbers that the mark changes and no text that decides, or texts that contradict
    each other.
    """

    mark: str
    evidence: str
    ambiguous: bool


class _Readings(NamedTuple):
    """The value of a text by decimal mark; ``None`` where it cannot be read so."""

    point: Decimal | None
    comma: Decimal | None

    @property
    def decisive(self) -> str:
        """The mark that the text proves; empty where it proves none."""
        if (self.point is None) == (self.comma is None):
            return ""
        return POINT if self.comma is None else COMMA

    @property
    def ambiguous(self) -> bool:
        """Whether the mark decides about the value."""
        return self.point is not None and self.comma is not None and self.point != self.comma


_EMPTY = ReadNumber(None)
_NOTHING = _Readings(None, None)


def read_number(text: str, decimal_mark: str) -> ReadNumber:
    """Read a typed text; ``decimal_mark`` (``.`` or ``,``) decides only where both readings are possible."""
    plain = plain_looks(text)
    if not plain:
        return _EMPTY
    readings, unit = _split(plain)
    first, second = (readings.comma, readings.point) if decimal_mark == COMMA else (readings.point, readings.comma)
    value = first if first is not None else second
    if value is None:
        return ReadNumber(None, problem=NOT_A_NUMBER)
    if len(value.as_tuple().digits) > MAX_DIGITS:
        return ReadNumber(None, problem=TOO_LONG)
    if (scale := _scale(unit)) is not None:
        return ReadNumber(None, value * scale, unit, SCALE_WORD)
    return ReadNumber(value, second if readings.ambiguous else None, unit)


def plain_looks(text: str) -> str:
    """The text with plain spaces, apostrophes and minus signs, and without what cannot be seen."""
    return text.translate(_LOOKS).strip()


def decide_decimal_mark(column_texts: Iterable[str], default: str) -> DecimalDecision:
    """The decimal mark of a whole column: what its unambiguous numbers prove, else ``default``."""
    proofs: dict[str, list[str]] = {POINT: [], COMMA: []}
    doubtful = False
    for text in column_texts:
        readings, _ = _split(plain_looks(text))
        doubtful = doubtful or readings.ambiguous
        if readings.decisive:
            proofs[readings.decisive].append(text)
    if not proofs[POINT] and not proofs[COMMA]:
        return DecimalDecision(default, "", doubtful)
    mark = max((default, COMMA if default == POINT else POINT), key=lambda mark: len(proofs[mark]))
    return DecimalDecision(mark, proofs[mark][0], bool(proofs[POINT] and proofs[COMMA]))


def _split(plain: str) -> tuple[_Readings, str]:
    """The possible values of a text and its unit."""
    found = _SHAPE.fullmatch(plain) if len(plain) <= _MAX_LENGTH else None
    if found is None:
        return _NOTHING, ""
    negative = found["sign"] == "-"
    body, exponent, unit = found["body"], found["exponent"], (found["unit"] or "").strip()
    if exponent is not None:
        value = _scientific(body, int(exponent), negative=negative)
        return _Readings(value, value), unit
    return _Readings(_value(body, POINT, negative=negative), _value(body, COMMA, negative=negative)), unit


def _value(body: str, mark: str, *, negative: bool) -> Decimal | None:
    if _WITH[mark].fullmatch(body) is None:
        return None
    whole, _, decimals = body.partition(mark)
    digits = re.sub("[^0-9]", "", whole) or "0"
    return _signed(Decimal(f"{digits}.{decimals}" if decimals else digits), negative=negative)


def _scientific(mantissa: str, exponent: int, *, negative: bool) -> Decimal | None:
    """``4.12E+05`` as spreadsheets show it: one digit before the mark, or no mark, so that it has one reading."""
    if _MANTISSA.fullmatch(mantissa) is None or abs(exponent) > _MAX_EXPONENT:
        return None
    value = Decimal(f"{mantissa.replace(COMMA, POINT)}e{exponent}")
    return _signed(Decimal(f"{value:f}"), negative=negative)


def _signed(value: Decimal, *, negative: bool) -> Decimal:
    """The value with its sign, exactly: arithmetic would round it. There is no negative zero."""
    return value.copy_negate() if negative and value else value


def _scale(unit: str) -> Decimal | None:
    """How many a word such as *Tsd.* or *Mio.* stands for; ``None`` for a unit."""
    first = unit.split(" ", maxsplit=1)[0].rstrip(".").casefold()
    return _SCALE_OF.get(first)
