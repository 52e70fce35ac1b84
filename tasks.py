#!/usr/bin/env python3
"""What is done with this project, one command each; needs nothing but a Python.

python3 tasks.py setup            make or renew the environment in .venv
python3 tasks.py run [FILE]       open the window on the sample municipality; without a display: kbdesk demo
python3 tasks.py test [ARGS]      all checks, then the tests (ARGS go to pytest)
python3 tasks.py check            all checks without the tests
python3 tasks.py bench [ARGS]     measure speed and size against the marks
python3 tasks.py i18n [ARGS]      extract texts, update the catalogues, compile them
python3 tasks.py build            build the wheel into dist/
python3 tasks.py smoke            build, install the wheel into a fresh environment, run its self-test
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements" / "dev.txt"
CATALOGUES = ROOT / "resources" / "i18n"
STAMP = VENV / "kbdesk-setup.txt"
QT_STAMP = VENV / "kbdesk-qt.txt"

ON_WINDOWS = os.name == "nt"
VERSIONS = ((3, 11), (3, 12), (3, 13))
OFFSCREEN_PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "fonts-dejavu-core",
)
WINDOW_PACKAGES = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-image0",
    "libxcb-render-util0",
)

# Starting Qt tells more than looking for files: a library may be there and still not load, and without fonts there is
# a window without text.
QT_PROBE = """
import sys
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
application = QApplication(["kbdesk"])
sys.exit(0 if QFontDatabase.families() else "Qt finds no fonts.")
"""

# What Qt says when a display is named that nobody serves: no library would help.
NO_ANSWER = "could not connect to display"

PYTHON_PROBE = (
    "import struct, sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2], struct.calcsize('P') * 8)"
)


class StopError(Exception):
    """The work cannot go on; the text says why and what to do."""


# ---- running other programs ------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Print at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def call(*command: str | Path, cwd: Path = ROOT, **variables: str) -> int:
    """Run a program with its output shown; its exit code."""
    return subprocess.call([str(part) for part in command], cwd=str(cwd), env={**os.environ, **variables})


def must(what: str, *command: str | Path, cwd: Path = ROOT, **variables: str) -> None:
    """Run a program that has to succeed; ``what`` says in a sentence what it was for."""
    code = call(*command, cwd=cwd, **variables)
    if code:
        shown = " ".join(str(part) for part in command)
        raise StopError(f"{what} did not work (exit code {code}). The command was:\n    {shown}")


def output_of(*command: str) -> str:
    """What a program prints, or nothing where it does not run or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def in_venv(name: str, venv: Path = VENV) -> Path:
    """A program of the environment."""
    return venv / "Scripts" / f"{name}.exe" if ON_WINDOWS else venv / "bin" / name


# ---- Debian packages -------------------------------------------------------------------------------------------------


def apt_prefix() -> tuple[str, ...] | None:
    """What stands before apt-get to install packages without being asked; ``None`` where that is not allowed."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ("sudo", "-n")
    return None


def install_packages(reason: str, packages: tuple[str, ...]) -> None:
    """Install Debian packages where that is allowed, else say what to type."""
    prefix = apt_prefix()
    if prefix is None:
        raise StopError(f"{reason} {packages_advice(packages)}")
    say(f"{reason} Installing: {' '.join(packages)}")
    quiet = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")
    must("Reading the list of system packages", *quiet, "update")
    must("Installing system packages", *quiet, "install", "-y", "--no-install-recommends", *packages)


def packages_advice(packages: tuple[str, ...]) -> str:
    """The sentence that says how to install packages by hand."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        command = f"apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        return f"Type this, then start again:\n    sudo {command}"
    return f"Install what is called on Debian: {names}; then start again."


# ---- the environment -------------------------------------------------------------------------------------------------


def candidates() -> list[tuple[str, ...]]:
    """Commands that may be a suitable Python, the best first."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    found: list[tuple[str, ...]] = [(base,)]
    for major, minor in VERSIONS:
        path = shutil.which(f"python{major}.{minor}")
        if path:
            found.append((path,))
        if ON_WINDOWS and shutil.which("py"):
            found.append(("py", f"-{major}.{minor}"))
    return found


def is_suitable(command: tuple[str, ...]) -> bool:
    """Whether the command is a 64-bit CPython of a version the pinned packages exist for."""
    return output_of(*command, "-c", PYTHON_PROBE) in {f"cpython {major}.{minor} 64" for major, minor in VERSIONS}


def suitable_python() -> tuple[str, ...]:
    """The command of the Python the environment is made with, one that can make environments where there is one."""
    suitable = [command for command in candidates() if is_suitable(command)]
    if not suitable:
        found = ".".join(str(part) for part in sys.version_info[:3])
        raise StopError(f"kbdesk needs Python 3.11 to 3.13 (CPython, 64 bit); found {found}.")
    return next((command for command in suitable if can_make_environments(command)), suitable[0])


def can_make_environments(command: tuple[str, ...]) -> bool:
    """Whether venv and ensurepip are there; Debian ships them apart from Python."""
    return output_of(*command, "-c", "import ensurepip, venv; print('yes')") == "yes"


def make_environment() -> None:
    """Make ``.venv`` anew."""
    python = suitable_python()
    if not can_make_environments(python):
        version = output_of(*python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
        install_packages("This Python cannot make environments.", (f"python{version}-venv",))
    say(f"Making the environment {VENV}")
    must("Making the environment", *python, "-m", "venv", "--clear", VENV)


def wanted_stamp() -> str:
    """What the environment was made from: when it differs, the environment is renewed."""
    digest = hashlib.sha256()
    for path in (REQUIREMENTS, ROOT / "pyproject.toml", ROOT / "kbdesk" / "__init__.py"):
        digest.update(path.read_bytes())
    return f"{digest.hexdigest()} {VENV}"


def environment_works() -> bool:
    """Whether ``.venv`` has a Python that starts and suits."""
    return in_venv("python").exists() and is_suitable((str(in_venv("python")),))


def install_requirements() -> None:
    """Install the pinned packages and the project itself, the latter in place and without the network."""
    pip = (in_venv("python"), "-m", "pip", "--disable-pip-version-check")
    say("Installing the pinned packages (this takes a minute or two)")
    must("Installing the pinned packages", *pip, "install", "-qq", "--require-hashes", "-r", REQUIREMENTS)
    in_place = ("install", "-q", "--no-deps", "--no-index", "--no-build-isolation", "-e", ROOT)
    must("Installing kbdesk into the environment", *pip, *in_place)


def compile_catalogues() -> None:
    """Compile the translations that changed; where none did this costs next to nothing."""
    stale = [po for po in CATALOGUES.glob("*/LC_MESSAGES/*.po") if is_older(po.with_suffix(".mo"), po)]
    for po in stale:
        compiling = (in_venv("python"), "-m", "babel.messages.frontend", "--quiet", "compile")
        must(f"Compiling {po.name}", *compiling, "-i", po, "-o", po.with_suffix(".mo"))


def is_older(made: Path, source: Path) -> bool:
    """Whether a file is missing or older than what it is made from."""
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def setup() -> None:
    """Make or renew the environment; quick where nothing changed."""
    stamp = wanted_stamp()
    if not (STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp and in_venv("python").exists()):
        if not environment_works():
            make_environment()
        install_requirements()
        STAMP.write_text(stamp, encoding="utf-8")
    compile_catalogues()
    ensure_qt("offscreen")


# ---- Qt's system libraries -------------------------------------------------------------------------------------------


def ensure_qt(platform: str) -> bool:
    """See that Qt starts on a platform (``offscreen``, or ``""``: the screen's own), installing what it needs.

    ``False`` where everything is there but the display does not answer.
    """
    name = platform or "screen"
    known = QT_STAMP.read_text(encoding="utf-8").split() if QT_STAMP.exists() else []
    if name in known:
        return True
    complaint = qt_complaint(platform)
    if complaint and NO_ANSWER not in complaint and sys.platform.startswith("linux"):
        packages = OFFSCREEN_PACKAGES if platform else OFFSCREEN_PACKAGES + WINDOW_PACKAGES
        install_packages(f"Qt does not start:\n{complaint}\nIt lacks libraries of the system.", packages)
        complaint = qt_complaint(platform)
    if NO_ANSWER in complaint:
        return False
    if complaint:
        raise StopError(f"Qt does not start:\n{complaint}")
    QT_STAMP.write_text(" ".join([*known, name]), encoding="utf-8")
    return True


def qt_complaint(platform: str) -> str:
    """Start Qt for a moment; what it says when it cannot, else nothing."""
    variables = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    if platform:
        variables["QT_QPA_PLATFORM"] = platform
    command = [str(in_venv("python")), "-c", QT_PROBE]
    try:
        done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return "it did not answer within two minutes."
    return "" if done.returncode == 0 else (done.stderr.strip() or f"exit code {done.returncode}")


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if ON_WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# ---- the commands ----------------------------------------------------------------------------------------------------


def do_setup() -> int:
    """Make or renew the environment."""
    setup()
    say(f"Ready: {in_venv('kbdesk')}")
    return 0


def do_run(arguments: list[str]) -> int:
    """Open the window, or build the demo where there is no display."""
    setup()
    if has_display() and ensure_qt(""):
        return call(in_venv("kbdesk"), *(arguments or ["--sample"]), cwd=Path.cwd())
    if arguments:
        raise StopError(f"There is no display to open {arguments[0]} on. Without one: {in_venv('kbdesk')} --help")
    say("There is no display that answers: building the demo instead.")
    return call(in_venv("kbdesk"), "demo", "--out", ROOT / "demo")


def gates() -> list[tuple[str, tuple[str, ...]]]:
    """The checks that are not tests, each with its command."""
    return [
        ("ruff format", ("ruff", "format", "--check", "--quiet", ".")),
        ("ruff check", ("ruff", "check", "--quiet", ".")),
        ("mypy", ("mypy", "--no-error-summary")),
        ("import contracts", ("lint-imports", "--no-logo")),
    ]


def run_gates() -> dict[str, bool]:
    """Run every check, whatever the others say."""
    passed = {}
    for name, command in gates():
        say(f"== {name}")
        passed[name] = call(in_venv(command[0]), *command[1:]) == 0
    return passed


def summarise(passed: dict[str, bool]) -> int:
    """Say what passed and what did not; the exit code."""
    say("\n".join(f"{'ok    ' if good else 'FAILED'}  {name}" for name, good in passed.items()))
    return 0 if all(passed.values()) else 1


def do_check() -> int:
    """All checks without the tests."""
    setup()
    return summarise(run_gates())


def do_test(arguments: list[str]) -> int:
    """All checks, then the tests."""
    setup()
    passed = run_gates()
    say("== tests")
    passed["tests"] = call(in_venv("python"), "-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen") == 0
    return summarise(passed)


def do_bench(arguments: list[str]) -> int:
    """Measure against the marks."""
    setup()
    return call(in_venv("python"), "-m", "tests.benchmarks", *arguments, QT_QPA_PLATFORM="offscreen")


def do_i18n(arguments: list[str]) -> int:
    """Extract texts, update and compile the catalogues."""
    setup()
    code = call(in_venv("python"), ROOT / "packaging" / "catalogues.py", *arguments)
    compile_catalogues()
    return code


def do_build() -> int:
    """Build the wheel."""
    setup()
    say(f"Built {build_wheel()}")
    return 0


def build_wheel() -> Path:
    """Build the wheel into ``dist/``, from a clean slate: what was once built must not slip in."""
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    for old in (ROOT / "dist").glob("kbdesk-*.whl"):
        old.unlink()
    pip = (in_venv("python"), "-m", "pip", "--disable-pip-version-check")
    building = ("wheel", "-q", "--no-deps", "--no-index", "--no-build-isolation", "-w", ROOT / "dist", ROOT)
    must("Building the wheel", *pip, *building)
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    return next((ROOT / "dist").glob("kbdesk-*.whl"))


def do_smoke() -> int:
    """Install the wheel into an environment of its own and let the program test itself there."""
    setup()
    wheel = build_wheel()
    with tempfile.TemporaryDirectory(prefix="kbdesk-smoke-") as folder:
        venv = Path(folder) / "venv"
        python = in_venv("python", venv)
        must("Making an environment", in_venv("python"), "-m", "venv", "--without-pip", venv)
        pip = (in_venv("python"), "-m", "pip", "--disable-pip-version-check", "--python", python)
        must("Installing the wheel", *pip, "install", "-q", "--no-deps", "--no-index", wheel)
        borrow_packages(python)
        data = ("--data-dir", Path(folder) / "data")
        return call(in_venv("kbdesk", venv), *data, "self-test", cwd=Path(folder), QT_QPA_PLATFORM="offscreen")


def borrow_packages(python: Path) -> None:
    """Let an environment see the pinned packages of ``.venv``; the project itself stays its own."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    lender = output_of(str(in_venv("python")), "-c", where)
    borrower = output_of(str(python), "-c", where)
    (Path(borrower) / "borrowed.pth").write_text(lender + "\n", encoding="utf-8")


PLAIN = {"setup": do_setup, "check": do_check, "build": do_build, "smoke": do_smoke}
WITH_ARGUMENTS = {"run": do_run, "test": do_test, "bench": do_bench, "i18n": do_i18n}


def main() -> int:
    """Do what the command line says."""
    name, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    try:
        if name in PLAIN and not arguments:
            return PLAIN[name]()
        if name in WITH_ARGUMENTS:
            return WITH_ARGUMENTS[name](arguments)
    except StopError as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    say(__doc__ or "")
    return 0 if name in {"-h", "--help", "help"} else 2


if __name__ == "__main__":
    sys.exit(main())
