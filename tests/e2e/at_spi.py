"""The running program through the accessibility interface of the desktop, as a screen reader meets it."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from typing import Any

from kbdesk.paths import DataDir
from tests.e2e.processes import PROGRAM
from tests.e2e.processes import ROOT
from tests.e2e.processes import environment

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("at_spi_reader.py")
_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_SCREEN = "1400x1000x24"
_PAUSE = 0.05
_LONG = 4
_PATIENCE = 20
"""Seconds; reached only where something is wrong."""
_COMBO = "combo box"
_TEXT_FIELDS = frozenset({"text", "entry", "password text", "spin button"})


@dataclass(frozen=True, slots=True)
class Node:
    """Something shown, as it is told; ``labels`` are the texts said to belong to it."""

    path: tuple[int, ...]
    role: str
    name: str
    labels: tuple[str, ...]
    description: str
    states: frozenset[str]
    text: str | None
    children: int

    @property
    def is_combo(self) -> bool:
        return self.role == _COMBO

    @property
    def is_field(self) -> bool:
        """Whether something can be typed or chosen in it."""
        return self.is_combo or (self.role in _TEXT_FIELDS and "editable" in self.states)

    @property
    def said_name(self) -> str:
        """What is said first; Qt tells the choice of a combo box as its name, and its label as a relation."""
        return " ".join(self.labels).strip() if self.is_combo else self.name.strip()

    @property
    def value(self) -> str | None:
        """What stands in a field; empty where nothing stands there, None where that cannot be known."""
        return self.name if self.is_combo else self.text

    def __str__(self) -> str:
        return f"{self.role} “{self.said_name}” ({self.value or ''}) {self.description}"


class ScreenReader:
    """Asks the program, and handles it, through nothing but the interface and keys."""

    def __init__(self, orders: IO[str], answers: IO[str]) -> None:
        self._orders = orders
        self._answers = answers

    def began(self) -> bool:
        """Whether the program has made itself known; waits for it."""
        return bool(self._read()["answer"])

    def ask(self, order: str, **what: object) -> Any:
        """Carry out an order; again where the program changed while it was carried out."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            self._orders.write(json.dumps({"order": order, **what}) + "\n")
            self._orders.flush()
            answer = self._read()
            if "answer" in answer:
                return answer["answer"]
            time.sleep(_PAUSE)
        raise AssertionError(f"{order} {what}: {answer}")

    def nodes(self) -> list[Node]:
        """Everything that is shown."""
        return [_node(told) for told in self.ask("nodes")]

    def children(self, node: Node, start: int = 0, count: int = 1) -> list[Node]:
        """Some cells of a table."""
        return [_node(told) for told in self.ask("children", path=node.path, start=start, count=count)]

    def wait(
        self, wanted: Callable[[list[Node]], bool], what: str, again: Callable[[], None] | None = None
    ) -> list[Node]:
        """What is shown once it is as wanted; ``again`` is done when it takes long: keys are lost on a busy screen."""
        end = time.monotonic() + _PATIENCE
        next_time = time.monotonic() + _LONG
        while time.monotonic() < end:
            nodes = self.nodes()
            if wanted(nodes):
                return nodes
            if again is not None and time.monotonic() > next_time:
                again()
                next_time = time.monotonic() + _LONG
            time.sleep(_PAUSE)
        raise AssertionError(f"waited in vain for {what}: {[str(n) for n in nodes if n.said_name]}")

    def find(self, name: str, role: str = "") -> Node:
        """The one thing of this name; waits for it."""

        def fits(node: Node) -> bool:
            return node.said_name == name and role in {"", node.role}

        found = [n for n in self.wait(lambda nodes: any(map(fits, nodes)), f"{role} {name}") if fits(n)]
        return found[0]

    def press(self, node: Node, action: str = "Press") -> None:
        """Do what a node offers."""
        done = self.ask("do", path=node.path, action=action)
        assert done is True, f"{node} offers {done}"

    def _read(self) -> Any:
        # The message bus may start services of its own, and they say so on the same stream.
        line = next((line for line in self._answers if line.startswith("{")), "")
        assert line, "the program or its reader has ended"
        return json.loads(line)


@contextmanager
def screen_reader(data_dir: DataDir, document: Path, language: str) -> Iterator[ScreenReader]:
    """The program with this document on a screen of its own, started as by a person."""
    command = ("--data-dir", str(data_dir.root), "--language", language, str(document))
    with ExitStack() as stack:
        display = stack.enter_context(_screen())
        surroundings = environment(QT_QPA_PLATFORM="xcb", DISPLAY=display, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        reader = subprocess.Popen(
            ("dbus-run-session", "--", SYSTEM_PYTHON, str(READER), *PROGRAM, *command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # The message bus complains about limits of the machine.
            stderr=subprocess.DEVNULL,
            text=True,
            env=surroundings,
            cwd=ROOT,
        )
        stack.enter_context(reader)
        assert reader.stdin is not None
        assert reader.stdout is not None
        asked = ScreenReader(reader.stdin, reader.stdout)
        assert asked.began(), "the program is not known to the accessibility interface"
        yield asked
        reader.stdin.close()
        reader.wait(_PATIENCE)


def missing_tools() -> str:
    """What this machine lacks for it, in words; empty where nothing is missing."""
    programs = ("Xvfb", "xdotool", "dbus-run-session", SYSTEM_PYTHON)
    missing = [name for name in programs if shutil.which(name) is None]
    if not _LAUNCHER.exists():
        missing.append(str(_LAUNCHER))
    if (
        not missing
        and subprocess.run((SYSTEM_PYTHON, "-c", "import pyatspi"), check=False, capture_output=True).returncode
    ):
        missing.append("pyatspi")
    return ", ".join(missing)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen nobody else has; its name for DISPLAY."""
    read_end, write_end = os.pipe()
    command = ("Xvfb", "-displayfd", str(write_end), "-screen", "0", _SCREEN, "-nolisten", "tcp")
    with subprocess.Popen(command, pass_fds=(write_end,), stderr=subprocess.DEVNULL) as server:
        os.close(write_end)
        try:
            with os.fdopen(read_end) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


def _node(told: dict[str, Any]) -> Node:
    lists = {name: tuple(told[name]) for name in ("path", "labels")}
    return Node(**{**told, **lists, "states": frozenset(told["states"])})
