"""What a member of Climate Alliance says of itself: its profile, and how it holds the commitments of climate justice.

The pledges, statements and well-known activities are data (``resources/membership``); what a municipality says of them
is kept as answers: ``member.<field>`` and ``justice.<statement>.<field>``.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kbdesk.models.activities import ActivityKind
from kbdesk.models.answers import Answer
from kbdesk.models.resource_tables import read_table

MEMBER, JUSTICE = "member", "justice"
"""How the questions of the profile and of climate justice begin."""
SOURCE, EVIDENCE = "source", "evidence"
"""The field that names a source record, and the one that says the same in words, as it leaves the municipality."""
PROFILE_FIELDS = ("type", "resolution", "date", "generation", SOURCE)
STATEMENT_FIELDS = ("stance", "date", "resolution", SOURCE)
_PARTS = 3
"""Of a question about a statement: justice, the statement, the field."""


class MemberType(StrEnum):
    """What kind of member it is (accounting rules, section 6)."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    REGION = "region"
    STATE = "state"
    NGO = "ngo"
    OTHER = "other"


class Stance(StrEnum):
    """How a member holds a commitment that is a text."""

    YES = "yes"
    PLANNED = "planned"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Generation:
    """A pledge that councils adopted in some years; ``commitments`` are the ids of those that belong to it.

    ``name``, ``years``, ``wording`` and ``meaning`` are English source texts.
    """

    id: str
    name: str
    years: str
    wording: str
    meaning: str
    commitments: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A commitment of climate justice; ``name`` and ``wording`` are English source texts."""

    id: str
    name: str
    wording: str
    since: str
    source: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An activity many members take part in; ``title`` and ``about`` are English source texts."""

    id: str
    country: str
    kind: ActivityKind
    title: str
    partner: str
    partner_country: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """The tables of ``resources/membership``."""

    generations: tuple[Generation, ...]
    statements: tuple[Statement, ...]
    suggestions: tuple[Suggestion, ...]

    def generation(self, id_: str) -> Generation | None:
        """A pledge by its id; ``None`` where there is none."""
        return next((each for each in self.generations if each.id == id_), None)

    def suggested(self, country: str) -> tuple[Suggestion, ...]:
        """What is suggested in a country: under its national name where it has one."""
        national = {each.id: each for each in self.suggestions if each.country == country}
        return tuple(national.get(each.id, each) for each in self.suggestions if not each.country)


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of the member; ``None`` and empty where nothing is said. ``date`` is ISO text."""

    type: MemberType | None = None
    resolution: str = ""
    date: str = ""
    generation: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the member says of a statement; ``None`` and empty where nothing is said. ``date`` is ISO text."""

    stance: Stance | None = None
    date: str = ""
    resolution: str = ""
    source_id: str = ""


def member_question(field: str) -> str:
    """The question of a field of the profile."""
    return f"{MEMBER}.{field}"


def justice_question(statement_id: str, field: str) -> str:
    """The question of a field of a statement."""
    return f"{JUSTICE}.{statement_id}.{field}"


def profile_in(answers: Mapping[str, Answer]) -> Profile:
    """The profile among the answers; an unknown type (of a later program) counts as not said."""
    said = {field: _said(answers, member_question(field)) for field in PROFILE_FIELDS}
    return Profile(
        MemberType(said["type"]) if said["type"] in set(MemberType) else None,
        said["resolution"],
        said["date"],
        said["generation"],
        said[SOURCE],
    )


def said_in(answers: Mapping[str, Answer], statement_id: str) -> Said:
    """What is said of a statement among the answers; an unknown stance counts as not said."""
    said = {field: _said(answers, justice_question(statement_id, field)) for field in STATEMENT_FIELDS}
    stance = Stance(said["stance"]) if said["stance"] in set(Stance) else None
    return Said(stance, said["date"], said["resolution"], said[SOURCE])


def statements_in(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The ids of the statements something is said of, in a fixed order."""
    parts = (question.split(".") for question, answer in answers.items() if answer.value)
    return tuple(sorted({part[1] for part in parts if len(part) == _PARTS and part[0] == JUSTICE}))


def naming(answers: Iterable[Answer], source_id: str) -> tuple[Answer, ...]:
    """The answers of profile and climate justice that name a source record as evidence."""
    return tuple(
        answer
        for answer in answers
        if answer.value == source_id
        and answer.question.startswith((f"{MEMBER}.", f"{JUSTICE}."))
        and answer.question.endswith(f".{SOURCE}")
    )


def read_membership(folder: Path) -> Membership:
    """Read the tables of the folder, in order."""
    return Membership(
        tuple(
            Generation(
                row["id"],
                row["name"],
                row["years"],
                row["wording"],
                row["meaning"],
                tuple(row["commitments"].split()),
                row["source"],
            )
            for row in read_table(folder / "generations.csv")
        ),
        tuple(Statement(**row) for row in read_table(folder / "statements.csv")),
        tuple(
            Suggestion(**{**row, "kind": ActivityKind(row["kind"])})  # type: ignore[arg-type]  # texts but for the kind
            for row in read_table(folder / "suggestions.csv")
        ),
    )


def _said(answers: Mapping[str, Answer], question: str) -> str:
    found = answers.get(question)
    return found.value if found else ""
