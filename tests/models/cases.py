"""Reading the published cases, numbers exactly as written."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

CASES = Path(__file__).resolve().parent.parent / "data" / "cases"


def case(name: str) -> Any:
    """A case by name; numbers with a fraction are decimals."""
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)


def decimal(value: int | Decimal) -> Decimal:
    """A number of a case as a decimal."""
    return Decimal(value)
