"""From the call of the program to a window that takes input, with the largest document open."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from kbdesk.services.project import Project
from tests.benchmarks.conftest import Measured


def bench_start_with_the_largest_document(measured: Measured, largest: Project, tmp_path: Path) -> None:
    """Copies are opened, because a document is open in one program at a time."""
    largest.close()
    content = largest.path.read_bytes()
    running, at_start, with_picture = list[subprocess.Popen[str]](), list[tuple[float, ...]](), list[float]()
    copies = [tmp_path / f"{number}.kbdesk" for number in range(9)]
    for copy in copies:
        copy.write_bytes(content)
    # An installed program has its modules compiled; here the first round, which does not count, compiles them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def start() -> None:
        command = [sys.executable, "-m", "tests.benchmarks.start_probe", str(copies.pop()), str(tmp_path / "data")]
        pipe = subprocess.PIPE
        program = subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True, bufsize=1)
        running.append(program)
        at_start.append(_told(program))

    def end() -> None:
        program = running.pop()
        with_picture.append(_told(program)[0])
        program.communicate("")

    what = "start to a window that takes input, 35 years open"
    measured(what, 500, start, rounds=7, after_each=end)
    measured.note(
        memory_mb=median(memory for memory, _ in at_start),
        memory_with_picture_mb=median(with_picture),
        processor_ms=median(processor for _, processor in at_start),
    )


def _told(program: subprocess.Popen[str]) -> tuple[float, ...]:
    assert program.stdout is not None
    return tuple(map(float, program.stdout.readline().split()))
