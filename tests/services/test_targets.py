"""Commitments are chosen and own targets entered, each one step; progress follows at once."""

import json
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.progress import Verdict
from kbdesk.models.sector_supports import GROUPS
from kbdesk.services import reporting
from kbdesk.services import targets
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.targets import TypedTarget

HALF = TypedTarget("Half by 2035", Basis.TOTAL, CommitmentKind.REDUCTION, "50", "2010", "2035", source="council")


def ids(project: Project) -> list[str]:
    return [progress.commitment.id for progress in project.progress]


def test_that_commitments_of_the_list_are_held_by_default_or_by_choice(project: Project) -> None:
    assert "ca-half-2030" in ids(project)
    assert "com-2030-55" not in ids(project)
    targets.hold(project, "com-2030-55", wanted=True)
    targets.hold(project, "ca-half-2030", wanted=False)
    assert "com-2030-55" in ids(project)
    assert "ca-half-2030" not in ids(project)
    project.undo()
    assert "ca-half-2030" in ids(project)


def test_that_an_own_target_is_judged_like_any_other(project: Project) -> None:
    targets.add(project, HALF, ".")
    (own,) = (p for p in project.progress if p.commitment.id == "own-t1")
    assert (own.base_year, own.commitment.target_year, own.commitment.name) == (2010, 2035, "Half by 2035")
    assert own.verdict in (Verdict.ON_TRACK, Verdict.OFF_TRACK)
    assert own.base_value is not None
    assert dict(own.path)[2035] == pytest.approx(own.base_value / 2)


def test_that_own_targets_are_changed_and_deleted_in_steps(project: Project) -> None:
    targets.add(project, HALF, ".")
    targets.add(project, HALF._replace(name="2 t", kind=CommitmentKind.LEVEL, value="2,0", target_year=""), ",")
    assert set(project.inventory.targets) == {"t1", "t2"}
    assert project.inventory.targets["t2"].basis is Basis.PER_INHABITANT
    targets.change(project, "t1", HALF._replace(value="60"), ".")
    assert str(project.inventory.targets["t1"].value) == "0.6"
    targets.remove(project, "t1")
    assert set(project.inventory.targets) == {"t2"}
    for _ in range(4):
        project.undo()
    assert not project.inventory.targets


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": "  "}, "target.no_name"),
        ({"value": "half"}, "target.share"),
        ({"value": "0"}, "target.share"),
        ({"value": "101"}, "target.share"),
        ({"kind": CommitmentKind.LEVEL, "value": "-1"}, "target.level"),
        ({"base_year": "1970"}, "target.base_year"),
        ({"base_year": "soon"}, "target.base_year"),
        ({"target_year": ""}, "target.target_year"),
        ({"target_year": "3000"}, "target.target_year"),
        ({"target_year": "2009"}, "target.before_base"),
    ],
)
def test_that_what_is_no_target_is_refused_with_what_was_expected(
    project: Project, wrong: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        targets.add(project, HALF._replace(**wrong), ".")  # type: ignore[arg-type]  # fields by their names
    assert caught.value.code == code
    assert not project.inventory.targets


def test_that_a_target_of_a_sector_stands_apart_from_those_of_everything(project: Project) -> None:
    before = project.progress
    targets.add(project, HALF._replace(sector="PH"), ".")
    assert project.progress == before
    (own,) = project.sector_progress
    assert own.commitment.sector == "PH"
    by_sector = [s.emissions_t for s in project.sector_supports("PH")]
    assert own.base_value == pytest.approx(float(by_sector[0]))
    assert own.actual == pytest.approx(float(by_sector[-1]))
    (item,) = (c for c in reporting.progress_document(project)["commitments"] if c["id"] == "own-t1")
    assert item["sector"] == "PH"
    project.undo()
    assert not project.sector_progress


def test_that_every_sector_offered_has_a_name_of_its_own(project: Project) -> None:
    offered = targets.offered_sectors(project, project.reference.texts("en"))
    assert offered[0] == ("", "Everything")
    assert len({label for _, label in offered}) == len(offered) > len(GROUPS)
    assert all(name for _, name in offered)


def test_that_a_sector_target_travels_in_the_submission(project: Project, tmp_path: Path) -> None:
    targets.add(project, HALF._replace(sector="road_passenger"), ".")
    draft = create_submission(project, 2020, tmp_path, Release("A. Person", "Town hall"))
    payload = json.loads(draft.payload)
    (item,) = (c for c in payload["commitments"] if "sector" in c)
    assert item["sector"] == "road_passenger"
    assert item["windows"] == []
