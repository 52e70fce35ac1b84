"""Filling in forms: how far a form is, the state of each of its values, and a value with its source in one step.

A form is a view: the values of two forms that show the same cell are one and the same.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.entry_forms import EntryForm
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.sums import read_amount
from kbdesk.services.data_entry import quantity_edit
from kbdesk.services.data_entry import unit_of_earlier_year
from kbdesk.services.project import Project
from kbdesk.services.sources import proposed_grade


class ValueState(StrEnum):
    """What one value is, the first that applies."""

    CARRIED = "carried"
    """A reason taken over from another year: is it still true?"""
    ABSENT = "absent"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    CONFIDENTIAL = "confidential"
    EXPECTED = "expected"
    MISSING = "missing"
    EMPTY = "empty"
    """Nothing stands here, and nobody asks for it."""
    DRAFT = "draft"
    BASIS = "basis"
    """Gross or net? Nobody said it yet."""
    WRONG = "wrong"
    WARNED = "warned"
    CHECKED = "checked"
    ACKNOWLEDGED = "acknowledged"
    ESTIMATED = "estimated"
    ENTERED = "entered"


OPEN_STATES = frozenset(
    {
        ValueState.CARRIED,
        ValueState.UNKNOWN,
        ValueState.EXPECTED,
        ValueState.MISSING,
        ValueState.DRAFT,
        ValueState.BASIS,
        ValueState.WRONG,
        ValueState.WARNED,
    }
)
"""The states in which something is left to do."""
_NO_FINDINGS: Mapping[EntryKey, Sequence[Finding]] = MappingProxyType({})
MISSING_STATES = frozenset({ValueState.MISSING, ValueState.EXPECTED})
_BY_KEY = {
    NotationKey.NO: ValueState.ABSENT,
    NotationKey.NE: ValueState.UNKNOWN,
    NotationKey.IE: ValueState.ELSEWHERE,
    NotationKey.C: ValueState.CONFIDENTIAL,
}


@dataclass(frozen=True, slots=True)
class FormProgress:
    """How far a form is in a year: values asked for, those missing, those with something else to do, those entered."""

    asked: int
    missing: int
    open: int
    entered: int
    absent: bool
    """Nothing on the form exists here."""


def value_state(project: Project, key: EntryKey, findings: Iterable[Finding] = (), *, asked: bool = True) -> ValueState:
    """The state of one value, with what the checks say of it."""
    entry = project.inventory.entries.get(key)
    if entry is None or entry.is_expected or not (entry.text or entry.notation_key):
        return _state_without_value(project, key, entry, asked=asked)
    if entry.notation_key is not None:
        carried = entry.origin is Origin.CARRIED and key[1:] not in project.absent
        return ValueState.CARRIED if carried else _BY_KEY[entry.notation_key]
    if entry.is_draft:
        return ValueState.DRAFT
    if not entry.unit and asks_basis(project, key):
        return ValueState.BASIS
    return _judged(project, entry, findings)


def _state_without_value(project: Project, key: EntryKey, entry: Entry | None, *, asked: bool) -> ValueState:
    if entry is not None and entry.is_expected:
        return ValueState.EXPECTED
    if key[1:] in project.absent:
        return ValueState.ABSENT
    return ValueState.MISSING if asked else ValueState.EMPTY


def _judged(project: Project, entry: Entry, findings: Iterable[Finding]) -> ValueState:
    serious = [finding for finding in findings if finding.level is not Level.NOTE]
    left = [finding for finding in serious if finding.acknowledged is None]
    if any(finding.level is Level.ERROR for finding in left):
        return ValueState.WRONG
    if left:
        return ValueState.WARNED
    if (entry.key.year, entry.key.sector) in project.inventory.second_looks:
        return ValueState.CHECKED
    if serious:
        return ValueState.ACKNOWLEDGED
    return ValueState.ESTIMATED if entry.origin is Origin.START else ValueState.ENTERED


def progress_of(
    project: Project, form: EntryForm, year: int, findings: Mapping[EntryKey, Sequence[Finding]] = _NO_FINDINGS
) -> FormProgress:
    """How far a form is in a year, with what the checks say of its values."""
    asked = missing = open_ = entered = absent = 0
    for field in form.fields:
        key = EntryKey(year, *field.place)
        state = value_state(project, key, findings.get(key, ()), asked=field.asked)
        asked += field.asked
        missing += state in MISSING_STATES
        open_ += state in OPEN_STATES and state not in MISSING_STATES
        entered += state not in OPEN_STATES and state not in (ValueState.ABSENT, ValueState.EMPTY)
        absent += state is ValueState.ABSENT
    nothing = absent == len(form.fields) or (absent > 0 and not (missing or open_ or entered))
    return FormProgress(asked, missing, open_, entered, nothing)


def asks_basis(project: Project, key: EntryKey) -> bool:
    """Whether the value of a cell can be gross or net, so that somebody has to say which."""
    return project.reference.codebook.asks_basis(key.sector, key.carrier)


def form_unit(project: Project, form: EntryForm | None, key: EntryKey) -> str:
    """The unit a new value of a cell is in: that of the nearest earlier year, else of the form, else the codebook's.

    Empty where gross or net has to be said first.
    """
    if earlier := unit_of_earlier_year(project, key):
        return earlier
    codebook = project.reference.codebook
    hinted = form.hint((key.sector, key.carrier), project.municipality.country).unit if form else ""
    if hinted and codebook.unit(hinted, key.sector, key.carrier) is not None:
        return hinted
    return "" if codebook.asks_basis(key.sector, key.carrier) else codebook.default_unit(key.carrier)


def filled(project: Project, key: EntryKey, text: str, decimal_mark: str, unit: str = "", source_id: str = "") -> Edit:
    """The edit that records a value typed into a form, without writing it.

    A new value is in ``unit`` where none is typed. With a source the value is from there, and has the grade the source
    proposes unless a grade was given.
    """
    edit = quantity_edit(project, key, text, decimal_mark, Origin.TYPED, unit)
    after = edit.after
    if not source_id or edit.before == after or not isinstance(after, Entry) or not after.text:
        return edit
    place = after.source if after.source_id == source_id else ""
    grade = after.grade or proposed_grade(project, source_id)
    return Edit(edit.before, replace(after, source_id=source_id, source=place, grade=grade))


def fill_in(
    project: Project, key: EntryKey, text: str, decimal_mark: str, unit: str = "", source_id: str = ""
) -> Change | None:
    """Record a value typed into a form with its unit and source, in one step; an empty text deletes it."""
    parameters = {"year": str(key.year), "sector": key.sector, "carrier": key.carrier, "value": text}
    return project.commit("entry.quantity", parameters, [filled(project, key, text, decimal_mark, unit, source_id)])


def say_basis(project: Project, keys: Sequence[EntryKey], *, gross: bool) -> Change | None:
    """Say of values without a basis whether they are gross or net, in one step; a size typed (MWh) is kept."""
    edits = []
    for key in keys:
        entry = project.inventory.entries.get(key)
        if entry is not None and (unit := _unit_of_basis(project, entry, gross=gross)):
            edits.append(Edit(entry, replace(entry, unit=unit)))
    return project.commit("entry.basis", {"count": str(len(edits)), "basis": "Hs" if gross else "Hi"}, edits)


def _unit_of_basis(project: Project, entry: Entry, *, gross: bool) -> str:
    """The entry's unit by this basis; empty where it has none."""
    _, sector, carrier = entry.key
    codebook = project.reference.codebook
    size = entry.unit or _typed_size(project, entry) or codebook.default_unit(carrier)
    pair = codebook.basis_pair(size, sector, carrier)
    if pair is None:
        return ""
    return pair.gross if gross else pair.net


def _typed_size(project: Project, entry: Entry) -> str:
    words = next((w for mark in ".," if (w := read_amount(entry.text, mark).unit_text)), "")
    unit = project.reference.codebook.unit_named(words, entry.key.sector, entry.key.carrier) if words else None
    return unit.id if unit else ""
