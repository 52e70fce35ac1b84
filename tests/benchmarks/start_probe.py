"""Starts the program as ``kbdesk FILE`` does and says when it takes input: memory [MB] and processor time [ms] so far.

Run as ``python -m tests.benchmarks.start_probe FILE DATA_DIR``. It goes on and says the same again when the picture of
the place is drawn, and ends when its standard input does.
"""

import sys
import time
from pathlib import Path

_PICTURE_AFTER_MS = 1500


def main(document: str, data_dir: str) -> int:
    """Run the program's own entry, with two appointments for its event loop."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kbdesk.__main__ import main as run

    application = QApplication(["kbdesk"])

    def ready() -> None:
        for window in application.topLevelWidgets():
            window.repaint()
        say_where_we_are()
        QTimer.singleShot(_PICTURE_AFTER_MS, end)

    def end() -> None:
        say_where_we_are()
        sys.stdin.read()
        application.closeAllWindows()

    QTimer.singleShot(0, ready)
    return run(["--data-dir", data_dir, "--language", "en", document])


def say_where_we_are() -> None:
    """Print memory and processor time."""
    print(round(memory_mb(), 1), round(1000 * time.process_time()), flush=True)  # noqa: T201 - for the caller


def memory_mb() -> float:
    """Resident memory of this process [MB]; 0 where the system does not tell it this way."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
