"""What a unit needs beside a quantity, as JSON text and back."""

import json
from decimal import Decimal

NO_PARAMETERS = "{}"


def parameters_text(parameters: tuple[tuple[str, Decimal], ...]) -> str:
    """The parameters as the file keeps them."""
    if not parameters:
        return NO_PARAMETERS
    return json.dumps({name: str(value) for name, value in parameters}, ensure_ascii=False)


def parameters_of(text: str) -> tuple[tuple[str, Decimal], ...]:
    """The parameters the file kept."""
    if text == NO_PARAMETERS:
        return ()
    return tuple((name, Decimal(value)) for name, value in json.loads(text).items())
