"""The contracts of ``pyproject.toml`` hold, and nothing reaches for the network."""

import ast
import subprocess
import sys
from collections.abc import Iterator

from tests.architecture.source_tree import ROOT
from tests.architecture.source_tree import modules
from tests.architecture.source_tree import relative

_NETWORK = frozenset(
    {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib", "urllib3"}
)
_QT_NETWORK = frozenset({"QtNetwork", "QtNetworkAuth", "QtWebSockets"})


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_that_the_import_contracts_hold() -> None:
    checking = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"]
    checked = subprocess.run(checking, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_that_nothing_imports_a_network_module() -> None:
    reaching = [
        f"{relative(path)}: {name}"
        for path, tree in modules().items()
        for name in _imported(tree)
        if name.split(".")[0] in _NETWORK or not _QT_NETWORK.isdisjoint(name.split("."))
    ]
    # A host name stands in the lock file of a document, so that a second user reads who has it open.
    assert [place for place in reaching if not place.endswith((": socket.gethostname", ": urllib.parse.quote"))] == []


def test_that_a_migration_step_imports_nothing_that_goes_on_changing() -> None:
    changing = [
        f"{relative(path)}: {name}"
        for path, tree in modules().items()
        if path.parent.name == "migrations" and path.name.startswith("to_")
        for name in _imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert changing == []
