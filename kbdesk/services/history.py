"""What was done, in words: for the undo menu and for the history of a value."""

from kbdesk.models.changes import Change
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.services.project import Project
from kbdesk.texts.entry_texts import typed_text
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

INDICATORS = {
    Indicator.POPULATION: mark("Inhabitants"),
    Indicator.AREA_KM2: mark("Area [km²]"),
    Indicator.HOUSEHOLDS: mark("Households"),
    Indicator.EMPLOYEES: mark("Employees"),
    Indicator.HEATING_DEGREE_DAYS: mark("Heating degree days"),
}


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
    if change.action == "entry.quantity":
        parameters["before"], parameters["after"] = _quantities(change, texts)
    return texts.sentence(f"action.{change.action}", parameters)


def undo_text(project: Project, texts: Texts) -> str:
    """What *undo* would take back; empty where there is nothing."""
    change = project.undoable
    return "" if change is None else texts.tr("Undo: {what}", what=describe(change, texts))


def redo_text(project: Project, texts: Texts) -> str:
    """What *redo* would repeat; empty where there is nothing."""
    change = project.redoable
    return "" if change is None else texts.tr("Redo: {what}", what=describe(change, texts))


def history_of(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """Every change of one cell, newest first: when, by whom, what."""
    changes = project.document.history(Entry(key).identity)
    return tuple(_line(change, key, texts) for change in sorted(changes, key=lambda c: -c.step))


def _line(change: Change, key: EntryKey, texts: Texts) -> str:
    at = change.at.astimezone()
    own = next((e for e in change.edits if isinstance(e.record, Entry) and e.record.key == key), None)
    before = _shown(own.before if own else None, texts)
    after = _shown(own.after if own else None, texts)
    when = f"{texts.numbers.day(at)} {texts.numbers.time(at)}"
    return texts.tr("{when}, {who}: {before} → {after}", when=when, who=change.who, before=before, after=after)


def _quantities(change: Change, texts: Texts) -> tuple[str, str]:
    edit = change.edits[0]
    return _shown(edit.before, texts), _shown(edit.after, texts)


def _shown(record: object, texts: Texts) -> str:
    if not isinstance(record, Entry):
        return texts.tr("nothing")
    if record.notation_key is not None:
        return record.notation_key
    return typed_text(record, texts) or texts.tr("nothing")
