"""Entering values: what is typed is kept as typed, understood by the number format, and saved at once.

Text that is no number stays as a draft and becomes a finding; a notation key replaces a value and the other way round,
and undo brings back either. A value typed where one was expected (carried forward) is typed; deleted again, it is
expected again.

Gross or net (natural gas) is asked for, never assumed: a value without a unit, or with a bare "kWh", takes the basis of
the unit its cell has, else that of the nearest earlier year. Where neither says it, the value is kept without a unit,
which is the finding *unit missing*, until somebody chooses; "kWh Hs" and "kWh Hi" say it themselves.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.codebook import BasisPair
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import ReadNumber
from kbdesk.models.sums import read_amount
from kbdesk.services.project import Project

EARLIEST_YEAR = 1990
ENERGY = "energy"
"""The kind of units that are energy already."""
Marks = str | Mapping[EntryKey, str]
"""One decimal mark for all numbers, or that of each cell."""

_NONE: Mapping[EntryKey, NotationKey] = MappingProxyType({})


class Understood(NamedTuple):
    """What a typed text is read as in a cell; words behind the number that are no unit of the cell make it a draft.

    ``either`` are the two units that a bare word such as kWh can mean here; ``unit`` is then the one taken, empty where
    nobody said which.
    """

    read: ReadNumber
    quantity: Decimal | None
    unit: str
    strange_words: str
    either: BasisPair | None = None


def understood(project: Project, key: EntryKey, text: str, decimal_mark: str, unit: str = "") -> Understood:
    """What a text typed into a cell is read as; its ``unit`` is empty where none was typed.

    ``unit`` is the one chosen for the value, where that is not recorded yet.
    """
    read = read_amount(text.strip(), decimal_mark)
    if read.value is None or not read.unit_text:
        return Understood(read, read.value, "", "")
    codebook = project.reference.codebook
    named = codebook.unit_named(read.unit_text, key.sector, key.carrier)
    if named is None:
        return Understood(read, None, "", read.unit_text)
    pair = codebook.basis_pair(named.id, key.sector, key.carrier)
    if pair is not None and read.unit_text.casefold() == pair.net.casefold():
        now = unit or blank_entry(project, key).unit
        return Understood(read, read.value, _with_basis(project, key, now, pair), "", pair)
    return Understood(read, read.value, named.id, "")


def _with_basis(project: Project, key: EntryKey, now: str, pair: BasisPair) -> str:
    """The unit of the pair by the basis of the unit so far; empty where that has none."""
    unit = project.reference.codebook.unit(now, key.sector, key.carrier)
    if unit is None or unit.quantity != ENERGY:
        return ""
    return pair.gross if unit.basis == "gross" else pair.net


def record_quantity(
    project: Project, key: EntryKey, text: str, decimal_mark: str, origin: Origin = Origin.TYPED
) -> Change | None:
    """Record the quantity of a cell as typed; an empty text deletes it. A notation key gives way to a value."""
    return project.commit(
        "entry.quantity", _place(key, text), [quantity_edit(project, key, text, decimal_mark, origin)]
    )


def record_unit(project: Project, key: EntryKey, unit: str, decimal_mark: str = "") -> Change | None:
    """Record the unit the quantity is in; parameters stay.

    With a decimal mark, a number that is a draft only because its words are no unit here (“900 Rm”) is taken now: the
    unit says what they meant.
    """

    def with_unit(entry: Entry) -> Entry:
        if not (decimal_mark and unit and entry.is_draft):
            return replace(entry, unit=unit)
        read = read_amount(entry.text, decimal_mark)
        return replace(entry, unit=unit, quantity=None if read.problem else read.value)

    return _record(project, "entry.unit", key, unit, with_unit)


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
    return _record(project, "entry.notation_key", key, notation_key or "–", lambda e: _with_key(e, notation_key))


def record_contained_in(project: Project, key: EntryKey, where: str) -> Change | None:
    """Record where the value is included: a sector id, or sector and carrier id with a slash between; empty: not known.

    A cell that says something else becomes *contained elsewhere*.
    """
    _refuse_itself([key], where)
    return _record(
        project, "entry.contained_in", key, where, lambda e: replace(_with_key(e, NotationKey.IE), contained_in=where)
    )


def record_notation_keys(
    project: Project,
    keys: Sequence[EntryKey],
    notation_key: NotationKey | None,
    *,
    note: str = "",
    contained_in: str = "",
) -> Change | None:
    """Record why these cells have no value, in one step; without a note the notes stay, ``None`` takes the key back."""
    _refuse_itself(keys, contained_in)

    def with_key(entry: Entry) -> Entry:
        keyed = _with_key(entry, notation_key)
        where = contained_in if notation_key is NotationKey.IE else ""
        return replace(keyed, note=note.strip() or keyed.note, contained_in=where or keyed.contained_in)

    return _record_all(project, "entry.notation_keys", keys, with_key, notation_key or "–")


def record_grades(project: Project, keys: Sequence[EntryKey], grade: Grade | None) -> Change | None:
    """Record the data quality grade of these cells, in one step."""
    return _record_all(project, "entry.grades", keys, lambda entry: replace(entry, grade=grade), grade or "–")


def record_units(project: Project, keys: Sequence[EntryKey], unit: str) -> Change | None:
    """Record the unit of these cells, in one step; cells it does not apply to stay as they are."""
    codebook = project.reference.codebook
    fitting = [key for key in keys if codebook.unit(unit, key.sector, key.carrier) is not None]
    return _record_all(project, "entry.units", fitting, lambda entry: replace(entry, unit=unit), unit)


def record_source_id(
    project: Project, keys: Sequence[EntryKey], source_id: str, place: str | None = None, grade: Grade | None = None
) -> Change | None:
    """Record the source record these cells are from (empty: none), in one step; without a place the places stay.

    ``grade`` is taken where there is none yet, unless a reason stands instead of a value.
    """

    def with_source(entry: Entry) -> Entry:
        where = entry.source if place is None else place.strip()
        graded = entry.grade or (grade if entry.notation_key is None else None)
        return replace(entry, source_id=source_id, source=where, grade=graded)

    return _record_all(project, "entry.source_ids", keys, with_source)


def fill(project: Project, texts: Mapping[EntryKey, EntryKey]) -> Change | None:
    """Take source and note, never a number, of each cell from the one named beside it, in one step.

    What the other does not say stays as it is.
    """
    entries = project.inventory.entries
    known = {key: entries[other] for key, other in texts.items() if other in entries}

    def filled(entry: Entry) -> Entry:
        taken = known[entry.key]
        if taken.source_id or taken.source:
            entry = replace(entry, source_id=taken.source_id, source=taken.source)
        return replace(entry, note=taken.note or entry.note)

    return _record_all(project, "entry.fill", tuple(known), filled)


def clear(project: Project, keys: Sequence[EntryKey]) -> Change | None:
    """Delete the entries of these cells, in one step; where a value was expected it is expected again."""
    found = [project.inventory.entries[key] for key in keys if key in project.inventory.entries]
    edits = [Edit(entry, _expected_before(project, entry)) for entry in found]
    return project.commit("entry.clear", {"count": str(len(found))}, edits)


def paste(
    project: Project, texts: Mapping[EntryKey, str], decimal_mark: Marks, keys: Mapping[EntryKey, NotationKey] = _NONE
) -> Change | None:
    """Record a block of cells from a spreadsheet, in one step; empty cells are left as they are."""
    edits = [
        quantity_edit(project, key, text, _mark_of(decimal_mark, key), Origin.PASTED)
        for key, text in texts.items()
        if text.strip()
    ]
    edits += [_edit(project, key, partial(_with_key, notation_key=notation)) for key, notation in keys.items()]
    return project.commit("entry.paste", {"count": str(len(edits))}, edits)


def quantity_edit(
    project: Project, key: EntryKey, text: str, decimal_mark: str, origin: Origin, unit: str = ""
) -> Edit:
    """The edit that records a quantity, without writing it; ``unit`` is that of a new entry where none is typed."""
    before = project.inventory.entries.get(key)
    stripped = text.strip()
    if before is not None and stripped == before.text:
        return Edit(before, before)
    entry = before or Entry(key)
    if not entry.text and not entry.unit:  # also where only a key stood, of which nobody asked the unit
        entry = replace(entry, unit=unit or _usual_unit(project, key))
    read = understood(project, key, stripped, decimal_mark, entry.unit)
    taken = read.unit if read.either else read.unit or entry.unit
    after = replace(
        entry, text=stripped, quantity=read.quantity, unit=taken, notation_key=None, contained_in="", origin=origin
    )
    if not stripped and _expected_before(project, entry) is not None:
        after = replace(after, origin=Origin.CARRIED)
    return Edit(before, _or_nothing(project, after))


def blank_entry(project: Project, key: EntryKey) -> Entry:
    """The entry of a cell as it stands, or the empty one with the unit the carrier is usually billed in."""
    return project.inventory.entries.get(key) or _new_entry(project, key)


def _new_entry(project: Project, key: EntryKey) -> Entry:
    return Entry(key, unit=_usual_unit(project, key))


def _usual_unit(project: Project, key: EntryKey) -> str:
    """The unit of the nearest earlier year of the cell, else the codebook's; empty where its basis is asked for."""
    if found := unit_of_earlier_year(project, key):
        return found
    codebook = project.reference.codebook
    return "" if codebook.asks_basis(key.sector, key.carrier) else codebook.default_unit(key.carrier)


def unit_of_earlier_year(project: Project, key: EntryKey) -> str:
    """The unit of the nearest earlier year of the same cell; empty where there is none."""
    entries = project.inventory.entries
    earlier = (entries.get(key._replace(year=year)) for year in range(key.year - 1, EARLIEST_YEAR - 1, -1))
    return next((entry.unit for entry in earlier if entry is not None and entry.unit), "")


def _with_key(entry: Entry, notation_key: NotationKey | None) -> Entry:
    """The entry with this key instead of a value; recorded by a person, it needs no confirming."""
    if notation_key is None:
        return replace(entry, notation_key=None, contained_in="")
    where = entry.contained_in if notation_key is NotationKey.IE else ""
    return replace(entry, text="", quantity=None, notation_key=notation_key, contained_in=where, origin=Origin.TYPED)


def _expected_before(project: Project, entry: Entry) -> Entry | None:
    """The entry that said a value is expected, in the place of which this value was typed; ``None`` for any other."""
    if not entry.text:
        return None
    for change in reversed(project.document.history(entry.identity)):
        before = next((edit.before for edit in change.edits if edit.identity == entry.identity), None)
        if not isinstance(before, Entry) or not before.text:
            return before if isinstance(before, Entry) and before.is_expected else None
    return None


def _refuse_itself(keys: Iterable[EntryKey], where: str) -> None:
    for key in keys:
        if where in (key.sector, f"{key.sector}/{key.carrier}"):
            raise UserError("entry.contained_in_itself")


def _record(
    project: Project, action: str, key: EntryKey, shown: str, change: Callable[[Entry], Entry]
) -> Change | None:
    return project.commit(action, _place(key, str(shown)), [_edit(project, key, change)])


def _record_all(
    project: Project, action: str, keys: Sequence[EntryKey], change: Callable[[Entry], Entry], value: str = ""
) -> Change | None:
    """One step for many cells, which says how many it changed."""
    edits = [edit for key in keys if (edit := _edit(project, key, change)).before != edit.after]
    return project.commit(action, {"count": str(len(edits)), "value": value}, edits)


def _edit(project: Project, key: EntryKey, change: Callable[[Entry], Entry]) -> Edit:
    before = project.inventory.entries.get(key)
    return Edit(before, _or_nothing(project, change(before or _new_entry(project, key))))


def _or_nothing(project: Project, entry: Entry) -> Entry | None:
    """An entry that says nothing is no entry; one that says a value is expected says something."""
    says = (
        entry.text,
        entry.notation_key,
        entry.source,
        entry.source_id,
        entry.note,
        entry.grade,
        entry.parameters,
        entry.is_expected,
    )
    if any(says) or not entry.unit:
        return entry if any(says) else None
    _, sector, carrier = entry.key
    codebook = project.reference.codebook
    both = codebook.basis_pair(codebook.default_unit(carrier), sector, carrier) or ()
    return None if entry.unit in (_usual_unit(project, entry.key), *both) else entry


def _mark_of(decimal_mark: Marks, key: EntryKey) -> str:
    return decimal_mark if isinstance(decimal_mark, str) else decimal_mark[key]


def _place(key: EntryKey, value: str) -> dict[str, str]:
    return {"year": str(key.year), "sector": key.sector, "carrier": key.carrier, "value": value}
