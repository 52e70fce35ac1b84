"""What ``tasks.py`` says where a machine lacks something."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tasks.py"


@pytest.fixture(scope="module")
def tasks() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("tasks_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_the_python_of_the_tests_suits(tasks: ModuleType) -> None:
    assert tasks.is_suitable((sys.executable,))


def test_that_a_program_that_is_no_python_does_not_suit(tasks: ModuleType) -> None:
    assert not tasks.is_suitable(("git",))
    assert not tasks.is_suitable(("no-such-program",))


def test_that_an_unsuitable_python_is_named(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "candidates", list)
    with pytest.raises(tasks.StopError, match=r"^kbdesk needs Python 3\.11 to 3\.13 .* found 3\.\d+\.\d+"):
        tasks.suitable_python()


def test_that_without_the_right_to_install_the_exact_command_is_said(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "apt_prefix", lambda: None)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(tasks.StopError) as caught:
        tasks.install_packages("Qt does not start.", ("libegl1", "libgl1"))
    assert str(caught.value).splitlines()[-1].strip() == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_that_every_check_runs_although_one_fails(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def call(command: Path, *_arguments: str) -> int:
        asked.append(command.stem)
        return 1 if command.stem == "ruff" else 0

    monkeypatch.setattr(tasks, "call", call)
    passed = tasks.run_gates()
    assert len(asked) == len(passed)
    assert tasks.summarise(passed) == 1
    assert passed["mypy"]


@pytest.mark.parametrize(("argument", "code"), [("help", 0), ("nonsense", 2)])
def test_that_the_commands_are_listed(argument: str, code: int) -> None:
    done = subprocess.run([sys.executable, SCRIPT, argument], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "tasks.py test" in done.stdout
