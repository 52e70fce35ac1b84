"""Where the year stands: what is open, when it is due, what was handed in, each with the way there."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kbdesk.models.findings import Level
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.services import conforming
from kbdesk.services import deadlines
from kbdesk.services import years
from kbdesk.services.project import Project
from kbdesk.texts.days import day_in_words
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.destinations import CONFORMITY
from kbdesk.ui.widgets.destinations import DATA_ENTRY
from kbdesk.ui.widgets.destinations import DEADLINE
from kbdesk.ui.widgets.destinations import FINDINGS
from kbdesk.ui.widgets.destinations import NEW_YEAR
from kbdesk.ui.widgets.destinations import STILL_TRUE
from kbdesk.ui.widgets.destinations import SUBMISSION
from kbdesk.ui.widgets.destinations import Destination

_SOON_DAYS = 42
"""Six weeks: what a supplier takes to answer a letter."""


class Standing(NamedTuple):
    """One line: icon with its meaning, words, and the button that leads on."""

    icon: str
    meaning: Meaning | None
    words: str
    action: str
    leads_to: Destination


def standing(project: Project, year: int, texts: Texts) -> tuple[Standing, ...]:
    """The lines of a year, always in the same order."""
    return tuple(_lines(project, year, texts))


def due_text(project: Project, texts: Texts) -> str:
    """When the submission is due (“due 31 December 2026, in 39 days”)."""
    due, left = deadlines.deadline(project), deadlines.days_left(project)
    if due is None or left is None:
        return texts.tr("No deadline is set.")
    day = day_in_words(due, texts)
    if left == 0:
        return texts.tr("Submission due today, {day}", day=day)
    if left > 0:
        return texts.trn("Submission due {day}, in {count} day", "Submission due {day}, in {count} days", left, day=day)
    return texts.trn(
        "Submission was due {day}, overdue by {count} day",
        "Submission was due {day}, overdue by {count} days",
        -left,
        day=day,
    )


def _lines(project: Project, year: int, texts: Texts) -> Iterator[Standing]:
    yield _findings(project, year, texts)
    if (label := conforming.label(project, year)) is not None:
        icon, meaning = ("circle-check", Meaning.OK) if label.conform else ("circle-dashed", None)
        words = conforming.label_text(label, texts)
        yield Standing(icon, meaning, words, texts.tr("Show…"), Destination(CONFORMITY, year))
    if waiting := years.expected(project, year):
        words = texts.trn("{count} value is expected", "{count} values are expected", len(waiting))
        yield Standing("hourglass", None, words, texts.tr("Enter"), Destination(DATA_ENTRY, waiting[0].key))
    if count := len(years.unconfirmed(project, year)):
        words = texts.trn("{count} answer is open: still true?", "{count} answers are open: still true?", count)
        leads_to = Destination(STILL_TRUE, year)
        yield Standing("circle-question-mark", Meaning.WARNING, words, texts.tr("Answer…"), leads_to)
    yield _deadline(project, texts)
    if (following := deadlines.next_inventory(project)) is not None:
        words = texts.trn(
            "Next inventory due: {year} (every year)",
            "Next inventory due: {year} (every {count} years)",
            deadlines.rhythm(project),
            year=str(following),
        )
        last = min(following, project.today().year)
        proposed = "" if following in project.results else str(last)
        yield Standing("calendar-plus", None, words, texts.tr("New year…"), Destination(NEW_YEAR, proposed))
    yield _submitted(project, texts)


def _findings(project: Project, year: int, texts: Texts) -> Standing:
    """What is left of the findings; what was explained rests."""
    found = [finding for finding in project.findings_of(year) if finding.acknowledged is None]
    errors = sum(finding.level is Level.ERROR for finding in found)
    warnings = sum(finding.level is Level.WARNING for finding in found)
    action, leads_to = texts.tr("Show"), Destination(FINDINGS, year)
    if not errors and not warnings:
        words = texts.tr("No errors and no open warnings in {year}", year=str(year))
        return Standing("circle-check", Meaning.OK, words, action, leads_to)
    parts = []
    if errors:
        parts.append(texts.trn("{count} error", "{count} errors", errors))
    if warnings:
        parts.append(texts.trn("{count} open warning", "{count} open warnings", warnings))
    icon, meaning = ("circle-x", Meaning.ERROR) if errors else ("triangle-alert", Meaning.WARNING)
    return Standing(icon, meaning, " · ".join(parts), action, leads_to)


def _deadline(project: Project, texts: Texts) -> Standing:
    left = deadlines.days_left(project)
    meaning = None
    if left is not None and left <= _SOON_DAYS:
        meaning = Meaning.WARNING if left >= 0 else Meaning.ERROR
    icon = "calendar" if meaning is None else "triangle-alert" if meaning is Meaning.WARNING else "circle-alert"
    action = texts.tr("Set…") if left is None else texts.tr("Change…")
    return Standing(icon, meaning, due_text(project, texts), action, Destination(DEADLINE))


def _submitted(project: Project, texts: Texts) -> Standing:
    last: SubmissionEntry | None = max(project.document.submissions(), key=lambda entry: entry.at, default=None)
    action = texts.tr("Go there")
    if last is None:
        words = texts.tr("Nothing was submitted yet.")
        return Standing("send", None, words, action, Destination(SUBMISSION))
    day: date = last.at.astimezone().date()
    words = texts.tr(
        "Last submission: {year}, revision {revision}, {day}, check code {code}",
        year=str(last.year),
        revision=str(last.revision),
        day=texts.numbers.day(day),
        code=last.check_code,
    )
    return Standing("receipt-text", None, words, action, Destination(SUBMISSION, last.year))
