"""What changed between two revisions, field by field."""

from collections.abc import Iterator

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.payload_breaks import break_item
from kbdesk.exchange.payload_records import Item
from kbdesk.exchange.payload_records import accounting_item
from kbdesk.exchange.payload_records import base_item
from kbdesk.exchange.payload_records import entry_item
from kbdesk.exchange.payload_records import factor_item
from kbdesk.exchange.payload_records import municipality_item
from kbdesk.exchange.payload_records import parameters_text
from kbdesk.exchange.payload_records import published_item
from kbdesk.exchange.payload_register import REGISTER_KINDS
from kbdesk.exchange.payload_register import register_items
from kbdesk.models.breaks import read_breaks
from kbdesk.models.inventory import Inventory

_KEY_FIELDS = frozenset({"year", "sector", "carrier", "indicator"})
_Identity = tuple[str, ...]


def changes_since(previous: Inventory, inventory: Inventory) -> list[Json]:
    """Every field that differs, with its old and new value; a record on one side only has all its fields."""
    before, after = _items(previous), _items(inventory)
    return [
        {"key": list(identity), "field": field, "old": old, "new": new}
        for identity in sorted(before.keys() | after.keys())
        for field, old, new in _differences(identity[0], before.get(identity, {}), after.get(identity, {}))
    ]


def _items(inventory: Inventory) -> dict[_Identity, Item]:
    found: dict[_Identity, Item] = {inventory.municipality.identity: municipality_item(inventory.municipality)}
    found.update((entry.identity, entry_item(entry)) for entry in inventory.entries.values())
    found.update((datum.identity, base_item(datum)) for datum in inventory.base_data.values())
    found.update((factor.identity, factor_item(factor)) for factor in inventory.local_factors.values())
    found.update((result.identity, published_item(result)) for result in inventory.published.values())
    found.update((("break", str(each.year), each.sector), break_item(each)) for each in read_breaks(inventory.answers))
    found.update(register_items(inventory))
    if accounting := accounting_item(inventory):
        found["accounting",] = accounting
    return found


def _differences(kind: str, before: Item, after: Item) -> Iterator[tuple[str, str | None, str | None]]:
    keys = frozenset() if kind in REGISTER_KINDS else _KEY_FIELDS
    for field in sorted((before.keys() | after.keys()) - keys):
        old, new = _text(before.get(field)), _text(after.get(field))
        if old != new:
            yield field, old, new


def _text(value: Json) -> str | None:
    if value is None or value in ("", {}):
        return None
    return parameters_text(value) if isinstance(value, dict) else str(value)
