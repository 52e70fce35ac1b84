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


def record(project: Project, day_text: str, rhythm_text: str, texts: Texts) -> Change | None:
    """Record the deadline and the rhythm as typed, in one step; nothing is recorded where one of them cannot be read.

    An empty day takes the deadline away, an empty rhythm means the usual one; a day that is none and a rhythm that is
    no whole number of years are a ``UserError``.
    """
    day, years = _read_day(day_text, texts), _read_rhythm(rhythm_text)
    edits = [*_edits(project, DEADLINE, day), *_edits(project, RHYTHM, "" if years == str(USUAL_RHYTHM) else years)]
    return project.commit("deadline.set", {"day": day or "–", "rhythm": years or str(USUAL_RHYTHM)}, edits)


def rhythm(project: Project) -> int:
    """The years between two inventories; three where nothing was said."""
    said = project.inventory.answer(RHYTHM)
    return int(said) if said.isdecimal() else USUAL_RHYTHM


def next_inventory(project: Project) -> int | None:
    """The year the next inventory is of: the newest one with values and the rhythm; ``None`` before the first."""
    with_values = (year for year, result in project.results.items() if result.energy_mwh.value is not None)
    newest = max(with_values, default=None)
    return None if newest is None else newest + rhythm(project)


def _read_day(text: str, texts: Texts) -> str:
    read = read_typed_day(text, texts)
    if read.day is None and text.strip():
        raise UserError("deadline.not_a_day", found=text.strip())
    return read.day.isoformat() if read.day is not None else ""


def _read_rhythm(text: str) -> str:
    said = text.strip()
    if said and not (said.isascii() and said.isdecimal() and 1 <= int(said) <= LONGEST_RHYTHM):
        raise UserError("deadline.rhythm", found=said, longest=str(LONGEST_RHYTHM))
    return said


def _edits(project: Project, question: str, value: str) -> list[Edit]:
    before = project.inventory.answers.get(question)
    after = Answer(question, value) if value else None
    return [Edit(before, after)] if before or after else []
