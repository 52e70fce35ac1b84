"""Opens the window on a document as ``kbdesk FILE`` does, says so when it takes input, and how much memory it has.

Run as ``python -m tests.benchmarks.start_probe FILE DATA_DIR``; it ends when its standard input does.
"""

import sys
from pathlib import Path


def main(document: str, data_dir: str) -> int:
    """Print the megabytes when the window is ready, then wait to be let go."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kbdesk.app import Program
    from kbdesk.paths import DataDir
    from kbdesk.paths import resources_dir
    from kbdesk.services.desk import Desk
    from kbdesk.services.reference import Reference

    application = QApplication(["kbdesk"])
    program = Program(application, Desk(Reference(resources_dir()), DataDir(Path(data_dir))), "en")
    program.open_arguments([document])
    program.window.show()
    program.window.repaint()

    def ready() -> None:
        print(memory_mb(), flush=True)  # noqa: T201 - the answer to the caller
        sys.stdin.read()
        program.window.close()
        application.quit()

    QTimer.singleShot(0, ready)
    return application.exec()


def memory_mb() -> float:
    """Resident memory of this process [MB]; 0 where the system does not tell it this way."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
