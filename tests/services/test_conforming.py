"""The BISKO label is asked for where BISKO is used or usual, by the set that results are computed with."""

from pathlib import Path

import pytest

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Municipality
from kbdesk.services import conforming
from kbdesk.services.base_data import record_local_factor
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from tests.builders import entry


def test_that_the_label_says_how_many_things_are_missing(project: Project) -> None:
    found = conforming.label(project, 2020)
    assert found is not None
    assert not found.conform
    texts = project.reference.texts("en")
    assert conforming.label_text(found, texts) == f"Not BISKO-conform: {len(found.gaps)} things missing"
    sentences = [conforming.gap_text(gap, texts) for gap in found.gaps]
    assert len(set(sentences)) == len(sentences) > 5
    assert conforming.label(project, 1999) is None, "there are no values"


def test_that_a_local_mix_drops_the_label_and_is_named(project: Project) -> None:
    before = conforming.label(project, 2020)
    record_local_factor(project, 2020, "electricity", "0.1", ".", "own wind park")
    after = conforming.label(project, 2020)
    assert before is not None
    assert after is not None
    new = [gap for gap in after.gaps if gap not in before.gaps]
    assert [(gap.code, gap.carrier) for gap in new] == [("conformity.local_factor", "electricity")]


def test_that_the_set_of_the_results_counts(project: Project) -> None:
    project.compute_with("com-ipcc-co2-2024")
    found = conforming.label(project, 2020)
    assert found is not None
    assert "conformity.factor_set" in {gap.code for gap in found.gaps}


@pytest.mark.parametrize(
    ("country", "factor_set", "asked"), [("AT", "bisko", True), ("AT", "com-lca-co2e-2024", False)]
)
def test_that_nobody_else_is_asked(desk: Desk, tmp_path: Path, country: str, factor_set: str, *, asked: bool) -> None:
    with desk.create(tmp_path / "t.kbdesk", Municipality(country, "Town", "", 1990, factor_set)) as project:
        project.commit("entry.quantity", {}, [Edit(None, entry(2020, "residential", "electricity", "5"))])
        assert (conforming.label(project, 2020) is not None) == asked
        texts = project.reference.texts("en")
        assert bool(conforming.label_column(project, [2020], texts)) == asked
