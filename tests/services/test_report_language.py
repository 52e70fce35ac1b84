"""The language of reports is its own setting; its numbers follow it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from kbdesk.services.report_language import report_texts
from kbdesk.services.settings import Settings


@pytest.fixture
def desk(data_dir: DataDir) -> Desk:
    return Desk(Reference(resources_dir()), data_dir)


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    with desk.create_sample(tmp_path / "sample.kbdesk") as opened:
        yield opened


@pytest.mark.parametrize(
    ("settings", "asked", "language", "number"),
    [
        (Settings(), "", "de", "12.345,7"),
        (Settings(language="en"), "", "de", "12.345,7"),
        (Settings(report_language="en"), "", "en", "12,345.7"),
        (Settings(report_language="en", number_locale="de_CH"), "", "en", "12,345.7"),
        (Settings(number_locale="de_CH"), "", "de", "12’345.7"),
        (Settings(number_locale="fr"), "", "de", "12.345,7"),
        (Settings(report_language="de"), "en", "en", "12,345.7"),
    ],
)
def test_that_reports_have_the_language_asked_for(
    desk: Desk, project: Project, settings: Settings, asked: str, language: str, number: str
) -> None:
    desk.settings.save(settings)
    texts = report_texts(desk, project, asked)
    assert (texts.language, texts.numbers.fixed(12345.67, 1)) == (language, number)
