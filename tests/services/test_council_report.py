"""The council report: sensible for every municipality, nothing invented, never a zero for what is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from kbdesk.reports.basis import Part
from kbdesk.reports.content import Heading
from kbdesk.reports.content import Items
from kbdesk.reports.content import KeyNumber
from kbdesk.reports.content import KeyNumbers
from kbdesk.reports.content import Look
from kbdesk.reports.content import Paragraph
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.content import Table
from kbdesk.services import base_data
from kbdesk.services import council_report
from kbdesk.services import report_wording
from kbdesk.services import targets
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.targets import TypedTarget
from kbdesk.texts.texts import Texts
from tests.builders import entry

TOWN = Municipality("DE", "Musterdorf", code="", base_year=1990, factor_set="bisko", language="en")


@pytest.fixture
def town(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    with desk.create(tmp_path / "Musterdorf.kbdesk", TOWN) as opened:
        yield opened


@pytest.fixture
def sample(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    with desk.create_sample(tmp_path / "Sample.kbdesk") as opened:
        yield opened


@pytest.fixture
def texts(desk: Desk) -> Texts:
    return desk.reference.texts("en")


def _fill(project: Project, *records: Record) -> None:
    project.commit("import", {"file": "x", "count": str(len(records))}, [Edit(None, record) for record in records])


def _year(year: int, scale: int = 1, grade: str = "A") -> list[Record]:
    cells = (
        ("residential", "natural_gas", 9000),
        ("residential", "electricity", 4000),
        ("road_passenger", "diesel", 8000),
    )
    return [entry(year, s, c, str(mwh * scale), source="letter") for s, c, mwh in cells]


def _people(project: Project, **years: str) -> None:
    for year, number in years.items():
        base_data.record_base_datum(project, int(year[1:]), Indicator.POPULATION, number, ".")


def _numbers(report: Report) -> tuple[KeyNumber, ...]:
    return next(block.numbers for block in report.first_page if isinstance(block, KeyNumbers))


def _tables(report: Report) -> dict[str, Table]:
    return {block.title: block for block in report.annex if isinstance(block, Table)}


def _lead(report: Report) -> str:
    return next(b.text for b in report.first_page if isinstance(b, Paragraph) and b.look is Look.LEAD)


def test_that_the_page_of_the_sample_has_a_sentence_a_picture_three_numbers_and_three_causes(
    sample: Project, texts: Texts
) -> None:
    report = council_report.council_report(sample, 2015, texts)
    assert report.title == "Climate protection in Münster: report 2015"
    assert _lead(report) == "2015: 6.5 t per inhabitant – 0.2 t above the path to half by 2030."
    assert [number.value.replace("\N{NARROW NO-BREAK SPACE}", " ") for number in _numbers(report)] == [
        "6.5\N{NO-BREAK SPACE}t",
        "−22 %",
        "100 %",
    ]
    assert sum(isinstance(block, Picture) for block in report.first_page) == 1
    causes = next(block for block in report.first_page if isinstance(block, Items))
    assert len(causes.texts) == 3


def test_that_the_annex_has_its_parts_in_order_and_tables_add_up(sample: Project, texts: Texts) -> None:
    report = council_report.council_report(sample, 2015, texts)
    titles = [block.text for block in report.annex if isinstance(block, Heading) and block.level == 2]
    assert [title.split(":")[0] for title in titles] == [f"Annex {n}" for n in range(1, len(titles) + 1)]
    assert len(titles) == 8
    result = sample.results[2015]
    total = texts.numbers.integer(result.emissions_t.value)
    matrix = _tables(report)["Emissions in 2015 by energy carrier and sector [t]"]
    assert matrix.rows[-1][-1] == total
    assert _tables(report)["Sectors in 2015"].rows[-1][2] == total
    assert [row[0] for row in _tables(report)["All years"].rows] == [str(s.year) for s in sample.supports]


def test_that_a_part_left_out_is_gone_and_the_others_are_counted_on(sample: Project, texts: Texts) -> None:
    report_wording.want_part(sample, Part.METHOD, wanted=False)
    report_wording.want_part(sample, Part.PICTURES, wanted=False)
    report = council_report.council_report(sample, 2015, texts)
    headings = [block.text for block in report.annex if isinstance(block, Heading) and block.level == 2]
    assert headings[0].startswith("Annex 1: The figures")
    assert not any(isinstance(block, Picture) for block in report.annex)


def test_that_every_value_can_be_listed(sample: Project, texts: Texts) -> None:
    report_wording.want_part(sample, Part.VALUES, wanted=True)
    values = _tables(council_report.council_report(sample, 2015, texts))["The values of 2015"]
    assert len(values.rows) == len(sample.results[2015].everything)


def test_that_what_the_officer_wrote_stands_on_the_page(sample: Project, texts: Texts) -> None:
    report_wording.record_text(sample, "title", "Our climate")
    report_wording.record_text(sample, "contact", "Town hall, room 3")
    report_wording.record_cause(sample, 2015, 1, "The new heat network.", "")
    report = council_report.council_report(sample, 2015, texts)
    assert report.title == "Our climate"
    written = [b.text for b in report.first_page if isinstance(b, Paragraph)]
    assert "Contact: Town hall, room 3" in written
    assert next(b for b in report.first_page if isinstance(b, Items)).texts[0] == "The new heat network."


def test_that_a_first_inventory_says_what_cannot_be_said_yet(town: Project, texts: Texts) -> None:
    _fill(town, *_year(2020))
    _people(town, y2020="6000")
    report = council_report.council_report(town, 2020, texts)
    numbers = _numbers(report)
    assert numbers[0].value.endswith("t")
    assert numbers[1].value == "–"
    assert not any(isinstance(block, Items) for block in report.first_page)


def test_that_without_inhabitants_there_is_a_dash_and_the_reason(town: Project, texts: Texts) -> None:
    _fill(town, *_year(1990, 2), *_year(2020))
    report = council_report.council_report(town, 2020, texts)
    picture = next(block for block in report.first_page if isinstance(block, Picture))
    assert (picture.chart.kind, picture.chart.empty) == ("total", False)
    number = _numbers(report)[0]
    assert (number.value, number.comparison) == ("–", "The number of inhabitants is missing.")


def test_that_an_incomplete_year_is_a_lower_bound_and_not_compared(town: Project, texts: Texts) -> None:
    _fill(town, *_year(1990, 2), *_year(2020), entry(2020, "industry", "natural_gas", ""))
    _people(town, y1990="5000", y2020="6000")
    report = council_report.council_report(town, 2020, texts)
    per_inhabitant, change, _ = _numbers(report)
    assert per_inhabitant.value.startswith("≥")
    assert change.value == "–"
    assert "incomplete" in change.comparison
    matrix = _tables(report)["Emissions in 2020 by energy carrier and sector [t]"]
    assert matrix.rows[-1][-1].startswith("≥")
    assert _tables(report)["Sectors in 2020"].rows[-1][3] == "–"


def test_that_a_published_year_is_reported_without_parts(town: Project, texts: Texts) -> None:
    from decimal import Decimal

    _fill(town, PublishedResult(1990, Decimal(60000), source="Study of 1992"), PublishedResult(2000, Decimal(50000)))
    _people(town, y1990="5000", y2000="6000")
    report = council_report.council_report(town, 2000, texts)
    assert _numbers(report)[2].value == "–"
    series = _tables(report)["All years"]
    assert series.rows[0][2] == "–"
    assert series.rows[0][-1] == "published result"
    assert "Sectors in 2000" not in _tables(report)


def test_that_a_municipality_without_its_base_year_says_which_stands_in(town: Project, texts: Texts) -> None:
    _fill(town, *_year(2005, 2), *_year(2020))
    _people(town, y2005="5000", y2020="6000")
    report = council_report.council_report(town, 2020, texts)
    told = [block.text for block in report.annex if isinstance(block, Paragraph)]
    assert any("1990" in text and "2005" in text for text in told)


def test_that_there_is_no_report_of_a_year_without_emissions(town: Project, texts: Texts, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        council_report.save_report(town, 2020, tmp_path / "r.html", texts)
    assert refused.value.code == "report.no_year"
    assert not (tmp_path / "r.html").exists()


def test_that_an_unknown_kind_and_a_missing_folder_are_refused(sample: Project, texts: Texts, tmp_path: Path) -> None:
    with pytest.raises(UserError) as kind:
        council_report.save_report(sample, 2015, tmp_path / "r.odt", texts)
    assert kind.value.code == "report.suffix"
    report_wording.want_part(sample, Part.PICTURES, wanted=False)
    with pytest.raises(UserError) as folder:
        council_report.save_report(sample, 2015, tmp_path / "none" / "r.html", texts)
    assert folder.value.code == "report.no_folder"


@pytest.mark.parametrize("suffix", council_report.SUFFIXES)
def test_that_each_kind_is_written_byte_by_byte_the_same(
    sample: Project, texts: Texts, tmp_path: Path, suffix: str
) -> None:
    report_wording.want_part(sample, Part.PICTURES, wanted=False)
    path = tmp_path / f"report{suffix}"
    council_report.save_report(sample, 2015, path, texts)
    assert path.read_bytes() == council_report.report_bytes(sample, 2015, suffix, texts)


def test_that_a_target_of_a_sector_stands_among_the_commitments(town: Project, texts: Texts) -> None:
    _fill(town, *_year(2010, 2), *_year(2020))
    half = TypedTarget("Half the traffic", Basis.TOTAL, CommitmentKind.REDUCTION, "50", "2010", "2030", sector="V")
    targets.add(town, half, ".")
    report = council_report.council_report(town, 2020, texts)
    rows = [row for block in report.annex if isinstance(block, Table) for row in block.rows]
    (found,) = [row for row in rows if row[0].startswith("Half the traffic")]
    assert "Transport" in found[0]
