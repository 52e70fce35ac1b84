"""A number typed into a field that takes nothing else: read, or refused in words."""

from decimal import Decimal

from kbdesk.errors import UserError
from kbdesk.models.numbers import read_number


def typed_number(text: str, decimal_mark: str) -> Decimal:
    """The number; text that is none is a ``UserError``."""
    read = read_number(text, decimal_mark)
    if read.value is None:
        raise UserError("number.not_a_number", found=text.strip())
    return read.value


def positive_number(text: str, decimal_mark: str) -> Decimal:
    """The number; text that is none, or not greater than 0, is a ``UserError``."""
    value = typed_number(text, decimal_mark)
    if value <= 0:
        raise UserError("number.not_positive", found=text.strip())
    return value
