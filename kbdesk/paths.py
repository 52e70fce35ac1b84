"""Where resources and user data are: the only module that knows (source tree, installed, frozen)."""

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


def resources_dir() -> Path:
    """The folder with the data the program ships."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent / "resources"
    beside_source = Path(__file__).resolve().parent.parent / "resources"
    if beside_source.is_dir():
        return beside_source
    return Path(sys.prefix) / "share" / "kbdesk" / "resources"


@dataclass(frozen=True, slots=True)
class DataDir:
    """The user's own folder: settings, backups, logs. ``--data-dir`` puts it elsewhere."""

    root: Path

    @property
    def settings(self) -> Path:
        """The file with the user's settings."""
        return self.root / "settings.json"

    @property
    def backups(self) -> Path:
        """The folder of daily and safety backups, one subfolder a document."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.root / "logs"

    @property
    def fonts(self) -> Path:
        """The folder in which the drawing of charts keeps its list of fonts."""
        return self.root / "fonts"

    @property
    def evidence(self) -> Path:
        """The folder into which files kept with sources are written out to be looked at."""
        return self.root / "evidence"

    @property
    def documents(self) -> Path:
        """The folder proposed for new documents when no other is known."""
        return self.root / "documents"


def default_data_dir() -> DataDir:
    """The platform's folder for data of this program."""
    return DataDir(Path(platformdirs.user_data_dir("kbdesk", appauthor=False)))
