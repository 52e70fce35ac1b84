"""What was handed in is read from the register, and compared with what the document says now."""

import gzip
from dataclasses import replace
from pathlib import Path

from kbdesk.services.base_data import change_rules
from kbdesk.services.data_entry import record_quantity
from kbdesk.services.project import Project
from kbdesk.services.sent_results import sent_results
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission

WHO = Release("A. Person", "Town hall")


def codes(project: Project, year: int) -> set[str]:
    return {finding.code for finding in project.findings_of(year) if finding.code.startswith("series.")}


def test_that_set_and_totals_of_the_last_revision_are_read(project: Project, tmp_path: Path) -> None:
    create_submission(project, 2020, tmp_path, WHO)
    create_submission(project, 2020, tmp_path, WHO)
    (sent,) = sent_results(project.document.submissions()).values()
    assert (sent.year, sent.revision, sent.set_id) == (2020, 2, "bisko")
    assert sent.set_title == project.reference.factors.title("bisko")
    assert sent.emissions_t == {year: result.emissions_t.value for year, result in project.results.items()}


def test_that_a_payload_that_cannot_be_read_is_left_out(project: Project, tmp_path: Path) -> None:
    create_submission(project, 2020, tmp_path, WHO)
    (entry,) = project.document.submissions()
    for payload in (b"", b"not zipped", gzip.compress(b"{}"), gzip.compress(b'{"factor_set":{"id":1},"totals":[{}]}')):
        assert sent_results([replace(entry, payload=payload)]) == {}


def test_that_another_set_is_a_warning_until_the_year_is_sent_again(project: Project, tmp_path: Path) -> None:
    create_submission(project, 2020, tmp_path, WHO)
    assert codes(project, 2020) == set()
    change_rules(project, factor_set="com-ipcc-co2e-2024")
    assert codes(project, 2020) == {"series.sent_with_other_set"}
    create_submission(project, 2020, tmp_path, WHO)
    assert codes(project, 2020) == set()
    project.undo()
    assert codes(project, 2020) == {"series.sent_with_other_set"}


def test_that_a_changed_base_year_is_said_after_it_was_sent(project: Project, tmp_path: Path) -> None:
    change_rules(project, base_year=2010)
    create_submission(project, 2020, tmp_path, WHO)
    assert codes(project, 2010) == set()
    key = next(key for key in project.inventory.entries if key.year == 2010)
    record_quantity(project, key, "99999", ".")
    assert codes(project, 2010) == {"series.base_restated"}
    project.undo()
    assert codes(project, 2010) == set()
