"""Submissions, imports and documents."""

import subprocess
import sys
from itertools import count
from pathlib import Path

from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.submitting import verify_file
from tests.benchmarks.conftest import Measured

RELEASE = Release("bench", "bench")


def bench_export_of_the_sample(measured: Measured, sample: Project, tmp_path: Path) -> None:
    numbers = count()
    measured("export of a submission, sample", 700).pedantic(
        lambda: create_submission(sample, 2015, tmp_path / str(next(numbers)), RELEASE), rounds=7, warmup_rounds=1
    )


def bench_verify_as_a_process(measured: Measured, sample: Project, tmp_path: Path) -> None:
    path = create_submission(sample, 2015, tmp_path, RELEASE).path
    command = [sys.executable, "-m", "kbdesk", "--data-dir", str(tmp_path / "data"), "verify", str(path)]
    measured("verify of a submission, whole process", 300).pedantic(
        lambda: subprocess.run(command, check=True, capture_output=True), rounds=7, warmup_rounds=1
    )


def bench_verify_in_a_batch(measured: Measured, sample: Project, desk: Desk, tmp_path: Path) -> None:
    path = create_submission(sample, 2015, tmp_path, RELEASE).path
    measured("verify of a submission, in a batch", 20).pedantic(
        lambda: verify_file(path, desk.reference), rounds=15, warmup_rounds=2
    )


def bench_opening_the_largest_document(measured: Measured, largest: Project, desk: Desk) -> None:
    path = largest.path
    largest.close()

    def opened() -> None:
        with desk.open(path, read_only=True) as project:
            assert project.results

    measured("opening and computing a 35-year document", 500).pedantic(opened, rounds=7, warmup_rounds=1)


def bench_municipality_search(measured: Measured, desk: Desk) -> None:
    index = desk.reference.municipalities
    index.search("a")
    measured("municipality search, one keystroke", 50, "p95")(index.search, "dude")
