"""What follows from an edit by itself, in the same step, so that undo takes both back.

- An edit of a value takes back the second look at its sector and year.
- The first entry of a year brings the keys of everything the municipality said does not exist.
"""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence

from kbdesk.models.absences import Place
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin


def with_consequences(
    inventory: Inventory, edits: Sequence[Edit], absent: Collection[Place], known_years: Collection[int]
) -> tuple[Edit, ...]:
    """The edits and what follows from them; ``known_years`` are the years that have entries already."""
    return (*edits, *_looks_taken_back(inventory, edits), *_absences(inventory, edits, absent, known_years))


def _looks_taken_back(inventory: Inventory, edits: Sequence[Edit]) -> Iterator[Edit]:
    if not inventory.second_looks:
        return
    edited = {edit.identity for edit in edits}
    touched = {(edit.record.key.year, edit.record.key.sector): None for edit in edits if isinstance(edit.record, Entry)}
    for place in touched:
        look = inventory.second_looks.get(place)
        if look is not None and look.identity not in edited:
            yield Edit(look, None)


def _absences(
    inventory: Inventory, edits: Sequence[Edit], absent: Collection[Place], known_years: Collection[int]
) -> Iterator[Edit]:
    if not absent:
        return
    made = {edit.after.key for edit in edits if isinstance(edit.after, Entry)}
    for year in sorted({key.year for key in made} - set(known_years)):
        for sector, carrier in sorted(absent):
            key = EntryKey(year, sector, carrier)
            if key not in made and key not in inventory.entries:
                yield Edit(None, Entry(key, notation_key=NotationKey.NO, origin=Origin.CARRIED))
