"""Pictures of the open inventory as bytes: for the report, and for a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.charts.style import ChartStyle
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services import charting
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference


@pytest.fixture
def project(tmp_path: Path, data_dir: DataDir) -> Iterator[Project]:
    with Desk(Reference(resources_dir()), data_dir).create_sample(tmp_path / "sample.kbdesk") as opened:
        yield opened


def test_that_a_picture_has_the_size_asked_for_and_the_same_bytes(project: Project) -> None:
    texts = Reference(resources_dir()).texts("en")
    first = charting.picture_bytes(project, "sectors", texts, ChartStyle(), ".png", size=(6.0, 4.0))
    assert (int.from_bytes(first[16:20], "big"), int.from_bytes(first[20:24], "big")) == (1800, 1200)
    assert charting.picture_bytes(project, "sectors", texts, ChartStyle(), ".png", size=(6.0, 4.0)) == first
    assert charting.picture_bytes(project, "sectors", texts, ChartStyle(), ".svg").startswith(b"<?xml")
