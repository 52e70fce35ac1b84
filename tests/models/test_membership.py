"""The pledges and statements are data, and what is said of them is read back from the answers."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.answers import Answer
from kbdesk.models.commitments import read_commitments
from kbdesk.models.membership import PROFILE_FIELDS
from kbdesk.models.membership import STATEMENT_FIELDS
from kbdesk.models.membership import MemberType
from kbdesk.models.membership import Profile
from kbdesk.models.membership import Said
from kbdesk.models.membership import Stance
from kbdesk.models.membership import justice_question
from kbdesk.models.membership import member_question
from kbdesk.models.membership import naming
from kbdesk.models.membership import profile_in
from kbdesk.models.membership import read_membership
from kbdesk.models.membership import said_in
from kbdesk.paths import resources_dir

SHIPPED = read_membership(resources_dir() / "membership")


def answers(**said: str) -> dict[str, Answer]:
    return {question: Answer(question, value) for question, value in said.items()}


def test_that_three_generations_name_commitments_that_exist() -> None:
    known = {c.id for c in read_commitments(resources_dir() / "commitments" / "commitments.csv")}
    assert [g.id for g in SHIPPED.generations] == ["halve-2010", "ten-percent", "charter-2021"]
    assert {id_ for g in SHIPPED.generations for id_ in g.commitments} <= known
    assert all(g.name and g.years and g.wording and g.meaning and g.source for g in SHIPPED.generations)
    found = SHIPPED.generation("charter-2021")
    assert found is not None
    assert found.commitments == ("ca-95-2050",)
    assert SHIPPED.generation("none") is None


def test_that_the_statements_have_their_source() -> None:
    ids = [s.id for s in SHIPPED.statements]
    assert ids[:2] == ["indigenous-partnership", "no-destructive-timber"]
    assert len(set(ids)) == len(ids)
    assert all(s.name and s.wording and s.since and s.source for s in SHIPPED.statements)


def test_that_campaigns_are_suggested_under_their_national_names() -> None:
    def titles(country: str) -> list[str]:
        return [s.title for s in SHIPPED.suggested(country)]

    assert titles("DE")[:2] == ["STADTRADELN", "Kindermeilen"]
    assert "Gréng Meilen" in titles("LU")
    assert titles("PT")[:2] == ["City Cycling", "Green Footprints"]
    for country in ("DE", "AT", "LU", "PT"):
        ids = [s.id for s in SHIPPED.suggested(country)]
        assert len(ids) == len(set(ids)) == 5


def test_that_nothing_said_is_nothing() -> None:
    assert profile_in({}) == Profile()
    assert said_in({}, "awareness") == Said()


def test_that_what_is_said_is_read_back() -> None:
    told = {
        member_question(f): v for f, v in zip(PROFILE_FIELDS, ("ngo", "No. 7", "1995-03-01", "x", "s1"), strict=True)
    }
    told |= {
        justice_question("awareness", f): v
        for f, v in zip(STATEMENT_FIELDS, ("planned", "2021-01-02", "No. 8", "s2"), strict=True)
    }
    found = answers(**told)
    assert profile_in(found) == Profile(MemberType.NGO, "No. 7", "1995-03-01", "x", "s1")
    assert said_in(found, "awareness") == Said(Stance.PLANNED, "2021-01-02", "No. 8", "s2")
    assert [a.question for a in naming(found.values(), "s2")] == ["justice.awareness.source"]
    assert naming(found.values(), "No. 8") == ()


@given(st.text())
def test_that_a_word_of_a_later_program_counts_as_not_said(word: str) -> None:
    found = {
        "member.type": Answer("member.type", word),
        "justice.awareness.stance": Answer("justice.awareness.stance", word),
    }
    assert profile_in(found).type == (word if word in set(MemberType) else None)
    assert said_in(found, "awareness").stance == (word if word in set(Stance) else None)
