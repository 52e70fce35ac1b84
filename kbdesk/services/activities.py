"""The register of activities: recorded, in order, with what is due and worth a look, and as rows for reports."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from kbdesk.exchange.csv_writer import safe_cell
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.services.activity_reading import TypedActivity
from kbdesk.services.activity_reading import read_activity
from kbdesk.services.activity_reading import read_reported
from kbdesk.services.membership import Rows
from kbdesk.services.membership import day_text
from kbdesk.services.membership import evidence_text
from kbdesk.services.membership import joined
from kbdesk.services.membership import justice_rows
from kbdesk.services.membership import profile_rows
from kbdesk.services.project import Project
from kbdesk.texts.activity_names import kind_name
from kbdesk.texts.activity_names import state_name
from kbdesk.texts.activity_names import years_text
from kbdesk.texts.countries import country_name
from kbdesk.texts.texts import Texts

__all__ = ["TypedActivity", "activity_rows", "day_text", "justice_rows", "profile_rows"]

REPORTING_YEARS = 2
"""Years between two reports to the Covenant of Mayors, and until the action plan (commitment document)."""
SORTINGS = ("years", "title", "kind", "partner", "country", "state")
"""What the register can be put in order by."""

PLAIN_COLUMNS = (
    "kind",
    "title",
    "state",
    "start_year",
    "end_year",
    "partner",
    "country",
    "decided",
    "resolution",
    "text",
    "reported",
    "evidence",
)
_DUE_CODES = {
    (True, False): "activity.plan_due",
    (True, True): "activity.plan_overdue",
    (False, False): "activity.report_due",
    (False, True): "activity.report_overdue",
}


class Due(NamedTuple):
    """What is due next, and when: the action plan first, then a report."""

    is_plan: bool
    day: date


class Note(NamedTuple):
    """Something worth a look: a code with parameters for the texts, and the activity."""

    code: str
    activity_id: str
    parameters: tuple[tuple[str, object], ...]
    is_urgent: bool = False

    def sentence(self, texts: Texts) -> str:
        """The note in words."""
        return texts.sentence(self.code, dict(self.parameters))


def add(project: Project, typed: TypedActivity, texts: Texts) -> Change | None:
    """Record an activity as typed; what cannot be is a ``UserError`` that says what was expected."""
    taken = {int(id_[1:]) for id_ in project.inventory.activities if id_[1:].isdecimal()}
    activity = read_activity(f"a{max(taken, default=0) + 1}", typed, texts)
    edits = [Edit(None, activity), *_reported_edits(project, activity, read_reported(typed, texts))]
    return project.commit("activity.added", {"title": activity.title}, edits)


def change(project: Project, activity_id: str, typed: TypedActivity, texts: Texts) -> Change | None:
    """Record an activity anew."""
    before = project.inventory.activities[activity_id]
    after = read_activity(activity_id, typed, texts)
    edits = [Edit(before, after), *_reported_edits(project, after, read_reported(typed, texts))]
    return project.commit("activity.changed", {"title": after.title}, edits)


def remove(project: Project, activity_id: str) -> Change | None:
    """Delete an activity, with what was said of its reports."""
    before = project.inventory.activities[activity_id]
    edits = [Edit(before, None), *_reported_edits(project, before, "")]
    return project.commit("activity.removed", {"title": before.title}, edits)


def reported_question(activity_id: str) -> str:
    """The question when the last report (or the action plan) was handed in."""
    return f"activity.{activity_id}.reported"


def reported(project: Project, activity: Activity) -> str:
    """The day (ISO text) the last report or the action plan was handed in; empty where not said."""
    return project.inventory.answer(reported_question(activity.id))


def next_due(project: Project, activity: Activity) -> Due | None:
    """What a signatory of the Covenant hands in next; ``None`` for other and finished activities and without a day."""
    if activity.kind is not ActivityKind.COVENANT or activity.state is ActivityState.DONE:
        return None
    last = _day(reported(project, activity))
    if last is not None:
        return Due(is_plan=False, day=_years_later(last))
    signed = _day(activity.decided)
    return Due(is_plan=True, day=_years_later(signed)) if signed is not None else None


def in_order(project: Project, sorting: str, texts: Texts, kind: ActivityKind | None = None) -> tuple[Activity, ...]:
    """The activities (of one kind) in order; by years the newest first, those without a year last."""
    chosen = [a for a in project.inventory.activities.values() if kind is None or a.kind is kind]
    by_years = sorted(chosen, key=lambda a: (a.title.casefold(), a.id))
    by_years.sort(key=lambda a: -(a.start_year or a.end_year or 0))
    if sorting == "years":
        return tuple(by_years)
    return tuple(sorted(by_years, key=lambda activity: _sorted_by(sorting, activity, texts)))


def notes(project: Project, texts: Texts) -> tuple[Note, ...]:
    """What is worth a look in the register: due reports first, then what is missing."""
    today = project.today()
    found = [n for a in in_order(project, "years", texts) for n in _notes_of(project, a, today)]
    return tuple(sorted(found, key=lambda note: not note.is_urgent))


def is_overdue(project: Project) -> bool:
    """Whether a report of a signatory is overdue."""
    dues = (next_due(project, activity) for activity in project.inventory.activities.values())
    return any(due.day < project.today() for due in dues if due is not None)


def activity_rows(project: Project, texts: Texts) -> Rows:
    """The whole register, newest first."""
    return rows_of(project, in_order(project, "years", texts), texts)


def rows_of(project: Project, shown: Iterable[Activity], texts: Texts) -> Rows:
    """These activities with everything recorded of them, kind, title, years, partner, country and state first."""
    tr = texts.tr
    header = (
        tr("Kind"),
        tr("Title"),
        tr("Years"),
        tr("Partner"),
        tr("Country"),
        tr("State"),
        tr("Resolution"),
        tr("Description"),
        tr("Evidence"),
    )
    return header, tuple(_row(project, activity, texts) for activity in shown)


def plain_rows(project: Project, texts: Texts) -> list[tuple[str, ...]]:
    """The whole register with ids in place of words and ISO days, for other programs; evidence in words."""
    rows: list[tuple[str, ...]] = [PLAIN_COLUMNS]
    for activity in in_order(project, "years", texts):
        found = asdict(activity) | {
            "reported": reported(project, activity),
            "evidence": evidence_text(project, activity.source_id, texts),
        }
        rows.append(tuple("" if found[name] is None else str(found[name]) for name in PLAIN_COLUMNS))
    return rows


def as_table(project: Project, texts: Texts) -> str:
    """The whole register as lines with tabs between, as a spreadsheet takes it; nothing in it can be run."""
    header, rows = activity_rows(project, texts)
    return "\n".join("\t".join(safe_cell(" ".join(cell.split())) for cell in row) for row in (header, *rows))


def _row(project: Project, activity: Activity, texts: Texts) -> tuple[str, ...]:
    return (
        kind_name(activity.kind, texts),
        activity.title,
        years_text(activity, texts),
        activity.partner,
        country_name(texts, activity.country) if activity.country else "",
        state_name(activity.state, texts),
        joined(activity.resolution, day_text(activity.decided, texts)),
        activity.text,
        evidence_text(project, activity.source_id, texts),
    )


def _sorted_by(sorting: str, activity: Activity, texts: Texts) -> tuple[bool, str]:
    """By a text, what has none last."""
    text = {
        "title": lambda: activity.title,
        "kind": lambda: kind_name(activity.kind, texts),
        "partner": lambda: activity.partner,
        "country": lambda: country_name(texts, activity.country) if activity.country else "",
        "state": lambda: str(list(ActivityState).index(activity.state)),
    }[sorting]()
    return not text, text.casefold()


def _notes_of(project: Project, activity: Activity, today: date) -> Iterator[Note]:
    title = ("title", activity.title)
    due = next_due(project, activity)
    if due is not None:
        late = due.day < today
        yield Note(_DUE_CODES[due.is_plan, late], activity.id, (title, ("day", due.day)), is_urgent=late)
    elif activity.kind is ActivityKind.COVENANT and activity.state is not ActivityState.DONE:
        yield Note("activity.no_signature", activity.id, (title,))
    if activity.start_year is None and activity.end_year is None:
        yield Note("activity.without_year", activity.id, (title,))
    elif activity.state is ActivityState.RUNNING and activity.end_year is not None and activity.end_year < today.year:
        yield Note("activity.past_end", activity.id, (title, ("year", str(activity.end_year))))


def _reported_edits(project: Project, activity: Activity, day: str) -> Iterable[Edit]:
    question = reported_question(activity.id)
    before = project.inventory.answers.get(question)
    after = Answer(question, day) if day and activity.kind is ActivityKind.COVENANT else None
    return [Edit(before, after)] if before or after else []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _years_later(day: date) -> date:
    """The same day after the years of the rhythm; 29 February becomes the last day of the month."""
    year = day.year + REPORTING_YEARS
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
