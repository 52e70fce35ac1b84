"""The documents that are measured: 35 years, every sector that fits every carrier."""

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.paths import resources_dir
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.builders import DUDENHOFEN
from tests.builders import full_inventory


class Measured:
    """The benchmark with what is measured and its mark [ms] written beside it."""

    def __init__(self, benchmark: BenchmarkFixture) -> None:
        self._benchmark: Any = benchmark

    def __call__(
        self,
        what: str,
        mark_ms: float,
        work: Callable[[], object],
        *,
        rounds: int = 20,
        figure: str = "median",
        before_each: Callable[[], None] | None = None,
        after_each: Callable[[], object] | None = None,
    ) -> None:
        """Do the work so many times after one warm-up and keep the times; before and after do not count."""
        self._benchmark.extra_info.update(what=what, mark_ms=mark_ms, figure=figure)
        self._benchmark.pedantic(work, rounds=rounds, warmup_rounds=1, setup=before_each, teardown=after_each)

    def note(self, **figures: float) -> None:
        """Write further figures beside what was measured."""
        self._benchmark.extra_info.update(figures)


@pytest.fixture
def measured(benchmark: BenchmarkFixture) -> Measured:
    return Measured(benchmark)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Reference(resources_dir()), DataDir(tmp_path / "data"))


@pytest.fixture
def largest(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A document with 35 years in which every cell has a value."""
    with desk.create(tmp_path / "Largest.kbdesk", DUDENHOFEN) as project:
        full = full_inventory()
        records: list[Record] = [*full.entries.values(), *full.base_data.values()]
        project.commit("import", {"file": "full", "count": str(len(records))}, [Edit(None, r) for r in records])
        yield project


@pytest.fixture
def sample(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    with desk.create_sample(tmp_path / "Sample.kbdesk") as project:
        yield project
