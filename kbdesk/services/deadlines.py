"""When the next submission is due, and how many years lie between two inventories."""

from datetime import date

from kbdesk.errors import UserError
from kbdesk.models.answers import DEADLINE
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.services.project import Project
from kbdesk.texts.days import read_typed_day
from kbdesk.texts.texts import Texts

RHYTHM = "rhythm"
"""The answer that holds the years between two inventories."""
USUAL_RHYTHM = 3
LONGEST_RHYTHM = 20


def deadline(project: Project) -> date | None:
    """The day by which the next submission is due; ``None`` where none is set."""
    try:
        return date.fromisoformat(project.inventory.answer(DEADLINE))
    except ValueError:
        return None


def days_left(project: Project) -> int | None:
    """Days until the deadline, negative after it; ``None`` without one."""
    due = deadline(project)
    return None if due is None else (due - project.today()).days


def record_deadline(project: Project, text: str, texts: Texts) -> Change | None:
    """Record the deadline as typed; an empty text takes it away, one that is no day is a ``UserError``."""
    read = read_typed_day(text, texts)
    if read.day is None and text.strip():
        raise UserError("deadline.not_a_day", found=text.strip())
    value = read.day.isoformat() if read.day is not None else ""
    return _record(project, "deadline.day", DEADLINE, value)


def rhythm(project: Project) -> int:
    """The years between two inventories; three where nothing was said."""
    said = project.inventory.answer(RHYTHM)
    return int(said) if said.isdecimal() else USUAL_RHYTHM


def record_rhythm(project: Project, text: str) -> Change | None:
    """Record the years between two inventories; an empty text means the usual three, 0 or words are a ``UserError``."""
    said = text.strip()
    if said and not (said.isascii() and said.isdecimal() and 1 <= int(said) <= LONGEST_RHYTHM):
        raise UserError("deadline.rhythm", found=said, longest=str(LONGEST_RHYTHM))
    return _record(project, "deadline.rhythm", RHYTHM, said)


def next_inventory(project: Project) -> int | None:
    """The year the next inventory is of: the newest one with values and the rhythm; ``None`` before the first."""
    with_values = (year for year, result in project.results.items() if result.energy_mwh.value is not None)
    newest = max(with_values, default=None)
    return None if newest is None else newest + rhythm(project)


def _record(project: Project, action: str, question: str, value: str) -> Change | None:
    before = project.inventory.answers.get(question)
    after = Answer(question, value) if value else None
    edits = [Edit(before, after)] if before or after else []
    return project.commit(action, {"value": value or "–"}, edits)
