"""The program as processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from typing import Any

from kbdesk.paths import DataDir

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
"""Seconds; reached only where something is wrong."""
PROGRAM = (sys.executable, "-m", "kbdesk")
DRIVER = (sys.executable, "-m", "tests.e2e.driver")


def environment(**changes: str) -> Mapping[str, str]:
    """An environment without a screen, in which the program is found from every folder."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **changes}


def kbdesk(data_dir: DataDir, *arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return _run((*PROGRAM, "--data-dir", str(data_dir.root), "--language", "en", *map(str, arguments)), changes)


def drive(action: str, data_dir: DataDir, *arguments: object) -> list[Any]:
    """Open the window, let a person do something, and return what was told of it."""
    done = _run(_driven(action, data_dir, arguments), {})
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def driven(action: str, data_dir: DataDir, *arguments: object) -> Iterator["Driven"]:
    """The same as a process that goes on; it is killed at the end."""
    command = _driven(action, data_dir, arguments)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            yield Driven(process, process.stdout)
        finally:
            process.kill()


class Driven:
    """A window in another process, with what is told of it."""

    def __init__(self, process: subprocess.Popen[str], told: IO[str]) -> None:
        self._process = process
        self._told = told

    def next(self) -> Any:
        """What is told next; waits for it."""
        return json.loads(self._told.readline())

    def kill(self) -> list[Any]:
        """End the process as a power cut would; what was told until then."""
        self._process.kill()
        lines = self._told.readlines()
        self._process.wait(PATIENCE)
        # The last line may have been cut off by the kill.
        return [json.loads(line) for line in lines if line.endswith("\n")]


def _driven(action: str, data_dir: DataDir, arguments: tuple[object, ...]) -> tuple[str, ...]:
    return (*DRIVER, action, "--data-dir", str(data_dir.root), "--language", "en", *map(str, arguments))


def _run(command: tuple[str, ...], changes: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment(**changes), cwd=ROOT, timeout=PATIENCE
    )
