"""What a member says of itself and of climate justice: recorded field by field, and as rows for reports."""

from collections.abc import Iterator
from datetime import date

from kbdesk.errors import UserError
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.membership import PROFILE_FIELDS
from kbdesk.models.membership import STATEMENT_FIELDS
from kbdesk.models.membership import Profile
from kbdesk.models.membership import Said
from kbdesk.models.membership import Stance
from kbdesk.models.membership import justice_question
from kbdesk.models.membership import member_question
from kbdesk.models.membership import profile_in
from kbdesk.models.membership import said_in
from kbdesk.services.project import Project
from kbdesk.texts.activity_names import MEMBER_TYPES
from kbdesk.texts.activity_names import stance_name
from kbdesk.texts.source_texts import source_line
from kbdesk.texts.texts import Texts

TIMBER = "no-destructive-timber"
"""The statement members are expected to have a resolution on."""
_PROFILE_ACTIONS = {
    "type": "member.type",
    "resolution": "member.resolution",
    "date": "member.date",
    "generation": "member.generation",
    "source": "member.source",
}
_STATEMENT_ACTIONS = {
    "stance": "justice.stance",
    "date": "justice.date",
    "resolution": "justice.resolution",
    "source": "justice.source",
}

Rows = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""A header, and rows of as many texts."""


def profile(project: Project) -> Profile:
    """The profile as recorded."""
    return profile_in(project.inventory.answers)


def said(project: Project, statement_id: str) -> Said:
    """What is said of a statement."""
    return said_in(project.inventory.answers, statement_id)


def record_profile(project: Project, field: str, text: str) -> Change | None:
    """Record one of ``PROFILE_FIELDS``, empty for nothing; a date is ISO text, another one is a ``UserError``."""
    if field not in PROFILE_FIELDS:
        raise ValueError(f"{field} is no field of the profile")
    edit = _edit(project, member_question(field), _checked(field, text))
    return project.commit(_PROFILE_ACTIONS[field], {}, [edit] if edit else [])


def record_statement(project: Project, statement_id: str, field: str, text: str) -> Change | None:
    """Record one of ``STATEMENT_FIELDS``; without a stance nothing else of the statement stays."""
    if field not in STATEMENT_FIELDS:
        raise ValueError(f"{field} is no field of a statement")
    kept = _checked(field, text)
    forgotten = [f for f in STATEMENT_FIELDS if f != field] if field == "stance" and not kept else []
    edits = [_edit(project, justice_question(statement_id, each), "") for each in forgotten]
    edits.append(_edit(project, justice_question(statement_id, field), kept))
    return project.commit(_STATEMENT_ACTIONS[field], {}, [edit for edit in edits if edit])


def lacks_timber_resolution(project: Project) -> bool:
    """Whether nothing says that the council decided against timber from destructive logging, nor that it will not."""
    found = said(project, TIMBER)
    if found.stance is Stance.NO:
        return False
    return found.stance is not Stance.YES or not (found.resolution or found.date)


def profile_rows(project: Project, texts: Texts) -> Rows:
    """What is known of the member, one line a field; nothing of what is not said."""
    tr, found = texts.tr, profile(project)
    generation = project.reference.membership.generation(found.generation)
    lines = (
        (tr("Kind of member"), tr(MEMBER_TYPES[found.type]) if found.type else ""),
        (tr("Resolution of membership"), joined(found.resolution, day_text(found.date, texts))),
        (tr("Pledge adopted"), _named(texts, generation.name, generation.years) if generation else ""),
        (tr("Wording"), texts.trc("membership", generation.wording) if generation else ""),
        (tr("Evidence"), evidence_text(project, found.source_id, texts)),
    )
    return (tr("What"), tr("Said")), tuple(line for line in lines if line[1])


def justice_rows(project: Project, texts: Texts) -> Rows:
    """Every statement of climate justice with what is said of it, also where that is nothing."""
    tr = texts.tr
    header = (tr("Commitment"), tr("Wording"), tr("Held"), tr("Date"), tr("Resolution"), tr("Evidence"))
    return header, tuple(_justice_rows(project, texts))


def day_text(day: str, texts: Texts) -> str:
    """A day that is kept as ISO text, as people read it; what no one can read stands for itself."""
    try:
        return texts.numbers.day(date.fromisoformat(day)) if day else ""
    except ValueError:
        return day


def evidence_text(project: Project, source_id: str, texts: Texts) -> str:
    """The source record that is the evidence, in one line; empty where none is named."""
    source = project.inventory.sources.get(source_id)
    return source_line(source, texts) if source else ""


def joined(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def _justice_rows(project: Project, texts: Texts) -> Iterator[tuple[str, ...]]:
    for statement in project.reference.membership.statements:
        found = said(project, statement.id)
        yield (
            texts.trc("membership", statement.name),
            texts.trc("membership", statement.wording),
            stance_name(found.stance, texts),
            day_text(found.date, texts),
            found.resolution,
            evidence_text(project, found.source_id, texts),
        )


def _named(texts: Texts, name: str, years: str) -> str:
    return f"{texts.trc('membership', name)} ({texts.trc('membership', years)})"


def _checked(field: str, text: str) -> str:
    kept = " ".join(text.split())
    if field == "date" and kept:
        try:
            return date.fromisoformat(kept).isoformat()
        except ValueError as error:
            raise UserError("membership.day", found=kept) from error
    return kept


def _edit(project: Project, question: str, value: str) -> Edit | None:
    before = project.inventory.answers.get(question)
    after = Answer(question, value) if value else None
    return Edit(before, after) if before or after else None
