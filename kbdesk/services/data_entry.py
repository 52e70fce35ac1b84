"""Entering values: what is typed is kept as typed, understood by the number format, and saved at once.

Text that is no number stays as a draft and becomes a finding; a notation key replaces a value and the other way round,
and undo brings back either.
"""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import ReadNumber
from kbdesk.models.numbers import read_number
from kbdesk.services.project import Project

EARLIEST_YEAR = 1990


class Understood(NamedTuple):
    """What a typed text is read as in a cell; words behind the number that are no unit of the cell make it a draft."""

    read: ReadNumber
    quantity: Decimal | None
    unit: str
    strange_words: str


def understood(project: Project, key: EntryKey, text: str, decimal_mark: str) -> Understood:
    """What a text typed into a cell is read as; ``unit`` is empty where none was typed."""
    read = read_number(text.strip(), decimal_mark)
    if read.value is None or not read.unit_text:
        return Understood(read, read.value, "", "")
    unit = project.reference.codebook.unit_named(read.unit_text, key.sector, key.carrier)
    if unit is None:
        return Understood(read, None, "", read.unit_text)
    return Understood(read, read.value, unit.id, "")


def record_quantity(
    project: Project, key: EntryKey, text: str, decimal_mark: str, origin: Origin = Origin.TYPED
) -> Change | None:
    """Record the quantity of a cell as typed; an empty text deletes it. A notation key gives way to a value."""
    return project.commit(
        "entry.quantity", _place(key, text), [quantity_edit(project, key, text, decimal_mark, origin)]
    )


def record_unit(project: Project, key: EntryKey, unit: str) -> Change | None:
    """Record the unit the quantity is in; parameters stay."""
    return _record(project, "entry.unit", key, unit, lambda entry: replace(entry, unit=unit))


def record_parameters(project: Project, key: EntryKey, parameters: Mapping[str, Decimal]) -> Change | None:
    """Record what the unit needs beside the quantity (calorific value, state number, kWh per km ...)."""
    shown = ", ".join(f"{name} {value}" for name, value in parameters.items())
    ordered = tuple(sorted(parameters.items()))
    return _record(project, "entry.parameters", key, shown, lambda entry: replace(entry, parameters=ordered))


def record_grade(project: Project, key: EntryKey, grade: Grade | None) -> Change | None:
    """Record the data quality grade of a cell."""
    return _record(project, "entry.grade", key, grade or "–", lambda entry: replace(entry, grade=grade))


def record_source(project: Project, key: EntryKey, source: str) -> Change | None:
    """Record where the value is from."""
    return _record(project, "entry.source", key, source, lambda entry: replace(entry, source=source.strip()))


def record_note(project: Project, key: EntryKey, note: str) -> Change | None:
    """Record a note on the value."""
    return _record(project, "entry.note", key, note, lambda entry: replace(entry, note=note.strip()))


def record_notation_key(project: Project, key: EntryKey, notation_key: NotationKey | None) -> Change | None:
    """Record why there is no value; it takes the value's place (undo brings it back)."""

    def with_key(entry: Entry) -> Entry:
        if notation_key is None:
            return replace(entry, notation_key=None)
        return replace(entry, text="", quantity=None, notation_key=notation_key)

    return _record(project, "entry.notation_key", key, notation_key or "–", with_key)


def clear(project: Project, keys: Sequence[EntryKey]) -> Change | None:
    """Delete the entries of these cells, in one step."""
    found = [project.inventory.entries[key] for key in keys if key in project.inventory.entries]
    return project.commit("entry.clear", {"count": str(len(found))}, [Edit(entry, None) for entry in found])


def paste(project: Project, texts: Mapping[EntryKey, str], decimal_mark: str) -> Change | None:
    """Record a block of cells from a spreadsheet, in one step; empty cells are left as they are."""
    edits = [
        quantity_edit(project, key, text, decimal_mark, Origin.PASTED) for key, text in texts.items() if text.strip()
    ]
    return project.commit("entry.paste", {"count": str(len(edits))}, edits)


def quantity_edit(project: Project, key: EntryKey, text: str, decimal_mark: str, origin: Origin) -> Edit:
    """The edit that records a quantity, without writing it."""
    before = project.inventory.entries.get(key)
    stripped = text.strip()
    if before is not None and stripped == before.text:
        return Edit(before, before)
    read = understood(project, key, stripped, decimal_mark)
    entry = before or _new_entry(project, key)
    unit = read.unit or entry.unit
    after = replace(entry, text=stripped, quantity=read.quantity, unit=unit, notation_key=None, origin=origin)
    return Edit(before, _or_nothing(project, after))


def blank_entry(project: Project, key: EntryKey) -> Entry:
    """The entry of a cell as it stands, or the empty one with the unit the carrier is usually billed in."""
    return project.inventory.entries.get(key) or _new_entry(project, key)


def _new_entry(project: Project, key: EntryKey) -> Entry:
    return Entry(key, unit=_usual_unit(project, key))


def _usual_unit(project: Project, key: EntryKey) -> str:
    """The unit of the nearest earlier year of the same cell, else the codebook's."""
    entries = project.inventory.entries
    earlier = (entries.get(key._replace(year=year)) for year in range(key.year - 1, EARLIEST_YEAR - 1, -1))
    found = next((entry.unit for entry in earlier if entry is not None and entry.unit), "")
    if found:
        return found
    return "t_CO2e" if key.carrier == DIRECT else project.reference.codebook.default_unit(key.carrier)


def _record(
    project: Project, action: str, key: EntryKey, shown: str, change: Callable[[Entry], Entry]
) -> Change | None:
    before = project.inventory.entries.get(key)
    after = change(before or _new_entry(project, key))
    return project.commit(action, _place(key, str(shown)), [Edit(before, _or_nothing(project, after))])


def _or_nothing(project: Project, entry: Entry) -> Entry | None:
    """An entry that says nothing is no entry."""
    says = entry.text or entry.notation_key or entry.source or entry.note or entry.grade or entry.parameters
    if says or entry.unit != _usual_unit(project, entry.key):
        return entry
    return None


def _place(key: EntryKey, value: str) -> dict[str, str]:
    return {"year": str(key.year), "sector": key.sector, "carrier": key.carrier, "value": value}
