"""What a screen reader has in its hands: the running program as the accessibility interface AT-SPI tells it.

Run by the system's own Python, which has ``pyatspi``, inside a message bus of its own (``dbus-run-session``):
``at_spi_reader.py PROGRAM ARGUMENT…`` starts the program. Every line on standard input is one order as JSON and is
answered by one line. Nothing of kbdesk is imported here.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # belongs to the system's Python
from gi.repository import GLib  # type: ignore[import-not-found]  # likewise

BUS = ("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
PATIENCE = 30
PAUSE = 0.05
CLOSED_ROLES = {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TREE}
STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "editable": pyatspi.STATE_EDITABLE,
    "checkable": pyatspi.STATE_CHECKABLE,
    "checked": pyatspi.STATE_CHECKED,
    "enabled": pyatspi.STATE_ENABLED,
    "selected": pyatspi.STATE_SELECTED,
}


def wait_for(find: Callable[[], Any]) -> Any:
    """What is found in the end; nothing after the time anybody would wait."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(PAUSE)
    return None


def application(process: subprocess.Popen[bytes]) -> Any:
    """The program as it has made itself known."""

    def find() -> Any:
        desktop = pyatspi.Registry.getDesktop(0)
        for number in range(desktop.childCount):
            child = desktop.getChildAtIndex(number)
            if child is not None and child.get_process_id() == process.pid and child.childCount:
                return child
        return None

    return wait_for(find)


def walk(node: Any, path: list[int]) -> Iterator[tuple[Any, list[int]]]:
    """Everything that is shown below a node; the cells of tables are asked for one by one."""
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield child, [*path, number]
        if child.getRole() not in CLOSED_ROLES:
            yield from walk(child, [*path, number])


def told(node: Any, path: list[int]) -> dict[str, Any]:
    """What is said of one node; every question is a message to the program, so that none is asked without need."""
    states, role = node.getState(), node.getRole()
    typed = states.contains(pyatspi.STATE_EDITABLE) and "Text" in pyatspi.listInterfaces(node)
    return {
        "path": path,
        "role": node.getRoleName(),
        "name": node.name or "",
        "labels": labels_of(node) if role == pyatspi.ROLE_COMBO_BOX else [],
        "description": node.description or "",
        "states": [name for name, state in STATES.items() if states.contains(state)],
        "text": node.queryText().getText(0, -1) if typed else None,
        "children": node.childCount if role in CLOSED_ROLES else 0,
    }


def labels_of(node: Any) -> list[str]:
    """The texts that are said to belong to a node."""
    return [
        relation.getTarget(number).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for number in range(relation.getNTargets())
    ]


class Reader:
    """Reads and handles one program."""

    def __init__(self, program: Any) -> None:
        self._program = program

    def nodes(self) -> list[dict[str, Any]]:
        """Every node that is shown."""
        return [told(node, path) for node, path in walk(self._program, [])]

    def children(self, path: list[int], start: int, count: int) -> list[dict[str, Any]]:
        """Some cells of a table."""
        node = self._at(path)
        numbers = range(start, min(start + count, node.childCount))
        return [told(node.getChildAtIndex(number), [*path, number]) for number in numbers]

    def do(self, path: list[int], action: str) -> Any:
        """Press, toggle or choose."""
        found = self._at(path).queryAction()
        names = [found.getName(number) for number in range(found.nActions)]
        return found.doAction(names.index(action)) if action in names else names

    def focus(self, path: list[int]) -> Any:
        """Give the keyboard to a node."""
        return self._at(path).queryComponent().grabFocus()

    def write(self, path: list[int], text: str) -> Any:
        """Replace the text of a field."""
        return self._at(path).queryEditableText().setTextContents(text)

    def keys(self, window: str, keys: list[str]) -> bool | str:
        """Press keys one after the other in the window of this name."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", window, "windowfocus", "--sync", "key", *keys],
            check=False,
            capture_output=True,
            text=True,
        )
        return found.returncode == 0 or found.stderr

    def _at(self, path: list[int]) -> Any:
        node = self._program
        for number in path:
            node = node.getChildAtIndex(number)
        return node


def answer(reader: Reader, order: dict[str, Any]) -> dict[str, Any]:
    """Carry out one order; what vanishes or is rebuilt while it is read is said, and asked for again by who listens."""
    try:
        return {"answer": getattr(reader, order.pop("order"))(**order)}
    except (GLib.GError, LookupError, AttributeError, NotImplementedError) as error:
        return {"error": repr(error)}


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(command: list[str]) -> None:
    """Start the interface and the program, and answer until nobody asks any more."""
    bus = subprocess.Popen(BUS, stdout=subprocess.DEVNULL)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        program = application(process)
        say({"answer": program is not None})
        for line in sys.stdin:
            say(answer(Reader(program), json.loads(line)))
    finally:
        for started in (process, bus):
            started.terminate()
            started.wait(PATIENCE)


if __name__ == "__main__":
    main(sys.argv[1:])
