"""What is shipped speaks of the project alone, and what is pinned is pinned once."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT
from tests.architecture.source_tree import relative

_FOLDERS = "work|tmp|home|root"
_FOREIGN = re.compile(rf"(?<![\w.]){'/'}(?:{_FOLDERS})/\w|file{':'}//")
_READ = (".py", ".toml", ".md", ".txt", ".in", ".csv", ".json", ".po", ".svg", ".yml", "")


def _project_files() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / line for line in listing.stdout.splitlines()]
    return [path for path in paths if path.suffix in _READ and path.is_file()]


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s\\;]+)", text, re.MULTILINE))


def test_that_no_file_names_a_folder_of_one_machine() -> None:
    naming = [
        f"{relative(path)}:{number}"
        for path in _project_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if _FOREIGN.search(line)
    ]
    assert naming == []


def test_that_tests_run_with_the_packages_that_are_shipped() -> None:
    assert _pins("runtime").items() <= _pins("dev").items()


def test_that_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {name.lower() for name in project["dependencies"]} <= _pins("runtime").keys()


def test_that_every_resource_is_packed_into_the_wheel() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    packed = {
        path
        for target, patterns in tools["data-files"].items()
        for pattern in patterns
        for path in ROOT.glob(pattern)
        if target == f"share/kbdesk/{Path(pattern).parent.as_posix()}"
    }
    resources = {path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix != ".po"}
    assert sorted(relative(path) for path in resources - packed) == []
