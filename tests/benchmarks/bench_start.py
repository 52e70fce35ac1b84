"""From the call of the program to a window that takes input, with the largest document open."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from kbdesk.services.project import Project
from tests.benchmarks.conftest import Measured


def bench_start_with_the_largest_document(measured: Measured, largest: Project, tmp_path: Path) -> None:
    """Copies are opened, because a document is open in one program at a time."""
    largest.close()
    content, running, memory = largest.path.read_bytes(), list[subprocess.Popen[str]](), list[float]()
    copies = [tmp_path / f"{number}.kbdesk" for number in range(9)]
    for copy in copies:
        copy.write_bytes(content)

    def start() -> None:
        command = [sys.executable, "-m", "tests.benchmarks.start_probe", str(copies.pop()), str(tmp_path / "data")]
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        memory.append(float(program.stdout.readline()))
        running.append(program)

    measured("start to a window that takes input, 35 years open", 500, start, rounds=7)
    for program in running:
        program.communicate("")
    measured.note(memory_mb=round(median(memory), 1))
