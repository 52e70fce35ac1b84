"""Decimals that may be missing, as stored and back; missing is NULL, never 0."""

from decimal import Decimal


def amount_text(value: Decimal | None) -> str | None:
    """The decimal as text, exactly."""
    return None if value is None else str(value)


def amount_of(text: str | None) -> Decimal | None:
    """The decimal of a stored text."""
    return None if text is None else Decimal(text)
