"""Breaks in the series as they stand in a payload, and back."""

from collections.abc import Mapping
from typing import Any

from kbdesk.exchange.canonical import Json
from kbdesk.models.answers import Answer
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.breaks import read_breaks
from kbdesk.models.inventory import Inventory


def break_items(inventory: Inventory) -> list[Json]:
    """The breaks that are marked, by year; an empty sector means all."""
    return [break_item(each) for each in read_breaks(inventory.answers)]


def break_item(marked: Break) -> dict[str, Json]:
    """A break."""
    return {"year": marked.year, "kind": marked.kind.value, "sector": marked.sector, "text": marked.text}


def break_answers(payload: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers that hold the breaks of a valid payload."""
    found = (Break(i["year"], BreakKind(i["kind"]), i["text"], i["sector"]) for i in payload.get("breaks", ()))
    return {each.question: each.answer for each in found}
