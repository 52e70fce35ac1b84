"""What is reviewed again after an edit, and what is not."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.calculation import YearResult
from kbdesk.models.changes import Edit
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Record
from kbdesk.models.review import review_year
from kbdesk.models.sources import Source
from kbdesk.services import acknowledging
from kbdesk.services import data_entry
from kbdesk.services import reviews
from kbdesk.services.project import Project
from kbdesk.services.reviews import Reviews
from tests.builders import entry

YEARS = range(2011, 2020)
Reviewed = Callable[[], list[int]]


def power(year: int) -> EntryKey:
    return EntryKey(year, "residential", "electricity")


@pytest.fixture
def reviewed(project: Project, monkeypatch: pytest.MonkeyPatch) -> Reviewed:
    """Asks for all findings and says which years were reviewed for them; ten years are in the document."""
    years: list[int] = []

    def watching(result: YearResult, *more: object) -> tuple[Finding, ...]:
        years.append(result.year)
        return review_year(result, *more)  # type: ignore[arg-type]  # handed on as they came

    def ask() -> list[int]:
        years.clear()
        assert project.findings is not None
        return sorted(years)

    monkeypatch.setattr(reviews, "review_year", watching)
    _add(project, *(entry(y, "residential", "electricity", str(9000 + y)) for y in YEARS))
    assert ask() == [2010, *YEARS, 2020]
    return ask


def test_that_nothing_is_reviewed_twice(project: Project, reviewed: Reviewed) -> None:
    assert reviewed() == []
    assert project.findings_of(2015) == tuple(f for f in project.findings if f.year == 2015)
    assert project.findings_of(1990) == ()


def test_that_an_edit_reviews_its_year_and_the_two_that_look_back_at_it(project: Project, reviewed: Reviewed) -> None:
    data_entry.record_quantity(project, power(2014), "20000", ".")
    assert reviewed() == [2014, 2015, 2016]
    assert {(f.year, f.code) for f in project.findings if f.code == "value.jump"} == {
        (2014, "value.jump"),
        (2015, "value.jump"),
    }
    project.undo()
    assert reviewed() == [2014, 2015, 2016]
    assert "value.jump" not in {f.code for f in project.findings}


def test_that_a_year_that_is_gone_is_not_looked_back_at(project: Project, reviewed: Reviewed) -> None:
    data_entry.clear(project, [power(2014)])
    assert reviewed() == [2015, 2016]
    assert 2014 not in project.results


def test_that_an_acknowledgement_reviews_nothing(project: Project, reviewed: Reviewed) -> None:
    data_entry.record_quantity(project, power(2014), "20000", ".")
    reviewed()
    finding = next(f for f in project.findings_of(2014) if f.code == "value.jump")
    acknowledging.acknowledge(project, finding, "closure")
    assert reviewed() == []
    assert sum(f.acknowledged is not None for f in project.findings) == 1


def test_that_an_answer_reviews_all_years_and_its_repetition_none(project: Project, reviewed: Reviewed) -> None:
    _add(project, Answer("card.gas_grid", NO))
    assert reviewed() == [2010, *YEARS, 2020]
    assert "entry.absent" in {f.code for f in project.findings_of(2020)}
    _add(project, Answer("deadline", "2026-12-31"))
    assert reviewed() == []


def test_that_the_contact_of_a_source_does_not_matter_and_its_day_does(project: Project, reviewed: Reviewed) -> None:
    source = Source("s1", "Stadtwerke", "operator", date="2015-02-14")
    _add(project, source)
    reviewed()
    project.commit(
        "import", {"file": "", "count": "1"}, [Edit(source, Source("s1", "SW", "operator", date="2015-02-14"))]
    )
    assert reviewed() == []


def test_that_degree_days_matter_to_their_year_and_those_that_look_back(project: Project, reviewed: Reviewed) -> None:
    _add(project, BaseDatum(2014, Indicator.HEATING_DEGREE_DAYS, Decimal(3000)))
    assert reviewed() == [2014, 2015, 2016]


def test_that_two_ways_to_the_same_inventory_have_the_same_findings(project: Project, reviewed: Reviewed) -> None:
    for year in (2013, 2018, 2012):
        data_entry.record_quantity(project, power(year), str(3 * year), ".")
        assert reviewed()
    fresh = Reviews(project.reference, project.today().year)
    assert fresh.findings(project.inventory, project.results) == project.findings


def _add(project: Project, *records: Record) -> None:
    edits = [Edit(None, record) for record in records]
    project.commit("import", {"file": "more", "count": str(len(edits))}, edits)
    assert all(not isinstance(record, Entry) or record.key in project.inventory.entries for record in records)
