"""What the register of the open document says of earlier submissions: their factor set and totals."""

import gzip
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kbdesk.models.sent_results import SentResult
from kbdesk.models.submissions import SubmissionEntry

_DECODER = json.JSONDecoder()


def sent_results(entries: Iterable[SubmissionEntry]) -> dict[int, SentResult]:
    """The last revision of every year that was handed in; one whose payload cannot be read is left out."""
    last: dict[int, SubmissionEntry] = {}
    for entry in entries:
        if entry.year not in last or entry.revision > last[entry.year].revision:
            last[entry.year] = entry
    found = (_sent(entry) for entry in last.values())
    return {each.year: each for each in found if each is not None}


def _sent(entry: SubmissionEntry) -> SentResult | None:
    try:
        text = gzip.decompress(entry.payload).decode()
        head, totals = _part(text, "factor_set", "{"), _part(text, "totals", "[")
        emissions = {
            int(total["year"]): Decimal(total["emissions_t"])
            for total in totals
            if total["emissions_t"] is not None and not total["emissions_missing"]
        }
        title = f"{head['title']}, {head['edition']}"
        return SentResult(entry.year, entry.revision, entry.at.date().isoformat(), head["id"], title, emissions)
    except (ValueError, KeyError, TypeError, OSError, EOFError, ArithmeticError):
        return None


def _part(text: str, name: str, opening: str) -> Any:  # noqa: ANN401 - what JSON holds is seen when it is used
    """A top-level part of a canonical payload: reading all of it would take many times as long.

    Quotation marks inside a text are escaped, so that the name with its own can stand in none.
    """
    at = text.rindex(f'"{name}":{opening}')
    return _DECODER.raw_decode(text, at + len(name) + 3)[0]
