"""Sources as records: added, changed, named by values; the same free text of many values made one record.

A source that something names is never removed. Naming a source proposes its grade where a value has none.
"""

import secrets
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.bills import Bill
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.membership import naming
from kbdesk.models.sources import Source
from kbdesk.services.data_entry import record_source_id
from kbdesk.services.project import Project

FIELDS = ("supplier", "title", "date", "kind", "contact", "note")
"""What of a source is typed; its file is attached."""
_ID_BYTES = 6


class SharedText(NamedTuple):
    """A free source text that several values have."""

    text: str
    keys: tuple[EntryKey, ...]


def new_source(
    project: Project,
    *,
    supplier: str,
    title: str = "",
    date: str = "",
    kind: str = "",
    contact: str = "",
    note: str = "",
) -> Source:
    """A source with an id that was never given before; not recorded yet."""
    fields = {"supplier": supplier, "title": title, "date": date, "kind": kind, "contact": contact, "note": note}
    source_id = secrets.token_hex(_ID_BYTES)
    while source_id in project.inventory.sources:
        source_id = secrets.token_hex(_ID_BYTES)
    return Source(source_id, **{name: _checked(name, text) for name, text in fields.items()})


def add_source(project: Project, source: Source) -> Change | None:
    """Record a source made by ``new_source``."""
    return project.commit("source.add", {"source": _short(source)}, [Edit(None, source)])


def change_source(project: Project, source_id: str, field: str, text: str) -> Change | None:
    """Record one of ``FIELDS``; a date is ISO text. A kind grades the values of the source that have no grade."""
    if field not in FIELDS:
        raise ValueError(f"{field} is no field of a source")
    before = project.inventory.sources[source_id]
    after = replace(before, **{field: _checked(field, text)})
    graded = _graded(project, after) if field == "kind" else ()
    return project.commit("source.change", {"source": _short(after)}, [Edit(before, after), *graded])


def remove_source(project: Project, source_id: str) -> Change | None:
    """Remove a source; one that values, bills or other records name is a ``UserError``."""
    source = project.inventory.sources[source_id]
    used = len(values_of(project, source_id)) + len(bills_of(project, source_id)) + named_elsewhere(project, source_id)
    if used:
        raise UserError("source.in_use", source=_short(source), count=str(used))
    return project.commit("source.remove", {"source": _short(source)}, [Edit(source, None)])


def values_of(project: Project, source_id: str) -> tuple[EntryKey, ...]:
    """The cells whose value is from the source, newest year first."""
    return _uses(project.inventory.entries.values()).get(source_id, ())


def bills_of(project: Project, source_id: str) -> tuple[Bill, ...]:
    """The bills that name the source."""
    return tuple(bill for bill in project.inventory.bills.values() if bill.source_id == source_id)


def uses(project: Project) -> Mapping[str, tuple[EntryKey, ...]]:
    """The cells of every source, newest year first; sources that nothing names are left out."""
    return _uses(project.inventory.entries.values())


def without_source(project: Project) -> tuple[EntryKey, ...]:
    """The cells with a value of which nothing says where it is from, newest year first."""
    entries = project.inventory.entries.values()
    return _newest_first(e.key for e in entries if e.text and not e.source and not e.source_id)


def named_elsewhere(project: Project, source_id: str) -> int:
    """How many activities, measures, flows of road traffic and statements name the source."""
    inventory = project.inventory
    named = (
        *(activity.source_id for activity in inventory.activities.values()),
        *(measure.source_id for measure in inventory.measures.values()),
        *(flow.source_id for flow in inventory.traffic.values()),
    )
    return named.count(source_id) + len(naming(inventory.answers.values(), source_id))


def recent_sources(project: Project) -> tuple[Source, ...]:
    """Every source, those of the newest years first, then by supplier; unused ones (just added) before all others."""
    newest: dict[str, int] = {}
    for entry in project.inventory.entries.values():
        if entry.source_id:
            newest[entry.source_id] = max(newest.get(entry.source_id, 0), entry.key.year)
    last = project.today().year + 1
    order = sorted(project.inventory.sources.values(), key=lambda s: (s.supplier.casefold(), s.title.casefold(), s.id))
    return tuple(sorted(order, key=lambda source: -newest.get(source.id, last)))


def proposed_grade(project: Project, source_id: str) -> Grade | None:
    """The grade that values from the source are worth; ``None`` where its kind is not said."""
    source = project.inventory.sources.get(source_id)
    return _grade(project, source) if source else None


def name_source(project: Project, keys: Sequence[EntryKey], source_id: str, place: str | None = None) -> Change | None:
    """Say that these values are from a source (empty: from none that is recorded), in one step.

    Values without a grade get the one the source proposes; without a place in the source the places stay.
    """
    return record_source_id(project, keys, source_id, place, proposed_grade(project, source_id))


def same_texts(project: Project) -> tuple[SharedText, ...]:
    """The free source texts that at least two values have, the most used first."""
    found: dict[str, list[EntryKey]] = {}
    for entry in project.inventory.entries.values():
        if entry.source and not entry.source_id:
            found.setdefault(entry.source, []).append(entry.key)
    shared = (SharedText(text, _newest_first(keys)) for text, keys in found.items() if len(keys) > 1)
    return tuple(sorted(shared, key=lambda each: (-len(each.keys), each.text)))


def gather(project: Project, text: str, source: Source) -> Change | None:
    """Make the values with this free source text name one record instead, in one step with the record itself."""
    entries = [e for e in project.inventory.entries.values() if e.source == text and not e.source_id]
    grade = _grade(project, source)
    edits = [Edit(e, replace(e, source="", source_id=source.id, grade=e.grade or grade)) for e in entries]
    known = project.inventory.sources.get(source.id)
    parameters = {"source": _short(source), "count": str(len(edits))}
    return project.commit("source.gather", parameters, [Edit(known, source), *edits])


def _uses(entries: Iterable[Entry]) -> dict[str, tuple[EntryKey, ...]]:
    found: dict[str, list[EntryKey]] = {}
    for entry in entries:
        if entry.source_id:
            found.setdefault(entry.source_id, []).append(entry.key)
    return {id_: _newest_first(keys) for id_, keys in found.items()}


def _newest_first(keys: Iterable[EntryKey]) -> tuple[EntryKey, ...]:
    return tuple(sorted(keys, key=lambda key: (-key.year, key)))


def _graded(project: Project, source: Source) -> Iterator[Edit]:
    grade = _grade(project, source)
    if grade is not None:
        for key in values_of(project, source.id):
            entry = project.inventory.entries[key]
            if entry.grade is None and entry.notation_key is None:
                yield Edit(entry, replace(entry, grade=grade))


def _grade(project: Project, source: Source) -> Grade | None:
    kind = project.reference.source_kinds.get(source.kind)
    return kind.grade if kind else None


def _checked(field: str, text: str) -> str:
    """The text as it is kept; a source needs a supplier, and a date has to be one."""
    kept = text.strip() if field in {"contact", "note"} else " ".join(text.split())
    if field == "supplier" and not kept:
        raise UserError("source.no_supplier")
    if field == "date" and kept:
        try:
            return date.fromisoformat(kept).isoformat()
        except ValueError as error:
            raise UserError("source.no_day", found=kept) from error
    return kept


def _short(source: Source) -> str:
    return ", ".join(part for part in (source.supplier, source.title) if part)
