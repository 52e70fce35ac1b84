"""Submissions, imports and documents."""

import subprocess
import sys
from itertools import count
from pathlib import Path

from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.submitting import Release
from kbdesk.services.submitting import create_submission
from kbdesk.services.verifying import verifier
from tests.benchmarks.conftest import Measured

RELEASE = Release("bench", "bench")


def bench_export_of_the_sample(measured: Measured, sample: Project, tmp_path: Path) -> None:
    numbers = count()

    def export() -> None:
        create_submission(sample, 2015, tmp_path / str(next(numbers)), RELEASE)

    measured("export of a submission, sample", 700, export, rounds=7)


def bench_verify_as_a_process(measured: Measured, sample: Project, tmp_path: Path) -> None:
    path = create_submission(sample, 2015, tmp_path, RELEASE).path
    command = [sys.executable, "-m", "kbdesk", "--data-dir", str(tmp_path / "data"), "verify", str(path)]

    def verify() -> None:
        subprocess.run(command, check=True, capture_output=True)

    measured("verify of a submission, whole process", 300, verify, rounds=7)


def bench_verify_in_a_batch(measured: Measured, sample: Project, desk: Desk, tmp_path: Path) -> None:
    path = create_submission(sample, 2015, tmp_path, RELEASE).path
    check = verifier(desk.reference)
    measured("verify of a submission, in a batch", 20, lambda: check.verify(path))


def bench_opening_the_largest_document(measured: Measured, largest: Project, desk: Desk) -> None:
    path = largest.path
    largest.close()

    def opened() -> None:
        with desk.open(path, read_only=True) as project:
            assert project.results

    measured("opening and computing a 35-year document", 500, opened, rounds=7)


def bench_municipality_search(measured: Measured, desk: Desk) -> None:
    index = desk.reference.municipalities
    measured("municipality search, one keystroke", 50, lambda: index.search("dude"), rounds=60, figure="p95")
