"""What was done, in words: for the undo menu and for the history of a value."""

from collections.abc import Iterator
from datetime import date

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import NotationKey
from kbdesk.models.second_looks import SecondLook
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.entry_texts import contained_text
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.marking import mark
from kbdesk.texts.parameter_texts import parameter_name
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts

INDICATORS = {
    Indicator.POPULATION: mark("Inhabitants"),
    Indicator.AREA_KM2: mark("Area [km²]"),
    Indicator.HOUSEHOLDS: mark("Households"),
    Indicator.EMPLOYEES: mark("Employees"),
    Indicator.HEATING_DEGREE_DAYS: mark("Heating degree days"),
}


_KEY_ACTIONS = frozenset({"entry.notation_key", "entry.notation_keys"})
_UNIT_ACTIONS = frozenset({"entry.unit", "entry.units", "finding.fixed_unit"})


def describe(change: Change, texts: Texts) -> str:
    """One line that says what a change did (“natural gas, households 2024: 412 → 421 MWh”)."""
    shown = dict(change.parameters)
    parameters: dict[str, object] = dict(shown)
    if "sector" in shown:
        parameters["sector"] = texts.sector(shown["sector"])
    if "carrier" in shown:
        parameters["carrier"] = texts.carrier(shown["carrier"])
    if "indicator" in shown:
        parameters["indicator"] = texts.tr(INDICATORS[Indicator(shown["indicator"])])
    if "question" in shown:
        parameters["question"] = texts.trc("guide", shown["question"])
    if "day" in shown:
        parameters["day"] = _day_text(shown["day"], texts)
    if "value" in shown:
        parameters["value"] = _value_text(change.action, shown["value"], texts)
    if change.action == "entry.quantity":
        parameters["before"], parameters["after"] = _quantities(change, texts)
    return texts.sentence(f"action.{change.action}", parameters)


def _value_text(action: str, value: str, texts: Texts) -> str:
    """A recorded id, key or day as people say it."""
    if action in _KEY_ACTIONS and value in set(NotationKey):
        return texts.tr(NOTATION[NotationKey(value)])
    if action in _UNIT_ACTIONS:
        return next((texts.unit(unit) for unit in texts.codebook.units.values() if unit.id == value), value)
    return value or "–"


def _day_text(day: str, texts: Texts) -> str:
    """A recorded day in words; a dash, for none, stays one."""
    try:
        return texts.numbers.day(date.fromisoformat(day))
    except ValueError:
        return day


def undo_text(project: Project, texts: Texts) -> str:
    """What *undo* would take back; empty where there is nothing."""
    change = project.undoable
    return "" if change is None else texts.tr("Undo: {what}", what=describe(change, texts))


def redo_text(project: Project, texts: Texts) -> str:
    """What *redo* would repeat; empty where there is nothing."""
    change = project.redoable
    return "" if change is None else texts.tr("Redo: {what}", what=describe(change, texts))


def history_of(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """Every change of one cell, newest first: when, by whom, what; with who looked at it and explained it."""
    document, inventory = project.document, project.inventory
    own = document.history(Entry(key).identity)
    behind = [SecondLook(key.year, key.sector, "", "").identity]
    behind += [given.identity for given in inventory.acknowledgements.values() if given.place[1:] == tuple(key)]
    told = {change.step for change in own}
    beside = [change for identity in behind for change in document.history(identity) if change.step not in told]
    return tuple(_line(change, project, texts) for change in sorted((*own, *beside), key=lambda change: -change.step))


def _line(change: Change, project: Project, texts: Texts) -> str:
    at = change.at.astimezone()
    when = f"{texts.numbers.day(at)} {texts.numbers.time(at)}"
    what = "; ".join(_told(change.edits[0], project, texts))
    if change.kind is StepKind.UNDO:
        what = texts.tr("taken back: {what}", what=what)
    return texts.tr("{when}, {who}: {what}", when=when, who=change.who, what=what)


def _told(edit: Edit, project: Project, texts: Texts) -> Iterator[str]:
    """What an edit changed, field by field."""
    match edit.record:
        case Entry():
            yield from _entry_told(edit, project, texts)
        case SecondLook():
            yield texts.tr("second look taken back") if edit.after is None else texts.tr("second look")
        case Acknowledgement(reason=reason, text=text):
            label = project.reference.reasons.get(reason, reason)
            shown = ": ".join(part for part in (texts.trc("reason", label) if label else "", text) if part)
            words = texts.tr("acknowledgement withdrawn") if edit.after is None else texts.tr("acknowledged")
            yield f"{words} ({shown})" if shown else words


def _entry_told(edit: Edit, project: Project, texts: Texts) -> Iterator[str]:
    values = _shown(edit.before, texts), _shown(edit.after, texts)
    fields = _fields(edit.before, project, texts), _fields(edit.after, project, texts)
    named = [(name, fields[0][name], fields[1][name]) for name in fields[0] if fields[0][name] != fields[1][name]]
    if values[0] != values[1] or not named:
        yield texts.tr("{before} → {after}", before=values[0], after=values[1])
    for name, before, after in named:
        # What a new value says of itself beside the number needs no arrow.
        if edit.before is None or edit.after is None:
            if after:
                yield f"{name}: {after}"
            continue
        nothing = texts.tr("nothing")
        yield texts.tr("{field}: {before} → {after}", field=name, before=before or nothing, after=after or nothing)


def _fields(record: object, project: Project, texts: Texts) -> dict[str, str]:
    """What stands beside the value, by its name; empty where nothing does."""
    entry = record if isinstance(record, Entry) else None
    parameters = entry.parameters if entry else ()
    shown = (f"{parameter_name(name, texts)} {texts.numbers.plain(value)}" for name, value in parameters)
    return {
        texts.tr("Conversion"): ", ".join(shown),
        texts.tr("Data quality"): entry.grade or "" if entry else "",
        texts.tr("Source"): source_text(entry, project.inventory.sources, texts) if entry else "",
        texts.tr("Note"): entry.note if entry else "",
        texts.tr("Contained in"): contained_text(entry, texts) if entry else "",
    }


def _quantities(change: Change, texts: Texts) -> tuple[str, str]:
    """Before and after of the value the step is about; a step can bring other records with it."""
    told = dict(change.parameters)
    place = Entry(EntryKey(int(told["year"]), told["sector"], told["carrier"])).identity
    own = next((edit for edit in change.edits if edit.identity == place), None)
    if own is None:
        return texts.tr("nothing"), told["value"]
    return _shown(own.before, texts), _shown(own.after, texts)


def _shown(record: object, texts: Texts) -> str:
    if not isinstance(record, Entry):
        return texts.tr("nothing")
    if record.notation_key is not None:
        return texts.tr(NOTATION[record.notation_key])
    if record.is_expected:
        return texts.tr("a value is expected")
    return typed_text(record, texts) or texts.tr("nothing")
