from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.sources import Source
from kbdesk.services import measures
from kbdesk.services import sources
from kbdesk.services.desk import Desk
from kbdesk.services.measures import TypedMeasure
from kbdesk.services.project import Project
from tests.builders import DUDENHOFEN
from tests.builders import entry

LIGHTS = TypedMeasure(
    "LED",
    MeasureStatus.RUNNING,
    "street_lighting",
    "electricity",
    "2023",
    "2025",
    "Bauamt",
    "100",
    "",
    "180,000",
    "eur",
)


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A document with one value and the inhabitants of a year."""
    with desk.create(tmp_path / "One.kbdesk", DUDENHOFEN) as opened:
        people = BaseDatum(2018, Indicator.POPULATION, Decimal(6030))
        value = entry(2018, "residential", "electricity", "9650")
        opened.commit("import", {"file": "one", "count": "2"}, [Edit(None, value), Edit(None, people)])
        yield opened


def test_that_a_measure_is_kept_changed_and_removed_in_steps_that_are_undone(project: Project) -> None:
    texts = project.reference.texts("en")
    measures.add(project, LIGHTS, texts)
    (kept,) = project.inventory.measures.values()
    assert (kept.saving_mwh, kept.cost, kept.currency) == (Decimal(100), Decimal(180000), "EUR")
    assert measures.typed(kept, texts) == LIGHTS._replace(currency="EUR")
    measures.change(project, kept.id, LIGHTS._replace(title="LED everywhere", saving_t="52.4"), texts)
    assert project.inventory.measures[kept.id].saving_t == Decimal("52.4")
    measures.remove(project, kept.id)
    assert not project.inventory.measures
    for _ in range(3):
        project.undo()
    assert not project.inventory.measures
    project.redo()
    assert project.inventory.measures == {kept.id: kept}


def test_that_tonnes_are_computed_from_the_energy_where_none_are_typed(project: Project) -> None:
    texts = project.reference.texts("en")
    measures.add(project, LIGHTS, texts)
    (found,) = measures.in_order(project)
    assert found.derived
    assert found.saving_t == Decimal("0.544") * 100  # BISKO, electricity 2018: the latest inventory year
    assert measures.measure_rows([found], texts)[0] == (
        "LED",
        "Public lighting, Electricity",
        "2023–2025",
        "running",
        "100",
        "≈ 54",
        "180,000 EUR",
        "Bauamt",
    )


def test_that_typed_tonnes_win_and_a_saving_without_carrier_stays_unknown(project: Project) -> None:
    texts = project.reference.texts("en")
    measures.add(project, LIGHTS._replace(saving_t="50"), texts)
    measures.add(project, LIGHTS._replace(title="Insulation", carrier=""), texts)
    found = {each.measure.title: each for each in measures.in_order(project)}
    assert (found["LED"].saving_t, found["LED"].derived) == (Decimal(50), False)
    assert found["Insulation"].saving_t is None


def test_that_the_sum_says_what_it_counts_and_what_not(project: Project) -> None:
    texts = project.reference.texts("en")
    for title, status, tonnes, start in (
        ("LED", MeasureStatus.RUNNING, "50", "2023"),
        ("Heat network", MeasureStatus.DECIDED, "1200", "2026"),
        ("Bus line", MeasureStatus.IDEA, "300", "2027"),
        ("Advice", MeasureStatus.RUNNING, "", "2020"),
        ("Cable car", MeasureStatus.DROPPED, "10", "2020"),
    ):
        typed = TypedMeasure(title, status, start_year=start, saving_t=tonnes)
        measures.add(project, typed, texts)
    told = measures.expectation(project)
    assert told == measures.Expectation(2018, 2030, Decimal(1250), 2, 1, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (LIGHTS._replace(title=" "), "measure.no_title"),
        (LIGHTS._replace(start_year="soon"), "measure.year"),
        (LIGHTS._replace(start_year="1850"), "measure.year"),
        (LIGHTS._replace(start_year="2026", end_year="2025"), "measure.years"),
        (LIGHTS._replace(saving_mwh="-5"), "measure.amount"),
        (LIGHTS._replace(saving_t="many"), "measure.amount"),
        (LIGHTS._replace(cost="1 Mio"), "measure.amount"),
        (LIGHTS._replace(currency="euros"), "measure.currency"),
    ],
)
def test_that_what_cannot_be_is_refused_in_words(project: Project, typed: TypedMeasure, code: str) -> None:
    texts = project.reference.texts("en")
    with pytest.raises(UserError) as refused:
        measures.add(project, typed, texts)
    assert refused.value.code == code
    assert texts.error(refused.value)
    assert not project.inventory.measures


def test_that_a_source_a_measure_names_is_not_removed(project: Project) -> None:
    texts = project.reference.texts("en")
    study: Source = sources.new_source(project, supplier="Council", title="resolution 12")
    sources.add_source(project, study)
    measures.add(project, LIGHTS._replace(source_id=study.id), texts)
    with pytest.raises(UserError) as refused:
        sources.remove_source(project, study.id)
    assert refused.value.code == "source.in_use"
