"""Profile and climate justice are recorded field by field, each one step, and told in rows."""

import pytest

from kbdesk.errors import UserError
from kbdesk.models.membership import MemberType
from kbdesk.models.membership import Profile
from kbdesk.models.membership import Said
from kbdesk.models.membership import Stance
from kbdesk.services import membership
from kbdesk.services import sources
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.services.conftest import CheckState

TIMBER = membership.TIMBER


def test_that_the_profile_is_recorded_in_steps(project: Project, check_state: CheckState) -> None:
    check_state(lambda: membership.record_profile(project, "type", "district"))
    check_state(lambda: membership.record_profile(project, "resolution", "  No. 12  of 1995 "))
    check_state(lambda: membership.record_profile(project, "date", "1995-03-01"))
    check_state(lambda: membership.record_profile(project, "generation", "ten-percent"))
    assert membership.profile(project) == Profile(
        MemberType.DISTRICT, "No. 12 of 1995", "1995-03-01", "ten-percent", ""
    )
    assert membership.record_profile(project, "type", "district") is None
    check_state(lambda: membership.record_profile(project, "type", ""))
    assert membership.profile(project).type is None


def test_that_a_day_that_is_none_is_refused(project: Project) -> None:
    with pytest.raises(UserError) as refused:
        membership.record_profile(project, "date", "in spring")
    assert refused.value.code == "membership.day"
    assert "in spring" in project.reference.texts("en").error(refused.value)
    with pytest.raises(ValueError, match="no field"):
        membership.record_profile(project, "colour", "green")
    with pytest.raises(ValueError, match="no field"):
        membership.record_statement(project, TIMBER, "colour", "green")


def test_that_taking_back_a_stance_takes_its_details_along(project: Project, check_state: CheckState) -> None:
    for field, text in (("stance", "yes"), ("date", "1996-05-02"), ("resolution", "No. 3"), ("source", "s1")):
        membership.record_statement(project, TIMBER, field, text)
    assert membership.said(project, TIMBER) == Said(Stance.YES, "1996-05-02", "No. 3", "s1")
    check_state(lambda: membership.record_statement(project, TIMBER, "stance", ""))
    assert membership.said(project, TIMBER) == Said()
    project.undo()
    assert membership.said(project, TIMBER).resolution == "No. 3"


def test_that_the_timber_resolution_is_missed_until_it_is_there_or_refused(project: Project) -> None:
    assert membership.lacks_timber_resolution(project)
    membership.record_statement(project, TIMBER, "stance", "planned")
    assert membership.lacks_timber_resolution(project)
    membership.record_statement(project, TIMBER, "stance", "yes")
    assert membership.lacks_timber_resolution(project)
    membership.record_statement(project, TIMBER, "resolution", "No. 3")
    assert not membership.lacks_timber_resolution(project)
    membership.record_statement(project, TIMBER, "stance", "no")
    assert not membership.lacks_timber_resolution(project)


def test_that_profile_and_statements_are_told_in_rows(project: Project, reference: Reference) -> None:
    texts = reference.texts("en")
    assert membership.profile_rows(project, texts)[1] == ()
    source = sources.new_source(project, supplier="Council", title="Minutes", date="1995-03-01")
    sources.add_source(project, source)
    for field, text in (
        ("type", "municipality"),
        ("resolution", "No. 12"),
        ("date", "1995-03-01"),
        ("generation", "charter-2021"),
        ("source", source.id),
    ):
        membership.record_profile(project, field, text)
    told: dict[str, str] = dict(membership.profile_rows(project, texts)[1])  # type: ignore[arg-type]  # pairs
    assert told["Resolution of membership"].startswith("No. 12, ")
    assert "1995" in told["Resolution of membership"]
    assert told["Pledge adopted"] == "Charter of 2021 (since 2021)"
    assert told["Evidence"].startswith("Council, Minutes")
    header, rows = membership.justice_rows(project, texts)
    assert {len(row) for row in rows} == {len(header)}
    assert [row[2] for row in rows] == ["not said"] * len(reference.membership.statements)


def test_that_a_day_of_another_program_stands_for_itself(reference: Reference) -> None:
    assert membership.day_text("spring", reference.texts("en")) == "spring"
    assert membership.day_text("", reference.texts("en")) == ""


def test_that_a_source_that_is_evidence_is_not_removed(project: Project) -> None:
    source = sources.new_source(project, supplier="Council")
    sources.add_source(project, source)
    membership.record_statement(project, TIMBER, "source", source.id)
    with pytest.raises(UserError) as refused:
        sources.remove_source(project, source.id)
    assert refused.value.code == "source.in_use"
